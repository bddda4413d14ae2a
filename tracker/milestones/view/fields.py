"""The lines of one thing shown whole: a heading, then a name and what it says, again and again."""

from collections.abc import Iterable, Sequence

from tracker.text.amounts import say_hours
from tracker.text.columns import display_width, shorten, wrap

INDENT, LABEL, WIDTH = 2, 10, 80
Field = tuple[str, str]
_SOURCES = {"same-day": "same day", "later": "written later"}


def layout_heading(title: str, aside: str) -> str:
    """A title, wrapped where it is long, and what belongs to it at the right margin."""
    lines = wrap(title, width=WIDTH - display_width(aside) - 2).split("\n")
    room = WIDTH - display_width(lines[0]) - display_width(aside)
    return "\n".join([(lines[0] + " " * max(room, 2) + aside).rstrip(), *lines[1:]])


def layout_fields(parts: Iterable[Field]) -> str:
    """Each part's text beside its label, wrapped; parts without text are left out, a label is not said twice."""
    lines: list[str] = []
    last = ""
    for label, text in parts:
        if text:
            lines.append(_field("" if label == last else label, text))
            last = label
    return "\n".join(lines)


def _field(label: str, text: str) -> str:
    said = wrap(text, INDENT + LABEL, WIDTH)
    return (
        " " * INDENT + f"{shorten(label, LABEL - 1):<{LABEL}}" + said[INDENT + LABEL :]
    )


def say_sources(seconds: Sequence[tuple[str, int]], clock: int) -> str:
    """How hours were written down, from seconds by source: `live 20 h, written later 12 h`.

    Where they are more than those on the `clock`, that says why the two differ.
    """
    said = ", ".join(
        f"{_SOURCES.get(source, source)} {say_hours(each)}" for source, each in seconds
    )
    twice = sum(each for _, each in seconds) - clock
    return (
        f"{said}; {say_hours(twice)} ran twice and counts once" if twice > 0 else said
    )


def say_guide_lines(line: tuple[int, int] | None) -> str:
    """`line 138`, `lines 203-205`: of the guide; empty for what it does not name."""
    if line is None:
        return ""
    return f"line {line[0]}" if line[0] == line[1] else f"lines {line[0]}-{line[1]}"
