"""The items that a list shows."""

from collections.abc import Iterable

from tracker.curriculum.rules.items import Item


def filter_items(
    items: Iterable[Item], track: str | None, status: str | None, search: str | None
) -> list[Item]:
    """The items of a track and a status that contain `search`; None does not filter.

    `search` looks in slug, title, author and other names. `skipped` includes dropped
    items, as in JSON. Items removed from the curriculum are left out, unless they are
    begun or `status` asks for them.
    """
    text = " ".join((search or "").casefold().split())
    return [
        item
        for item in items
        if _has_track(item, track) and _has_status(item, status) and _holds(item, text)
    ]


def _has_track(item: Item, track: str | None) -> bool:
    return track is None or item.track == track


def _has_status(item: Item, status: str | None) -> bool:
    if status:
        return status in (item.status, item.shown_status)
    return item.is_begun or not item.retired


def _holds(item: Item, text: str) -> bool:
    searched = (item.slug, item.title, item.author or "", *item.aka)
    return any(text in part.casefold() for part in searched)
