"""What a person may say of an item, and the names they may give one of their own."""

from collections.abc import Mapping
from itertools import chain, count

from tracker.curriculum.rules.items import Item, in_words
from tracker.errors import Refused

KINDS = (
    *(
        "course",
        "book",
        "video",
        "article",
        "paper",
        "reading-list",
        "exercise",
        "replication",
        "project",
    ),
    *("programme", "podcast", "newsletter", "tool", "habit"),
)


def check_progress(item: Item) -> None:
    """Raises Refused for what has no end: of podcasts, newsletters, tools and habits there is no percentage."""
    if not item.finishes:
        raise Refused(
            f"{item.slug} is a {item.kind}: it never finishes, so there is no part of it to be done.",
            f"Its hours count all the same: tracker log {item.slug} 30m",
        )


def check_item_reopenable(item: Item) -> None:
    """Raises Refused for an item that is neither done nor skipped nor dropped."""
    if item.state is None:
        raise Refused(
            f"{item.slug} is {in_words(item.status)}: neither done nor skipped nor dropped.",
            f"tracker show {item.slug} shows how it stands.",
        )


def check_own(item: Item) -> None:
    """Raises Refused for what is shipped: a later version of the curriculum would bring back what it was."""
    if item.origin != "own":
        raise Refused(
            f"{item.slug} belongs to the shipped curriculum, and stays as it is.",
            "Add an item of your own instead: tracker add my-course --title 'My course' --track coding",
        )


def check_name_free(name: str, taken: Mapping[str, str]) -> None:
    """Raises Refused for a name that means something already; `taken` says what: `the item fastai`."""
    if name in taken:
        own = name if name.startswith("my-") else f"my-{name}"
        free = next(
            each
            for each in chain([own], (f"{own}-{n}" for n in count(2)))
            if each not in taken
        )
        raise Refused(
            f"'{name}' is taken: it means {taken[name]}.",
            f"Type another name, like {free}.",
        )


def likely_of(low: int, high: int) -> int:
    """The likely amount of an estimate that has only a low and a high one."""
    return (low + high) // 2
