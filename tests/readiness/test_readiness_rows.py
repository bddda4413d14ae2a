"""Rows that end in a reason or an address."""

from tests.conftest import Tracker

ADDRESS = "https://git.example/you/a-repository-with-a-name-that-fills-a-line"


def test_skills_keep_their_reason_whole(tracker: Tracker) -> None:
    """The reason for a skill has its day, however long it is."""
    tracker.ok("reach basic-dl-done --evidence 'certificate:Ann Lee, 5 Nov 2026'")

    assert (
        "linear-algebra  basic     shown  basic-dl-done: certificate, Ann Lee, 5 Nov 2026\n"
    ) in tracker.ok("skills")
    tracker.ok(
        "rate technical-communication very-strong --by Ann --evidence 'letter:Ann Lee, 3 Nov 2026'"
    )
    assert (
        "linear-algebra           basic        shown\n"
        "    basic-dl-done: certificate, Ann Lee, 5 Nov 2026\n"
    ) in tracker.ok("skills")


def test_new_evidence_has_its_whole_address(tracker: Tracker) -> None:
    """The address of new evidence can be copied whole."""
    tracker.ok(
        f"reach few-hundred-hour-replication --with ppo --evidence repo:{ADDRESS}"
    )
    said = tracker.ok("ready research-contributor-empirical --since 2026-11-01")

    assert f"  23 Nov  few-hundred-hour-replication  repo\n      {ADDRESS}\n" in said
    assert max(map(len, said.splitlines())) <= 80


def test_skills_keep_within_the_width(tracker: Tracker) -> None:
    """A rater's long name and a span of guide lines keep within 80 columns."""
    said = tracker.ok(
        [
            "rate",
            "own-views",
            "strong",
            "--by",
            "Someone With A Very Long Name In Several Parts Indeed",
        ]
    )
    shown = tracker.ok("skills own-views")

    assert max(map(len, [*said.splitlines(), *shown.splitlines()])) <= 80
    assert shown.startswith(
        "Views of one's own (own-views)".ljust(61) + "guide lines 268-278\n"
    )
