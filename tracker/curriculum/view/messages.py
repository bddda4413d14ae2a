"""Answers after an item was changed."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from tracker.curriculum.rules.items import Item, ItemChange
from tracker.curriculum.view.items import ItemData, item_data, say_estimate
from tracker.journal.view.written_sessions import match_lines
from tracker.labels import STATUS_LABELS
from tracker.text.amounts import say_hours
from tracker.text.columns import wrap
from tracker.text.days import say_day

UNDO = "  Undo: tracker undo"


class ItemAnswerData(TypedDict):
    """The item that was changed."""

    item: ItemData


def item_answer_data(item: Item) -> ItemAnswerData:
    """The keys of an answer about one item."""
    return {"item": item_data(item)}


def item_change_data(change: ItemChange) -> ItemAnswerData:
    """The keys of an answer about a changed item."""
    return item_answer_data(change.after)


def item_change_text(change: ItemChange) -> str:
    """The item's new status and hours, how its name was read, and the way back."""
    return f"{changed_item_text(change)}\n{UNDO}"


def changed_item_text(change: ItemChange) -> str:
    """As `item_change_text`, without the way back."""
    item = change.after
    status = STATUS_LABELS[item.shown_status]
    if item.part is not None and item.whole and item.state != "done":
        status = f"{status}, {_say_part(item.part, item.whole)} (self-reported)"
    logged = "Nothing logged"
    if item.seconds:
        logged = f"{say_hours(item.seconds)} logged"
    facts = "; ".join([logged, *_estimates(item)])
    return "\n".join(
        [
            wrap(f"{item.title} ({item.slug}): {status}."),
            wrap(f"{facts}.", 2),
            *match_lines(change.typed, item.slug, item.title, change.how),
        ]
    )


def progress_remarks(change: ItemChange) -> Iterator[str]:
    """Remarks: the item is open again; how to mark it done once all parts are."""
    if change.before.state:
        was = STATUS_LABELS[change.before.shown_status]
        yield f"It was {was}; it is in progress again."
    if change.after.part == change.after.whole:
        yield f"To mark it done: tracker done {change.after.slug}"


def done_before_text(item: Item, today: date) -> str:
    """The answer for an item that is done already: since when, how to change the day."""
    since = f" since {say_day(item.state_day, today)}" if item.state_day else ""
    return wrap(
        f"{item.title} is already done{since}. "
        f"To change the day, reopen it first: tracker reopen {item.slug}"
    )


def own_item_text(item: Item) -> str:
    """An own item with its track, estimate, link, requirements and aliases."""
    facts = [f"{item.kind} in {item.track}", *_estimates(item)]
    if item.url:
        facts.append(f"link {item.url}")
    if item.requires:
        facts.append(f"requires {', '.join(item.requires)}")
    if item.aka:
        facts.append(f"aliases {', '.join(item.aka)}")
    lines = [wrap(f"{item.slug}: {item.title}"), wrap("; ".join(facts), 2), UNDO]
    return "\n".join(lines)


def _estimates(item: Item) -> list[str]:
    return [f"estimate {say_estimate(item.estimate)}"] if item.estimate else []


def _say_part(part: int, whole: int) -> str:
    return f"{part}%" if whole == 100 else f"{part} of {whole}"
