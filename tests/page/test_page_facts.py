"""The facts of a page are those that the terminal gives."""

from typing import Any

import pytest

from tests.page.people import Town
from tracker.limits import HOUR

# The commands whose answers are parts of the page.
COMMANDS = ("week", "year", "ready", "next", "road", "forecast")
PEOPLE = ("demo", "hostile", "demo professor")


@pytest.mark.parametrize("person", PEOPLE)
def test_facts_are_those_of_the_commands(town: Town, person: str) -> None:
    """Each part of a page is what the command of its name answers."""
    packet, life = town[person].packet, town.life(person)
    for command in COMMANDS:
        if packet[command] is not None:  # a forecast can be refused
            assert packet[command] == _without_head(life.json(command)), command
    assert packet["plans"] == life.json("plan")["plans"]


def _without_head(answer: dict[str, Any]) -> dict[str, Any]:
    head = ("schema", "kind", "guide")
    return {key: answer[key] for key in answer if key not in head}


def test_limits_are_those_of_the_milestone(town: Town) -> None:
    """Hours against a limit are those that `show` counts for the milestone."""
    (limit,) = town["demo"].packet["limits"]
    hours = town.life("demo").json("show few-hundred-hour-replication")["milestone"]

    assert hours["hours"] == {
        key: limit[key] / HOUR for key in ("spent", "low", "high")
    }


def test_hours_by_week_are_those_of_the_report(town: Town) -> None:
    """Weeks and tracks have the hours that `report` totals for the same days."""
    packet, life = town["demo"].packet, town.life("demo")
    days = f"--since {packet['year']['since']} --until {packet['year']['until']}"
    report = life.json(f"report {days} --by track")

    hours = packet["hours"]
    assert hours["seconds"] == packet["year"]["seconds"] == report["seconds"]
    assert {track["track"]: track["seconds"] for track in hours["by_track"]} == {
        row["key"]: row["seconds"] for row in report["rows"]
    }
    assert [week["seconds"] for week in hours["weeks"]] == [
        week["seconds"] for week in packet["year"]["weeks"]
    ]
