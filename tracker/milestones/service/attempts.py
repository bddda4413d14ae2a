"""Begin and change attempts at milestones."""

from datetime import timedelta
from sqlite3 import Connection

from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.store.clock_hours import item_clock
from tracker.journal.store.item_hours import item_first_day
from tracker.journal.store.items import choose_item
from tracker.milestones.rules.attempts import AttemptInput, check_attempt, make_attempt
from tracker.milestones.rules.changes import AttemptOutcome
from tracker.milestones.rules.phases import find_attempt_item
from tracker.milestones.rules.records import Attempt
from tracker.milestones.service.changes import WITH_RULE
from tracker.milestones.service.details import all_statuses, milestone_details
from tracker.milestones.store.changes import reopen_milestone, save_attempt
from tracker.milestones.store.names import find_milestone

ONE_DAY = timedelta(days=1)


def begin_attempt(
    db: Connection,
    name: str,
    item: str | None,
    typed: AttemptInput,
    moment: LocalMoment,
) -> AttemptOutcome:
    """Begin or change the attempt at a milestone with an item, both by name.

    Without an item it is that of the milestone's phases. Raises NotFound or Ambiguous
    for a name, Refused for a day that cannot be, Unreadable where an item is needed.
    """
    slug = find_milestone(db, name, with_item=item is None)
    status = all_statuses(db, moment.today)[slug]
    item_slug = choose_item(db, item, WITH_RULE).slug if item else None
    if item_slug is None or not typed.phases:
        item_slug = find_attempt_item(item_slug, status.milestone, status.attempts)
    attempts = {attempt.item: attempt for attempt in status.attempts}
    before = attempts.get(item_slug)
    since = typed.since or moment.today
    start = before or Attempt(slug, item_slug, since, entered=moment.today)
    attempt = make_attempt(start, typed, moment.today)
    check_attempt(attempt, moment.today, status.results)
    save_attempt(db, attempt, moment.now_utc)
    reopen_milestone(db, slug, moment.now_utc, attempts=False)
    return _read_outcome(db, attempt, before, moment)


def _read_outcome(
    db: Connection, attempt: Attempt, before: Attempt | None, moment: LocalMoment
) -> AttemptOutcome:
    """The attempt as saved, with the hours of its items before its first day."""
    details = milestone_details(db, attempt.milestone, moment.today)
    saved = next(a for a in details.status.attempts if a.item == attempt.item)
    day_before = saved.since - ONE_DAY
    first_days = [item_first_day(db, slug) for slug in saved.items]
    return AttemptOutcome(
        attempt=saved,
        before=before,
        details=details,
        earlier_seconds=sum(item_clock(db, s, None, day_before) for s in saved.items),
        first_day=min((day for day in first_days if day), default=None),
    )
