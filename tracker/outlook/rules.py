"""A week as a person wants it told, and where each plan stands. Amounts are in seconds."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.curriculum.rules.items import Item
from tracker.journal.rules.records import Timer
from tracker.milestones.rules.records import Attempt
from tracker.milestones.rules.standing import Standing
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.coming import next_actions
from tracker.readiness.rules.gaps import find_gaps
from tracker.readiness.rules.holding import held
from tracker.readiness.rules.judging import readiness
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.words.periods import week_of

NAMED = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """One thing said about a plan on `day`: `subject` (an item or a milestone) is due on `due`; None withdraws it."""

    subject: str
    title: str
    due: date | None
    because: str
    day: date


@dataclass(frozen=True, slots=True)
class Planned:
    """What is meant now: due on `due`, first said on `said` for `first`, and moved so many times since."""

    subject: str
    title: str
    due: date
    said: date
    first: date
    moves: int


@dataclass(frozen=True, slots=True)
class Studied:
    """An item worked on this week: these `seconds`, `spent` in all (or in its try) of `low` to `high`, where known."""

    item: str
    seconds: int
    spent: int
    low: int | None = None
    high: int | None = None
    progress: float | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A week so far: its days until today, its items, what was meant, what runs, what is planned and what is next.

    `begun` is False while nothing was ever logged or reached and no timer runs.
    """

    today: date
    since: date
    until: date
    days: tuple[tuple[date, int], ...] = ()
    rows: tuple[Studied, ...] = ()
    seconds: int = 0
    meant: int | None = None
    timer: Timer | None = None
    elapsed: int = 0
    planned: tuple[Planned, ...] = ()
    actions: tuple[Action, ...] = ()
    begun: bool = True


def empty_week(today: date) -> Week:
    """The week of somebody who has not begun."""
    week = week_of(today)
    assert week.since and week.until
    return Week(today, week.since, week.until, days=days_so_far(week.since, today, {}), begun=False)


def days_so_far(since: date, today: date, seconds: Mapping[date, int]) -> tuple[tuple[date, int], ...]:
    """Each day from `since` until today with its seconds."""
    days = (since + timedelta(days=n) for n in range((today - since).days + 1))
    return tuple((day, seconds.get(day, 0)) for day in days)


def studied(
    seconds: Mapping[str, int], items: Mapping[str, Item], standings: Mapping[str, Standing]
) -> tuple[Studied, ...]:
    """The items of a week, most hours first, each against the bound of its try or else its own estimate."""
    tries = {a.item: (a, s.milestone.within) for s in standings.values() for a in _open_attempts(s)}
    rows = (_row(items[slug], spent, tries.get(slug)) for slug, spent in seconds.items())
    return tuple(sorted(rows, key=lambda row: (-row.seconds, row.item)))


def _open_attempts(standing: Standing) -> Iterable[Attempt]:
    """The bounded tries that still go on: neither given up nor with a result."""
    if standing.milestone.within is None or standing.state == "dropped":
        return ()
    ended = {r.item for r in standing.results}
    return (a for a in standing.attempts if a.dropped is None and a.item not in ended)


def _row(item: Item, seconds: int, attempt: tuple[Attempt, tuple[int, int] | None] | None) -> Studied:
    progress = None if item.state else item.progress
    if attempt and attempt[1]:
        return Studied(item.slug, seconds, attempt[0].spent, *attempt[1], progress)
    low, high = (item.low, item.high) if item.finishes else (None, None)
    return Studied(item.slug, seconds, item.seconds, low, high, progress)


def planned(plans: Sequence[Plan], over: Collection[str]) -> tuple[Planned, ...]:
    """What is meant now, earliest due first: each subject's latest word, unless it is over with.

    `plans` come oldest first.
    """
    said: dict[str, list[Plan]] = {}
    for plan in plans:
        said.setdefault(plan.subject, []).append(plan)
    meant = (_planned(words) for subject, words in said.items() if subject not in over)
    return tuple(sorted((p for p in meant if p), key=lambda p: (p.due, p.subject)))


def _planned(words: Sequence[Plan]) -> Planned | None:
    last = words[-1]
    if last.due is None:
        return None
    first = next(w for w in words if w.due is not None)
    assert first.due is not None
    return Planned(last.subject, last.title, last.due, first.day, first.due, len(words) - words.index(first) - 1)


def over_with(facts: Facts) -> frozenset[str]:
    """The items and milestones that nothing more is meant with: done, reached, skipped or given up."""
    items = (item.slug for item in facts.items if item.state)
    return frozenset(items) | frozenset(r.milestone for r in facts.results) | facts.dropped


def aim(roles: Iterable[Role], target: str | None, variant: str | None) -> tuple[Role, Variant | None] | None:
    """The role that is the person's target, in the variant they set, else in its first; None while there is none."""
    for role in roles:
        if role.slug == target:
            named = [each for each in role.variants if each.slug == variant]
            return role, next(iter((*named, *role.variants)), None)
    return None


def next_steps(facts: Facts, target: tuple[Role, Variant | None] | None) -> tuple[Action, ...]:
    """The first thing to do next, and the first of another kind: work to go on with, and what only needs showing."""
    own = held(facts)
    found = find_gaps(readiness(*target, facts, own), facts, own) if target else None
    of_each: dict[str, Action] = {}
    for action in next_actions(facts, own, found):
        of_each.setdefault(action.part, action)
    return tuple(of_each.values())[:NAMED]
