"""Three machines that went on without each other, merged in each order."""

import itertools
import os
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.conftest import Tracker
from tests.imports.machines import Machines
from tests.journal.harness import dump
from tests.random_commands import random_command, write_files, write_log

# These write outside the database, or would merge.
_APART = ("merge", "demo", "page", "export", "backup", "open")


@pytest.fixture(name="machines")
def _machines(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Machines:
    monkeypatch.chdir(tmp_path)
    tracker("items")
    tracker.pastes = False
    write_files()
    return Machines(tracker, tmp_path)


def go_on(machines: Machines, machine: str, random: Random, now: datetime) -> None:
    """Some random commands on a machine, each some minutes after the other."""
    for _ in range(random.randrange(1, 8)):
        now += timedelta(minutes=random.choice((0, 1, 90)))
        words = random_command(random, [])
        write_log(random)
        if not words.startswith(_APART):
            machines(machine, words, now.isoformat())


@pytest.mark.parametrize("number", range(int(os.environ.get("TRACKER_ORDERS", "3"))))
def test_six_orders(
    machines: Machines, request: pytest.FixtureRequest, number: int
) -> None:
    """Three diverged machines have the same rows after merges in each order.

    That holds for every column of every personal table, also where a clock was wrong.
    The undo of each merge brings back what was there, and its redo what came.
    """
    random = Random(f"{request.config.option.hypothesis_seed} {number}")
    begin = datetime.fromisoformat("2026-11-20T08:00")
    go_on(machines, "a", random, begin)
    machines("a", "status", begin.isoformat())
    machines.copy("a", "bc")
    wrong = random.choice(["", "a", "b", "c"])
    for machine in "abc":
        hours = random.randrange(10, 60)
        day = datetime(2031, 3, 4) if machine == wrong else begin
        go_on(machines, machine, random, day + timedelta(hours=hours))
    contents = []
    for first, *others in itertools.permutations("abc"):
        machines.copy(first, "x")
        for other in others:
            before = dump(machines.place("x"))
            # With an offset: a merge brings a zone, and its undo takes it away.
            if machines.merge("x", other, "2026-11-24T20:00Z").code:
                return  # two items have the same name: nothing is merged
            after = dump(machines.place("x"))
            if after != before:
                machines("x", "undo")
                assert dump(machines.place("x")) == before
                machines("x", "redo")
                assert dump(machines.place("x")) == after
        contents.append(machines.content("x"))

    assert all(content == contents[0] for content in contents)
    for other in "abc":
        machines.merge("x", other, "2026-11-24T21:00Z")
    assert machines.content("x") == contents[0]
