"""Which items a list shows."""

from collections.abc import Iterable

from tracker.curriculum.rules.items import Item


def filter_items(
    items: Iterable[Item], track: str | None, status: str | None, search: str | None
) -> list[Item]:
    """The items of a track, of a status, and with `search` in a name, the title or the author; None is any.

    Among those skipped are those dropped, as in the status of JSON. What is shipped no more shows only where something
    was logged or said of it, or where its status is asked for.
    """
    wanted = " ".join((search or "").casefold().split())
    return [
        item
        for item in items
        if (not track or item.track == track)
        and (
            status in (item.status, item.shown_status)
            if status
            else item.is_begun or not item.retired
        )
        and _holds(item, wanted)
    ]


def _holds(item: Item, wanted: str) -> bool:
    return any(
        wanted in text.casefold()
        for text in (item.slug, item.title, item.author or "", *item.aka)
    )
