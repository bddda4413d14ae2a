"""What was planned against what was delivered."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.export.render.outcomes import say_outcome
from tracker.export.rules.completions import Completion
from tracker.export.rules.progress import Moved, Promise
from tracker.export.rules.promises import Outcomes, build_promises
from tracker.plans.rules.plans import Plan
from tracker.text.periods import Period

ALL = Period(None, None)


def by_then(
    completions: Mapping[str, Completion] | None = None, **others: Any
) -> Outcomes:
    """What became of subjects on the first day of 2026, unless it says otherwise."""
    given = {"given_up": (), "today": date(2026, 1, 1), **others}
    return Outcomes(completions or {}, **given)


def plan(
    due: date | None, day: date, because: str = "", subject: str = "ziegler-2019"
) -> Plan:
    return Plan(subject, "Ziegler", due, because, day)


def test_every_change_keeps_its_day_and_reason() -> None:
    """A promise is the first due day; each change has its day and reason."""
    plans = [
        plan(date(2026, 12, 1), date(2026, 11, 1)),
        plan(date(2026, 12, 20), date(2026, 11, 25), "flu"),
    ]

    done = {"ziegler-2019": Completion(date(2026, 12, 18))}
    assert build_promises(plans, by_then(done), ALL) == (
        Promise(
            *("Ziegler", "ziegler-2019", date(2026, 11, 1), date(2026, 12, 1)),
            (Moved(date(2026, 11, 25), date(2026, 12, 20), "flu"),),
            state="claimed",
            completed=date(2026, 12, 18),
            late=17,
        ),
    )


def test_a_withdrawn_promise_stays() -> None:
    """A withdrawn promise stays, its withdrawal being a change."""
    (promise,) = build_promises(
        [
            plan(date(2026, 12, 1), date(2026, 11, 1)),
            plan(None, date(2026, 11, 9), "no time"),
        ],
        by_then(),
        ALL,
    )

    assert promise.moved == (Moved(date(2026, 11, 9), None, "no time"),)
    assert promise.state == "withdrawn"


def test_promises_of_another_period_are_left_out() -> None:
    """Promises that ended before the period, or were made after it, are left out."""
    kept = [plan(date(2026, 2, 1), date(2026, 1, 1), subject="kept")]
    withdrawn = [
        plan(date(2026, 2, 1), date(2026, 1, 1), subject="off"),
        plan(None, date(2026, 1, 5), subject="off"),
    ]
    later = [plan(date(2027, 2, 1), date(2026, 12, 1), subject="later")]
    open_one = [plan(date(2026, 2, 1), date(2026, 1, 1), subject="open")]

    listed = build_promises(
        [*kept, *withdrawn, *later, *open_one],
        by_then({"kept": Completion(date(2026, 1, 20))}),
        Period(date(2026, 3, 1), date(2026, 3, 31)),
    )

    assert [p.subject for p in listed] == ["open"]


def test_a_plan_that_only_withdraws_promises_nothing() -> None:
    """A plan without a due day promises nothing."""
    assert build_promises([plan(None, date(2026, 1, 1))], by_then(), ALL) == ()


def test_changes_after_a_period_are_listed() -> None:
    """Changes and the delivery after a period's last day are listed."""
    plans = [
        plan(date(2026, 2, 1), date(2026, 1, 1)),
        plan(date(2026, 5, 1), date(2026, 4, 1), "flu"),
    ]

    (promise,) = build_promises(
        plans,
        by_then({"ziegler-2019": Completion(date(2026, 6, 1))}),
        Period(date(2026, 1, 1), date(2026, 1, 31)),
    )

    assert promise.moved == (Moved(date(2026, 4, 1), date(2026, 5, 1), "flu"),)
    assert promise.late == 120


def test_a_result_ends_the_plan_of_its_item(tracker):
    """A milestone reached with an item ends the item's plan in every command."""
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


def test_an_open_promise_past_its_last_day_is_overdue() -> None:
    """Its days are counted from the last day it was due; what was given up has none."""
    plans = [
        plan(date(2026, 2, 1), date(2026, 1, 1)),
        plan(date(2026, 3, 1), date(2026, 1, 20), "flu"),
    ]
    states = {}
    for today in (date(2026, 2, 20), date(2026, 3, 1), date(2026, 5, 23)):
        (promise,) = build_promises(plans, by_then(today=today), ALL)
        states[today] = (promise.state, promise.late, say_outcome(promise))
    dropped = by_then(given_up={"ziegler-2019"}, today=date(2026, 5, 23))
    (left,) = build_promises(plans, dropped, ALL)

    assert states == {
        date(2026, 2, 20): ("open", None, "not yet done"),
        date(2026, 3, 1): ("open", None, "not yet done"),
        date(2026, 5, 23): ("open", 83, "not yet done, 83 days overdue"),
    }
    assert (left.state, left.late, say_outcome(left)) == ("given-up", None, "given up")
