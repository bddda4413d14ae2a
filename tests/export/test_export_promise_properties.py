"""What holds of promises whatever was planned, reached and shown."""

import json
from datetime import date, timedelta
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.readiness.lives import read_database
from tracker.choices import EVIDENCE_KINDS, PROMISE_STATES
from tracker.export.rules.completions import find_completions
from tracker.export.rules.progress import Promise
from tracker.export.rules.promises import Outcomes, build_promises
from tracker.export.rules.subjects import Subjects
from tracker.milestones.rules.evidence import is_valid_evidence
from tracker.milestones.rules.records import Evidence, Result
from tracker.plans.rules.plans import Plan
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import Strength
from tracker.text.periods import Period

START = date(2026, 3, 1)
DAYS = st.integers(0, 60).map(lambda days: START + timedelta(days))
# Open to others, a front page, on one machine, a document with and without its giver.
PLACES = (
    "https://git.example/you/a",
    "https://git.example/you/b",
    "https://you.example",
    "/srv/a",
    "Ann Lee, 1 Mar 2026",
    "my supervisor",
    "",
)
PIECES = st.builds(
    Evidence, st.sampled_from(EVIDENCE_KINDS), st.sampled_from(PLACES), DAYS
)


@st.composite
def lives(draw: st.DrawFn, template: Path) -> tuple[Facts, list[Plan]]:
    """Some items done, results with and without evidence, and plans for any of these."""
    facts = read_database(template)[0]
    slugs = draw(st.lists(st.sampled_from([i.slug for i in facts.items]), max_size=4))
    items = [
        item._replace(state="done", state_day=draw(DAYS))
        if item.slug in slugs
        else item
        for item in facts.items
    ]
    results = draw(st.lists(draw_results(facts, slugs), max_size=6))
    unique = {(result.milestone, result.item): result for result in results}
    milestones = [milestone.slug for milestone in facts.milestones]
    reached = [result.milestone for result in results]
    subject = st.sampled_from([*slugs, *reached, *milestones])
    plans = [
        Plan(slug, slug, draw(DAYS | st.none()), "", START)
        for slug in draw(st.lists(subject, max_size=8))
    ]
    lived = facts._replace(items=tuple(items), results=tuple(unique.values()))
    return lived, plans


def draw_results(facts: Facts, slugs: list[str]) -> st.SearchStrategy[Result]:
    """A result with one of these items or without an item."""
    return st.builds(
        lambda *first, **drawn: Result(*first, **drawn),  # the other fields are empty
        st.sampled_from([milestone.slug for milestone in facts.milestones]),
        st.sampled_from([None, *slugs]),
        DAYS,
        entered=DAYS,
        evidence=st.lists(PIECES, max_size=3).map(tuple),
        over=st.booleans(),
    ).map(lambda each: each._replace(over=each.over and _has_limit(each, facts)))


def _has_limit(result: Result, facts: Facts) -> bool:
    return any(
        milestone.within
        for milestone in facts.milestones
        if milestone.slug == result.milestone
    )


def _has_evidence(item: str, facts: Facts) -> bool:
    milestones = {milestone.slug: milestone for milestone in facts.milestones}
    return any(
        is_valid_evidence(piece, milestones[result.milestone])
        for result in facts.results
        if result.item == item
        for piece in result.evidence
    )


def _is_shown(promise: Promise, facts: Facts) -> bool:
    """Whether `ready` takes the milestone for shown, or an item has evidence."""
    if promise.subject in {item.slug for item in facts.items}:
        return _has_evidence(promise.subject, facts)
    return find_strengths(facts).milestone(promise.subject) >= Strength.SHOWN


@settings(max_examples=80)
@given(st.data())
def test_only_what_is_shown_is_delivered(template: Path, data: st.DataObject) -> None:
    """Completed promises are delivered where readiness calls them shown, and only there."""
    facts, plans = data.draw(lives(template))
    subjects = Subjects(
        items={item.slug: item for item in facts.items},
        milestones={milestone.slug: milestone for milestone in facts.milestones},
        skills={},
    )
    completions = find_completions(facts, plans, (), subjects)

    outcomes = Outcomes(completions, (), today=date(2026, 11, 23))
    for promise in build_promises(plans, outcomes, Period(None, None)):
        assert promise.state in PROMISE_STATES
        is_completed = promise.state not in ("open", "withdrawn", "given-up")
        assert (promise.completed is not None) == is_completed
        is_delivered = promise.state == "delivered"
        assert (promise.delivered is not None) == is_delivered
        if promise.completed:
            assert promise.late == (promise.completed - promise.due).days
            assert is_delivered == _is_shown(promise, facts)
        if promise.delivered and promise.completed:
            assert promise.delivered >= promise.completed
            assert any(link.counts for link in promise.links)
            assert not (promise.ledger and promise.ledger.over)


COMMANDS = st.sampled_from(
    (
        "plan ppo --by 2026-12-{}",
        "plan vae --by 2026-12-{}",
        "plan transformer-in-pytorch --by 2026-12-{}",
        "plan ppo --withdraw",
        "done ppo",
        "reach transformer-in-pytorch",
        "reach transformer-in-pytorch --evidence repo:https://git.example/you/tf",
        "applied taif --asked '11,111 USD'",
        "applied manifund-project --asked '22,222 USD'",
        "applied manifund-update",
    )
)
# Each kind with the slugs of its reader's forms; none asks for all applications.
READERS = {
    "progress": (),
    "update": (),
    "update --for taif": ("taif",),
    "update --for manifund-project": ("manifund-project", "manifund-update"),
    "application --for manifund-update": ("manifund-project", "manifund-update"),
    "application --for emergent-ventures": (),
}
SIGNS = {"taif": "11,111", "manifund-project": "22,222"}


@settings(max_examples=10, phases=[Phase.generate])
@given(st.lists(st.tuples(COMMANDS, st.integers(10, 28)), min_size=3, max_size=9))
def test_no_promise_is_told_to_another(
    tracker: Tracker, commands: list[tuple[str, int]]
) -> None:
    """What was asked of one funder, or promised to it, is in no report to another."""
    tracker.db.unlink(missing_ok=True)
    tracker.pastes = False
    for number, (words, day) in enumerate(commands):
        tracker(words.format(day), f"2026-11-{number + 10}T12:00")
    for kind, slugs in READERS.items():
        packet = json.loads(tracker.ok(f"export {kind} --format json"))
        progress = packet.get("facts", packet).get("progress", packet)
        assert {each["funder"] for each in progress["pledges"]} <= set(slugs)
        for text in (json.dumps(packet), tracker.ok(f"export {kind} --format txt")):
            told = [slug for slug, sign in SIGNS.items() if sign in text]
            assert set(told) <= set(slugs), kind
