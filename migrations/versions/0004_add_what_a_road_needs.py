"""Add what a road needs.

Gates of items, first choices of groups, stages, counted milestones, tracks of roles,
how one applies, and the questions that the person left unanswered.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STAGES = "stage in ('foundations', 'show', 'research', 'apply')"
COUNT = "(count is null) = (counted is null)"
REBUILD = {"recreate": "always", "table_kwargs": {"sqlite_strict": True}}


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    op.create_table(
        "item_gate",
        sa.Column("id", sa.Integer(), primary_key=True),
        _link("item_id", "item", "item_gate_item"),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer()),
        sa.Column("likely", sa.Integer()),
        sa.Column("high", sa.Integer()),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("odds", sa.Text()),
        sa.Column("window", sa.Text()),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.CheckConstraint("closed in (0, 1)", name="item_gate_closed_is_a_flag"),
        sa.UniqueConstraint("item_id", name="item_gate_item"),
        sqlite_strict=True,
    )
    _create_pairs("group_prefer", ("group", "choice_group"), ("item", "item"))
    _create_pairs("role_apply", ("role", "role"), ("item", "item"))
    op.create_table(
        "prompt_pass",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.Integer(), nullable=False),
        _link("prompt_id", "prompt", "prompt_pass_prompt"),
        sa.Column("day", sa.Text(), nullable=False),
        sa.UniqueConstraint("uid", name="prompt_pass_uid"),
        sa.CheckConstraint(
            "day is null or day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="prompt_pass_day_is_a_day",
        ),
        sqlite_strict=True,
    )
    for table, column in (
        ("prompt", "subject"),
        ("role", "tracks"),
        ("role_variant", "tracks"),
        ("bar", "url"),
    ):
        op.add_column(table, sa.Column(column, sa.Text()))
    with op.batch_alter_table("bar", **REBUILD) as batch:
        batch.add_column(_link("apply_id", "item", "bar_apply", required=False))
    with op.batch_alter_table("milestone_phase", **REBUILD) as batch:
        batch.add_column(
            _link("item_id", "item", "milestone_phase_item", required=False)
        )
    op.add_column("requirement", sa.Column("level_is_ours", sa.Integer()))
    op.execute("update requirement set level_is_ours = 0")
    with op.batch_alter_table("requirement", **REBUILD) as batch:
        batch.alter_column("level_is_ours", nullable=False)
        batch.create_check_constraint(
            "requirement_level_is_ours_is_a_flag", "level_is_ours in (0, 1)"
        )
    op.add_column("milestone", sa.Column("stage", sa.Text()))
    op.execute("update milestone set stage = 'show'")
    with op.batch_alter_table("milestone", **REBUILD) as batch:
        batch.alter_column("stage", nullable=False)
        batch.add_column(sa.Column("count", sa.Integer()))
        batch.add_column(sa.Column("counted", sa.Text()))
        batch.create_check_constraint("milestone_stage_is_known", STAGES)
        batch.create_check_constraint("milestone_count_of_another", COUNT)
    # The new columns are filled when the curriculum is next read.
    op.execute("delete from seed_state")


def _link(
    name: str, target: str, constraint: str, *, required: bool = True
) -> "sa.Column[int]":
    rule = sa.ForeignKey(f"{target}.id", name=constraint, ondelete="RESTRICT")
    return sa.Column(name, sa.Integer(), rule, nullable=not required)


def _create_pairs(table: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    """A table that links rows of two others; each is a column's name and its target."""
    names = [f"{name}_id" for name, _ in (one, other)]
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), primary_key=True),
        *(
            _link(f"{name}_id", target, f"{table}_{name}")
            for name, target in (one, other)
        ),
        sa.UniqueConstraint(*names, name=f"{table}_once"),
        sqlite_strict=True,
    )
