"""Skills, roles, their requirements and bars as shipped; the person's ratings."""

from sqlalchemy import UniqueConstraint

from tracker.choices import LEVELS, WEIGHTS
from tracker.database.schema.base import (
    flag,
    guide_lines,
    is_day,
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

skill = shipped(
    "skill",
    "Something that roles ask for at a level.",
    slug(),
    title(),
    text("meaning", "what the skill is", required=True),
    position(),
    *guide_lines(),
    UniqueConstraint("slug", name="skill_slug"),
)

skill_level = shipped(
    "skill_level",
    "A level of a skill.",
    link("skill_id", "skill", "skill_level"),
    text("level", "the level", required=True),
    text("shown_by", "what evidence of this level looks like", required=True),
    UniqueConstraint("skill_id", "level", name="skill_level_once"),
    one_of("skill_level", "level", LEVELS),
)

role = shipped(
    "role",
    "A kind of work.",
    slug(),
    title(),
    text("does", "what people in it do", required=True),
    text("place", "where people in it work", required=True),
    text("phd", "whether it asks for a PhD", required=True),
    text("tracks", "slugs of the tracks that lead to it, with blanks between"),
    text("note", "a remark on the role"),
    position(),
    *guide_lines(),
    UniqueConstraint("slug", name="role_slug"),
)

role_apply = shipped(
    "role_apply",
    "An item by which one applies for a role.",
    link("role_id", "role", "role_apply"),
    link("item_id", "item", "role_apply"),
    UniqueConstraint("role_id", "item_id", name="role_apply_once"),
)

role_variant = shipped(
    "role_variant",
    "One of the ways to fill a role.",
    link("role_id", "role", "role_variant"),
    slug(),
    title(),
    text("does", "what people in it do", required=True),
    text("tracks", "slugs of its tracks besides the role's, with blanks between"),
    position(),
    *guide_lines(),
    UniqueConstraint("role_id", "slug", name="role_variant_slug"),
)

requirement = shipped(
    "requirement",
    "What a role asks for: a skill at a level, or a milestone.",
    link("role_id", "role", "requirement"),
    slug(),
    link("skill_id", "skill", "requirement", required=False),
    text("level", "the level of the skill"),
    *flag("requirement", "level_is_ours", "the guide gives the duty, not the level"),
    link("milestone_id", "milestone", "requirement", required=False),
    text("weight", "how much the role asks for it", required=True),
    *flag("requirement", "step", "a step such as funding, not a skill"),
    *flag("requirement", "stated", "the guide states it; 0: tracker infers it"),
    text("variant", "the variant it is for; null: for all"),
    text("any_of", "requirements of one role with the same text here are one"),
    text("quote", "the guide's words"),
    text("note", "a remark on the requirement"),
    position(),
    *guide_lines(),
    UniqueConstraint("role_id", "slug", name="requirement_slug"),
    one_of("requirement", "weight", WEIGHTS),
    one_of("requirement", "level", LEVELS),
    rule(
        "requirement",
        "asks_one_thing",
        "(skill_id is null) <> (milestone_id is null)",
        "of which it needs just one",
    ),
    rule(
        "requirement",
        "level_of_a_skill",
        "(skill_id is null) = (level is null)",
        "of which it needs both or none",
    ),
)

bar = shipped(
    "bar",
    "What an employer has said that it asks for.",
    link("role_id", "role", "bar"),
    slug(),
    text("who", "the employer", required=True),
    text("says", "its words", required=True),
    link("milestone_id", "milestone", "bar"),
    text("as_of", "year, month or day it was said", required=True),
    text("status", "what is known of it now"),
    text("url", "where its words stand"),
    link("apply_id", "item", "bar", required=False),
    text("note", "a remark on the bar"),
    text("variant", "the variant it is for; null: for all"),
    position(),
    *guide_lines(),
    UniqueConstraint("role_id", "slug", name="bar_slug"),
)

rating = personal(
    "rating",
    "A level of a skill that somebody says the person has.",
    link("skill_id", "skill", "rating"),
    text("level", "the level", required=True),
    text("rater", "who says so; empty for the person", required=True),
    text("day", "local day it was recorded", required=True),
    UniqueConstraint("skill_id", "rater", name="rating_once"),
    one_of("rating", "level", LEVELS),
    is_day("rating", "day"),
)
