"""What was completed without evidence that others can open."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.export.rules.artefacts import artefact_of_result, is_public
from tracker.export.rules.progress import Unseen
from tracker.export.rules.subjects import (
    LASTING,
    Subjects,
    figures_of,
    is_within,
    title_of_result,
)
from tracker.milestones.rules.records import Result
from tracker.text.periods import Period


def list_unseen(
    results: Sequence[Result], subjects: Subjects, period: Period
) -> tuple[Unseen, ...]:
    """What was completed in the period without public evidence, newest first."""
    completed = [*_results(results, subjects), *_items(results, subjects)]
    in_period = [each for each in completed if is_within(each.day, period)]
    return tuple(sorted(in_period, key=_order))


def _order(unseen: Unseen) -> tuple[int, str]:
    return -(unseen.day or date.min).toordinal(), unseen.title


def _results(results: Sequence[Result], subjects: Subjects) -> Iterator[Unseen]:
    for result in results:
        artefacts = (
            artefact_of_result(result, evidence, subjects)
            for evidence in result.evidence
        )
        if any(map(is_public, artefacts)):
            continue
        yield Unseen(
            title=title_of_result(result, subjects),
            milestone=result.milestone,
            item=result.item,
            day=result.day,
            **figures_of(result, subjects.milestones[result.milestone]),
        )


def _items(results: Sequence[Result], subjects: Subjects) -> Iterator[Unseen]:
    """Finished items of a lasting kind that no result was reached with."""
    with_result = {result.item for result in results}
    for item in subjects.items.values():
        if item.state != "done" or item.kind not in LASTING:
            continue
        if item.slug not in with_result:
            yield Unseen(
                title=item.title, milestone=None, item=item.slug, day=item.state_day
            )
