"""The hours of a time-boxed task."""

from dataclasses import replace
from datetime import date
from sqlite3 import Connection

from tracker.database.values import text_to_day
from tracker.export.rules.options import ExportOptions
from tracker.export.rules.tasks import (
    Bucket,
    TaggedSessions,
    Task,
    TaskDay,
    TaskRules,
    bucket_of,
    build_buckets,
)
from tracker.journal.store.clock_hours import first_day
from tracker.journal.store.export_hours import (
    day_parts,
    hours_by_tags,
    overlaps_by_tags,
)
from tracker.journal.store.item_hours import item_first_day
from tracker.journal.store.items import choose_item


def build_task(
    db: Connection, options: ExportOptions, today: date, rules: TaskRules | None
) -> Task:
    """The table over the period of `options`, of its item or of all items.

    The person's own tags may name somebody: they are left out, unless asked for.
    Raises NotFound or Ambiguous for the name of an item.
    """
    item = choose_item(db, options.item) if options.item else None
    slug = item.slug if item else None
    since, until = options.period.since, min(options.period.until or today, today)
    rows = hours_by_tags(db, slug, since, until)
    hours = [TaggedSessions(*row[:4]) for row in rows]
    overlap = overlaps_by_tags(db, bucket_of, slug, since, until)
    buckets = build_buckets(hours, overlap)
    once = overlaps_by_tags(db, lambda _: "all", slug, since, until)
    shared = sum(once.values()) - sum(overlap.values())
    if not options.tags:
        buckets = tuple(map(_without_tags, buckets))
    first = item_first_day(db, slug) if slug else first_day(db)
    return Task(
        as_of=today,
        since=since or (first if first and first <= until else None),
        until=until,
        item=slug,
        title=item.title if item else None,
        cap=options.cap,
        rules=rules,
        buckets=buckets,
        changed=sum(row.changed for row in rows),
        days=_days(db, slug, since, until) if options.by else (),
        shared=shared,
    )


def _days(
    db: Connection, item: str | None, since: date | None, until: date
) -> tuple[TaskDay, ...]:
    days = day_parts(db, bucket_of, item, since, until)
    return tuple(TaskDay(text_to_day(day), parts) for day, parts in days.items())


def _without_tags(bucket: Bucket) -> Bucket:
    return replace(bucket, by_tags=())
