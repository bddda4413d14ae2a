"""done, drop and reopen: of items and of milestones."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.curriculum.rules.checks import (
    check_item_reopenable as check_item_reopenable,
)
from tracker.curriculum.rules.items import Item
from tracker.curriculum.store.changes import set_state
from tracker.curriculum.store.names import find_item
from tracker.curriculum.view import changed_text, done_before_text, item_data
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.journal.view.sessions import match_lines
from tracker.milestones.rules.results import (
    Claim,
    check_droppable,
    check_milestone_reopenable,
)
from tracker.milestones.service.details import (
    all_statuses,
    milestone_details,
    record_result,
)
from tracker.milestones.store.changes import (
    drop_milestone,
    remove_results,
    reopen_milestone,
)
from tracker.milestones.store.names import NameMatch, find_item_or_milestone
from tracker.milestones.view.messages import (
    dropped_text,
    reach_text,
    remarks_on_done,
    remarks_on_drop,
    remarks_on_reopened,
    remarks_on_result,
    reopened_text,
)
from tracker.milestones.view.milestone_json import milestone_details_data
from tracker.text.days import check_not_future
from tracker.text.params import DayParam


@dataclass(frozen=True, slots=True)
class Said:
    """What came of one name: an `item` or a `milestone`, its JSON, its lines, and the remarks beside them."""

    kind: str
    data: dict[str, Any]
    text: str
    remarks: tuple[str, ...] = ()


Say = Callable[[Connection, App, str], Said]


@command(
    "done",
    examples='tracker done fastai\ntracker done learnpython python-done --on "last friday"',
)
@click.argument("names", nargs=-1, required=True, metavar="ITEM-or-MILESTONE...")
@click.option(
    "--on", "day", type=DayParam(), help="The day it was done (default: today)."
)
@pass_app
def done(app: App, names: tuple[str, ...], day: date | None) -> None:
    """Mark items or milestones done; the day first done stays.

    A milestone is then reached on your own word: `reach` adds what to look at.
    """
    check_not_future(
        day or app.today, app.today, "Type --on with today or an earlier day."
    )
    _say(app, names, partial(_item_done, day=day), partial(_milestone_done, day=day))


@command("drop", examples="tracker drop mit-6006\ntracker drop arxiv-paper")
@click.argument("name", metavar="ITEM-or-MILESTONE")
@pass_app
def drop(app: App, name: str) -> None:
    """Give up an item or a milestone, with the attempts at it. Hours stay; `reopen` takes it back."""
    _say(app, (name,), _item_dropped, _milestone_dropped)


@command("reopen", examples="tracker reopen fastai\ntracker reopen arxiv-paper")
@click.argument("name", metavar="ITEM-or-MILESTONE")
@pass_app
def reopen(app: App, name: str) -> None:
    """Take back that an item was done, skipped or dropped, or that a milestone was reached or dropped.

    A milestone's results go, with their evidence; its attempts and hours stay.
    """
    _say(app, (name,), _item_reopened, _milestone_reopened)


def _say(app: App, names: tuple[str, ...], of_item: Say, of_milestone: Say) -> None:
    """Say it of each name, all in one transaction, and answer."""
    with library(app, write=True) as db:
        meant = {
            found.slug: (name, found)
            for name in names
            for found in [find_item_or_milestone(db, name)]
        }
        said = [
            _of(
                name,
                found,
                (of_item if found.kind == "item" else of_milestone)(
                    db, app, found.slug
                ),
            )
            for name, found in meant.values()
        ]
    for remark in (remark for each in said for remark in each.remarks):
        app.remark(remark)
    kind = said[0].kind if len(said) == 1 else "said"
    app.show(kind, said, _data, _text)


def _of(typed: str, found: NameMatch, said: Said) -> Said:
    """What came of a name, with how that was read."""
    read = match_lines(typed, found.slug, found.title, found.how)
    return replace(said, text="\n".join([said.text, *read]))


def _text(said: list[Said]) -> str:
    """One undo takes all of it back, so it stands once, with the last."""
    *earlier, last = (each.text for each in said)
    return "\n".join(
        [
            *(
                text.replace("\n  Undo: tracker undo", "").replace(
                    " Undo: tracker undo", ""
                )
                for text in earlier
            ),
            last,
        ]
    )


def _data(said: list[Said]) -> dict[str, Any]:
    if len(said) == 1:
        return said[0].data
    return {
        "items": [each.data["item"] for each in said if each.kind == "item"],
        "milestones": [
            each.data["milestone"] for each in said if each.kind == "milestone"
        ],
    }


def _item_done(db: Connection, app: App, slug: str, day: date | None) -> Said:
    before = find_item(db, slug)
    if before.state == "done":
        return Said(
            "item", {"item": item_data(before)}, done_before_text(before, app.today)
        )
    item = _keep(db, app, before, "done", day)
    return _item(
        item, tuple(remarks_on_done(item, all_statuses(db, app.today).values()))
    )


def _item_dropped(db: Connection, app: App, slug: str) -> Said:
    item = _keep(db, app, find_item(db, slug), "dropped")
    return _item(
        item, tuple(remarks_on_drop(item, all_statuses(db, app.today).values()))
    )


def _item_reopened(db: Connection, app: App, slug: str) -> Said:
    before = find_item(db, slug)
    check_item_reopenable(before)
    return _item(_keep(db, app, before, None))


def _milestone_done(db: Connection, app: App, slug: str, day: date | None) -> Said:
    before, claim = all_statuses(db, app.today)[slug], Claim(day=day)
    result = record_result(db, before, claim, app.today, instant_to_seconds(app.now))
    told = milestone_details(db, slug, app.today)
    remarks = tuple(remarks_on_result(told, before, result, claim))
    return Said(
        "milestone",
        milestone_details_data(told),
        reach_text(told, result.item),
        remarks,
    )


def _milestone_dropped(db: Connection, app: App, slug: str) -> Said:
    check_droppable(all_statuses(db, app.today)[slug])
    drop_milestone(db, slug, app.today, instant_to_seconds(app.now))
    told = milestone_details(db, slug, app.today)
    return Said("milestone", milestone_details_data(told), dropped_text(told))


def _milestone_reopened(db: Connection, app: App, slug: str) -> Said:
    before, now = all_statuses(db, app.today)[slug], instant_to_seconds(app.now)
    check_milestone_reopenable(before)
    remove_results(db, slug, now)
    reopen_milestone(db, slug, now, attempts=before.state == "dropped")
    told = milestone_details(db, slug, app.today)
    return Said(
        "milestone",
        milestone_details_data(told),
        reopened_text(told),
        tuple(remarks_on_reopened(before)),
    )


def _keep(
    db: Connection, app: App, item: Item, state: str | None, day: date | None = None
) -> Item:
    set_state(db, item, state, day or app.today, instant_to_seconds(app.now))
    return find_item(db, item.slug)


def _item(item: Item, remarks: tuple[str, ...] = ()) -> Said:
    return Said("item", {"item": item_data(item)}, changed_text(item), remarks)
