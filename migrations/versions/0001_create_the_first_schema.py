"""Create the first schema.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("funder", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column(
            "asked",
            sa.Text(),
            nullable=True,
            comment="amount with its currency, as typed",
        ),
        sa.Column("file", sa.Text(), nullable=True, comment="what was sent"),
        sa.Column(
            "plan",
            sa.Text(),
            nullable=False,
            comment="the plan as it stood, frozen, as JSON",
        ),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="application_day_is_a_day",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="application_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "command",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("words", sa.Text(), nullable=False, comment="as typed"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind in ('do', 'undo', 'redo')", name="command_kind_is_known"
        ),
        sa.CheckConstraint(
            "state in ('done', 'undone', 'closed')", name="command_state_is_known"
        ),
        sa.ForeignKeyConstraint(
            ["target_id"], ["command.id"], name="command_target", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("read_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="import_batch_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column(
            "within_low",
            sa.Integer(),
            nullable=True,
            comment="seconds within which the result surely counts",
        ),
        sa.Column(
            "within_high",
            sa.Integer(),
            nullable=True,
            comment="seconds past which it does not",
        ),
        sa.Column(
            "budget",
            sa.Integer(),
            nullable=True,
            comment="seconds of a bounded experiment",
        ),
        sa.Column("ladder", sa.Text(), nullable=True),
        sa.Column("rung", sa.Integer(), nullable=True),
        sa.Column(
            "show_low",
            sa.Integer(),
            nullable=False,
            comment="seconds it takes to show what is there",
        ),
        sa.Column("show_likely", sa.Integer(), nullable=False),
        sa.Column("show_high", sa.Integer(), nullable=False),
        sa.Column("show_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(ladder is null) = (rung is null)", name="milestone_rung_of_a_ladder"
        ),
        sa.CheckConstraint(
            "(within_low is null) = (within_high is null)",
            name="milestone_bound_is_whole",
        ),
        sa.CheckConstraint("retired in (0, 1)", name="milestone_retired_is_a_flag"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug", name="milestone_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "overlap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="overlap_day_is_a_day",
        ),
        sa.CheckConstraint("seconds > 0", name="overlap_of_something"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("day", name="overlap_day"),
        sa.UniqueConstraint("uid", name="overlap_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "prompt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind in ('view', 'forecast', 'decision', 'wellbeing')",
            name="prompt_kind_is_known",
        ),
        sa.CheckConstraint("retired in (0, 1)", name="prompt_retired_is_a_flag"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug", name="prompt_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("does", sa.Text(), nullable=False),
        sa.Column(
            "place", sa.Text(), nullable=False, comment="where people in it work"
        ),
        sa.Column("phd", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug", name="role_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "seed_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "digest",
            sa.Text(),
            nullable=False,
            comment="hash of the shipped seed these rows came from",
        ),
        sa.CheckConstraint("id = 1", name="seed_state_only_one"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key", name="setting_key"),
        sa.UniqueConstraint("uid", name="setting_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug", name="skill_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "time_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "since is null or since glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="time_off_since_is_a_day",
        ),
        sa.CheckConstraint(
            "until is null or until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="time_off_until_is_a_day",
        ),
        sa.CheckConstraint("since <= until", name="time_off_in_order"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="time_off_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "tombstone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", "tbl", name="tombstone_once"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "track",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug", name="track_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "bar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False, comment="their words"),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("variant", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="bar_milestone",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["role.id"], name="bar_role", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("role_id", "slug", name="bar_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command_id", sa.Integer(), nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column(
            "old",
            sa.Text(),
            nullable=True,
            comment="the row before, as JSON; null where it was new",
        ),
        sa.Column(
            "new",
            sa.Text(),
            nullable=True,
            comment="the row after, as JSON; null where it was removed",
        ),
        sa.ForeignKeyConstraint(
            ["command_id"], ["command.id"], name="change_command", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index("change_by_command", ["command_id"], unique=False)

    op.create_table(
        "choice_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("track_id", sa.Integer(), nullable=False),
        sa.Column(
            "choose",
            sa.Integer(),
            nullable=False,
            comment="how many of its items are enough",
        ),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.CheckConstraint("choose >= 1", name="choice_group_chooses"),
        sa.ForeignKeyConstraint(
            ["track_id"], ["track.id"], name="choice_group_track", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug", name="choice_group_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_covers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("covers_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["covers_id"],
            ["milestone.id"],
            name="milestone_covers_covers",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_covers_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "covers_id", name="milestone_covers_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind in ('repo', 'post', 'paper', 'certificate', 'letter', 'metric', 'review', 'self')",
            name="milestone_evidence_kind_is_known",
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_evidence_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "kind", name="milestone_evidence_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_needs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("needs_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_needs_milestone",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["needs_id"],
            ["milestone.id"],
            name="milestone_needs_needs",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "needs_id", name="milestone_needs_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_phase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_phase_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "phase", name="milestone_phase_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "level in ('none', 'basic', 'moderate', 'strong', 'very-strong')",
            name="milestone_skill_level_is_known",
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_skill_milestone",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"],
            ["skill.id"],
            name="milestone_skill_skill",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "skill_id", name="milestone_skill_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="milestone_state_day_is_a_day",
        ),
        sa.CheckConstraint(
            "state in ('dropped')", name="milestone_state_state_is_known"
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_state_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", name="milestone_state_milestone"),
        sa.UniqueConstraint("uid", name="milestone_state_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("private", sa.Integer(), nullable=False),
        sa.Column("prompt_id", sa.Integer(), nullable=True),
        sa.Column("said_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="note_day_is_a_day",
        ),
        sa.CheckConstraint("text <> ''", name="note_says_something"),
        sa.CheckConstraint("changed in (0, 1)", name="note_changed_is_a_flag"),
        sa.CheckConstraint("decision in (0, 1)", name="note_decision_is_a_flag"),
        sa.CheckConstraint("private in (0, 1)", name="note_private_is_a_flag"),
        sa.ForeignKeyConstraint(
            ["prompt_id"], ["prompt.id"], name="note_prompt", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="note_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index("note_days", ["day"], unique=False)

    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column(
            "rater",
            sa.Text(),
            nullable=False,
            comment="whose word; empty for the person's own",
        ),
        sa.Column("day", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="rating_day_is_a_day",
        ),
        sa.CheckConstraint(
            "level in ('none', 'basic', 'moderate', 'strong', 'very-strong')",
            name="rating_level_is_known",
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name="rating_skill", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("skill_id", "rater", name="rating_once"),
        sa.UniqueConstraint("uid", name="rating_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "requirement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("milestone_id", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("stated", sa.Integer(), nullable=False),
        sa.Column("variant", sa.Text(), nullable=True),
        sa.Column("any_of", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "level in ('none', 'basic', 'moderate', 'strong', 'very-strong')",
            name="requirement_level_is_known",
        ),
        sa.CheckConstraint(
            "weight in ('must', 'should', 'helps')", name="requirement_weight_is_known"
        ),
        sa.CheckConstraint(
            "(skill_id is null) <> (milestone_id is null)",
            name="requirement_asks_one_thing",
        ),
        sa.CheckConstraint(
            "(skill_id is null) = (level is null)", name="requirement_level_of_a_skill"
        ),
        sa.CheckConstraint("stated in (0, 1)", name="requirement_stated_is_a_flag"),
        sa.CheckConstraint("step in (0, 1)", name="requirement_step_is_a_flag"),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="requirement_milestone",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["role.id"], name="requirement_role", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name="requirement_skill", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("role_id", "slug", name="requirement_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "role_variant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("does", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["role_id"], ["role.id"], name="role_variant_role", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("role_id", "slug", name="role_variant_slug"),
        sqlite_strict=True,
    )
    op.create_table(
        "running",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command_id", sa.Integer(), nullable=False),
        sa.Column(
            "batch_id",
            sa.Integer(),
            nullable=True,
            comment="the batch that the command brings, whose sessions are not kept one by one",
        ),
        sa.CheckConstraint("id = 1", name="running_only_one"),
        sa.ForeignKeyConstraint(
            ["command_id"], ["command.id"], name="running_command", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "skill_level",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column(
            "shown_by",
            sa.Text(),
            nullable=False,
            comment="what evidence of this level looks like",
        ),
        sa.CheckConstraint(
            "level in ('none', 'basic', 'moderate', 'strong', 'very-strong')",
            name="skill_level_level_is_known",
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name="skill_level_skill", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("skill_id", "level", name="skill_level_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("track_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("after_id", sa.Integer(), nullable=True),
        sa.Column("low", sa.Integer(), nullable=True, comment="expected seconds"),
        sa.Column("likely", sa.Integer(), nullable=True, comment="expected seconds"),
        sa.Column("high", sa.Integer(), nullable=True, comment="expected seconds"),
        sa.Column("hours_from", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Text(),
            nullable=True,
            comment="what changed since the guide was written",
        ),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("fills_line", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_first", sa.Integer(), nullable=True),
        sa.Column("line_last", sa.Integer(), nullable=True),
        sa.Column("adopted", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "origin in ('guide', 'extension', 'own')", name="item_origin_is_known"
        ),
        sa.CheckConstraint(
            "(low is null and likely is null and high is null) or (0 < low and low <= likely and likely <= high)",
            name="item_hours_in_order",
        ),
        sa.CheckConstraint("adopted in (0, 1)", name="item_adopted_is_a_flag"),
        sa.CheckConstraint("retired in (0, 1)", name="item_retired_is_a_flag"),
        sa.ForeignKeyConstraint(
            ["after_id"], ["milestone.id"], name="item_after", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["choice_group.id"], name="item_group", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["track_id"], ["track.id"], name="item_track", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug", name="item_slug"),
        sa.UniqueConstraint("uid", name="item_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["choice_group.id"],
            name="milestone_group_group",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_group_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "group_id", name="milestone_group_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column(
            "since", sa.Text(), nullable=False, comment="its hours count from this day"
        ),
        sa.Column(
            "entered", sa.Text(), nullable=False, comment="the day it was written down"
        ),
        sa.Column(
            "low", sa.Integer(), nullable=True, comment="seconds expected at the start"
        ),
        sa.Column(
            "high", sa.Integer(), nullable=True, comment="seconds expected at the start"
        ),
        sa.Column(
            "dropped", sa.Text(), nullable=True, comment="the day it was given up"
        ),
        sa.Column(
            "phases",
            sa.Text(),
            nullable=True,
            comment="its own phases, one a line: seconds, a blank, a name",
        ),
        sa.Column(
            "decision",
            sa.Text(),
            nullable=True,
            comment="what a bounded experiment came to, in the person's words",
        ),
        sa.Column(
            "decided", sa.Text(), nullable=True, comment="the day of the decision"
        ),
        sa.CheckConstraint(
            "decided is null or decided glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="attempt_decided_is_a_day",
        ),
        sa.CheckConstraint(
            "(decision is null) = (decided is null)", name="attempt_decision_is_whole"
        ),
        sa.CheckConstraint(
            "dropped is null or dropped glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="attempt_dropped_is_a_day",
        ),
        sa.CheckConstraint(
            "entered is null or entered glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="attempt_entered_is_a_day",
        ),
        sa.CheckConstraint(
            "since is null or since glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="attempt_since_is_a_day",
        ),
        sa.CheckConstraint(
            "(low is null) = (high is null)", name="attempt_expectation_is_whole"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="attempt_item", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="attempt_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "item_id", name="attempt_once"),
        sa.UniqueConstraint("uid", name="attempt_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "forecast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("milestone_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False, comment="the day it was given"),
        sa.Column("early_half", sa.Text(), nullable=False),
        sa.Column("late_half", sa.Text(), nullable=False),
        sa.Column("early_most", sa.Text(), nullable=False),
        sa.Column("late_most", sa.Text(), nullable=False),
        sa.Column(
            "pace", sa.Integer(), nullable=False, comment="seconds a week it rests on"
        ),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="forecast_day_is_a_day",
        ),
        sa.CheckConstraint(
            "early_half is null or early_half glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="forecast_early_half_is_a_day",
        ),
        sa.CheckConstraint(
            "early_most is null or early_most glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="forecast_early_most_is_a_day",
        ),
        sa.CheckConstraint(
            "late_half is null or late_half glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="forecast_late_half_is_a_day",
        ),
        sa.CheckConstraint(
            "late_most is null or late_most glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="forecast_late_most_is_a_day",
        ),
        sa.CheckConstraint(
            "(item_id is null) <> (milestone_id is null)", name="forecast_of_one_thing"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="forecast_item", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="forecast_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="forecast_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "item_aka",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="item_aka_item", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name="item_aka_name"),
        sa.UniqueConstraint("uid", name="item_aka_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    with op.batch_alter_table("item_aka", schema=None) as batch_op:
        batch_op.create_index("item_aka_by_item", ["item_id"], unique=False)

    op.create_table(
        "item_requires",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("requires_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="item_requires_item", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["requires_id"],
            ["item.id"],
            name="item_requires_requires",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("item_id", "requires_id", name="item_requires_once"),
        sa.UniqueConstraint("uid", name="item_requires_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    with op.batch_alter_table("item_requires", schema=None) as batch_op:
        batch_op.create_index(
            "item_requires_by_required", ["requires_id"], unique=False
        )

    op.create_table(
        "item_skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="item_skill_item", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name="item_skill_skill", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("item_id", "skill_id", name="item_skill_once"),
        sa.UniqueConstraint("uid", name="item_skill_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "item_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("part", sa.Integer(), nullable=True, comment="so many"),
        sa.Column("whole", sa.Integer(), nullable=True, comment="of so many"),
        sa.Column("day", sa.Text(), nullable=False, comment="local day it was said"),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="item_state_day_is_a_day",
        ),
        sa.CheckConstraint(
            "state in ('done', 'skipped', 'dropped')", name="item_state_state_is_known"
        ),
        sa.CheckConstraint(
            "(part is null and whole is null) or (0 <= part and part <= whole and whole > 0)",
            name="item_state_part_of_whole",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="item_state_item", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("item_id", name="item_state_item"),
        sa.UniqueConstraint("uid", name="item_state_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="milestone_item_item", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="milestone_item_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("milestone_id", "item_id", name="milestone_item_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("milestone_id", sa.Integer(), nullable=True),
        sa.Column(
            "due",
            sa.Text(),
            nullable=True,
            comment="the day it is meant to be reached; null once withdrawn",
        ),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False, comment="the day this was said"),
        sa.Column("said_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="plan_day_is_a_day",
        ),
        sa.CheckConstraint(
            "due is null or due glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="plan_due_is_a_day",
        ),
        sa.CheckConstraint(
            "(item_id is null) <> (milestone_id is null)", name="plan_of_one_thing"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="plan_item", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="plan_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="plan_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "recollection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.CheckConstraint(
            "since is null or since glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="recollection_since_is_a_day",
        ),
        sa.CheckConstraint(
            "until is null or until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="recollection_until_is_a_day",
        ),
        sa.CheckConstraint("seconds > 0", name="recollection_of_something"),
        sa.CheckConstraint("since <= until", name="recollection_in_order"),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="recollection_item", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="recollection_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False, comment="the day first reached"),
        sa.Column(
            "entered", sa.Text(), nullable=False, comment="the day it was written down"
        ),
        sa.Column(
            "claimed", sa.Text(), nullable=True, comment="the figure the source gives"
        ),
        sa.Column(
            "reproduced", sa.Text(), nullable=True, comment="the figure the person got"
        ),
        sa.Column("part", sa.Text(), nullable=True, comment="the person's own part"),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="result_day_is_a_day",
        ),
        sa.CheckConstraint(
            "entered is null or entered glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="result_entered_is_a_day",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="result_item", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["milestone_id"],
            ["milestone.id"],
            name="result_milestone",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="result_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    with op.batch_alter_table("result", schema=None) as batch_op:
        batch_op.create_index("result_once", ["milestone_id", "item_id"], unique=True)

    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column(
            "day", sa.Text(), nullable=False, comment="local day it counts for, ISO"
        ),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column(
            "started_at",
            sa.Integer(),
            nullable=True,
            comment="UTC seconds, where known",
        ),
        sa.Column(
            "utc_offset",
            sa.Integer(),
            nullable=True,
            comment="seconds east of UTC at the start",
        ),
        sa.Column(
            "note", sa.Text(), nullable=False, comment="empty where there is none"
        ),
        sa.Column(
            "tags",
            sa.Text(),
            nullable=False,
            comment="sorted, each between blanks: ' deep pair '; empty where there are none",
        ),
        sa.Column(
            "source", sa.Text(), nullable=False, comment="how it was written down"
        ),
        sa.Column(
            "logged_at",
            sa.Integer(),
            nullable=False,
            comment="UTC seconds it was written down or read",
        ),
        sa.Column(
            "project",
            sa.Text(),
            nullable=True,
            comment="what an imported log called it",
        ),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="session_day_is_a_day",
        ),
        sa.CheckConstraint(
            "source in ('live', 'same-day', 'later', 'imported')",
            name="session_source_is_known",
        ),
        sa.CheckConstraint(
            "(started_at is null) = (utc_offset is null)",
            name="session_start_has_its_offset",
        ),
        sa.CheckConstraint("seconds between 1 and 86400", name="session_within_a_day"),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name="session_batch", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="session_item", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="session_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index("session_batch", ["batch_id"], unique=False)
        batch_op.create_index(
            "session_days", ["day", "item_id", "seconds"], unique=False
        )
        batch_op.create_index("session_starts", ["started_at"], unique=False)
        batch_op.create_index(
            "session_sums", ["item_id", "day", "seconds"], unique=False
        )

    op.create_table(
        "timer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column(
            "utc_offset",
            sa.Integer(),
            nullable=False,
            comment="seconds east of UTC at the start",
        ),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("by_hand", sa.Integer(), nullable=False),
        sa.CheckConstraint("by_hand in (0, 1)", name="timer_by_hand_is_a_flag"),
        sa.CheckConstraint("id = 1", name="timer_only_one"),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name="timer_item", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="timer_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid", sa.Text(), nullable=False, comment="the same on every machine"
        ),
        sa.Column("edited_at", sa.Integer(), nullable=False, comment="UTC seconds"),
        sa.Column("result_id", sa.Integer(), nullable=True),
        sa.Column("rating_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column(
            "place",
            sa.Text(),
            nullable=False,
            comment="where someone else could look; empty for one's own word",
        ),
        sa.Column("day", sa.Text(), nullable=False, comment="the day it was given"),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="evidence_day_is_a_day",
        ),
        sa.CheckConstraint(
            "kind in ('repo', 'post', 'paper', 'certificate', 'letter', 'metric', 'review', 'self')",
            name="evidence_kind_is_known",
        ),
        sa.CheckConstraint(
            "(result_id is null) <> (rating_id is null)", name="evidence_of_one_thing"
        ),
        sa.ForeignKeyConstraint(
            ["rating_id"], ["rating.id"], name="evidence_rating", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["result_id"], ["result.id"], name="evidence_result", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", name="evidence_uid"),
        info={"personal": True},
        sqlite_strict=True,
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index("evidence_by_rating", ["rating_id"], unique=False)
        batch_op.create_index("evidence_by_result", ["result_id"], unique=False)
