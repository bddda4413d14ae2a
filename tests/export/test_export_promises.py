"""Promised against delivered."""

from datetime import date

from tracker.export.rules.progress import Moved, Promise
from tracker.export.rules.promises import build_promises
from tracker.plans.rules.plans import Plan
from tracker.text.periods import Period

ALL = Period(None, None)


def plan(
    due: date | None, day: date, because: str = "", subject: str = "ziegler-2019"
) -> Plan:
    return Plan(subject, "Ziegler", due, because, day)


def test_every_change_keeps_its_day_and_reason() -> None:
    """The first word is the promise; each later one a change, the delivery so many days after the first date."""
    said = [
        plan(date(2026, 12, 1), date(2026, 11, 1)),
        plan(date(2026, 12, 20), date(2026, 11, 25), "flu"),
    ]

    assert build_promises(said, {"ziegler-2019": date(2026, 12, 18)}, ALL) == (
        Promise(
            *("Ziegler", "ziegler-2019", date(2026, 11, 1), date(2026, 12, 1)),
            (Moved(date(2026, 11, 25), date(2026, 12, 20), "flu"),),
            date(2026, 12, 18),
            17,
        ),
    )


def test_a_withdrawn_promise_stays() -> None:
    """Withdrawing is a change like any other, and nothing of the promise goes."""
    (found,) = build_promises(
        [
            plan(date(2026, 12, 1), date(2026, 11, 1)),
            plan(None, date(2026, 11, 9), "no time"),
        ],
        {},
        ALL,
    )

    assert found.moved == (Moved(date(2026, 11, 9), None, "no time"),)
    assert found.delivered is None


def test_promises_of_another_period_are_left_out() -> None:
    """What was kept or withdrawn before a period, or said after it, is not part of it."""
    kept = [plan(date(2026, 2, 1), date(2026, 1, 1), subject="kept")]
    withdrawn = [
        plan(date(2026, 2, 1), date(2026, 1, 1), subject="off"),
        plan(None, date(2026, 1, 5), subject="off"),
    ]
    later = [plan(date(2027, 2, 1), date(2026, 12, 1), subject="later")]
    open_one = [plan(date(2026, 2, 1), date(2026, 1, 1), subject="open")]

    found = build_promises(
        [*kept, *withdrawn, *later, *open_one],
        {"kept": date(2026, 1, 20)},
        Period(date(2026, 3, 1), date(2026, 3, 31)),
    )

    assert [p.subject for p in found] == ["open"]


def test_a_plan_that_only_withdraws_promises_nothing() -> None:
    """Without a day there was no promise."""
    assert build_promises([plan(None, date(2026, 1, 1))], {}, ALL) == ()


def test_what_came_after_a_period_is_told() -> None:
    """A promise of a period is told as it stands: changes and delivery after its last day are among it."""
    said = [
        plan(date(2026, 2, 1), date(2026, 1, 1)),
        plan(date(2026, 5, 1), date(2026, 4, 1), "flu"),
    ]

    (found,) = build_promises(
        said,
        {"ziegler-2019": date(2026, 6, 1)},
        Period(date(2026, 1, 1), date(2026, 1, 31)),
    )

    assert found.moved == (Moved(date(2026, 4, 1), date(2026, 5, 1), "flu"),)
    assert found.late == 120


def test_a_plan_ends_with_its_artefact_everywhere(tracker):
    """Once a milestone was reached with an item, its plan is kept in `plan`, in the week, and for whoever was told."""
    tracker.ok("plan ziegler-2019 --by 2026-11-30", "2026-11-20T09:00")
    tracker.ok("applied taif", "2026-11-20T09:00")
    tracker.ok(
        "reach few-hundred-hour-replication --with ziegler-2019 --evidence repo:a.example/x",
        "2026-11-23T09:00",
    )

    assert tracker("plan ziegler-2019 --by 2026-12-31", "2026-11-23T10:00").code == 4
    (plan,) = tracker.json("plan", "2026-11-24T09:00")["plans"]
    (sent,) = tracker.json("applications", "2026-11-24T09:00")["applications"]

    assert (plan["state"], plan["ended"]) == ("kept", "2026-11-23")
    assert (sent["promises"][0]["delivered"], sent["promises"][0]["late"]) == (
        "2026-11-23",
        -7,
    )
    assert "Planned:" not in tracker.ok("week", "2026-11-24T09:00")
    assert "not yet" not in tracker.ok("export progress", "2026-11-24T09:00")
    tracker.ok(
        "plan ziegler-2019 --by 2026-12-31 --because 'the second half'",
        "2026-11-24T09:00",
    )
    assert "| not yet " in tracker.ok("export progress", "2026-11-24T09:00")
