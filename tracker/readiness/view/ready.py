"""`ready` as text: counts, requirements with reasons, bars, and what to apply for."""

from collections.abc import Iterator
from datetime import date

from tracker.choices import FOLDED_WEIGHT, WEIGHTS
from tracker.labels import CLAIMED, OPEN, SHOWN, WEIGHT_LABELS
from tracker.milestones.view.fields import layout_heading
from tracker.readiness.rules.answers import ReadyAnswer
from tracker.readiness.rules.readiness import Counts, Readiness
from tracker.readiness.rules.support import Strength
from tracker.readiness.view.applications import opening_lines, other_role_lines
from tracker.readiness.view.bars import bar_lines
from tracker.readiness.view.requirement_rows import requirement_lines
from tracker.readiness.view.what_if import what_if_lines
from tracker.text.columns import hang
from tracker.text.days import say_day
from tracker.text.screen import USUAL

ALL_LINES = "To see all lines, add --helpful."
SOURCES = "Words, sources and where to apply"


def ready_text(answer: ReadyAnswer) -> str:
    """One screen at 80 columns; helpful lines only if asked for.

    Of a what-if only the differences, unless helpful lines are asked for.
    """
    openings = answer.openings
    printed = [opening.bar for opening in openings if opening.bar]
    head = [
        title_line(answer.readiness, f"as of {say_full_day(answer.context.today)}"),
        *variant_lines(answer.readiness),
        *what_if_lines(answer),
    ]
    if answer.before and not answer.show_helpful:
        changed = _changed_count_lines(answer.before, answer.readiness)
        return "\n".join([*head, *changed, ALL_LINES])
    parts = [
        *head,
        *_count_lines(answer),
        *opening_lines(openings),
        *other_role_lines(answer.other_roles),
        *requirement_lines(answer),
        *bar_lines(answer.readiness.bars, answer.context, printed=printed),
        *_link_lines(answer.readiness),
        *_way_on_lines(answer),
    ]
    return "\n".join(parts)


def title_line(readiness: Readiness, right: str, widest: int = USUAL) -> str:
    """The role's name, with `right` at the end of the line, as far as `widest`."""
    return layout_heading(role_name(readiness), right, widest)


def role_name(readiness: Readiness) -> str:
    """`Research lead (theoretical), conceptual`."""
    if readiness.variant is None:
        return readiness.role.title
    return f"{readiness.role.title}, {readiness.variant.slug}"


def say_counts(counts: Counts) -> str:
    """`1 of 4 shown, 1 claimed, 2 open.`: the parts add up to the whole."""
    shown = f"{counts.met} of {counts.total} {SHOWN}"
    return f"{shown}, {counts.claimed} {CLAIMED}, {counts.open} {OPEN}."


def say_part(strength: Strength) -> str:
    """The part of such a count to which a requirement belongs."""
    if strength >= Strength.SHOWN:
        return SHOWN
    return CLAIMED if strength >= Strength.SAID else OPEN


def compare_counts(before: Counts, after: Counts) -> str:
    """The counts now and before: `1 of 4 shown (was 0), 1 claimed (was 2), ...`."""
    if before == after:
        return f"{say_counts(after)} No change."
    shown = f"{after.met} of {after.total} {SHOWN} (was {before.met})"
    claimed = f"{after.claimed} {CLAIMED} (was {before.claimed})"
    return f"{shown}, {claimed}, {after.open} {OPEN} (was {before.open})."


def say_count_label(weight: str) -> str:
    """`Required: `: all labels have the same width."""
    return f"{WEIGHT_LABELS[weight] + ':':<10}"


def say_full_day(day: date) -> str:
    """`Mon 23 Nov 2026`."""
    return f"{say_day(day, day)} {day.year}"


def variant_lines(readiness: Readiness) -> Iterator[str]:
    """Which of a role's variants it is, and how to see the others."""
    variant, variants = readiness.variant, readiness.role.variants
    if variant is None:
        return
    others = " or ".join(each.slug for each in variants if each is not variant)
    first = " (the first)" if variant is variants[0] else ""
    yield f"Variant: {variant.slug}{first}. Other: --variant {others}"


def _count_lines(answer: ReadyAnswer) -> Iterator[str]:
    for weight in WEIGHTS:
        counts = answer.readiness.counts(weight)
        folded = ""
        if weight == FOLDED_WEIGHT and not answer.show_helpful:
            folded = "  (tracker ready --helpful)"
        if counts.total:
            yield hang(say_count_label(weight), f"{say_counts(counts)}{folded}")


def _changed_count_lines(before: Readiness, after: Readiness) -> Iterator[str]:
    for weight in WEIGHTS:
        was, counts = before.counts(weight), after.counts(weight)
        if was != counts:
            yield hang(say_count_label(weight), compare_counts(was, counts))


def _link_lines(readiness: Readiness) -> Iterator[str]:
    """Where the sources of the bars are, and where to apply."""
    if readiness.bars:
        yield f"{SOURCES}: tracker show {readiness.role.slug}"


def _way_on_lines(answer: ReadyAnswer) -> Iterator[str]:
    """The road, if something is still to show; and for the target what to do next."""
    readiness = answer.readiness
    if not readiness.unmet_lines():
        return
    if answer.is_target:
        yield "The road there: tracker gaps"
        yield "What to do next: tracker next"
        return
    command = f"tracker gaps {readiness.role.slug}"
    if readiness.variant:
        command += f" --variant {readiness.variant.slug}"
    yield f"The road there: {command}"
