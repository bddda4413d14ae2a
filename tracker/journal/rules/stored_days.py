"""The zone and the start of day by which a session was written."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone, tzinfo

from tracker.journal.rules.days import offset_at, split_by_day
from tracker.journal.rules.pieces import LocalMoment, join_parts
from tracker.journal.rules.records import Session, piece_of

# The latest that `config day-starts` lets a day start.
_LATEST_START = timedelta(hours=12)


def own_moment(parts: Sequence[Session], moment: LocalMoment) -> LocalMoment:
    """`moment` with the zone and the start of day that place a stretch as it is stored.

    What days start at may have changed since it was written.
    """
    old = join_parts(parts)
    if old.started_at is None:
        return moment
    zone = own_zone(old.started_at, old.utc_offset or 0, moment.zone)
    splits = {
        starts: split_by_day(old.started_at, old.seconds, starts, zone)
        for starts in (
            moment.day_starts,
            timedelta(),
            *_cut(parts, zone),
            _LATEST_START,
        )
    }
    stored = tuple(map(piece_of, parts))
    fitting = [starts for starts, split in splits.items() if split == stored]
    near = [starts for starts, split in splits.items() if split[0].day == old.day]
    starts = [*fitting, *near, moment.day_starts][0]
    return moment._replace(zone=zone, day_starts=starts)


def _cut(parts: Sequence[Session], zone: tzinfo) -> Iterator[timedelta]:
    """The time of day at which the first part of a stretch ends, if it has others."""
    for part in parts[1:2]:
        cut = datetime.fromtimestamp(part.started_at or 0, zone)
        yield timedelta(hours=cut.hour, minutes=cut.minute)


def own_zone(started_at: int, offset: int, zone: tzinfo) -> tzinfo:
    """The zone that a session began in, as far as its offset tells.

    That is `zone` where its offset was the same then, with its clock changes.
    """
    if offset_at(started_at, zone) == offset:
        return zone
    return timezone(timedelta(seconds=offset))
