"""No regular expression of the program needs time that grows with the square."""

import subprocess
import sys
from pathlib import Path

import pytest

import tracker
from tests.patterns import find_patterns

ROOT = Path(__file__).parent.parent
PACKAGES = sorted(
    place.stem
    for place in Path(tracker.__file__).parent.iterdir()
    if place.suffix == ".py" or (place / "__init__.py").exists()
)


def test_patterns_are_found() -> None:
    """The patterns are found by reading the modules: compiled ones, and plain texts."""
    patterns = find_patterns("tracker.text.letters")

    uses = {pattern.use for pattern in patterns if pattern.text.startswith("[a-z0-9-]")}
    assert uses == {"fullmatch"}
    assert len(find_patterns("tracker.text")) > 80


@pytest.mark.parametrize("package", PACKAGES)
def test_every_pattern_is_linear(package: str) -> None:
    """Each pattern reads 1 MB of its worst input, without backtracking at each letter."""
    command = [sys.executable, "-m", "tests.patterns", f"tracker.{package}"]

    answer = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (answer.stdout, answer.stderr, answer.returncode) == ("", "", 0)
