"""Letters and reviews on works and skills."""

from collections.abc import Iterable, Iterator, Mapping

from tracker.export.rules.links import day_shown, document_day, evidence_address
from tracker.export.rules.progress import Letter, Work
from tracker.export.rules.role_status import say_skill_level
from tracker.export.rules.subjects import Subjects, is_vouched
from tracker.milestones.rules.evidence import is_valid_evidence
from tracker.milestones.rules.records import Result
from tracker.readiness.rules.records import Rating
from tracker.readiness.rules.support import CONFIRMING_KINDS, is_confirmation


def list_letters(
    works: Iterable[Work],
    results: Iterable[Result],
    ratings: Iterable[Rating],
    subjects: Subjects,
) -> tuple[Letter, ...]:
    """The letters and reviews on these works and on skills that count, newest first.

    Who wrote them is not named.
    """
    titles = {work.key: work.title for work in works}
    letters = [
        *_of_results(results, titles, subjects),
        *_of_ratings(ratings, subjects),
    ]

    def order(letter: Letter) -> tuple[int, str, str]:
        return -letter.day.toordinal(), letter.about, letter.kind

    return tuple(sorted(letters, key=order))


def _of_results(
    results: Iterable[Result], titles: Mapping[str, str], subjects: Subjects
) -> Iterator[Letter]:
    seen: set[tuple[str, ...]] = set()  # one letter may be evidence of two results
    for result in results:
        work = result.item or result.milestone
        title = titles.get(work)
        milestone = subjects.milestones[result.milestone]
        vouched = is_vouched(milestone)
        for evidence in result.evidence:
            counts = is_valid_evidence(evidence, milestone)
            if not (title and counts and evidence.kind in CONFIRMING_KINDS):
                continue
            about = milestone.title if vouched else title
            letter = work, about, evidence.kind, evidence.place.casefold()
            if letter not in seen:
                seen.add(letter)
                yield Letter(
                    about=about,
                    milestone=result.milestone,
                    skill=None,
                    kind=evidence.kind,
                    address=evidence_address(evidence),
                    day=day_shown(evidence, result),
                    item=result.item,
                    vouched=vouched,
                )


def _of_ratings(ratings: Iterable[Rating], subjects: Subjects) -> Iterator[Letter]:
    for rating in ratings:
        for evidence in rating.evidence:
            if is_confirmation(evidence, rating):
                yield Letter(
                    about=say_skill_level(subjects.skills[rating.skill], rating.level),
                    milestone=None,
                    skill=rating.skill,
                    kind=evidence.kind,
                    address=evidence_address(evidence),
                    day=document_day(evidence) or evidence.day,
                )
