"""What employers have said, in their own words, and how far the person is with it."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from tracker.labels import CLAIMED, OPEN, SHOWN
from tracker.milestones.rules.evidence import is_valid_evidence
from tracker.milestones.rules.records import Evidence, Milestone
from tracker.milestones.view.fields import say_guide_lines
from tracker.readiness.rules.readiness import BarLine, milestone_parts
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.reasons import say_short_day
from tracker.readiness.rules.records import Bar
from tracker.readiness.view.applications import item_lines
from tracker.system import quote
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import hang, wrap

INDENT = 11
# What a bar's state is called, in the order of the list.
BAR_STATES = {
    "met": "met",
    "claimed": CLAIMED,
    "parts": "in parts",
    "begun": "started",
    "over": "over",
    "open": OPEN,
}


def bar_lines(
    bars: Sequence[BarLine],
    context: ReasonContext,
    *,
    printed: Container[Bar] = (),
    has_links: bool = False,
) -> Iterator[str]:
    """What employers said, in their words; those of one employer and state together.

    The words of bars in `printed` are left out, and those of open ones. With `has_links`
    all have their words, their source and where to apply.
    """
    if not bars:
        return
    years = Counter(line.bar.as_of[:4] for line in bars)
    usual_year = years.most_common(1)[0][0]
    year = usual_year if len(years) == 1 else f"{usual_year} unless dated"
    yield f"What employers have said ({year}; ask whether it still holds)"
    for (state, who), group in _group_bars(bars).items():
        has_slug = not has_links and state != "met"
        asked = "; ".join(
            _say_bar(line, context, usual_year, has_slug=has_slug) for line in group
        )
        yield hang(f"  {BAR_STATES[state]:<9}", f"{who}: {asked}")
        if has_links or state != "open":
            yield from _word_lines(
                line.bar for line in group if line.bar not in printed
            )
        if has_links:
            yield from dict.fromkeys(_say_links(line.bar, context) for line in group)
        for line in group:
            yield from _part_lines(line, context)


def _group_bars(bars: Sequence[BarLine]) -> dict[tuple[str, str], list[BarLine]]:
    """The bars by state, in its order, and by who said it."""
    groups: dict[tuple[str, str], list[BarLine]] = {}
    for state in BAR_STATES:
        for line in bars:
            if find_state(line) == state:
                groups.setdefault((state, line.bar.who), []).append(line)
    return groups


def find_state(line: BarLine) -> str:
    """The key in `BAR_STATES`: `parts` for an open bar whose parts are all shown."""
    return "parts" if line.has_parts_shown and line.state == "open" else line.state


def _say_bar(
    line: BarLine, context: ReasonContext, usual_year: str, *, has_slug: bool
) -> str:
    """`A transformer in PyTorch, by oneself (transformer-in-pytorch, guide line 140)`.

    With `has_slug` it has the name of its milestone, to show it.
    """
    milestone = context.milestones[line.bar.milestone]
    parts = [milestone.title]
    if line.spent is not None:
        limit = f" of {say_bound(*milestone.within)}" if milestone.within else ""
        parts.append(f"{say_hours(line.spent)}{limit}")
    if line.state == "over":
        parts.append("over the limit")
    if line.has_parts_shown:
        parts.append(f"all its parts {SHOWN}")
    if line.since:
        since = "since " if line.is_attempt else "reached "
        parts.append(since + say_short_day(line.since, context.today))
    numbers = say_guide_lines(line.bar.line)
    year = line.bar.as_of[:4] if line.bar.as_of[:4] != usual_year else ""
    slug = milestone.slug if has_slug else ""
    source = ", ".join(part for part in (slug, year, numbers) if part)
    return ", ".join(parts) + (f" ({source})" if source else "")


def _word_lines(bars: Iterable[Bar]) -> Iterator[str]:
    """The words of each bar, its caveat, and what has changed since; equal ones once."""
    texts: dict[str, None] = {}
    for bar in bars:
        told = f'"{bar.says}"', bar.note, bar.status
        texts.update(dict.fromkeys(filter(None, told)))
    yield from (wrap(text, indent=INDENT) for text in texts)


def _say_links(bar: Bar, context: ReasonContext) -> str:
    """The milestone to show, where the words stand, and the item by which to apply."""
    lines = [wrap(f"milestone: {bar.milestone}", indent=INDENT)]
    if bar.url:
        lines.append(wrap(f"source: {bar.url}", indent=INDENT))
    if bar.apply:
        lines.append(wrap("to apply:", indent=INDENT))
        lines += item_lines(context.items[bar.apply], INDENT)
    return "\n".join(lines)


def _part_lines(line: BarLine, context: ReasonContext) -> Iterator[str]:
    """For a bar whose parts are all shown, the command that says it is met."""
    if not line.has_parts_shown:
        return
    milestone = context.milestones[line.bar.milestone]
    yield wrap("If that is all it asks, say so:", indent=INDENT)
    words = ["tracker", "reach", milestone.slug]
    evidence = [
        f"--evidence {quote(f'{piece.kind}:{piece.place}')}"
        for piece in _part_evidence(milestone, context)
    ]
    yield " " * INDENT + " ".join([*words, *evidence])


def _part_evidence(milestone: Milestone, context: ReasonContext) -> list[Evidence]:
    """The evidence for its parts that counts for the milestone too, each once."""
    parts = set(milestone_parts(milestone))
    pieces: dict[tuple[str, str], Evidence] = {}
    for result in context.facts.results:
        if parts & {result.milestone, *context.implied[result.milestone]}:
            for piece in result.evidence:
                if is_valid_evidence(piece, milestone):
                    pieces.setdefault((piece.kind, piece.place), piece)
    return list(pieces.values())
