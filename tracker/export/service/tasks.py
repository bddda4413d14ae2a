"""The hours of a time-boxed task."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from sqlite3 import Connection

from tracker.export.rules.tasks import Rules, Task, bucket_of, buckets
from tracker.journal.rules.limits import overlap_seconds
from tracker.journal.store.breakdowns import hours_by_tags, overlapping_spans
from tracker.journal.store.clock_hours import first_day
from tracker.journal.store.item_hours import item_first_day as first_of
from tracker.journal.store.items import choose_item
from tracker.text.periods import Period


def build_task(
    db: Connection,
    period: Period,
    today: date,
    *,
    item: str | None,
    cap: int | None,
    rules: Rules | None,
    redact: bool,
) -> Task:
    """The table of a period, of one item (by whatever name was typed) or of all; `cap` in seconds.

    With `redact` it is made without tags: they decide which part a session is of, and are not told.

    Raises NotFound or Ambiguous for the name of an item.
    """
    of = choose_item(db, item) if item else None
    slug, until = of.slug if of else None, min(period.until or today, today)
    logged = hours_by_tags(db, slug, period.since, until)
    parts = buckets(
        [row[:4] for row in logged], _overlap(db, slug, period.since, until)
    )
    return Task(
        as_of=today,
        since=period.since or (first_of(db, slug) if slug else first_day(db)),
        until=until,
        item=slug,
        title=of.title if of else None,
        cap=cap,
        rules=rules,
        buckets=tuple(replace(each, by_tags=()) if redact else each for each in parts),
        changed=sum(row.changed for row in logged),
    )


def _overlap(
    db: Connection, item: str | None, since: date | None, until: date
) -> dict[str, int]:
    """Seconds of each part of the table in which more than one of its own sessions ran."""
    spans: dict[tuple[date, str], list[tuple[int, int]]] = defaultdict(list)
    for each in overlapping_spans(db, item, since, until):
        spans[each.day, bucket_of(each.tags)].append(each.span)
    found: dict[str, int] = defaultdict(int)
    for (_, bucket), held in spans.items():
        found[bucket] += overlap_seconds(held)
    return found
