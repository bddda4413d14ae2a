"""The hours of a time-boxed task: counted, not counted, extra, and an agent's."""

from collections.abc import Iterator
from dataclasses import asdict

from tracker.export.render.blocks import (
    Block,
    Document,
    Listing,
    ListingEntry,
    Para,
    TableBlock,
)
from tracker.export.render.documents.heads import say_days
from tracker.export.render.figures import say_shares
from tracker.export.render.form_dates import say_dated
from tracker.export.render.phrases import counts, documents
from tracker.export.render.phrases import tasks as phrases
from tracker.export.render.reports import ExportReport
from tracker.export.rules.person import Person
from tracker.export.rules.tasks import Bucket, Task, TaskRules
from tracker.text.amounts import say_amount


def task_report(task: Task, person: Person) -> ExportReport:
    """The table of a time-boxed task, with what the funder says counts."""
    title = documents.task_of(task.title) if task.title else documents.TASK
    facts = {
        "kind": "hours",
        "counted": task.counted,
        "over": task.over,
        "person": asdict(person),
        **asdict(task),
    }
    return ExportReport(Document(title, tuple(_blocks(task)), person), facts)


def say_cap(task: Task) -> str:
    """The counted hours against the cap; empty where there is none."""
    if not task.cap:
        return ""
    cap, counted = say_amount(task.cap), say_amount(task.counted)
    if task.over:
        return phrases.over_cap(cap, counted, say_amount(task.over))
    return phrases.cap(cap, counted)


def _blocks(task: Task) -> Iterator[Block]:
    period = say_days(task.since, task.until)
    yield Para(documents.from_own_log(period))
    yield _table(task)
    if task.cap:
        yield Para(say_cap(task))
    overlap = sum(bucket.overlap for bucket in task.buckets)
    if overlap:
        yield Para(phrases.overlap(say_amount(overlap)))
    say_changed = phrases.changed_or_moved if task.changed else phrases.changed_none
    yield Para(say_changed(counts.sessions(task.changed)))
    if task.rules:
        yield from _rules(task.rules)


def _rules(rules: TaskRules) -> Iterator[Block]:
    day = say_dated(rules.as_of)
    if rules.counted:
        title = phrases.counted_by(rules.title, day)
        yield Listing(title, rules.counted)
    if rules.not_counted:
        title = phrases.not_counted_by(rules.title, day)
        yield Listing(title, rules.not_counted)
    if rules.extra_rule:
        yield Para(phrases.extra_rule(rules.extra_rule))


def _table(task: Task) -> TableBlock:
    """The parts of the task; a redacted one has no column of tags."""
    has_tags = any(bucket.by_tags for bucket in task.buckets)
    head: tuple[str, ...] = (phrases.PART, phrases.HOURS, phrases.RECORDED_BY)
    rows = tuple(_row(bucket) for bucket in task.buckets)
    if has_tags:
        head = (*head, phrases.TAGS)
        tags = map(_tags, task.buckets)
        rows = tuple((*row, tag) for row, tag in zip(rows, tags, strict=True))
    return TableBlock(
        head=head,
        rows=rows,
        entries=tuple(map(_entry, task.buckets)),
        caption=documents.TASK,
    )


def _row(bucket: Bucket) -> tuple[str, ...]:
    name = phrases.BUCKETS[bucket.name]
    return name, say_amount(bucket.seconds), _sources(bucket)


def _entry(bucket: Bucket) -> ListingEntry:
    lines = (phrases.BUCKETS[bucket.name], _sources(bucket), _tags(bucket))
    return ListingEntry(say_amount(bucket.seconds), tuple(filter(None, lines)))


def _sources(bucket: Bucket) -> str:
    amounts = [say_amount(source.seconds) for source in bucket.by_source]
    return say_shares(bucket.by_source, amounts)


def _tags(bucket: Bucket) -> str:
    return ", ".join(
        phrases.tag_hours(hours.tags or phrases.NO_OTHER_TAG, say_amount(hours.seconds))
        for hours in bucket.by_tags
    )
