"""`plan`: by which day, why it moved, and whether it was on time."""

from datetime import date

import pytest

from tests.plans.harness import NO_PACE
from tracker.errors import Refused
from tracker.milestones.rules.records import Milestone, Result
from tracker.plans.rules.plan_checks import check_due
from tracker.plans.rules.plans import (
    Plan,
    PlanChange,
    PlanStatus,
    end_days,
    plan_end_days,
    plan_statuses,
)
from tracker.readiness.rules.records import Facts

JAN, FEB = date(2027, 1, 31), date(2027, 2, 14)
SET, MOVED = date(2026, 11, 24), date(2026, 12, 20)


def test_plan_states() -> None:
    """A plan is open, kept, late, withdrawn or left; without a day there is none."""
    entries = [
        Plan(name, name, JAN, "", SET)
        for name in ("open", "kept", "late", "off", "left")
    ]
    entries += [
        Plan("off", "off", None, "no time", MOVED),
        Plan("never", "never", None, "", SET),
    ]

    statuses = plan_statuses(entries, {"kept": JAN, "late": FEB}, {"left"})

    assert {plan.subject: plan.state for plan in statuses} == {
        "kept": "kept",
        "late": "late",
        "left": "left",
        "off": "withdrawn",
        "open": "open",
    }


def test_withdrawing_is_no_move() -> None:
    """A plan made again keeps every change; only new days count as moves."""
    entries = [
        Plan("x", "X", JAN, "", SET),
        Plan("x", "X", None, "flu", MOVED),
        Plan("x", "X", FEB, "", MOVED),
    ]

    (plan,) = plan_statuses(entries, {}, ())

    assert plan == PlanStatus(
        "x",
        "X",
        FEB,
        SET,
        JAN,
        (PlanChange(MOVED, JAN, None, "flu"), PlanChange(MOVED, None, FEB, "")),
        "open",
    )
    assert plan.moves == 1


def test_implied_milestones_end_on_the_same_day() -> None:
    """A milestone ends with the first result of itself or of one that implies it."""
    facts = Facts(
        milestones=(
            Milestone("big", "Big", covers=("small",)),
            Milestone("small", "Small"),
        ),
        results=(Result("big", None, JAN, JAN), Result("small", None, FEB, FEB)),
    )

    assert end_days(facts) == {"big": JAN, "small": JAN}


def test_result_ends_the_plan_of_its_item() -> None:
    """An item's plan ends with its first result; a later plan opens it again."""
    facts = Facts(
        milestones=(Milestone("big", "Big"),), results=(Result("big", "x", JAN, FEB),)
    )
    plan = Plan("x", "X", FEB, "", SET)
    again = Plan("x", "X", date(2027, 3, 31), "the rest of it", date(2027, 2, 15))

    assert plan_end_days(facts, [plan]) == {"big": JAN, "x": JAN}
    assert plan_end_days(facts, [plan, again]) == {"big": JAN}


def test_today_can_be_planned_and_yesterday_not() -> None:
    """A plan is for today or later."""
    check_due("x", SET, None, SET)

    with pytest.raises(Refused):
        check_due("x", SET, None, MOVED)


def test_plan_is_set_moved_and_done(tracker):
    """The list shows each move with its reason, and how many days late it was done."""
    assert tracker.ok('plan fastai --by "31 jan"', "2026-11-24T12:00") == (
        "fastai: planned for 31 Jan 2027, in 68 days. Undo: tracker undo\n"
    )
    assert tracker.ok(
        'plan fastai --by "14 feb" --because "two weeks of flu"', "2026-12-20T12:00"
    ) == (
        "fastai: moved from 31 Jan 2027 to 14 Feb 2027, in 56 days; moved once so far.\n"
        "Undo: tracker undo\n"
        "  Reason: two weeks of flu\n"
    )
    assert tracker.ok('plan fastai --by "1 mar"', "2027-01-10T12:00").endswith(
        "  To add a reason: tracker plan fastai --because WHY\n"
    )
    tracker.ok('plan ppo --by "20 jan"')
    tracker.ok('plan mit-1806 --by "1 apr"')
    tracker.ok('plan mit-1806 --withdraw --because "known already"')
    assert tracker.ok("plan", "2027-01-25T12:00") == (
        "Planned\n"
        "  Proximal Policy Optimization Algorithms (ppo)\n"
        "    planned for 20 Jan, which has passed; set 10 Jan, not moved\n"
        "  Practical Deep Learning for Coders (fastai)\n"
        "    planned for 1 Mar, in 35 days; set 24 Nov 2026, moved twice\n"
        "    20 Dec 2026: moved from 31 Jan to 14 Feb because two weeks of flu\n"
        "    10 Jan: moved from 14 Feb to 1 Mar; no reason given\n"
        "No longer planned\n"
        "  MIT 18.06 Linear Algebra (mit-1806)\n"
        "    withdrawn; it was planned for 1 Apr, set 10 Jan\n"
        "    10 Jan: withdrawn because known already\n"
        "To move a plan whose day has passed: tracker plan ppo --by DAY --because WHY\n"
    )
    tracker.ok("done ppo")
    tracker.ok("done fastai", "2027-03-04T12:00")
    assert tracker.ok("plan").split("No longer planned")[0] == (
        "Done\n"
        "  Proximal Policy Optimization Algorithms (ppo)\n"
        "    claimed done 25 Jan, planned for 20 Jan, 5 days late\n"
        "  Practical Deep Learning for Coders (fastai)\n"
        "    claimed done 4 Mar, planned for 1 Mar, 3 days late\n"
        "    20 Dec 2026: moved from 31 Jan to 14 Feb because two weeks of flu\n"
        "    10 Jan: moved from 14 Feb to 1 Mar; no reason given\n"
    )


def test_what_evidence_shows_is_done(tracker):
    """A plan is done where evidence shows it, also by a milestone that covers it."""
    for slug in ("ppo", "rl-replication", "replication-done"):
        tracker.ok(f"plan {slug} --by 2026-12-31")
    tracker.ok("reach rl-replication --with ppo")
    assert tracker.ok("plan").count("claimed done 23 Nov") == 3

    tracker.ok("reach rl-replication --with ppo --evidence repo:a.example/p")

    assert "claimed" not in tracker.ok("plan")


def test_reason_can_be_added_later(tracker):
    """A later reason joins the last entry, with the day on which it was added."""
    tracker.ok("plan fastai --by 2027-01-31")
    assert tracker.ok("plan fastai --because 'main result'") == (
        "fastai: the plan has this reason. Undo: tracker undo\n"
        "  23 Nov: planned for 31 Jan 2027 because main result\n"
    )
    tracker.ok("plan fastai --by 2027-02-14", "2026-12-20T12:00")
    tracker.ok("plan fastai --by 2027-02-14 --because flu", "2026-12-24T12:00")
    tracker.ok("plan fastai --because travel")

    assert tracker.ok("plan") == (
        "Planned\n"
        "  Practical Deep Learning for Coders (fastai)\n"
        "    planned for 14 Feb 2027, in 52 days; set 23 Nov, moved once\n"
        "    23 Nov: planned for 31 Jan 2027 because main result\n"
        "    20 Dec: moved from 31 Jan 2027 to 14 Feb 2027 because flu (added\n"
        "    2026-12-24); travel (added 2026-12-24)\n"
    )
    tracker.ok("plan fastai --withdraw", "2027-01-02T12:00")
    tracker.ok("plan fastai --because 'another book'", "2027-01-03T12:00")
    (plan,) = tracker.json("plan")["plans"]
    assert (plan["state"], plan["changes"][-1]["because"]) == (
        "withdrawn",
        "another book (added 2027-01-03)",
    )
    for _ in range(5):
        tracker.ok("undo --older")
    assert tracker.json("plan")["plans"][0]["because"] == "main result"


def test_one_plan(tracker):
    """With a name, only the plan of that item is listed; part of the name is enough."""
    tracker.ok("plan fastai --by 2027-01-31")
    tracker.ok("plan ppo --by 2027-02-28")

    assert (
        tracker.ok("plan 'deep learning for coders'")
        == "Planned\n  Practical Deep Learning for Coders (fastai)\n"
        "    planned for 31 Jan 2027, in 69 days; set 23 Nov, not moved\n"
    )
    assert (
        tracker.ok("plan mit-1806")
        == "mit-1806 is not planned. To plan it:\n  tracker plan mit-1806 --by DAY\n"
    )


def test_first_reason_is_shown(tracker):
    """The first reason is shown when saved, and above the changes."""
    tracker.ok("log fastai 1h")
    assert tracker.ok('plan fastai --by "31 jan" --because "main result"') == (
        "fastai: planned for 31 Jan 2027, in 69 days. Undo: tracker undo\n  Reason: main result\n"
    )
    tracker.ok("plan fastai --by 2027-02-14 --because flu", "2026-12-20T12:00")

    assert tracker.ok("plan") == (
        "Planned\n"
        "  Practical Deep Learning for Coders (fastai)\n"
        "    planned for 14 Feb 2027, in 56 days; set 23 Nov, moved once\n"
        "    23 Nov: planned for 31 Jan 2027 because main result\n"
        "    20 Dec: moved from 31 Jan 2027 to 14 Feb 2027 because flu\n"
    )


@pytest.mark.parametrize(
    ("day", "by"),
    [
        ("2026-12-09", "by 10 Dec, in 1 day."),
        ("2026-12-10", "by today."),
        ("2026-12-11", "by 10 Dec, which has passed. To move it:"),
    ],
)
def test_week_says_when_a_plan_is_due(tracker, day, by):
    """The week says that a plan is for today, or that its day has passed."""
    tracker.ok("log fastai 1h")
    tracker.ok("plan fastai --by 2026-12-10")

    assert f"\nPlanned: fastai {by}\n" in tracker.ok("week", f"{day}T12:00")


def test_nothing_planned(tracker):
    """An empty list says how to plan."""
    assert tracker.ok("plan") == (
        "Nothing is planned. To plan an item or a milestone:\n"
        "  tracker plan fastai --by 2027-01-31\n"
    )


@pytest.mark.parametrize(
    ("command", "code", "why"),
    [
        (
            "plan fastai --by 2026-11-22",
            4,
            "2026-11-22 has passed. A plan needs today or a later day.",
        ),
        ("plan fastai --by 2027-01-31", 4, "fastai is already planned for 2027-01-31."),
        (
            "plan python-done --by 2027-01-31",
            4,
            "python-done is done since 2026-11-23.",
        ),
        ("plan mit-6006 --by 2027-01-31", 4, "mit-6006 is skipped or dropped."),
        ("plan ppo --withdraw", 4, "ppo is not planned."),
        (
            "plan nonsense --by 2027-01-31",
            3,
            "There is no item or milestone called 'nonsense'.",
        ),
        ("plan fastai --by soon", 2, "'soon' is not a day."),
        (
            "plan research-lead-empirical --by 2027-01-31",
            3,
            "research-lead-empirical is a role, not an item or milestone.",
        ),
        ("plan --by 2027-01-31", 2, "Name the item or milestone that you plan."),
        ("plan ppo --because flu", 4, "ppo is not planned."),
        ("plan fastai --because WHY", 2, "WHY is a placeholder, to be replaced."),
        ("plan --because flu", 2, "Name the item or milestone that you plan."),
        (
            "plan fastai --by 2027-01-31 --because ' '",
            4,
            "fastai is already planned for 2027-01-31.",
        ),
        (
            "plan fastai --by 2027-03-01 --withdraw",
            2,
            "--by and --withdraw do not go together.",
        ),
    ],
)
def test_invalid_plans_are_refused(tracker, command, code, why):
    """A plan that cannot be is refused, and nothing is written."""
    tracker.ok("plan fastai --by 2027-01-31")
    tracker.ok("done python-done")
    tracker.ok("drop mit-6006")
    before = tracker.json("plan")

    output = tracker(command)

    assert (output.code, output.out, output.err.splitlines()[0]) == (code, "", why)
    assert tracker.json("plan") == before


def test_week_names_the_plans_due_next(tracker):
    """The week has the three plans due next, and says how many more there are."""
    tracker.ok("log fastai 1h")
    for number, item in enumerate(("fastai", "ppo", "dqn", "lora", "dpo"), 1):
        tracker.ok(f"plan {item} --by 2026-12-{number:02}")

    lines = [
        line
        for line in tracker.ok("week").splitlines()
        if line.startswith(("Planned", "2 more"))
    ]
    assert [line.partition(" by")[0] for line in lines[:3]] == [
        "Planned: fastai",
        "Planned: ppo",
        "Planned: dqn",
    ]
    assert lines[3:] == ["2 more plans: tracker plan"]
    assert len(tracker.json("week")["planned"]) == 5


def test_hints_work(tracker):
    """The hint for an unreadable day shows days to come; the hint for a role works."""
    assert tracker("plan fastai --by soon").err.splitlines()[1] == (
        'Type it like 2027-01-31, tomorrow, fri, "in 3 weeks" or "12 may".'
    )
    hint = tracker("plan research-lead-empirical --by 2027-01-31").err.splitlines()[1]
    tracker.ok(hint.partition("tracker ")[2])


def test_undo(tracker):
    """Undo takes back only the last change."""
    tracker.ok("plan fastai --by 2027-01-31")
    before = tracker.json("plan")
    tracker.ok("plan fastai --by 2027-02-14")
    tracker.ok("undo")

    assert tracker.json("plan") == before


def test_as_json(tracker):
    """Every change has its day and reason."""
    tracker.ok("plan fastai --by 2027-01-31", "2026-11-24T12:00")
    tracker.ok("plan fastai --by 2027-02-14 --because flu", "2026-12-20T12:00")

    assert tracker.json("plan") == {
        "schema": 1,
        "kind": "plan",
        "plans": [
            {
                "slug": "fastai",
                "title": "Practical Deep Learning for Coders",
                "state": "open",
                "due": "2027-02-14",
                "set": "2026-11-24",
                "first": "2027-01-31",
                "because": "",
                "private": False,
                "moves": 1,
                "ended": None,
                "claimed": False,
                "changes": [
                    {
                        "day": "2026-12-20",
                        "was": "2027-01-31",
                        "due": "2027-02-14",
                        "because": "flu",
                        "private": False,
                    }
                ],
            }
        ],
        "pace": NO_PACE,
    }
