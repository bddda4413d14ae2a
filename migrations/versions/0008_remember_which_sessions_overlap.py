"""Remember which sessions an overlap is of.

Until now only how long it is: to say what of it is of one item, all sessions of the days
near were read.

Revision ID: 0008
Revises: 0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ADD = "alter table overlap add column starts TEXT DEFAULT '[]' NOT NULL"
# Of each day with an overlap, its own sessions and those of the two days before that
# reach into it: the starts of those that have time in common with another.
FILL = """
update overlap set starts = found.starts from (
    with days as (
        select overlap.day, min(started_at) as first from overlap
        join session on session.day = overlap.day
        where started_at is not null group by overlap.day
    ),
    near as (
        select days.day, started_at as starts, started_at + seconds as ends
        from days cross join session
        on session.day between date(days.day, '-2 days') and days.day
        where started_at is not null
        and (session.day = days.day or started_at + seconds > first)
    ),
    swept as (
        select day, starts, ends, max(ends) over (
            partition by day order by starts, ends
            rows between unbounded preceding and 1 preceding
        ) as latest, lead(starts) over (partition by day order by starts, ends) as next
        from near
    ),
    shared as (
        select distinct day, starts from swept
        where starts < latest or next < ends order by day, starts
    )
    select day, json_group_array(starts) as starts from shared group by day
) as found where found.day = overlap.day
"""


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    op.execute(ADD)
    op.execute(FILL)
