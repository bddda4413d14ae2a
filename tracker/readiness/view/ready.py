"""`ready` as text: counts, each requirement with its reason and the guide's line, then the bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.readiness.rules.readiness import (
    BarLine,
    Counts,
    Readiness,
    RequirementLine,
)
from tracker.readiness.rules.reasons import (
    ReasonContext,
    has_met_alternative,
    reasons_for,
    say_short_day,
)
from tracker.readiness.rules.records import WEIGHTS, Lines
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import display_width, wrap
from tracker.text.days import say_day

WIDTH = 80
COUNTED = {"must": "Musts", "should": "Shoulds", "helps": "Helps"}


@dataclass(frozen=True, slots=True)
class ReadyAnswer:
    """What `ready` answers: how far it is to a role, told in whose words, and whether helps are unfolded.

    `before` is how it stands where `shown` is only supposed, and `supposed` what was supposed.
    """

    readiness: Readiness
    context: ReasonContext
    show_helpful: bool = False
    supposed: str = ""
    before: Readiness | None = None


def ready_text(answer: ReadyAnswer) -> str:
    """One screen at 80 columns; with `helps` their lines too."""
    parts = [
        _head(answer.readiness, answer.context.today),
        *_variants(answer.readiness),
        *_supposed(answer),
    ]
    parts += [
        *_counts(answer),
        *_requirements(answer),
        *bars_text(answer.readiness.bars, answer.context),
    ]
    return "\n".join(parts)


def role_name(shown: Readiness) -> str:
    """`Research lead (theoretical), conceptual`."""
    return (
        f"{shown.role.title}, {shown.variant.slug}"
        if shown.variant
        else shown.role.title
    )


def say_line_numbers(span: Lines) -> str:
    """The guide's line or lines: `25`, `29-33`."""
    if span is None:
        return ""
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"


def say_counts(counts: Counts) -> str:
    """Counts in a sentence: `1 of 4 shown; 2 if what you say holds; 2 open`."""
    return f"{counts.met} of {counts.total} shown; {counts.possible} if what you say holds; {counts.open} open."


def _head(shown: Readiness, today: date) -> str:
    day = f"as of {say_day(today, today)} {today.year}"
    return role_name(shown) + day.rjust(WIDTH - display_width(role_name(shown)))


def _variants(shown: Readiness) -> Iterator[str]:
    if shown.variant:
        others = [v.slug for v in shown.role.variants if v is not shown.variant]
        first = ", the first variant" if shown.variant is shown.role.variants[0] else ""
        yield f"Counted as {shown.variant.slug}{first}; the other: --variant {' or '.join(others)}"


def _supposed(answer: ReadyAnswer) -> Iterator[str]:
    """What would be different; nothing of it is written."""
    if answer.before is None:
        return
    yield wrap(f"If you {answer.supposed} (nothing is written):")
    was = {line.requirement.slug: line.strength for line in answer.before.lines}
    changes = [
        line
        for line in answer.readiness.lines
        if line.strength != was[line.requirement.slug]
    ]
    for line in changes:
        slug = line.requirement.slug
        yield f"  {slug}: {was[slug].word} -> {line.strength.word}"
    if not changes:
        yield "  no requirement of this role would change."


def _counts(answer: ReadyAnswer) -> Iterator[str]:
    hidden = not answer.show_helpful and any(
        line.requirement.weight == "helps" for line in answer.readiness.lines
    )
    for weight in WEIGHTS:
        counts = answer.readiness.counts(weight)
        folded = "  (tracker ready --helps)" if weight == "helps" and hidden else ""
        if counts.total:
            yield f"{COUNTED[weight] + ':':<9}{say_counts(counts)}{folded}"


def _requirements(answer: ReadyAnswer) -> Iterator[str]:
    weights = WEIGHTS if answer.show_helpful else WEIGHTS[:2]
    lines = [
        line for line in answer.readiness.lines if line.requirement.weight in weights
    ]
    cells = [(_marks(lines, at), *_cells(line)) for at, line in enumerate(lines)]
    if not lines:
        return
    yield "~ inferred from the guide    line".rjust(WIDTH)
    *widths, last = [max(len(row[at]) for row in cells) for at in range(5)]
    left = sum(widths) + 2 * (len(widths) - 1)
    for line, row in zip(lines, cells, strict=True):
        reason = (
            "one of these is enough"
            if has_met_alternative(line, answer.readiness)
            else reasons_for(line, answer.context)[0]
        )
        first, *rest = _beside(reason, WIDTH - left, 2 + last)
        asked = row[0] + "  ".join(
            cell.ljust(width) for cell, width in zip(row[1:4], widths[1:], strict=True)
        )
        padding = " " * (WIDTH - left - last - display_width(first))
        yield f"{asked}  {first}{padding}{row[4].rjust(last)}"
        yield from (" " * left + more for more in rest)


def _beside(reason: str, width: int, taken: int) -> list[str]:
    """The lines of a reason, the first with the guide's lines beside it; nothing there where a name has no room."""
    lines = wrap(reason, width=width - taken).split("\n")
    return (
        lines
        if display_width(lines[0]) < width - taken + 2
        else ["", *wrap(reason, width=width).split("\n")]
    )


def _cells(line: RequirementLine) -> tuple[str, str, str, str]:
    """Name, level asked, strength, and the guide's lines."""
    asked = line.requirement
    return (
        asked.slug,
        asked.level or "",
        line.strength.word,
        say_line_numbers(asked.line),
    )


def _marks(lines: Sequence[RequirementLine], at: int) -> str:
    """The weight where it changes, `or` before an alternative of the line above, `~` for what was inferred."""
    asked, above = lines[at].requirement, lines[at - 1].requirement if at else None
    word = asked.weight if above is None or above.weight != asked.weight else ""
    if above and asked.any_of and above.any_of == asked.any_of:
        word = "    or"
    return f"{word:<7}{' ' if asked.stated else '~'} "


def bars_text(bars: Sequence[BarLine], context: ReasonContext) -> Iterator[str]:
    """The bars, those in the same state and by the same people together."""
    if not bars:
        return
    years = " and ".join(sorted({line.bar.as_of[:4] for line in bars}))
    yield f"Bars, in words of {years} (ask whether they still hold)"
    said: dict[tuple[str, str], list[str]] = {}
    for state in ("met", "claimed", "begun", "over", "open"):
        for line in bars:
            if line.state == state:
                said.setdefault((state, line.bar.who), []).append(_bar(line, context))
    for (state, who), what in said.items():
        text = wrap(f"{who}: {'; '.join(what)}", indent=11)
        yield f"  {state:<9}{text.lstrip()}"


def _bar(line: BarLine, context: ReasonContext) -> str:
    bound = context.milestones[line.bar.milestone].within
    of = f" of {say_bound(*bound)}" if bound else ""
    spent = "" if line.spent is None else f", {say_hours(line.spent)}{of}"
    word = " since" if line.is_attempt else ","
    day = f"{word} {say_short_day(line.since, context.today)}" if line.since else ""
    return f"{line.bar.milestone}{spent}{day} ({say_line_numbers(line.bar.line)})"
