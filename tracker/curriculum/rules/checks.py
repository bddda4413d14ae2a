"""What can be recorded for an item, and which names an own item can have."""

from collections.abc import Mapping
from itertools import count

from tracker.curriculum.rules.items import Estimate, Item
from tracker.errors import Refused, Unreadable
from tracker.labels import STATUS_LABELS
from tracker.text.columns import clean_title


def check_progress(item: Item) -> None:
    """Raises Refused for a podcast, newsletter, tool or habit: these never finish."""
    if not item.finishes:
        raise Refused(
            f"{item.slug} is a {item.kind}: it never finishes and has no progress.",
            f"Log its hours instead: tracker log {item.slug} 30m",
        )


def check_item_reopenable(item: Item) -> None:
    """Raises Refused for an item that is not done, skipped or dropped."""
    if item.state is None:
        raise Refused(
            f"{item.slug} is {STATUS_LABELS[item.status]}; "
            "only done, skipped or dropped items can be reopened.",
            f"See its status: tracker show {item.slug}",
        )


def check_own(item: Item) -> None:
    """Raises Refused for an item of the shipped curriculum, which updates overwrite."""
    if item.origin != "own":
        raise Refused(
            f"{item.slug} is part of the shipped curriculum and cannot be changed.",
            "To add your own item: tracker add my-course --title TITLE --track TRACK",
        )


def check_name_free(name: str, taken: Mapping[str, str]) -> None:
    """Raises Refused, with a free name, for one in use.

    `taken` maps each name to what has it: `the item fastai`.
    """
    if name in taken:
        free = _free_name(name, taken)
        raise Refused(
            f"'{name}' is already the name of {taken[name]}.",
            f"Choose another name, for example {free}.",
            typed=name,
            instead=[free],
        )


def check_title(title: str) -> str:
    """A title on one line, without control characters. Raises Unreadable if empty."""
    cleaned = clean_title(title)
    if not cleaned:
        raise Unreadable(
            "The title is empty.",
            "Put the title in quotes, such as --title 'My notes on ELK'.",
            without=["--title"],
            added=[("--title", "TITLE")],
        )
    return cleaned


def with_likely(hours: tuple[int, int]) -> Estimate:
    """A low and a high estimate with the likely one midway, in seconds."""
    low, high = hours
    return low, (low + high) // 2, high


def _free_name(name: str, taken: Mapping[str, str]) -> str:
    """`my-NAME`, or `my-NAME-2` and so on where that is in use too."""
    base = name if name.startswith("my-") else f"my-{name}"
    if base not in taken:
        return base
    numbered = (f"{base}-{number}" for number in count(2))
    return next(candidate for candidate in numbered if candidate not in taken)
