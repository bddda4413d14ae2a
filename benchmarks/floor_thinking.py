"""What `ready`, `gaps`, `next` and `week` read of the database, by bare SQLAlchemy Core."""

import os

import sqlalchemy as sa

TABLES = (
    "requirement, bar, role, role_variant, role_apply, skill, milestone, milestone_skill, "
    "milestone_covers, milestone_evidence, milestone_needs, milestone_item, "
    "milestone_group, milestone_phase, item, item_skill, item_aka, item_requires, "
    "item_gate, choice_group, group_prefer, track, item_state, attempt, result, "
    "evidence, rating, milestone_state, setting"
)
HOURS = "select item_id, sum(seconds) from session group by item_id"
PLANS = ", plan, time_off"
WEEK = """select day, item_id, sum(seconds) from session where day >= date('now', '-13 days')
          group by day, item_id"""
PACE = "select day, sum(seconds) from session where day >= date('now', '-84 days') group by day"
NOTE = "select text from note order by said_at desc limit 1"


def read_all(command: str) -> int:
    """How many rows the command reads."""
    tables = TABLES + (PLANS if command == "week" else "")
    statements = [f"select * from {table}" for table in tables.split(", ")] + [HOURS]
    statements += [WEEK, PACE, NOTE] if command == "week" else []
    engine = sa.create_engine("sqlite:///" + os.environ["TRACKER_DB"])
    with engine.connect() as db:
        return sum(len(db.execute(sa.text(each)).fetchall()) for each in statements)
