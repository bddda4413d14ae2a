"""Applications that went out: the plan frozen with them, and what came of it."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.export.rules.applications import (
    Application,
    FrozenPlan,
    has_currency,
)
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

PPO = Plan("ppo", "PPO", date(2026, 9, 1), "", date(2026, 6, 1))
LATER = Plan("ppo", "PPO", date(2026, 10, 1), "flu", date(2026, 7, 1))
NO_MORE = Plan("ppo", "PPO", None, "another paper", date(2026, 8, 1))
FROZEN = FrozenPlan("ppo", "PPO", date(2026, 9, 1), date(2026, 6, 1), "")


def sent(day: date, *plan: FrozenPlan) -> Application:
    return Application("taif", day, "30,000 USD", None, plan)


def test_the_plan_of_that_day_is_frozen() -> None:
    """What is frozen is the plan as it stood at the end of the day, whatever was said later."""
    said = [PPO, LATER, NO_MORE]

    assert plan_on(date(2026, 5, 31), said, {}, frozenset()) == ()
    assert plan_on(date(2026, 6, 30), said, {}, frozenset()) == (FROZEN,)
    assert plan_on(date(2026, 7, 1), said, {}, frozenset()) == (
        FrozenPlan("ppo", "PPO", date(2026, 10, 1), date(2026, 6, 1), "flu"),
    )
    assert plan_on(date(2026, 8, 1), said, {}, frozenset()) == ()


def test_what_was_done_by_then_is_no_promise() -> None:
    """What was delivered up to the day, or given up, is not promised; what came later was."""
    assert (
        plan_on(date(2026, 6, 20), [PPO], {"ppo": date(2026, 6, 20)}, frozenset()) == ()
    )
    assert plan_on(
        date(2026, 6, 20), [PPO], {"ppo": date(2026, 6, 21)}, frozenset()
    ) == (FROZEN,)
    assert plan_on(date(2026, 6, 20), [PPO], {}, frozenset({"ppo"})) == ()


def test_every_change_since_then_is_told() -> None:
    """A promise keeps the day that was frozen; each change since, with its day and reason, and how late it came."""
    told = build_pledge(
        sent(date(2026, 6, 30), FROZEN),
        "A fund",
        [PPO, LATER, NO_MORE],
        {"ppo": date(2026, 9, 13)},
    )

    assert told.promises == (
        Promise(
            *("PPO", "ppo", date(2026, 6, 1), date(2026, 9, 1)),
            (
                Moved(date(2026, 7, 1), date(2026, 10, 1), "flu"),
                Moved(date(2026, 8, 1), None, "another paper"),
            ),
            date(2026, 9, 13),
            12,
        ),
    )


def test_a_change_of_the_same_day_counts_once_it_was_frozen() -> None:
    """A plan that moves later on the very day the application went out has moved since."""
    moved = Plan("ppo", "PPO", date(2026, 11, 1), "", date(2026, 6, 30))

    told = build_pledge(sent(date(2026, 6, 30), FROZEN), "A fund", [PPO, moved], {})

    assert told.promises[0].moved == (Moved(date(2026, 6, 30), date(2026, 11, 1), ""),)


def test_a_promise_was_said_when_its_day_was_said() -> None:
    """What was moved before it went out was promised for the later day, on the day that one was said."""
    moved = FrozenPlan("ppo", "PPO", date(2026, 10, 1), date(2026, 6, 1), "flu")

    told = build_pledge(sent(date(2026, 7, 3), moved), "A fund", [PPO, LATER], {})

    assert (told.promises[0].due, told.promises[0].said) == (
        date(2026, 10, 1),
        date(2026, 7, 1),
    )


def test_what_two_were_promised_alike_is_told_once() -> None:
    """Applications that promised the same stand side by side; of a plan only what none of them tells is left."""
    first, second = (
        build_pledge(sent(date(2026, 6, n), FROZEN), f"Fund {n}", [PPO, LATER], {})
        for n in (3, 4)
    )
    other = build_pledge(
        sent(
            date(2026, 7, 3),
            FrozenPlan("ppo", "PPO", date(2026, 10, 1), date(2026, 6, 1), ""),
        ),
        "C",
        [LATER],
        {},
    )
    plan = build_promises(
        [PPO, LATER, replace(PPO, subject="gan")], {}, Period(None, None)
    )

    assert group_pledges([first, other, second]) == ((first, second), (other,))
    assert [promise.subject for promise in other_promises(plan, [first])] == ["gan"]
    assert other_promises(plan, []) == plan


def test_what_was_promised_to_another_is_not_told(tracker) -> None:
    """An update or a form for one giver tells what was promised to them, under whichever of their forms; no more."""
    tracker.ok("plan ppo --by 2026-11-30", "2026-11-01T09:00")
    tracker.ok("applied manifund-project --asked '9,000 USD'", "2026-11-02T09:00")
    tracker.ok("applied taif --asked '40,000 USD'", "2026-11-03T09:00")

    for words in (
        "export update --for manifund-update",
        "export application --for manifund-update",
    ):
        text = tracker.ok(words)
        assert (
            "Promised to Manifund project (regular grant) on 2 Nov 2026, asked for 9,000 USD:"
            in text
        )
        assert "40,000" not in text
    assert "40,000" not in tracker.ok("export update --for emergent-ventures")
    assert (
        "2 Nov 2026, asked for 9,000 USD; Promised to Transformative AI Fund"
        in tracker.ok("export update")
    )


@pytest.mark.parametrize(
    "asked", ["3,000 USD", "$3000", "3k eur", "3 000 €", "30 thousand pounds"]
)
def test_an_amount_of_some_money(asked: str) -> None:
    """A word or a sign beside the number is its currency."""
    assert has_currency(asked)


@pytest.mark.parametrize("asked", ["3000", "3,000", "3 000.50", "30k", "3'000", "2m"])
def test_a_bare_amount(asked: str) -> None:
    """A number alone, also one in thousands, is of no currency."""
    assert not has_currency(asked)


def test_what_was_kept_twice_is_remarked_and_told_once(tracker) -> None:
    """A second application to one giver on one day is kept with a remark; a report names the giver once."""
    tracker.ok("plan ppo --by 2026-11-30", "2026-11-01T09:00")
    assert tracker("applied taif --asked 3000", "2026-11-02T09:00").err == (
        "3000 has no currency. To add it: tracker undo, then\n"
        "tracker applied taif --asked '3000 USD'\n"
    )
    assert tracker("applied taif --asked '3,000 USD'").err == (
        "You already recorded an application to Transformative AI Fund on Mon 2 Nov,\n"
        "asked for 3000. If this is the same one: tracker undo\n"
    )
    tracker.ok("applied taif --asked '3,000 USD'")
    assert tracker("applied taif --asked '4,000 USD'", "2026-11-03T09:00").err == ""

    assert (
        "Promised to Transformative AI Fund on 2 Nov 2026, asked for 3000; on 2 Nov 2026, asked for 3,000 USD; "
        "on 3 Nov 2026, asked for 4,000 USD:\n"
    ) in tracker.ok("export progress")


def test_applied(tracker) -> None:
    """`applied` says what was frozen; moving the plan afterwards changes nothing of it; undo takes it back."""
    tracker.ok(
        "plan ppo --by 2026-12-20 --because 'before the holidays'", "2026-11-20T09:00"
    )

    assert tracker.ok("applied taif --asked '30,000 USD'", "2026-11-20T10:00") == (
        "Recorded: applied to Transformative AI Fund, Fri 20 Nov, asked for 30,000 USD.\n"
        "Undo: tracker undo\n"
        "Saved as promised, your plan of that day:\n"
        "  Proximal Policy Optimization Algorithms, planned for Sun 20 Dec\n"
    )
    tracker.ok("plan ppo --by 2026-12-31 --because 'longer runs'", "2026-11-23T14:30")
    assert tracker.json("applications")["applications"] == [
        {
            "funder": "taif",
            "title": "Transformative AI Fund",
            "day": "2026-11-20",
            "asked": "30,000 USD",
            "file": None,
            "promises": [
                {
                    "slug": "ppo",
                    "title": "Proximal Policy Optimization Algorithms",
                    "due": "2026-12-20",
                    "said": "2026-11-20",
                    "because": "before the holidays",
                    "moved": [
                        {
                            "day": "2026-11-23",
                            "due": "2026-12-31",
                            "because": "longer runs",
                        }
                    ],
                    "delivered": None,
                    "late": None,
                }
            ],
        }
    ]
    assert tracker.ok("applications") == (
        "Fri 20 Nov: Transformative AI Fund, asked for 30,000 USD\n"
        "  Proximal Policy Optimization Algorithms, planned for Sun 20 Dec; moved to Thu\n"
        "  31 Dec\n"
    )
    for _ in range(2):
        tracker.ok("undo")
    assert tracker.ok("applications") == (
        "No applications recorded yet. To record one:\n  tracker applied taif --asked '30,000 USD'\n"
    )


def test_an_application_of_an_earlier_day(tracker) -> None:
    """One that went out earlier has the plan as it stood then; a closed funder is remarked."""
    tracker.ok("plan ppo --by 2026-12-20", "2026-10-01T09:00")
    tracker.ok("plan ppo --by 2027-01-20", "2026-11-01T09:00")

    said = tracker("applied ltff --on 2026-10-15", "2026-11-23T14:30")

    assert (said.code, said.err) == (
        0,
        "Long-Term Future Fund is closed, as of 2026-10-01.\n",
    )
    assert (
        "  Proximal Policy Optimization Algorithms, planned for Sun 20 Dec" in said.out
    )
    assert tracker.ok("applications").splitlines()[1:] == [
        "  Proximal Policy Optimization Algorithms, planned for Sun 20 Dec; moved to Wed",
        "  20 Jan 2027",
    ]


def test_what_was_promised_is_in_reports(tracker) -> None:
    """A report and an update set the frozen plan against what came of it, with reasons; redacted ones without."""
    tracker.ok(
        "plan ppo --by 2026-11-20 --because 'before the holidays'", "2026-11-01T09:00"
    )
    tracker.ok("applied taif", "2026-11-02T09:00")
    tracker.ok(
        "plan ppo --by 2026-12-20 --because 'two weeks of flu'", "2026-11-15T09:00"
    )
    tracker.ok("done ppo", "2026-11-23T09:00")

    for words in ("export progress", "export update", "export update --for taif"):
        text = tracker.ok(words, "2026-11-23T14:30")
        part = text[text.index("Promised to Transformative AI Fund on 2 Nov 2026:\n") :]
        assert (
            "| 20 Nov 2026 | 1 Nov 2026: before the holidays | to 20 Dec 2026 on 15 Nov 2026: two weeks of flu "
            "| 23 Nov 2026, 3 days late |"
        ) in part
        for form in ("md", "json"):
            redacted = tracker.ok(
                f"{words} --redact --format {form}", "2026-11-23T14:30"
            )
            assert not [word for word in ("flu", "holidays") if word in redacted]


def test_days_that_had_passed_are_named(tracker) -> None:
    """A plan whose day is over when an application goes out is frozen all the same, and named; one due then is not."""
    tracker.ok("plan ppo --by 2026-11-20", "2026-11-02T12:00")
    tracker.ok("plan fastai --by 2026-11-23")

    assert tracker("applied taif", "2026-11-23T12:00").err == (
        "Promised for a date that had already passed: ppo (2026-11-20). To promise a\n"
        "later date: tracker undo, then tracker plan ITEM --by DATE, then\n"
        "tracker applied again.\n"
    )
    assert [
        each["due"]
        for each in tracker.json("applications")["applications"][0]["promises"]
    ] == [
        "2026-11-20",
        "2026-11-23",
    ]


def test_nothing_planned_is_said(tracker) -> None:
    """Without a plan an application promises nothing, and says so."""
    said = tracker.ok("applied taif")

    assert (
        "You had no plan on that day, so no plan was saved as promised."
        in said.replace("\n", " ")
    )
    assert max(map(len, said.splitlines())) <= 80


def test_refusals(tracker, tmp_path) -> None:
    """An amount of nothing (2), a file that is not there (6) and a day to come (4) are refused, and nothing is kept."""
    words = (
        "applied taif --asked ' '",
        "applied taif --file none.md",
        "applied taif --on tomorrow",
    )
    long = f"applied taif --file {'a' * 300}"

    assert [tracker(each).code for each in (*words, long)] == [2, 6, 4, 6]
    assert tracker.json("applications")["applications"] == []
