"""What a clock that was ahead has left in the future, as advice of the doctor."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tracker.maintenance.rules.findings import MOST_NAMED, Figures, Finding
from tracker.milestones.rules.records import Evidence, Result
from tracker.readiness.rules.records import Rating
from tracker.text.columns import count_noun, quoted


def future_sessions(sessions: Sequence[tuple[str, str, str]]) -> Iterator[Finding]:
    """The first sessions of days to come: the id, the item and the ISO day of each."""
    for short, item, day in sessions[:MOST_NAMED]:
        says = (
            f"Session {short} on {item} is on {day}, in the future."
            f" To move it: tracker edit {short} --on yesterday"
        )
        yield _finding(says, day)
    more = len(sessions) - MOST_NAMED
    if more > 0:
        says = f"{count_noun(more, 'more session')} after these: also in the future."
        yield _finding(says, sessions[MOST_NAMED][2])


def future_evidence(
    results: Iterable[Result], ratings: Iterable[Rating], today: date
) -> Iterator[Finding]:
    """Results of days to come, and evidence that exports leave out until its day."""
    for result in results:
        if result.day > today:
            says = (
                f"{result.milestone} was reached on {result.day}, in the future."
                f" To take that back: tracker reopen {result.milestone}"
            )
            yield _finding(says, result.day.isoformat())
        else:
            yield from _pieces(result.milestone, result.evidence, today)
    for rating in ratings:
        yield from _pieces(rating.skill, rating.evidence, today)


def _pieces(slug: str, evidence: Iterable[Evidence], today: date) -> Iterator[Finding]:
    for piece in evidence:
        if piece.day > today:
            says = (
                f"{slug}: the {piece.kind} {quoted(piece.place)} is of {piece.day}, in"
                " the future. Exports leave it out until then."
            )
            yield _finding(says, piece.day.isoformat())


def _finding(says: str, day: str) -> Finding:
    return Finding("future", says, fault=False, figures=Figures(day=day))
