"""Count overlaps over days near.

Until now they were counted within each day: sessions of two days that ran at once, as
after a trip, counted twice.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Each day that sessions of the two days before reach into, with these and its own. A
# second that one which began earlier has too is shared; what those of the days before
# share with each other is not this day's.
COUNT = """
create temp table counted_days as
with days as (
    select day, min(started_at) as first from session
    where started_at is not null group by day
),
reaching as (
    select days.day, started_at as starts, started_at + seconds as ends, 1 as before
    from days cross join session
    on session.day between date(days.day, '-2 days') and date(days.day, '-1 day')
    where started_at + seconds > first
),
near as (
    select * from reaching
    union all
    select day, started_at, started_at + seconds, 0 from session
    where started_at is not null and day in (select day from reaching)
),
swept as (
    select day, starts, ends, before, max(ends) over earlier as latest,
           max(ends) filter (where before) over earlier as latest_before
    from near window earlier as (
        partition by day order by starts, ends
        rows between unbounded preceding and 1 preceding
    )
),
counted as (
    select day, total(max(min(ends, latest) - starts, 0))
                - total(max(min(ends, latest_before) - starts, 0)) filter (where before)
                as seconds
    from swept group by day
)
select day, cast(seconds as integer) as seconds from counted where seconds > 0
"""
RAISE = """
update overlap set seconds = (select found.seconds from temp.counted_days as found
                              where found.day = overlap.day)
where seconds < (select found.seconds from temp.counted_days as found
                 where found.day = overlap.day)
"""
ADD = """
insert into overlap (uid, edited_at, day, seconds)
select 'overlap-' || day, cast(strftime('%s', 'now') as integer), day, seconds
from temp.counted_days where day not in (select day from overlap)
"""
FORGET = "drop table temp.counted_days"
STATEMENTS = (COUNT, RAISE, ADD, FORGET)


# There is no downgrade: `tracker restore` brings back the backup made before migrating.
def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
