"""Applications as commands: recorded with the plan of the day, listed, and reported on."""

from pathlib import Path

import pytest

from tracker.export.rules.applications import (
    has_currency,
)


def test_a_promise_is_told_to_its_funder_only(tracker) -> None:
    """An export for a funder tells only what was promised to that funder."""
    tracker.ok("plan ppo --by 2026-11-30", "2026-11-01T09:00")
    tracker.ok("applied manifund-project --asked '9,000 USD'", "2026-11-02T09:00")
    tracker.ok("applied taif --asked '40,000 USD'", "2026-11-03T09:00")

    for words in (
        "export update --for manifund-update",
        "export application --for manifund-update",
    ):
        text = tracker.ok(words)
        assert (
            "Promised in the application to Manifund project (regular grant) on 2 Nov 2026, asked for 9,000 USD:"
            in text
        )
        assert "40,000" not in text
    assert "40,000" not in tracker.ok("export update --for emergent-ventures")
    for words in ("export update", "export progress"):
        text = tracker.ok(words)
        assert "## Planned and done\n" in text
        assert not [word for word in ("romised", "Manifund", ",000") if word in text]


@pytest.mark.parametrize(
    "asked", ["3,000 USD", "$3000", "3k eur", "3 000 €", "30 thousand pounds"]
)
def test_an_amount_with_a_currency(asked: str) -> None:
    """A word or a sign beside the number is its currency."""
    assert has_currency(asked)


@pytest.mark.parametrize("asked", ["3000", "3,000", "3 000.50", "30k", "3'000", "2m"])
def test_an_amount_without_a_currency(asked: str) -> None:
    """A number alone has no currency, nor has one in thousands."""
    assert not has_currency(asked)


def test_a_second_application_is_remarked(tracker) -> None:
    """A second application of a day is remarked; a report names its funder once."""
    tracker.ok("plan ppo --by 2026-11-30", "2026-11-01T09:00")
    assert tracker("applied taif --asked 3000", "2026-11-02T09:00").err == (
        "3000 has no currency. To add it:\n  tracker undo\n"
        "  tracker applied taif --asked '3000 USD'\n"
        "To mark the milestone of an application as reached:\n"
        "  tracker reach funding-application\n"
    )
    tracker.ok("reach funding-application")
    assert tracker("applied taif --asked '3,000 USD'").err == (
        "You already recorded an application to Transformative AI Fund on Mon 2 Nov,\n"
        "asked for 3000. If this is the same one: tracker undo\n"
    )
    tracker.ok("applied taif --asked '3,000 USD'")
    assert tracker("applied taif --asked '4,000 USD'", "2026-11-03T09:00").err == ""

    assert (
        "Promised in the application to Transformative AI Fund on 2 Nov 2026, asked for 3000; on 2 Nov 2026, asked for 3,000 USD; "
        "on 3 Nov 2026, asked for 4,000 USD:\n"
    ) in tracker.ok("export update --for taif")


def test_applied(tracker) -> None:
    """`applied` saves the plan; a later change does not alter it; undo removes it."""
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
    (application,) = tracker.json("applications")["applications"]
    assert [application] == [
        {
            "id": application["id"],
            "kind": "application",
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
                    "state": "open",
                    "completed": None,
                    "delivered": None,
                    "late": None,
                    "links": [],
                    "ledger": None,
                    "has_hours": None,
                }
            ],
        }
    ]
    assert tracker.ok("applications") == (
        f"{application['id'][:6]} Fri 20 Nov: applied to Transformative AI Fund, "
        "asked for 30,000 USD\n"
        "  Proximal Policy Optimization Algorithms, planned for Sun 20 Dec; moved to Thu\n"
        "  31 Dec\n"
    )
    for _ in range(2):
        tracker.ok("undo --older")
    assert tracker.ok("applications") == (
        "No applications recorded yet. To record one:\n  tracker applied taif --asked '30,000 USD'\n"
    )


def test_what_to_type_again_is_whole(
    tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines that promise a later date repeat all options; a report is named so."""
    tracker.ok("plan ppo --by 2026-11-20", "2026-11-19T09:00")
    monkeypatch.chdir(tmp_path)
    Path("sent report.md").touch()
    words = "applied manifund-update --asked '500 USD' --file 'sent report.md'"
    late = (
        "Promised for a date that had already passed: ppo (2026-11-20).\n"
        "To promise a later date:\n  tracker undo\n  tracker plan ppo --by DAY\n"
        f"  tracker {words}\n"
    )

    assert tracker(words, "2026-11-23T14:30").err == late
    assert tracker(words).err == (
        "You already recorded Manifund progress update on Mon 23 Nov, asked for 500 USD.\n"
        f"If this is the same one: tracker undo\n{late}"
    )


def test_a_plan_made_again_after_it_was_withdrawn(tracker) -> None:
    """A plan withdrawn and made again is planned again, not moved."""
    tracker.ok("plan ppo --by 2026-12-20", "2026-11-20T09:00")
    tracker.ok("applied taif")
    tracker.ok("plan ppo --withdraw --because flu", "2026-11-21T09:00")
    tracker.ok("plan ppo --by 2026-12-31 --because well", "2026-11-22T09:00")

    changes = (
        "withdrawn on 21 Nov 2026: flu",
        "planned again on 22 Nov 2026 for 31 Dec 2026: well",
    )
    exports = [
        " ".join(tracker.ok(f"export update --for taif --format {form}").split())
        for form in ("md", "txt")
    ]
    assert "; ".join(changes) in exports[0]
    assert " ".join(changes) in exports[1]
    assert tracker.ok("applications").endswith(
        "planned for Sun 20 Dec; planned again\n  for Thu 31 Dec\n"
    )
    tracker.ok("plan ppo --by 2027-01-20")
    assert "to 20 Jan 2027 on 22 Nov 2026" in tracker.ok("export update --for taif")
    assert "; moved to Wed\n" in tracker.ok("applications")


def test_an_application_of_an_earlier_day(tracker) -> None:
    """With --on the plan of that day is saved; a closed funder is remarked."""
    tracker.ok("plan ppo --by 2026-12-20", "2026-10-01T09:00")
    tracker.ok("plan ppo --by 2027-01-20", "2026-11-01T09:00")

    output = tracker("applied ltff --on 2026-10-15", "2026-11-23T14:30")

    assert (output.code, output.err) == (
        0,
        "Long-Term Future Fund is closed as of 1 Oct 2026.\n"
        "To mark the milestone of an application as reached:\n"
        "  tracker reach funding-application --on 2026-10-15\n",
    )
    assert (
        "  Proximal Policy Optimization Algorithms, planned for Sun 20 Dec"
        in output.out
    )
    assert tracker.ok("applications").splitlines()[1:] == [
        "  Proximal Policy Optimization Algorithms, planned for Sun 20 Dec; moved to Wed",
        "  20 Jan 2027",
    ]


def test_reports_compare_promises_with_deliveries(tracker) -> None:
    """Reports list plans, changes and what came of them; redacted ones no reasons."""
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
        is_promise = "--for" in words
        assert ("\n## Promised and delivered\n" in text) == is_promise
        assert ("\n## Planned and done\n" in text) == (not is_promise)
        assert (
            "| 20 Nov 2026 | 1 Nov 2026: before the holidays | to 20 Dec 2026 on 15 Nov 2026: two weeks of flu "
            "| claimed done 23 Nov 2026, 3 days late; no evidence yet; no hours logged |"
        ) in text
        for form in ("md", "json"):
            redacted = tracker.ok(
                f"{words} --redact --format {form}", "2026-11-23T14:30"
            )
            assert not [word for word in ("flu", "holidays") if word in redacted]


def test_a_promise_for_a_past_day_is_remarked(tracker) -> None:
    """A plan for a day before the application is saved and named; for that day, not."""
    tracker.ok("plan ppo --by 2026-11-20", "2026-11-02T12:00")
    tracker.ok("plan fastai --by 2026-11-23")
    tracker.ok("drop funding-application")

    words = "applied taif --asked '3,000 USD'"
    assert tracker(words, "2026-11-23T12:00").err == (
        "Promised for a date that had already passed: ppo (2026-11-20).\n"
        "To promise a later date:\n  tracker undo\n  tracker plan ppo --by DAY\n"
        "  tracker applied taif --asked '3,000 USD'\n"
    )
    assert [
        each["due"]
        for each in tracker.json("applications")["applications"][0]["promises"]
    ] == [
        "2026-11-20",
        "2026-11-23",
    ]


def test_the_milestone_of_an_application(tracker) -> None:
    """The milestone of an application is pointed to until it is reached or dropped."""
    hint = (
        "To mark the milestone of an application as reached:\n"
        "  tracker reach funding-application\n"
    )

    tracker.ok("log ppo 1h")
    assert tracker("applied taif").err == hint
    assert tracker("applied manifund-project").err == hint
    assert tracker("applied taif --report").err == ""
    tracker.ok("drop funding-application")
    assert tracker("applied emergent-ventures").err == ""
    tracker.ok("reopen funding-application")
    tracker.ok("reach funding-application")
    assert tracker("applied emergent-ventures --on 2026-11-20").err == ""


def test_a_corrected_command_is_the_whole_one(tracker) -> None:
    """The command with a currency has all that was typed."""
    words = "applied taif --report --on 2026-11-20"

    for typed, corrected in (
        ("--asked 3000", "--asked '3000 USD'"),
        ("--asked=3000", "'--asked=3000 USD'"),
    ):
        last = tracker(f"{words} {typed}").err.splitlines()[-1]
        assert last == f"  tracker {words} {corrected}"
        tracker.ok("undo")


def test_an_application_without_a_plan(tracker) -> None:
    """Without a plan nothing is promised, and the answer says so."""
    output = tracker.ok("applied taif")

    assert (
        "You had no plan on that day, so no plan was saved as promised."
        in output.replace("\n", " ")
    )
    assert max(map(len, output.splitlines())) <= 80


def test_refusals(tracker, tmp_path) -> None:
    """No amount (2), a missing file (6) and a future day (4) are refused."""
    words = (
        "applied taif --asked ' '",
        "applied taif --file none.md",
        "applied taif --on tomorrow",
    )
    long = f"applied taif --file {'a' * 300}"

    assert [tracker(each).code for each in (*words, long)] == [2, 6, 4, 6]
    assert tracker.json("applications")["applications"] == []
