"""What changed since a day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.readiness.builders import (
    DAY,
    HOUR,
    item,
    milestone,
    needs,
    rating,
    result,
    role,
)
from tests.readiness.test_readiness_properties import ASKED, FACTS, check_never_lower
from tracker.milestones.rules.records import Evidence
from tracker.readiness.rules.changes import NewEvidence, facts_as_of, find_changes
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.support import Strength

BEFORE = DAY - timedelta(days=30)
BUILT = milestone("built", skills={"python": "basic"})


def stronger(
    facts: Facts, day: date, seconds: dict[str, int] | None = None
) -> list[tuple[str, Strength, Strength]]:
    """The requirements that are stronger than on the evening of `day`: before, and now."""
    asked = role(needs("built"), needs("python", "basic"))
    now = judge_readiness(asked, None, facts)
    changed = find_changes(
        day,
        judge_readiness(asked, None, facts_as_of(facts, day, seconds or {})),
        now,
        facts,
    )
    return [
        (line.requirement.slug, was, line.strength)
        for line, was in changed.stronger_lines
    ]


def test_a_result_counts_from_its_day() -> None:
    """A result counts from the day it was reached, even if recorded later."""
    facts = Facts(milestones=(BUILT,), results=(result("built"),))
    early = facts._replace(results=(facts.results[0]._replace(day=BEFORE),))

    assert stronger(facts, BEFORE) == [
        ("built", Strength.NONE, Strength.PRACTISED),
        ("python", Strength.NONE, Strength.PRACTISED),
    ]
    assert stronger(early, BEFORE) == []


def test_evidence_counts_from_its_day() -> None:
    """Evidence that is given later makes an earlier result stronger from then on."""
    shown = result("built", "repo")._replace(day=BEFORE)
    facts = Facts(milestones=(BUILT,), results=(shown,))

    assert stronger(facts, BEFORE)[0] == ("built", Strength.PRACTISED, Strength.SHOWN)
    changed = find_changes(
        BEFORE,
        judge_readiness(role(), None, facts),
        judge_readiness(role(), None, facts),
        facts,
    )
    assert changed.evidence == (
        NewEvidence("built", Evidence("repo", "https://example.org/built/repo", DAY)),
    )


def test_hours_are_those_until_the_day() -> None:
    """An item practises its skills by the hours logged until the day."""
    facts = Facts(
        items=(item("course", logged=12, skills=("python",)),), milestones=(BUILT,)
    )

    assert stronger(facts, BEFORE, {"course": 9 * HOUR}) == [
        ("python", Strength.NONE, Strength.PRACTISED)
    ]
    assert stronger(facts, BEFORE, {"course": 10 * HOUR}) == []


def test_a_state_counts_from_its_day() -> None:
    """A state set on the day itself counts; one set the day after is replaced."""
    done = Facts(
        items=(item("course", state="done", state_day=BEFORE, skills=("python",)),),
        milestones=(BUILT,),
    )
    later = done._replace(
        items=(done.items[0]._replace(state_day=BEFORE + timedelta(days=1)),)
    )
    changed = [
        find_changes(
            BEFORE, judge_readiness(ASKED, None, f), judge_readiness(ASKED, None, f), f
        )
        for f in (done, later)
    ]

    assert stronger(done, BEFORE) == []
    assert stronger(later, BEFORE) == [("python", Strength.NONE, Strength.PRACTISED)]
    assert [each.replaced for each in changed] == [(), ("course",)]


def test_the_head_names_its_year_once(tracker: Tracker) -> None:
    """The heading gives the day with its year, this year or another."""
    tracker.ok("target software-engineer")
    heads = [
        tracker.ok(f"ready --since {day}", "2027-01-05T12:00").split("\n")[0]
        for day in ("2026-12-01", "2027-01-04")
    ]

    assert [head.split("since ")[1] for head in heads] == [
        "Tue 1 Dec 2026",
        "Mon 4 Jan 2027",
    ]


def test_replaced_states_are_named() -> None:
    """What was changed since counts as open before, and is named."""
    done = item("course", state="done", state_day=DAY, skills=("python",))
    facts = Facts(
        items=(done,), milestones=(BUILT,), ratings=(rating("taste", "basic"),)
    )
    now = judge_readiness(role(needs("python", "basic")), None, facts)

    assert stronger(facts, BEFORE) == [("python", Strength.NONE, Strength.PRACTISED)]
    assert find_changes(BEFORE, now, now, facts).replaced == (
        "course",
        "taste by yourself",
    )


@settings(max_examples=40)
@given(FACTS, st.integers(-3, 3))
def test_the_past_was_never_stronger(facts: Facts, days: int) -> None:
    """The facts of an earlier day are some of today's: nothing was stronger then."""
    then = facts_as_of(facts, DAY + timedelta(days=days), {})

    check_never_lower(then, facts)
    counts = [
        judge_readiness(ASKED, None, each).counts("must").possible
        for each in (then, facts)
    ]
    assert counts[0] <= counts[1]


def test_ready_since(tracker: Tracker) -> None:
    """`ready --since` gives the counts then and now, what got stronger, new evidence, and what is unknown."""
    tracker.ok(
        "reach replication-done --with ppo --on 2026-10-02", now="2026-11-01T12:00"
    )
    tracker.ok(
        "reach replication-done --evidence repo:git.example/ppo", now="2026-11-20T12:00"
    )
    tracker.ok(
        "rate software-engineering strong --by Ann --evidence 'letter:Ann Lee, 3 Nov 2026'"
    )

    assert tracker.ok(
        "ready software-engineer --since 2026-11-10", now="2026-11-23T14:30"
    ) == (
        "Software engineer                                          since Tue 10 Nov 2026\n"
        "Required: 1 of 1 shown (was 0), 0 claimed (was 0), 0 open (was 1).\n"
        "Expected: 0 of 2 shown, 0 claimed, 2 open. No change.\n"
        "Helpful:  2 of 5 shown (was 0), 0 claimed (was 2), 3 open (was 3).\n"
        "Stronger now\n"
        "  Required  engineering strong    open -> verified    letter by Ann Lee, 3 Nov\n"
        "                                                      2026\n"
        "  Helpful   ml-engineering basic  practised -> shown  replication-done: repo,\n"
        "                                                      2 Oct\n"
        "  Helpful   deep-learning basic   practised -> shown  replication-done: repo,\n"
        "                                                      2 Oct\n"
        "New evidence\n"
        "  20 Nov  replication-done             repo    git.example/ppo\n"
        "  20 Nov  software-engineering by Ann  letter  Ann Lee, 3 Nov 2026\n"
        "Changed since: software-engineering by Ann. The earlier records were replaced,\n"
        "so they count as open.\n"
        "What you removed or undid since is not stored either.\n"
    )
    answer = tracker.json("ready software-engineer --since 2026-11-10")
    assert (answer["since"], answer["replaced"]) == (
        "2026-11-10",
        ["software-engineering by Ann"],
    )
    assert answer["rose"][0] == {"slug": "engineering", "was": "none", "now": "checked"}
    assert [each["kind"] for each in answer["evidence"]] == ["repo", "letter"]


def test_one_question_at_a_time(tracker: Tracker) -> None:
    """A day that has not ended, and two questions at once, are refused."""
    assert tracker("ready professor --since today").code == 4
    assert tracker("ready professor --since 2026-11-01 --roles") == Output(
        2,
        "",
        "--roles, --since and --if are three different questions.\n"
        "Type one at a time.\n"
        "  tracker ready professor --since 2026-11-01\n",
    )
