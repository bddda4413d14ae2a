"""The tags and the note of a session or a timer, as text."""

from collections.abc import Iterable

from tracker.text.columns import hang

_NOTE = "  Note: "


def note_line(note: str) -> str:
    """`  Note: lesson 3`; `none` for no note."""
    return hang(_NOTE, note or "none")


def say_tags(tags: Iterable[str]) -> str:
    """` +deep +pair`, to follow an item's name; empty for none."""
    return "".join(f" +{tag}" for tag in tags)
