"""Tracks, choice groups, items and what they ask for: shipped, and the person's own."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from tracker.database.schema.base import (
    flag,
    guide_lines,
    is_day,
    link,
    number,
    one_of,
    personal,
    shipped,
    words,
)
from tracker.text.choices import ITEM_STATES, ORIGINS

track = shipped(
    "track",
    words("slug", required=True),
    words("title", required=True),
    words("purpose", required=True),
    number("position", required=True),
    *guide_lines(),
    UniqueConstraint("slug", name="track_slug"),
)

choice_group = shipped(
    "choice_group",
    words("slug", required=True),
    words("title", required=True),
    link("track_id", "track", "choice_group"),
    number("choose", required=True, comment="how many of its items are enough"),
    words("note"),
    *guide_lines(),
    UniqueConstraint("slug", name="choice_group_slug"),
    CheckConstraint("choose >= 1", name="choice_group_chooses"),
)

item = personal(
    "item",
    words("slug", required=True),
    words("title", required=True),
    words("author"),
    number("year"),
    words("kind", required=True),
    link("track_id", "track", "item"),
    link("group_id", "choice_group", "item", required=False),
    link("after_id", "milestone", "item", required=False),
    number("low", comment="expected seconds"),
    number("likely", comment="expected seconds"),
    number("high", comment="expected seconds"),
    words("hours_from"),
    words("url"),
    words("origin", required=True),
    words("status", comment="what changed since the guide was written"),
    words("as_of"),
    words("note"),
    number("fills_line"),
    number("position", required=True),
    *guide_lines(),
    *flag("item", "adopted"),
    *flag("item", "retired"),
    UniqueConstraint("slug", name="item_slug"),
    one_of("item", "origin", ORIGINS),
    CheckConstraint(
        "(low is null and likely is null and high is null) or (0 < low and low <= likely and likely <= high)",
        name="item_hours_in_order",
    ),
)

item_aka = personal(
    "item_aka",
    link("item_id", "item", "item_aka"),
    words("name", required=True),
    UniqueConstraint("name", name="item_aka_name"),
    Index("item_aka_by_item", "item_id"),
)

item_requires = personal(
    "item_requires",
    link("item_id", "item", "item_requires"),
    link("requires_id", "item", "item_requires"),
    UniqueConstraint("item_id", "requires_id", name="item_requires_once"),
    Index("item_requires_by_required", "requires_id"),
)

item_skill = personal(
    "item_skill",
    link("item_id", "item", "item_skill"),
    link("skill_id", "skill", "item_skill"),
    UniqueConstraint("item_id", "skill_id", name="item_skill_once"),
)

# What the person says of an item: how far, and whether it is over. No row: nothing said.
item_state = personal(
    "item_state",
    link("item_id", "item", "item_state"),
    words("state"),
    number("part", comment="so many"),
    number("whole", comment="of so many"),
    words("day", required=True, comment="local day it was said"),
    UniqueConstraint("item_id", name="item_state_item"),
    one_of("item_state", "state", ITEM_STATES),
    is_day("item_state", "day"),
    CheckConstraint(
        "(part is null and whole is null) or (0 <= part and part <= whole and whole > 0)",
        name="item_state_part_of_whole",
    ),
)
