"""What results, attempts and ratings are about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.export.rules.progress import BoundHours
from tracker.milestones.rules.evidence import CLAIM
from tracker.milestones.rules.ledger import find_attempt
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.readiness.rules.support import CONFIRMING_KINDS
from tracker.text.periods import Period


@dataclass(frozen=True, slots=True)
class Subjects:
    """Items and milestones by slug, the titles of skills by slug, and all attempts.

    `agent_days` are, by the slug of an item and by day, the seconds in which only an
    agent ran.
    """

    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    skills: Mapping[str, str]
    attempts: tuple[Attempt, ...] = ()
    agent_days: Mapping[str, Mapping[date, int]] = field(default_factory=dict)

    def ledgers(self, results: Iterable[Result]) -> Iterator[BoundHours]:
        """The hours of those results whose milestone has a limit, against it."""
        for result in results:
            within = self.milestones[result.milestone].within
            if within:
                days = Period(result.since, result.day)
                agent = self.agent_seconds(self.items_of(result), days)
                yield BoundHours(result.spent, *within, result.over, agent)

    def items_of(self, result: Result) -> tuple[str, ...]:
        """The items whose hours are those of a result."""
        attempt = find_attempt(result.milestone, result.item, self.attempts)
        if attempt:
            return attempt.items
        return (result.item,) if result.item else ()

    def has_hours(self, results: Iterable[Result]) -> bool | None:
        """Whether hours were logged on the items of results; None where they have none."""
        slugs = {slug for result in results for slug in self.items_of(result)}
        return any(self.items[slug].seconds for slug in slugs) if slugs else None

    def agent_seconds(self, items: Iterable[str], days: Period) -> int:
        """The seconds of items in which only an agent ran, on these days."""
        return sum(
            seconds
            for slug in items
            for day, seconds in self.agent_days.get(slug, {}).items()
            if is_within(day, days)
        )


def is_vouched(milestone: Milestone) -> bool:
    """Whether only somebody else can confirm it: letters and reviews alone count."""
    kinds = {*milestone.kinds} - {CLAIM}
    return bool(kinds) and CONFIRMING_KINDS.issuperset(kinds)


def is_within(day: date | None, period: Period) -> bool:
    """Whether `day` lies in a period; an unknown day lies only in one without a start."""
    if day is None:
        return period.since is None
    if period.since and day < period.since:
        return False
    return period.until is None or day <= period.until
