"""Real logs, compared with figures that another program counted."""

import json
from typing import Any

import pytest

from tests.conftest import SHARED, Tracker

LOGS = SHARED / "logs"
EXPECTED: dict[str, dict[str, Any]] = (
    json.loads((LOGS / "EXPECTED.json").read_text(encoding="utf-8"))
    if (LOGS / "EXPECTED.json").exists()
    else {}
)
OTHERS = ("activitywatch", "anki")
NAMES = [name for name in EXPECTED if name.partition("/")[0] not in OTHERS] or ["none"]


@pytest.mark.parametrize("name", NAMES)
def test_exact(tracker: Tracker, name: str) -> None:
    """Entries, sessions, seconds and days are those counted by hand; again adds nothing."""
    if not EXPECTED:
        pytest.skip("the logs are not here")
    expected, zone = EXPECTED[name], "UTC"
    people = (
        ["Jonathan", "Nishitas", "person1xxxxxx", "person3xx"]
        if expected.get("users", 1) > 1
        else [None]
    )
    answers = [
        tracker.json(
            [
                "import",
                str(LOGS / name),
                "--zone",
                zone,
                *(["--user", user] if user else []),
            ]
        )
        for user in people
    ]
    added, seconds = (
        sum(each["added"] for each in answers),
        sum(each["seconds"] for each in answers),
    )
    plan = name.startswith("ics/")

    assert {each["entries"] for each in answers} == {expected["entries"]}
    assert (added, seconds) == (
        (0, 0) if plan else (expected["importable"], expected["importable_seconds"])
    )
    for each in answers:
        assert each["entries"] == each["added"] + each["duplicates"] + len(
            each["skipped"]
        )
    report = tracker.json("report --all --by day")
    assert report["seconds"] + report["overlap"] == seconds
    days = [row["key"] for row in report["rows"]]
    if days and not expected["first_day"].startswith("--"):
        assert min(days) == expected["first_day"]
        assert expected["crossing_midnight"] or max(days) == expected["last_day"]
    if expected["union_seconds"] is not None and not plan:
        assert report["seconds"] == expected["union_seconds"]
    for user in people:
        again = tracker.json(
            [
                "import",
                str(LOGS / name),
                "--zone",
                zone,
                *(["--user", user] if user else []),
            ]
        )
        assert (again["added"], again["seconds"], again["batch"]) == (0, 0, None)


@pytest.mark.parametrize("kind", OTHERS)
def test_other_kinds(tracker: Tracker, kind: str) -> None:
    """Records of screens and of flash cards are refused by name."""
    for path in sorted((LOGS / kind).glob("*")):
        assert tracker(["import", str(path)]).code == 6
