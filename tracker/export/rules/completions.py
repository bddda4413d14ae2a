"""How what was planned was completed: on which day, and what others can see of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.export.rules.applications import Application
from tracker.export.rules.links import (
    day_shown,
    evidence_links,
    once,
    without_refused,
)
from tracker.export.rules.progress import BoundHours, WorkLink
from tracker.export.rules.subjects import Subjects
from tracker.milestones.rules.counted_results import (
    CountedResults,
    CountedWork,
    counted_results,
)
from tracker.milestones.rules.evidence import is_only_claimed
from tracker.milestones.rules.implied import find_wholes, implied_milestones
from tracker.milestones.rules.ledger import best_result
from tracker.milestones.rules.records import Milestone, Result
from tracker.plans.rules.plans import Plan, plan_end_days
from tracker.readiness.rules.records import Facts


@dataclass(frozen=True, slots=True)
class Completion:
    """An item or milestone completed on `day`, as far as its person says.

    `shown` is the first day with evidence that counts, None for a claim. `ledger` are
    the hours of a milestone with a limit; over it where nothing within it was reached.
    `has_hours` says whether any hours were logged, None where it has no item.
    """

    day: date
    shown: date | None = None
    links: tuple[WorkLink, ...] = ()
    ledger: BoundHours | None = None
    has_hours: bool | None = None


def find_completions(
    facts: Facts,
    plans: Sequence[Plan],
    applications: Iterable[Application],
    about: Subjects,
) -> dict[str, Completion]:
    """How what was planned, or promised in an application, was completed, by slug."""
    subjects = {plan.subject for plan in plans}
    for application in applications:
        subjects.update(line.subject for line in application.plan)
    record = _Record(facts, about)
    ended = plan_end_days(facts, plans)
    done = sorted(subjects & ended.keys())
    return {slug: record.complete(slug, ended[slug]) for slug in done}


class _Record:
    """The facts of one person, with what each result implies and counts for."""

    def __init__(self, facts: Facts, about: Subjects) -> None:
        self.results, self.about = facts.results, about
        self.milestones = about.milestones
        self.implied = implied_milestones(facts.milestones)
        self.counted = counted_results(facts.milestones, facts.results)
        self.wholes = find_wholes(facts.milestones)

    def complete(self, slug: str, day: date) -> Completion:
        """How an item or milestone was completed; `day` is when it first was."""
        milestone = self.milestones.get(slug)
        if milestone:
            return self._complete_milestone(milestone, day)
        results = [
            result for result in self.results if slug in self.about.items_of(result)
        ]
        links = self._links(results)
        days = [link.day for link in links if link.counts]
        return Completion(
            day=day,
            shown=max(day, min(days)) if days else None,
            links=links,
            has_hours=self.about.has_hours(results)
            or bool(self.about.items[slug].seconds),
        )

    def _complete_milestone(self, milestone: Milestone, day: date) -> Completion:
        slug = milestone.slug
        reached = [result for result in self.results if self._reaches(result, slug)]
        within = [r for r in reached if not (r.over and r.milestone == slug)]
        counts = [
            counted
            for other, counted in self.counted.items()
            if counted.day and slug in (other, *self.implied[other])
        ]
        days = [result.day for result in within]
        days += [counted.day for counted in counts if counted.day]
        is_over = not days
        used = [
            *(reached if is_over else within),
            *(r for c in counts for r in c.results),
        ]
        shown = None if is_over else self._shown_day(slug, within, counts)
        parts = [r for r in self.results if r.milestone in self.wholes.get(slug, ())]
        completed = min(days, default=day)
        return Completion(
            day=completed,
            shown=max(completed, shown) if shown else None,
            links=self._links([*used, *parts]),
            ledger=self._ledger(milestone, reached, is_over=is_over),
            has_hours=self.about.has_hours(used),
        )

    def _reaches(self, result: Result, slug: str) -> bool:
        return slug in (result.milestone, *self.implied[result.milestone])

    def _shown_day(
        self, slug: str, results: Iterable[Result], counts: Iterable[CountedResults]
    ) -> date | None:
        """The first day on which evidence showed the milestone."""
        days = [self._result_day(result) for result in results]
        days += [self._counted_day(counted) for counted in counts]
        if slug in self.wholes:
            days.append(self._whole_day(self.wholes[slug]))
        return min((day for day in days if day), default=None)

    def _whole_day(self, parts: Iterable[str]) -> date | None:
        """The first day on which evidence showed all parts of a whole."""
        days = []
        for part in parts:
            results = [r for r in self.results if self._reaches(r, part)]
            within = [r for r in results if not (r.over and r.milestone == part)]
            shown = [day for day in map(self._result_day, within) if day]
            if not shown:
                return None
            days.append(min(shown))
        return max(days)

    def _result_day(self, result: Result) -> date | None:
        """The first day on which the evidence of a result was all that it needs."""
        milestone = self.milestones[result.milestone]
        dated = [(day_shown(piece, result), piece) for piece in result.evidence]
        for day in sorted({day for day, _ in dated}):
            pieces = [piece for other, piece in dated if other <= day]
            if not is_only_claimed(pieces, milestone):
                return day
        return None

    def _counted_day(self, counted: CountedResults) -> date | None:
        """The first day on which as many works as are needed had evidence."""
        days = sorted(_work_day(work) for work in counted.works if work.evidence)
        return days[counted.needed - 1] if len(days) >= counted.needed else None

    def _links(self, results: Iterable[Result]) -> tuple[WorkLink, ...]:
        links = {
            link
            for result in results
            for link in evidence_links(result, self.milestones[result.milestone])
        }
        return once(without_refused(links))

    def _ledger(
        self, milestone: Milestone, results: Iterable[Result], *, is_over: bool
    ) -> BoundHours | None:
        """The hours of the result that counts against the limit, where there is one.

        A result over the limit is not shown beside something else that reached it.
        """
        reached = [result for result in results if result.milestone == milestone.slug]
        best = best_result(reached)
        if best is None or (best.over and not is_over):
            return None
        return next(self.about.ledgers([best]), None)


def _work_day(work: CountedWork) -> date:
    """The first day with evidence of a work."""
    return min(
        day_shown(piece, result)
        for result in work.results
        for piece in result.evidence
        if piece in work.evidence
    )
