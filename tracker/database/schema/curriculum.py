"""Tracks, choice groups, items and what they require: shipped, and the person's own."""

from sqlalchemy import Index, UniqueConstraint

from tracker.choices import ITEM_STATES, ORIGINS
from tracker.database.schema.base import (
    flag,
    guide_lines,
    integer,
    is_count,
    is_day,
    is_sum,
    link,
    one_of,
    personal,
    position,
    rule,
    shipped,
    slug,
    text,
    title,
)

track = shipped(
    "track",
    "A large subject; each item is in one.",
    slug(),
    title(),
    text("purpose", "why to study it", required=True),
    position(),
    *guide_lines(),
    UniqueConstraint("slug", name="track_slug"),
)

choice_group = shipped(
    "choice_group",
    "Items of one track of which some are enough.",
    slug(),
    title(),
    link("track_id", "track", "choice_group"),
    integer("choose", "how many of its items are enough", required=True),
    text("note", "a remark on the choice"),
    *guide_lines(),
    UniqueConstraint("slug", name="choice_group_slug"),
    rule("choice_group", "chooses", "choose >= 1", "which is less than 1"),
)

item = personal(
    "item",
    "Something to study or do: shipped, or added with `tracker add`.",
    slug(),
    title(),
    text("author", "who made it"),
    integer("year", "year it was published"),
    text("kind", "course, book, paper, ...", required=True),
    link("track_id", "track", "item"),
    link("group_id", "choice_group", "item", required=False),
    link("after_id", "milestone", "item", required=False),
    integer("low", "seconds it takes, low estimate"),
    integer("likely", "seconds it takes, most likely"),
    integer("high", "seconds it takes, high estimate"),
    text("hours_from", "who estimated: guide, publisher, estimate or own"),
    text("url", "address on the web"),
    text("origin", "who named it", required=True),
    text("status", "what changed since the guide was written"),
    text("as_of", "year, month or day of the status"),
    text("note", "a remark on the item"),
    integer("fills_line", "line of the guide whose gap it fills"),
    position(),
    *guide_lines(),
    *flag("item", "adopted", "the person's own, and shipped since"),
    *flag("item", "retired", "removed from the curriculum"),
    UniqueConstraint("slug", name="item_slug"),
    one_of("item", "origin", ORIGINS),
    rule(
        "item",
        "hours_in_order",
        "(low is null and likely is null and high is null) "
        "or (0 < low and low <= likely and likely <= high)",
        "which are not in order",
    ),
    is_sum("item", "high"),
)

item_aka = personal(
    "item_aka",
    "A short name of an item, besides its slug.",
    link("item_id", "item", "item_aka"),
    text("name", "the short name", required=True),
    UniqueConstraint("name", name="item_aka_name"),
    Index("item_aka_by_item", "item_id"),
)

item_requires = personal(
    "item_requires",
    "An item that comes before another.",
    link("item_id", "item", "item_requires"),
    link("requires_id", "item", "item_requires"),
    UniqueConstraint("item_id", "requires_id", name="item_requires_once"),
    Index("item_requires_by_required", "requires_id"),
)

item_skill = personal(
    "item_skill",
    "A skill that an item builds.",
    link("item_id", "item", "item_skill"),
    link("skill_id", "skill", "item_skill"),
    UniqueConstraint("item_id", "skill_id", name="item_skill_once"),
)

item_gate = shipped(
    "item_gate",
    "What somebody else must give before an item can begin. No row: nothing.",
    link("item_id", "item", "item_gate"),
    text("needs", "what they give: an offer, a co-author, ...", required=True),
    integer("low", "seconds of applying, low estimate"),
    integer("likely", "seconds of applying, most likely"),
    integer("high", "seconds of applying, high estimate"),
    integer("letters", "references it asks for", required=True),
    text("odds", "how many are taken, as far as known"),
    text("window", "when to apply, as far as known"),
    *flag("item_gate", "closed", "no next round is known"),
    text("as_of", "year, month or day it was looked up"),
    text("url", "where it was looked up"),
    UniqueConstraint("item_id", name="item_gate_item"),
    is_sum("item_gate", "low"),
    is_sum("item_gate", "likely"),
    is_sum("item_gate", "high"),
)

group_prefer = shipped(
    "group_prefer",
    "An item that is a first choice of its group.",
    link("group_id", "choice_group", "group_prefer"),
    link("item_id", "item", "group_prefer"),
    UniqueConstraint("group_id", "item_id", name="group_prefer_once"),
)

item_state = personal(
    "item_state",
    "How far the person is with an item. No row: nothing was recorded.",
    link("item_id", "item", "item_state"),
    text("state", "null where only parts are counted"),
    integer("part", "parts done"),
    integer("whole", "parts there are"),
    text("day", "local day it was recorded", required=True),
    UniqueConstraint("item_id", name="item_state_item"),
    one_of("item_state", "state", ITEM_STATES),
    is_day("item_state", "day"),
    rule(
        "item_state",
        "part_of_whole",
        "(part is null and whole is null) "
        "or (0 <= part and part <= whole and whole > 0)",
        "which is not a part of a whole",
    ),
    is_count("item_state", "whole"),
)
