"""Read items and choice groups."""

from collections import defaultdict
from collections.abc import Mapping
from sqlite3 import Connection
from typing import Any

from sqlalchemy import RowMapping, Select, select

from tracker.curriculum.rules.items import Gate, Group, Item
from tracker.database.bridge import core
from tracker.database.schema.curriculum import (
    choice_group,
    group_prefer,
    item,
    item_aka,
    item_gate,
    item_requires,
    item_skill,
    item_state,
    track,
)
from tracker.database.schema.milestones import milestone
from tracker.database.schema.readiness import skill
from tracker.database.values import text_to_day
from tracker.journal.store.clock_hours import item_clocks

_required = item.alias("required")
_COLUMNS = (
    "slug",
    "title",
    "kind",
    "author",
    "year",
    "low",
    "likely",
    "high",
    "hours_from",
    "url",
    "origin",
    "note",
    "as_of",
    "line_first",
    "line_last",
    "retired",
)
_ITEMS = (
    select(
        *(item.c[name] for name in _COLUMNS),
        item.c.status.label("changes"),
        track.c.slug.label("track"),
        choice_group.c.slug.label("group"),
        milestone.c.slug.label("after"),
        item_state.c.state,
        item_state.c.part,
        item_state.c.whole,
        item_state.c.day,
    )
    .join(track, track.c.id == item.c.track_id)
    .outerjoin(choice_group, choice_group.c.id == item.c.group_id)
    .outerjoin(milestone, milestone.c.id == item.c.after_id)
    .outerjoin(item_state, item_state.c.item_id == item.c.id)
    .order_by(track.c.position, item.c.position, item.c.id)
)
_REQUIRES = (
    select(item.c.slug, _required.c.slug)
    .select_from(item_requires)
    .join(item, item.c.id == item_requires.c.item_id)
    .join(_required, _required.c.id == item_requires.c.requires_id)
    .order_by(item_requires.c.id)
)
_SKILLS = (
    select(item.c.slug, skill.c.slug)
    .select_from(item_skill)
    .join(item, item.c.id == item_skill.c.item_id)
    .join(skill, skill.c.id == item_skill.c.skill_id)
    .order_by(item_skill.c.id)
)
_AKA = (
    select(item.c.slug, item_aka.c.name)
    .join(item, item.c.id == item_aka.c.item_id)
    .order_by(item_aka.c.name)
)
_GATES = select(item.c.slug, item_gate).join(item, item.c.id == item_gate.c.item_id)
_GROUPS = (
    select(choice_group, track.c.slug.label("track"))
    .join(track, track.c.id == choice_group.c.track_id)
    .order_by(choice_group.c.id)
)
_MEMBERS = (
    select(choice_group.c.slug, item.c.slug)
    .select_from(item)
    .join(choice_group, choice_group.c.id == item.c.group_id)
    .where(item.c.retired == 0)
    .order_by(item.c.position)
)
_PREFER = (
    select(choice_group.c.slug, item.c.slug)
    .select_from(group_prefer)
    .join(choice_group, choice_group.c.id == group_prefer.c.group_id)
    .join(item, item.c.id == group_prefer.c.item_id)
    .order_by(group_prefer.c.id)
)

Lists = Mapping[str, tuple[str, ...]]


def read_items(db: Connection) -> list[Item]:
    """All items with their hours, track by track in the curriculum's order.

    Own items come after the shipped ones.
    """
    seconds = item_clocks(db)
    requires = _lists(db, _REQUIRES)
    skills = _lists(db, _SKILLS)
    aka = _lists(db, _AKA)
    gates = {row["slug"]: _gate(row) for row in core(db).execute(_GATES).mappings()}
    return [
        _item(
            row,
            requires=requires.get(row["slug"], ()),
            skills=skills.get(row["slug"], ()),
            aka=aka.get(row["slug"], ()),
            gate=gates.get(row["slug"]),
            seconds=seconds.get(row["slug"], 0),
        )
        for row in core(db).execute(_ITEMS).mappings()
    ]


def read_item(db: Connection, slug: str) -> Item:
    """The item with that slug, which must exist."""
    return next(item for item in read_items(db) if item.slug == slug)


def read_groups(db: Connection) -> list[Group]:
    """All choice groups with the slugs of their items."""
    members, first_choices = _lists(db, _MEMBERS), _lists(db, _PREFER)
    return [
        Group(
            slug=row["slug"],
            title=row["title"],
            track=row["track"],
            choose=row["choose"],
            items=members.get(row["slug"], ()),
            line=guide_line(row),
            note=row["note"],
            prefer=first_choices.get(row["slug"], ()),
        )
        for row in core(db).execute(_GROUPS).mappings()
    ]


def guide_line(row: RowMapping) -> tuple[int, int] | None:
    """The first and last line of the guide in a row, where it names them."""
    if row["line_first"] is None:
        return None
    return row["line_first"], row["line_last"]


def _lists(db: Connection, pairs: Select[Any]) -> Lists:
    """Pairs of slugs, the second ones listed under each first one."""
    lists: dict[str, list[str]] = defaultdict(list)
    for slug, other in core(db).execute(pairs):
        lists[slug].append(other)
    return {slug: tuple(others) for slug, others in lists.items()}


def _item(
    row: RowMapping,
    *,
    requires: tuple[str, ...],
    skills: tuple[str, ...],
    aka: tuple[str, ...],
    gate: Gate | None,
    seconds: int,
) -> Item:
    columns = dict(row)
    day = columns.pop("day")
    del columns["line_first"], columns["line_last"]
    columns["retired"] = bool(columns["retired"])
    return Item(
        **columns,
        line=guide_line(row),
        state_day=text_to_day(day) if day else None,
        requires=requires,
        skills=skills,
        aka=aka,
        gate=gate,
        seconds=seconds,
    )


def _gate(row: RowMapping) -> Gate:
    low, likely, high = row["low"], row["likely"], row["high"]
    return Gate(
        needs=row["needs"],
        hours=None if low is None else (low, likely, high),
        letters=row["letters"],
        odds=row["odds"],
        window=row["window"],
        closed=bool(row["closed"]),
        as_of=row["as_of"],
        url=row["url"],
    )
