"""Merges of a machine whose clock was ahead for some days, and is right again."""

import itertools
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.machines import Machines
from tests.journal.harness import rows

WRONG, PASSED = "2190-01-01T10:00", "2190-02-01T10:00"
RIGHT, MERGED = "2026-11-27T10:00", "2026-11-28T10:00"
HELD = """select (select group_concat(value) from setting where key = 'name'),
          (select group_concat(seconds || note) from session),
          (select count(*) from timer)"""


@pytest.fixture(name="machines")
def _machines(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Machines:
    """`a` was corrected, `b` is a copy of it from the wrong days, `c` from before."""
    monkeypatch.chdir(tmp_path)
    tracker("items")
    machines = Machines(tracker, tmp_path)
    machines("a", "log fastai 3h", "2026-11-20T10:00")
    machines("a", "log ppo 3h -n gone", "2026-11-20T10:00")
    machines.copy("a", "c")
    [(uid,)] = rows(machines.place("a"), "select uid from session where note = ''")
    machines("a", "config name 'Future Me'", WRONG)
    machines("a", f"edit {uid} 1h", WRONG)
    machines("a", "edit last -n future", WRONG)
    machines("a", "start ppo", WRONG)
    machines.copy("a", "b")
    machines("a", "config name 'Now Me'", RIGHT)
    machines("a", f"edit {uid} 2h", RIGHT)
    machines("a", "rm last", RIGHT)
    machines("a", "cancel", RIGHT)
    assert rows(machines.place("a"), HELD) == [("Now Me", "7200", 0)]
    return machines


@pytest.mark.parametrize("order", list(itertools.permutations("abc")), ids="".join)
def test_corrections_stay(machines: Machines, order: tuple[str, ...]) -> None:
    """What was corrected or removed later stays so, in each order, and for ever."""
    first, *others = order
    machines.copy(first, "x")
    for other in others:
        assert machines.merge("x", other, MERGED).code == 0
    assert rows(machines.place("x"), HELD) == [("Now Me", "7200", 0)]

    for other in "abc":
        assert machines.merge("x", other, PASSED).code == 0
    assert rows(machines.place("x"), HELD) == [("Now Me", "7200", 0)]


def test_future_comes_after_what_it_followed(machines: Machines) -> None:
    """What was written in the future wins over what its database knew before."""
    machines.merge("c", "b", MERGED)

    expected = [("Future Me", "3600,10800future", 0)]
    assert rows(machines.place("c"), HELD) == expected


def test_timer_of_the_future(machines: Machines) -> None:
    """A timer that starts in the future is left out on both sides, and that is said."""
    says = "A timer on ppo starts in the future, and was left out."

    assert says in machines.merge("c", "b", MERGED).err
    assert says in machines.merge("b", "c", MERGED).err
    assert rows(machines.place("b"), "select count(*) from timer") == [(0,)]


def test_first_entries_are_named(machines: Machines) -> None:
    """The question names two of the entries, and says how many more there are."""
    machines("c", "note 'A whole thought about nothing at all'", WRONG)
    machines("c", "done fastai", WRONG)
    machines("c", "config name Ada", WRONG)
    output = " ".join(machines("a", "merge c.db --same-person", MERGED).err.split())

    assert output.startswith(
        "c.db has 3 entries written in the future, up to Fri 1 Jan 2190: item status"
        " fastai, note 'A whole thought about nothing…' and 1 more. The clock here"
    )
