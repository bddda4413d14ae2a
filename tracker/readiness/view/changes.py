"""What changed since a day, as text and as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.readiness.rules.changes import Changes
from tracker.readiness.rules.reasons import ReasonContext, because, short_day
from tracker.readiness.view.hour_columns import rows_text
from tracker.readiness.view.ready import COUNTED, ReadyAnswer, role_name
from tracker.readiness.view.ready_json import Data, ready_data, strength
from tracker.text.columns import display_width, wrap
from tracker.text.days import say_day

WIDTH = 80


@dataclass(frozen=True, slots=True)
class ChangesAnswer:
    """What `ready --since` answers, and what it is told from."""

    since: Changes
    told: ReasonContext


def since_text(changed: ChangesAnswer) -> str:
    """The counts then and now, what rose and why, what is new to look at, and what cannot be known."""
    since = changed.since
    name, day = (
        role_name(since.now),
        f"since {say_day(since.day, since.day)} {since.day.year}",
    )
    parts = [name + day.rjust(WIDTH - display_width(name)), *_counts(since)]
    parts += _block("Stronger now", _rose(changed)) or [
        "No requirement is backed more strongly than then."
    ]
    parts += _block("New to look at", _seen(changed))
    return "\n".join([*parts, *_unknown(since)])


def _counts(since: Changes) -> Iterator[str]:
    for weight, name in COUNTED.items():
        was, now = since.before.counts(weight), since.now.counts(weight)
        told = f"{was.met} of {now.total} shown then, {now.met} now; {was.open} open then, {now.open} now."
        same = f"{now.met} of {now.total} shown, {now.open} open, as then."
        if now.total:
            yield f"{name + ':':<9}{same if was == now else told}"


def _block(head: str, rows: Iterator[tuple[str, ...]]) -> list[str]:
    listed = list(rows)
    return [head, rows_text(listed, indent=2)] if listed else []


def _rose(changed: ChangesAnswer) -> Iterator[tuple[str, ...]]:
    for line, was in changed.since.rose:
        asked = f"{line.requirement.slug} {line.requirement.level or ''}".rstrip()
        yield (
            line.requirement.weight,
            asked,
            f"{was.word} -> {line.strength.word}",
            because(line, changed.told)[0],
        )


def _seen(changed: ChangesAnswer) -> Iterator[tuple[str, ...]]:
    for each in changed.since.evidence:
        yield (
            short_day(each.evidence.day, changed.told.today),
            each.of,
            each.evidence.kind,
            each.evidence.place,
        )


def _unknown(since: Changes) -> Iterator[str]:
    """What the answer cannot know: words that later ones replaced, and all that was taken back."""
    if since.replaced:
        yield wrap(
            f"Said since: {', '.join(since.replaced)}. An earlier word of the same is not kept: it counts as nothing."
        )
    yield "What was removed or taken back since is not kept either."


def since_data(changed: ChangesAnswer) -> Data:
    """As `ready`, with what changed."""
    since = changed.since
    return {
        **ready_data(ReadyAnswer(since.now, changed.told)),
        "since": since.day.isoformat(),
        "rose": [
            {
                "slug": line.requirement.slug,
                "was": strength(was),
                "now": strength(line.strength),
            }
            for line, was in since.rose
        ],
        "evidence": [
            {
                "of": e.of,
                "kind": e.evidence.kind,
                "where": e.evidence.place,
                "day": e.evidence.day.isoformat(),
            }
            for e in since.evidence
        ],
        "replaced": list(since.replaced),
    }
