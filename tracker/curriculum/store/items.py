"""Items, choice groups and tracks, as they stand."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from tracker.curriculum.rules.items import Group, Item, Track
from tracker.database.bridge import raw_connection
from tracker.database.schema.curriculum import (
    choice_group,
    item,
    item_aka,
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
_ITEMS = (
    select(
        *(
            item.c[name]
            for name in (
                "slug",
                "title",
                "kind",
                "author",
                "year",
                "low",
                "likely",
                "high",
                "hours_from",
            )
        ),
        *(
            item.c[name]
            for name in (
                "url",
                "origin",
                "note",
                "as_of",
                "line_first",
                "line_last",
                "retired",
            )
        ),
        item.c.status.label("changes"),
        track.c.slug.label("track"),
        choice_group.c.slug.label("group"),
        milestone.c.slug.label("after"),
        *(item_state.c[name] for name in ("state", "part", "whole", "day")),
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

Lists = Mapping[str, tuple[str, ...]]


def read_items(db: Connection) -> list[Item]:
    """All items, track by track in the curriculum's order, one's own after the shipped ones; with hours logged."""
    seconds = item_clocks(raw_connection(db))
    requires, skills, aka = (
        _lists(db, chosen) for chosen in (_REQUIRES, _SKILLS, _AKA)
    )
    return [
        _item(row, seconds, requires, skills, aka)
        for row in db.execute(_ITEMS).mappings()
    ]


def read_groups(db: Connection) -> list[Group]:
    """All choice groups with their items."""
    members = _lists(db, _MEMBERS)
    return [
        Group(
            slug=row["slug"],
            title=row["title"],
            track=row["track"],
            choose=row["choose"],
            items=members.get(row["slug"], ()),
            line=guide_line(row),
            note=row["note"],
        )
        for row in db.execute(_GROUPS).mappings()
    ]


def read_tracks(db: Connection) -> list[Track]:
    """All tracks, in the curriculum's order."""
    chosen = select(track.c.slug, track.c.title, track.c.purpose).order_by(
        track.c.position
    )
    return [Track(**row) for row in db.execute(chosen).mappings()]


def guide_line(row: RowMapping) -> tuple[int, int] | None:
    """The span of the guide's lines in a row that has `line_first` and `line_last`."""
    return None if row["line_first"] is None else (row["line_first"], row["line_last"])


def _lists(db: Connection, chosen: Select[Any]) -> Lists:
    """Pairs of slugs as what belongs to each first one."""
    found: dict[str, list[str]] = defaultdict(list)
    for slug, other in db.execute(chosen):
        found[slug].append(other)
    return {slug: tuple(others) for slug, others in found.items()}


def _item(
    row: RowMapping,
    seconds: Mapping[str, int],
    requires: Lists,
    skills: Lists,
    aka: Lists,
) -> Item:
    columns = dict(row)
    _, _, day = (columns.pop(name) for name in ("line_first", "line_last", "day"))
    columns["retired"] = bool(columns["retired"])
    said: date | None = text_to_day(day) if day else None
    slug = row["slug"]
    return Item(
        **columns,
        line=guide_line(row),
        state_day=said,
        requires=requires.get(slug, ()),
        skills=skills.get(slug, ()),
        aka=aka.get(slug, ()),
        seconds=seconds.get(slug, 0),
    )
