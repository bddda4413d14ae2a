"""Reasons of plans that stay out of exports."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Tracker

KINDS = (
    "progress",
    "update",
    "update --for taif",
    "application --for taif",
    "application --for manifund-project",
)
FORMS = ("md", "txt", "html", "json")


def exports_with(tracker: Tracker, *words: str) -> list[set[str]]:
    """For each word, the kinds of exports that have it, in any format."""
    told = {
        kind: [tracker.ok(f"export {kind} --format {form}") for form in FORMS]
        for kind in KINDS
    }
    return [{kind for kind in KINDS if word in "".join(told[kind])} for word in words]


@pytest.fixture(name="planner")
def _planner(tracker: Tracker) -> Tracker:
    """Somebody with a plan that a funder was promised, and that moved afterwards."""
    tracker.ok("plan ppo --by 2026-12-01 --because holidays", "2026-11-01T09:00")
    tracker.ok("applied taif", "2026-11-02T09:00")
    tracker.ok("plan ppo --by 2026-12-20 --because influenza --private")
    return tracker


def test_a_private_reason_is_in_no_export(planner: Tracker) -> None:
    """A private reason is in no export; the one beside it is in all that list plans."""
    assert exports_with(planner, "influenza", "holidays") == [set(), set(KINDS)]


def test_own_screens_show_that_it_is_private(planner: Tracker) -> None:
    """The person's own screens show a private reason, marked as such."""
    assert planner.ok("plan ppo").splitlines()[3:5] == [
        "    1 Nov: planned for 1 Dec because holidays",
        "    2 Nov: moved from 1 Dec to 20 Dec because influenza (private)",
    ]


def test_all_reasons_can_be_changed_later(planner: Tracker) -> None:
    """All reasons of a plan become public or private, and undo takes it back."""
    assert planner.ok("plan ppo --public") == (
        "ppo: exports print 2 reasons. Undo: tracker undo\n"
        "  1 Nov: planned for 1 Dec because holidays\n"
        "  2 Nov: moved from 1 Dec to 20 Dec because influenza\n"
    )
    assert exports_with(planner, "influenza") == [set(KINDS)]
    assert planner.ok("plan ppo --private") == (
        "ppo: exports leave out 2 reasons. Undo: tracker undo\n"
        "  1 Nov: planned for 1 Dec because holidays (private)\n"
        "  2 Nov: moved from 1 Dec to 20 Dec because influenza (private)\n"
    )
    assert exports_with(planner, "influenza", "holidays") == [set(), set()]
    planner.ok("undo")
    assert exports_with(planner, "influenza") == [set(KINDS)]


def test_a_promise_forgets_a_reason_made_private_since(tracker: Tracker) -> None:
    """A reason made private after the application is not in the promise either."""
    tracker.ok("plan ppo --by 2026-12-01 --because influenza", "2026-11-01T09:00")
    tracker.ok("applied taif", "2026-11-02T09:00")
    assert exports_with(tracker, "influenza") == [set(KINDS)]

    tracker.ok("plan ppo --private")

    assert exports_with(tracker, "influenza") == [set()]
    tracker.ok("plan ppo --public")
    assert exports_with(tracker, "influenza") == [set(KINDS)]


RENAME = "rename own-x --slug own-y"


@pytest.mark.parametrize(
    "commands",
    [
        ("applied taif", RENAME, "rename own-y --slug own-z"),
        ("applied taif", RENAME, "alias own-x --remove"),
        (RENAME, "applied taif", "undo RENAME"),
        (RENAME, "undo RENAME", "applied taif", "redo"),
    ],
)
def test_a_promise_is_of_the_item_under_any_name(
    tracker: Tracker, tmp_path: Path, commands: tuple[str, ...]
) -> None:
    """A renamed item has its promise and its reasons, after undo and merge too."""
    tracker.ok("add own-x --title Own --track alignment", "2026-11-01T09:00")
    tracker.ok("plan own-x --by 2026-12-01 --because influenza")
    for command in commands:
        made = {e["words"]: e["id"] for e in tracker.json("history")["commands"]}
        tracker.ok(command.replace("RENAME", str(made.get(RENAME))))
    shutil.copy(tracker.db, tmp_path / "other.db")
    (slug,) = [i["slug"] for i in tracker.json("items")["items"] if i["title"] == "Own"]
    tracker.ok(f"plan {slug} --private", "2026-11-05T09:00")
    tracker.ok(f"done {slug}")
    there = f"--db '{tmp_path / 'other.db'}'"
    tracker.ok(f"{there} merge '{tracker.db}'")

    for place in ("", there):
        (sent,) = tracker.json(f"{place} applications")["applications"]
        (promise,) = sent["promises"]
        assert (promise["slug"], promise["state"]) == (slug, "claimed")
        report = tracker.ok(f"{place} export update --for taif")
        assert "influenza" not in report
        assert report.count("1 Dec 2026") == 1


def test_a_private_reason_is_not_saved_with_an_application(tracker: Tracker) -> None:
    """What is saved as promised has no private reason."""
    tracker.ok(
        "plan ppo --by 2026-12-01 --because influenza --private", "2026-11-01T09:00"
    )
    tracker.ok("applied taif")

    (sent,) = tracker.json("applications")["applications"]
    assert sent["promises"][0]["because"] == ""
    assert exports_with(tracker, "influenza") == [set()]


def test_reasons_of_one_change_are_private_one_by_one(tracker: Tracker) -> None:
    """Of two reasons for one day each has its own mark."""
    tracker.ok("plan ppo --by 2026-12-01 --because holidays", "2026-11-01T09:00")
    tracker.ok("plan ppo --because influenza --private", "2026-11-03T09:00")

    assert tracker.json("plan")["plans"][0]["because"] == (
        "holidays; influenza (added 2026-11-03)"
    )
    assert tracker.ok("plan ppo --because relapse --public") == (
        "ppo: exports print 'relapse'. Undo: tracker undo\n"
        "  1 Nov: planned for 1 Dec because holidays; influenza (added 2026-11-03)\n"
        "  (private); relapse (added 2026-11-03)\n"
    )
    assert exports_with(tracker, "influenza", "holidays") == [set(), set(KINDS)]


def test_the_same_reason_again(tracker: Tracker) -> None:
    """The same reason again is not saved twice; only --private and --public change it."""
    tracker.ok("plan ppo --by 2026-12-01 --because influenza", "2026-11-01T09:00")
    tracker.ok("plan ppo --because influenza --private")
    tracker.ok("plan ppo --because influenza")
    tracker.ok("plan ppo --by 2026-12-01 --because influenza")

    (plan,) = tracker.json("plan")["plans"]
    assert (plan["because"], plan["private"]) == ("influenza", True)
    tracker.ok("plan ppo --by 2026-12-01 --because influenza --public")
    (plan,) = tracker.json("plan")["plans"]
    assert (plan["because"], plan["private"]) == ("influenza", False)


def test_what_has_no_reason_cannot_be_private(tracker: Tracker) -> None:
    """Without a reason there is nothing to keep private."""
    tracker.ok("plan ppo --by 2026-12-01", "2026-11-01T09:00")

    refused = [
        tracker(words)
        for words in (
            "plan ppo --private",
            "plan ppo --by 2026-12-02 --private",
            "plan vae --private",
            "plan --public",
        )
    ]

    assert [(each.code, each.err.splitlines()[0]) for each in refused] == [
        (4, "The plan for ppo has no reason yet."),
        (2, "--private is about a reason, and there is none."),
        (4, "vae is not planned."),
        (2, "Name the item or milestone that you plan."),
    ]


def test_help_says_who_reads_reasons(tracker: Tracker) -> None:
    """The help of `plan` says that exports print reasons."""
    text = " ".join(tracker.ok("plan --help").split())

    assert "Exports print reasons, unless --private or --redact." in text
