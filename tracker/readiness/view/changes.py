"""What changed since a day, as text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Annotated, TypedDict

from tracker.choices import STRENGTHS, WEIGHTS
from tracker.json_types import Day
from tracker.labels import WEIGHT_LABELS
from tracker.milestones.view.milestone_list_json import EvidenceData
from tracker.readiness.rules.answers import ChangesAnswer, ReadyAnswer
from tracker.readiness.rules.changes import Changes
from tracker.readiness.rules.reasons import reasons_for, say_short_day
from tracker.readiness.view.ready import compare_counts, say_count_label, title_line
from tracker.readiness.view.ready_json import ReadyData, ready_data
from tracker.text.columns import hang, wrap
from tracker.text.days import say_day
from tracker.text.tables import table

Row = tuple[str, ...]


def changes_text(answer: ChangesAnswer) -> str:
    """The counts then and now, what got stronger, the new evidence, the unknown."""
    changes = answer.changes
    day = f"since {say_day(changes.day, changes.day)} {changes.day.year}"
    parts = [title_line(changes.after, day), *_count_lines(changes)]
    stronger = _block("Stronger now", _stronger_rows(answer))
    parts += stronger or ["No requirement got stronger."]
    parts += _block("New evidence", _evidence_rows(answer))
    return "\n".join([*parts, *_unknown_lines(changes)])


def _count_lines(changes: Changes) -> Iterator[str]:
    for weight in WEIGHTS:
        before, after = changes.before.counts(weight), changes.after.counts(weight)
        if after.total:
            yield hang(say_count_label(weight), compare_counts(before, after))


def _block(heading: str, rows: Iterable[Row]) -> list[str]:
    listed = list(rows)
    return [heading, table(listed, "l", indent=2)] if listed else []


def _stronger_rows(answer: ChangesAnswer) -> Iterator[Row]:
    for line, before in answer.changes.stronger_lines:
        asked = line.requirement
        name = f"{asked.slug} {asked.level}" if asked.level else asked.slug
        change = f"{before.label} -> {line.strength.label}"
        reason = reasons_for(line, answer.context)[0]
        yield WEIGHT_LABELS[asked.weight], name, change, reason


def _evidence_rows(answer: ChangesAnswer) -> Iterator[Row]:
    for new in answer.changes.evidence:
        day = say_short_day(new.evidence.day, answer.context.today)
        yield day, new.subject, new.evidence.kind, new.evidence.place


def _unknown_lines(changes: Changes) -> Iterator[str]:
    """What the answer cannot know: earlier ratings, and all that was removed."""
    if changes.replaced:
        changed = ", ".join(changes.replaced)
        yield wrap(
            f"Changed since: {changed}. "
            "The earlier records were replaced, so they count as open."
        )
    yield "What you removed or undid since is not stored either."


class StrongerData(TypedDict):
    """A requirement that is backed better than before."""

    slug: str
    was: Annotated[str, STRENGTHS]
    now: Annotated[str, STRENGTHS]


class NewEvidenceData(EvidenceData):
    """A piece of evidence, what it is of, and its day."""

    of: str
    day: Day


class ReadyChangesData(ReadyData):
    """How ready the person is, with what changed since a day."""

    since: Day
    rose: list[StrongerData]
    evidence: list[NewEvidenceData]
    replaced: list[str]


def changes_data(answer: ChangesAnswer) -> ReadyChangesData:
    """As `ready`, with what changed."""
    changes = answer.changes
    stronger: list[StrongerData] = [
        {
            "slug": line.requirement.slug,
            "was": before.key,
            "now": line.strength.key,
        }
        for line, before in changes.stronger_lines
    ]
    evidence: list[NewEvidenceData] = [
        {
            "of": new.subject,
            "kind": new.evidence.kind,
            "where": new.evidence.place,
            "day": new.evidence.day.isoformat(),
        }
        for new in changes.evidence
    ]
    return {
        **ready_data(ReadyAnswer(changes.after, answer.context)),
        "since": changes.day.isoformat(),
        "rose": stronger,
        "evidence": evidence,
        "replaced": list(changes.replaced),
    }
