"""Read items and choice groups."""

from collections import defaultdict
from collections.abc import Mapping
from sqlite3 import Connection, Row

from tracker.curriculum.rules.items import Gate, Group, Item
from tracker.database.rows import named_rows
from tracker.database.values import text_to_day
from tracker.journal.store.clock_hours import item_clocks

ITEMS = """select item.slug, item.title, kind, author, year, low, likely, high, hours_from,
           url, item.origin, item.note, as_of, item.line_first, item.line_last, item.retired,
           status as changes, track.slug as track, choice_group.slug as "group",
           milestone.slug as after, state, part, whole, day
           from item join track on track.id = item.track_id
           left join choice_group on choice_group.id = group_id
           left join milestone on milestone.id = after_id
           left join item_state on item_state.item_id = item.id
           order by track.position, item.position, item.id"""
REQUIRES = """select item.slug, required.slug from item_requires
              join item on item.id = item_id
              join item as required on required.id = requires_id
              order by item_requires.id"""
SKILLS = """select item.slug, skill.slug from item_skill
            join item on item.id = item_id join skill on skill.id = skill_id
            order by item_skill.id"""
NAMES = """select slug, name from item_aka join item on item.id = item_id
           order by name"""
GATES = """select slug, item_gate.* from item_gate join item on item.id = item_id"""
GROUPS = """select choice_group.*, track.slug as track from choice_group
            join track on track.id = track_id order by choice_group.id"""
MEMBERS = """select choice_group.slug, item.slug from item
             join choice_group on choice_group.id = group_id
             where not item.retired order by item.position"""
PREFER = """select choice_group.slug, item.slug from group_prefer
            join choice_group on choice_group.id = group_prefer.group_id
            join item on item.id = item_id order by group_prefer.id"""

Lists = Mapping[str, tuple[str, ...]]


def read_items(db: Connection) -> list[Item]:
    """All items with their hours, track by track in the curriculum's order.

    Own items come after the shipped ones.
    """
    seconds = item_clocks(db)
    requires = _lists(db, REQUIRES)
    skills = _lists(db, SKILLS)
    aka = _lists(db, NAMES)
    gates = {row["slug"]: _gate(row) for row in named_rows(db, GATES)}
    return [
        _item(
            row,
            requires=requires.get(row["slug"], ()),
            skills=skills.get(row["slug"], ()),
            aka=aka.get(row["slug"], ()),
            gate=gates.get(row["slug"]),
            seconds=seconds.get(row["slug"], 0),
        )
        for row in named_rows(db, ITEMS)
    ]


def read_item(db: Connection, slug: str) -> Item:
    """The item with that slug, which must exist."""
    return next(item for item in read_items(db) if item.slug == slug)


def read_groups(db: Connection) -> list[Group]:
    """All choice groups with the slugs of their items."""
    members, first_choices = _lists(db, MEMBERS), _lists(db, PREFER)
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
        for row in named_rows(db, GROUPS)
    ]


def guide_line(row: Row) -> tuple[int, int] | None:
    """The first and last line of the guide in a row, where it names them."""
    if row["line_first"] is None:
        return None
    return row["line_first"], row["line_last"]


def _lists(db: Connection, pairs: str) -> Lists:
    """Pairs of slugs, the second ones listed under each first one."""
    lists: dict[str, list[str]] = defaultdict(list)
    for slug, other in db.execute(pairs):
        lists[slug].append(other)
    return {slug: tuple(others) for slug, others in lists.items()}


def _item(
    row: Row,
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


def _gate(row: Row) -> Gate:
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
