"""Reading a log takes steps in proportion to its size, whatever is in it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.imports.frames import outcome
from tests.imports.growth import CROWDS, count_steps, growing_logs
from tests.imports.reading import read
from tracker.errors import TrackerError
from tracker.imports.rules.projects import MOST_PROJECTS

SMALL, LARGE = 200, 800  # lines or parts; more than the rows that show a layout
REPEATS = {name: log for name, log in growing_logs() if name not in CROWDS}


def _steps(path: Path, text: str) -> int:
    def act() -> None:
        with suppress(TrackerError):
            read(path, text)

    return count_steps(act)


def _check(path: Path, log: Callable[[int], str]) -> None:
    _steps(path, log(1))  # imports what reads it
    small, large = _steps(path, log(SMALL)), _steps(path, log(LARGE))

    assert large <= 5 * small


@pytest.mark.parametrize("name", CROWDS)
def test_four_times_as_many_take_four_times_the_steps(
    tmp_path: Path, name: str
) -> None:
    """A log with four times as much of one thing takes about four times the steps."""
    _check(tmp_path, CROWDS[name])


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(sorted(REPEATS)))
def test_a_line_or_a_part_may_come_again_and_again(tmp_path: Path, name: str) -> None:
    """A log is read, or refused, in steps that grow with what comes again in it."""
    _check(tmp_path, REPEATS[name])


def test_thousands_of_projects_are_refused(tmp_path: Path) -> None:
    """A file of 5,000 projects, each of which would be an item, is refused at once."""
    answer = outcome(tmp_path / "log.csv", CROWDS["projects"](MOST_PROJECTS))

    assert answer.question == (
        "The file has 5,000 projects or more, and each would be an item."
    )
    assert answer.answers == ("--columns date,project,minutes,note",)
