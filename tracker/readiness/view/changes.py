"""What changed since a day, as text and as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.readiness.rules.changes import Changes
from tracker.readiness.rules.reasons import ReasonContext, reasons_for, say_short_day
from tracker.readiness.view.hour_columns import rows_text
from tracker.readiness.view.ready import COUNTED, ReadyAnswer, role_name
from tracker.readiness.view.ready_json import Data, ready_data, strength_data
from tracker.text.columns import display_width, wrap
from tracker.text.days import say_day

WIDTH = 80


@dataclass(frozen=True, slots=True)
class ChangesAnswer:
    """What `ready --since` answers, and what it is told from."""

    changes: Changes
    context: ReasonContext


def changes_text(answer: ChangesAnswer) -> str:
    """The counts then and now, what rose and why, what is new to look at, and what cannot be known."""
    since = answer.changes
    name, day = (
        role_name(since.after),
        f"since {say_day(since.day, since.day)} {since.day.year}",
    )
    parts = [name + day.rjust(WIDTH - display_width(name)), *_counts(since)]
    parts += _block("Stronger now", _rose(answer)) or [
        "No requirement is backed more strongly than then."
    ]
    parts += _block("New to look at", _seen(answer))
    return "\n".join([*parts, *_unknown(since)])


def _counts(changes: Changes) -> Iterator[str]:
    for weight, name in COUNTED.items():
        was, now = changes.before.counts(weight), changes.after.counts(weight)
        told = f"{was.met} of {now.total} shown then, {now.met} now; {was.open} open then, {now.open} now."
        same = f"{now.met} of {now.total} shown, {now.open} open, as then."
        if now.total:
            yield f"{name + ':':<9}{same if was == now else told}"


def _block(head: str, rows: Iterator[tuple[str, ...]]) -> list[str]:
    listed = list(rows)
    return [head, rows_text(listed, indent=2)] if listed else []


def _rose(answer: ChangesAnswer) -> Iterator[tuple[str, ...]]:
    for line, was in answer.changes.stronger_lines:
        asked = f"{line.requirement.slug} {line.requirement.level or ''}".rstrip()
        yield (
            line.requirement.weight,
            asked,
            f"{was.word} -> {line.strength.word}",
            reasons_for(line, answer.context)[0],
        )


def _seen(answer: ChangesAnswer) -> Iterator[tuple[str, ...]]:
    for each in answer.changes.evidence:
        yield (
            say_short_day(each.evidence.day, answer.context.today),
            each.subject,
            each.evidence.kind,
            each.evidence.place,
        )


def _unknown(changes: Changes) -> Iterator[str]:
    """What the answer cannot know: words that later ones replaced, and all that was taken back."""
    if changes.replaced:
        yield wrap(
            f"Said since: {', '.join(changes.replaced)}. An earlier word of the same is not kept: it counts as nothing."
        )
    yield "What was removed or taken back since is not kept either."


def changes_data(answer: ChangesAnswer) -> Data:
    """As `ready`, with what changed."""
    since = answer.changes
    return {
        **ready_data(ReadyAnswer(since.after, answer.context)),
        "since": since.day.isoformat(),
        "rose": [
            {
                "slug": line.requirement.slug,
                "was": strength_data(was),
                "now": strength_data(line.strength),
            }
            for line, was in since.stronger_lines
        ],
        "evidence": [
            {
                "of": e.subject,
                "kind": e.evidence.kind,
                "where": e.evidence.place,
                "day": e.evidence.day.isoformat(),
            }
            for e in since.evidence
        ],
        "replaced": list(since.replaced),
    }
