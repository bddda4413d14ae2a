"""Evidence that is saved and that others cannot check, as advice of the doctor."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from tracker.maintenance.rules.findings import Figures, Finding
from tracker.milestones.rules.evidence import CLAIM, HANDED_OVER, is_open_to_others
from tracker.milestones.rules.records import Evidence, Result
from tracker.readiness.rules.records import Rating
from tracker.system import quote
from tracker.text.columns import quoted
from tracker.text.placeholders import PLACEHOLDERS


def evidence_findings(
    results: Iterable[Result],
    ratings: Iterable[Rating],
    kinds: Mapping[str, Collection[str]],
) -> Iterator[Finding]:
    """Each piece of evidence that does not count, and what would; none is a fault.

    `kinds` are those that count, by milestone; evidence of others never counted.
    """
    for result in results:
        item = f" --with {result.item}" if result.item else ""
        command = f"tracker reach {result.milestone}{item}"
        for piece in result.evidence:
            is_listed = piece.kind in kinds[result.milestone] and piece.kind != CLAIM
            if is_listed and not is_open_to_others(piece):
                yield _finding(result.milestone, piece, command)
    for rating in ratings:
        by = f" --by {quote(rating.rater)}" if rating.rater else ""
        command = f"tracker rate {rating.skill} {rating.level}{by}"
        for piece in rating.evidence:
            if piece.kind != CLAIM and not is_open_to_others(piece, rating.rater):
                yield _finding(rating.skill, piece, command)


def _finding(slug: str, piece: Evidence, command: str) -> Finding:
    """What is saved for a milestone or skill, and the command that adds what counts."""
    wanted, example = "An address that others can open", PLACEHOLDERS["URL"]
    if piece.kind in HANDED_OVER:
        wanted, example = "The name of its giver, and the day,", PLACEHOLDERS["WHO"]
    if piece.kind == "metric":
        wanted = "A figure with its giver and day"
        example = f"{PLACEHOLDERS['FIGURE']}, marked by {example}"
    says = (
        f"{slug}: the {piece.kind} {quoted(piece.place)} does not count."
        f" {wanted} would: {command} --evidence {quote(f'{piece.kind}:{example}')}"
    )
    figures = Figures(subject=slug, kind=piece.kind, where=piece.place)
    return Finding("evidence", says, fault=False, figures=figures)
