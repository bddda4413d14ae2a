"""Plans saved with applications, and what became of them."""

from dataclasses import replace
from datetime import date

from tests.export.test_export_promises import by_then
from tracker.export.rules.applications import (
    Application,
    FrozenPlan,
)
from tracker.export.rules.completions import Completion
from tracker.export.rules.pledges import (
    build_pledge,
    group_pledges,
    other_promises,
    plan_on,
)
from tracker.export.rules.progress import Moved, Promise
from tracker.export.rules.promises import build_promises
from tracker.plans.rules.plans import Plan
from tracker.text.periods import Period

PPO = Plan("ppo", "PPO", date(2026, 9, 1), "a start", date(2026, 6, 1))
LATER = Plan("ppo", "PPO", date(2026, 10, 1), "flu", date(2026, 7, 1))
NO_MORE = Plan("ppo", "PPO", None, "another paper", date(2026, 8, 1))
FROZEN = FrozenPlan("ppo", "PPO", date(2026, 9, 1), date(2026, 6, 1), "a start")


def sent(day: date, *plan: FrozenPlan) -> Application:
    return Application("taif", day, "30,000 USD", None, plan)


def test_the_plan_of_the_day_is_saved() -> None:
    """The plan at the end of the day is saved, whatever changed later."""
    plans = [PPO, LATER, NO_MORE]

    assert plan_on(date(2026, 5, 31), plans, {}, frozenset()) == ()
    assert plan_on(date(2026, 6, 30), plans, {}, frozenset()) == (FROZEN,)
    assert plan_on(date(2026, 7, 1), plans, {}, frozenset()) == (
        FrozenPlan("ppo", "PPO", date(2026, 10, 1), date(2026, 6, 1), "a start"),
    )
    assert plan_on(date(2026, 8, 1), plans, {}, frozenset()) == ()


def test_a_finished_plan_is_not_saved() -> None:
    """What was delivered by that day, or dropped, is not promised."""
    assert (
        plan_on(date(2026, 6, 20), [PPO], {"ppo": date(2026, 6, 20)}, frozenset()) == ()
    )
    assert plan_on(
        date(2026, 6, 20), [PPO], {"ppo": date(2026, 6, 21)}, frozenset()
    ) == (FROZEN,)
    assert plan_on(date(2026, 6, 20), [PPO], {}, frozenset({"ppo"})) == ()


def test_later_changes_are_listed() -> None:
    """A promise keeps its due day, and lists each later change and the delivery."""
    pledge = build_pledge(
        sent(date(2026, 6, 30), FROZEN),
        "A fund",
        [PPO, LATER, NO_MORE],
        by_then({"ppo": Completion(date(2026, 9, 13), shown=date(2026, 9, 13))}),
    )

    assert pledge.promises == (
        Promise(
            *("PPO", "ppo", date(2026, 6, 1), date(2026, 9, 1)),
            (
                Moved(date(2026, 7, 1), date(2026, 10, 1), "flu"),
                Moved(date(2026, 8, 1), None, "another paper"),
            ),
            because="a start",
            state="delivered",
            completed=date(2026, 9, 13),
            delivered=date(2026, 9, 13),
            late=12,
        ),
    )


def test_a_change_on_the_same_day_is_listed() -> None:
    """A change made after the application, on its day, is listed."""
    moved = Plan("ppo", "PPO", date(2026, 11, 1), "", date(2026, 6, 30))

    pledge = build_pledge(
        sent(date(2026, 6, 30), FROZEN), "A fund", [PPO, moved], by_then()
    )

    assert pledge.promises[0].moved == (
        Moved(date(2026, 6, 30), date(2026, 11, 1), ""),
    )


def test_the_day_a_promise_was_planned() -> None:
    """A promise was planned on the first day of its plan, for the first reason.

    So it is where a plan was moved before the application, and where a private reason
    or that of the move was saved.
    """
    plans = plan_on(date(2026, 7, 3), [PPO, LATER], {}, frozenset())
    flu = replace(plans[0], because="flu")
    private = PPO._replace(because="")

    for plan, first, reason in (
        (plans[0], PPO, "a start"),
        (flu, PPO, "a start"),
        (plans[0], private, ""),
    ):
        application = sent(date(2026, 7, 3), plan)
        pledge = build_pledge(application, "A fund", [first, LATER], by_then())
        assert pledge.promises == (
            Promise(
                *("PPO", "ppo", date(2026, 6, 1), date(2026, 10, 1)), because=reason
            ),
        )


def test_equal_promises_are_grouped() -> None:
    """Equal promises of two applications stand together; other plans stand apart."""
    first, second = (
        build_pledge(
            sent(date(2026, 6, n), FROZEN), f"Fund {n}", [PPO, LATER], by_then()
        )
        for n in (3, 4)
    )
    other = build_pledge(
        sent(
            date(2026, 7, 3),
            FrozenPlan("ppo", "PPO", date(2026, 10, 1), date(2026, 6, 1), ""),
        ),
        "C",
        [LATER],
        by_then(),
    )
    plan = build_promises(
        [PPO, LATER, PPO._replace(subject="gan")], by_then(), Period(None, None)
    )

    assert group_pledges([first, other, second]) == ((first, second), (other,))
    assert [promise.subject for promise in other_promises(plan, [first])] == ["gan"]
    assert other_promises(plan, []) == plan
