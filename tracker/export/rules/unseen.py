"""What was completed without evidence that others can open."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.choices import LASTING_KINDS
from tracker.export.rules.progress import Letter, Work
from tracker.export.rules.subjects import Subjects, is_vouched, is_within
from tracker.export.rules.work_titles import title_of_item
from tracker.milestones.rules.records import Result
from tracker.text.periods import Period


def list_unseen(
    works: Sequence[Work],
    letters: Sequence[Letter],
    results: Sequence[Result],
    subjects: Subjects,
    period: Period,
) -> tuple[Work, ...]:
    """What was completed in the period without public evidence, newest first.

    `works` are all; work that one of the `letters` is about is not among it, nor what
    only others can confirm.
    """
    confirmed = {letter.key for letter in letters}
    unseen = [
        work
        for work in works
        if not (work.links or work.vouched or work.key in confirmed)
    ]
    completed = [*unseen, *_items(results, subjects)]
    in_period = [work for work in completed if is_within(work.day, period)]
    return tuple(sorted(in_period, key=_order))


def _order(work: Work) -> tuple[int, str]:
    return -(work.day or date.min).toordinal(), work.title


def _items(results: Sequence[Result], subjects: Subjects) -> Iterator[Work]:
    """Finished items of a lasting kind that no result was reached with."""
    with_result = {
        result.item
        for result in results
        if not is_vouched(subjects.milestones[result.milestone])
    }
    for item in subjects.items.values():
        if item.state != "done" or item.kind not in LASTING_KINDS:
            continue
        if item.slug not in with_result:
            yield Work(
                title=title_of_item(item),
                item=item.slug,
                milestones=(),
                day=item.state_day,
                claimed=True,
                has_hours=item.seconds > 0,
            )
