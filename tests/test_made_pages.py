"""docs/reference.md and the man page say what the program's own help says."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import man_page, reference_page
from tests.command_helps import list_sections
from tracker.command_table import PLACES

MADE = [
    (reference_page.PAGE, reference_page.reference_page),
    (man_page.PAGE, man_page.man_page),
]
MAN = ("man", "--warnings", "-E", "UTF-8", "-l")
LINT = ("mandoc", "-T", "lint")
LONGEST = 2_500  # lines that a person can look through
# What mandoc always says of a page without a day, which would change with each build.
NO_DATE = 'missing date, using "": TH'


@pytest.mark.parametrize(("page", "make"), MADE, ids=["reference", "man"])
def test_pages_are_made(page: Path, make: Callable[[], str]) -> None:
    """The page is as `python -m tests.reference_page` or `tests.man_page` makes it; run it after a change."""
    assert page.read_text(encoding="utf-8") == make()


def test_reference_is_whole() -> None:
    """The reference has one section for each command, with each of its options."""
    text = reference_page.PAGE.read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in text.split("\n### ")[1:]}

    assert [name for name in PLACES if name in sections] == list(PLACES)
    for commands in list_sections().values():
        for command in commands:
            assert all(
                f"- `{option}`" in sections[command.name]
                for option, _ in command.options
            )
    assert len(text.splitlines()) < LONGEST


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not here")
def test_man_page_renders() -> None:
    """Man shows the page without a warning, with every command."""
    environment = {
        **os.environ,
        "MANWIDTH": "80",
        "MANPAGER": "cat",
        "MAN_KEEP_FORMATTING": "",
    }
    shown = subprocess.run(
        [*MAN, man_page.PAGE],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert shown.stderr == ""
    assert [
        name for name in PLACES if f"       tracker {name}" not in shown.stdout
    ] == []
    assert (
        '           tracker log fastai 9am - 10:30am +pair "lesson 3"'
        not in shown.stderr
    )


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not here")
def test_man_page_has_no_fault() -> None:
    """Mandoc finds nothing but the missing day."""
    run = subprocess.run(
        [*LINT, man_page.PAGE], capture_output=True, text=True, check=False
    )
    faults = [line for line in run.stdout.splitlines() if NO_DATE not in line]

    assert faults == []
