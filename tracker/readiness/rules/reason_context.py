"""What the reasons for a strength are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.counted_results import CountedResults, counted_results
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import Strengths


@dataclass(frozen=True, slots=True)
class ReasonContext:
    """What reasons are made from; items and milestones are by slug.

    `titles` are those by which reasons call items and milestones, in place of slugs.
    """

    facts: Facts
    strengths: Strengths
    today: date
    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    implied: Mapping[str, frozenset[str]]
    counted: Mapping[str, CountedResults]
    titles: Mapping[str, str] = field(default_factory=dict)

    def name(self, slug: str) -> str:
        """What a reason calls an item or a milestone."""
        return self.titles.get(slug, slug)


def make_reason_context(
    facts: Facts, strengths: Strengths, today: date
) -> ReasonContext:
    """The facts, with items and milestones by slug."""
    return ReasonContext(
        facts,
        strengths,
        today,
        items={item.slug: item for item in facts.items},
        milestones={each.slug: each for each in facts.milestones},
        implied=implied_milestones(facts.milestones),
        counted=counted_results(facts.milestones, facts.results, facts.attempts),
    )
