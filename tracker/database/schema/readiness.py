"""Skills, roles, their requirements and bars as shipped; the person's ratings."""

from sqlalchemy import CheckConstraint, UniqueConstraint

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
from tracker.text.choices import LEVELS, WEIGHTS

skill = shipped(
    "skill",
    words("slug", required=True),
    words("title", required=True),
    words("meaning", required=True),
    number("position", required=True),
    *guide_lines(),
    UniqueConstraint("slug", name="skill_slug"),
)

skill_level = shipped(
    "skill_level",
    link("skill_id", "skill", "skill_level"),
    words("level", required=True),
    words("shown_by", required=True, comment="what evidence of this level looks like"),
    UniqueConstraint("skill_id", "level", name="skill_level_once"),
    one_of("skill_level", "level", LEVELS),
)

role = shipped(
    "role",
    words("slug", required=True),
    words("title", required=True),
    words("does", required=True),
    words("place", required=True, comment="where people in it work"),
    words("phd", required=True),
    words("note"),
    number("position", required=True),
    *guide_lines(),
    UniqueConstraint("slug", name="role_slug"),
)

role_variant = shipped(
    "role_variant",
    link("role_id", "role", "role_variant"),
    words("slug", required=True),
    words("title", required=True),
    words("does", required=True),
    number("position", required=True),
    *guide_lines(),
    UniqueConstraint("role_id", "slug", name="role_variant_slug"),
)

requirement = shipped(
    "requirement",
    link("role_id", "role", "requirement"),
    words("slug", required=True),
    link("skill_id", "skill", "requirement", required=False),
    words("level"),
    link("milestone_id", "milestone", "requirement", required=False),
    words("weight", required=True),
    *flag("requirement", "step"),
    *flag("requirement", "stated"),
    words("variant"),
    words("any_of"),
    words("quote"),
    words("note"),
    number("position", required=True),
    *guide_lines(),
    UniqueConstraint("role_id", "slug", name="requirement_slug"),
    one_of("requirement", "weight", WEIGHTS),
    one_of("requirement", "level", LEVELS),
    CheckConstraint(
        "(skill_id is null) <> (milestone_id is null)",
        name="requirement_asks_one_thing",
    ),
    CheckConstraint(
        "(skill_id is null) = (level is null)", name="requirement_level_of_a_skill"
    ),
)

bar = shipped(
    "bar",
    link("role_id", "role", "bar"),
    words("slug", required=True),
    words("who", required=True),
    words("says", required=True, comment="their words"),
    link("milestone_id", "milestone", "bar"),
    words("as_of", required=True),
    words("status"),
    words("note"),
    words("variant"),
    number("position", required=True),
    *guide_lines(),
    UniqueConstraint("role_id", "slug", name="bar_slug"),
)

rating = personal(
    "rating",
    link("skill_id", "skill", "rating"),
    words("level", required=True),
    words("rater", required=True, comment="whose word; empty for the person's own"),
    words("day", required=True),
    UniqueConstraint("skill_id", "rater", name="rating_once"),
    one_of("rating", "level", LEVELS),
    is_day("rating", "day"),
)
