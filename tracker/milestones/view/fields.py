"""The page of one thing: a heading, then labels with texts."""

from collections.abc import Iterable, Sequence

from tracker.labels import SOURCE_LABELS
from tracker.text.amounts import say_hours
from tracker.text.columns import GAP, NARROWEST, display_width, hang, plain, wrap
from tracker.text.screen import SCREEN, USUAL

INDENT, LABEL = 2, 10
# A label and its text.
Field = tuple[str, str]


def layout_heading(title: str, aside: str, widest: int = USUAL) -> str:
    """A title, wrapped where it is long, and `aside` at the right margin.

    On a narrow terminal, or beside a word that fills the line, it is below the title; a
    wide terminal sets it no further off than `widest`.
    """
    needed = display_width(title) + 2 + display_width(aside)
    columns = min(SCREEN.columns, max(needed, widest))
    room = columns - display_width(aside) - 2
    if room < min(needed - 2, NARROWEST):
        return "\n".join(filter(None, (wrap(title), aside)))
    first, *rest = wrap(title, width=room).split("\n")
    gap = columns - display_width(first) - display_width(aside)
    if gap < len(GAP):  # a word that is not broken
        return "\n".join(filter(None, (first, *rest, aside)))
    return "\n".join([f"{first}{' ' * gap}{aside}".rstrip(), *rest])


def layout_fields(fields: Iterable[Field]) -> str:
    """Each text beside its label, wrapped; a label that is the one above is left out.

    Fields without a text are left out.
    """
    lines: list[str] = []
    label_above = ""
    for label, text in fields:
        if text:
            lines.append(_field("" if label == label_above else label, text))
            label_above = label
    return "\n".join(lines)


def _field(label: str, text: str) -> str:
    """In a pipe a field stays on one line."""
    start = f"{' ' * INDENT}{label:<{LABEL}}"
    return hang(start, text) if SCREEN.wraps_tables else start + plain(text)


def say_sources(seconds: Sequence[tuple[str, int]], clock: int) -> str:
    """How hours were recorded, from seconds by source: `timer 20 h, later 12 h`.

    Sources that sum to more than the seconds on the `clock` ran at the same time.
    """
    parts = []
    for source, amount in seconds:
        label = SOURCE_LABELS.get(source, f"imported from {source}")
        parts.append(f"{label} {say_hours(amount)}")
    sources = ", ".join(parts)
    overlap = sum(amount for _, amount in seconds) - clock
    if overlap <= 0:
        return sources
    return f"{sources}; {say_hours(overlap)} overlap and count once"


def say_guide_lines(line: tuple[int, int] | None) -> str:
    """`guide line 138` or `guide lines 203-205`; empty without a line."""
    if line is None:
        return ""
    first, last = line
    return f"guide line {first}" if first == last else f"guide lines {first}-{last}"
