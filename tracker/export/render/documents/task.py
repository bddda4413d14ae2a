"""The hours of a time-boxed task: counted, not counted, extra, and an agent's."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypedDict

from tracker.export.render.blocks import (
    Block,
    Document,
    Listing,
    ListingEntry,
    Para,
    TableBlock,
)
from tracker.export.render.documents.heads import say_days
from tracker.export.render.documents.hours import say_edited
from tracker.export.render.facts import facts_of
from tracker.export.render.figures import (
    day_columns,
    minute_parts,
    say_date,
    say_minutes,
    say_shares,
)
from tracker.export.render.form_dates import say_dated
from tracker.export.render.phrases import documents
from tracker.export.render.phrases import tasks as phrases
from tracker.export.render.phrases.hours import count_sessions
from tracker.export.render.reports import ExportReport
from tracker.export.rules.hours import SourceHours
from tracker.export.rules.person import Person
from tracker.export.rules.tasks import MINUTE, Bucket, TagHours, Task, TaskRules
from tracker.text.amounts import round_to_unit


class TaskSumsData(TypedDict):
    """The sums of a time-boxed task in seconds, and whose hours they are."""

    counted: int
    over: int
    on_clock: int
    person: Annotated[dict[str, Any], Person]


def task_report(task: Task, person: Person) -> ExportReport:
    """The table of a time-boxed task, with what the funder says counts."""
    title = documents.task_of(task.title) if task.title else documents.TASK
    sums: TaskSumsData = {
        "counted": task.counted,
        "over": task.over,
        "on_clock": task.on_clock,
        "person": facts_of(person),
    }
    facts = {"kind": "hours", **sums, **facts_of(task)}
    return ExportReport(Document(title, tuple(_blocks(task)), person), facts)


def say_cap(task: Task) -> str:
    """The counted hours against the cap; empty where there is none."""
    if not task.cap:
        return ""
    cap, counted = say_minutes(task.cap), say_minutes(task.counted)
    over = round_to_unit(task.counted, MINUTE) - round_to_unit(task.cap, MINUTE)
    if over > 0:
        return phrases.over_cap(cap, counted, say_minutes(over * MINUTE))
    return phrases.cap(cap, counted)


def _blocks(task: Task) -> Iterator[Block]:
    period = say_days(task.since, task.until)
    yield Para(documents.from_own_log(period))
    yield _table(task)
    if task.days:
        yield _day_table(task)
    if task.cap:
        yield Para(say_cap(task))
    if any(bucket.overlap for bucket in task.buckets):
        yield Para(phrases.OVERLAP_ONCE)
    if task.shared:
        total = say_minutes(task.on_clock)
        yield Para(phrases.shared(say_minutes(task.shared), total))
    yield Para(say_edited(task.changed, count_sessions(task.changed)))
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
    """The parts of the task, with a column of tags where they were asked for."""
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
        align="lr",
    )


def _row(bucket: Bucket) -> tuple[str, ...]:
    name = phrases.BUCKETS[bucket.name]
    return name, say_minutes(bucket.seconds), _sources(bucket)


def _entry(bucket: Bucket) -> ListingEntry:
    lines = (phrases.BUCKETS[bucket.name], _sources(bucket), _tags(bucket))
    return ListingEntry(say_minutes(bucket.seconds), tuple(filter(None, lines)))


def _sources(bucket: Bucket) -> str:
    amounts, overlap = _amounts(bucket, bucket.by_source)
    return say_shares(bucket.by_source, amounts) + overlap


def _tags(bucket: Bucket) -> str:
    amounts, overlap = _amounts(bucket, bucket.by_tags)
    names = [hours.tags or phrases.NO_OTHER_TAG for hours in bucket.by_tags]
    return ", ".join(map(phrases.tag_hours, names, amounts)) + overlap


def _amounts(
    bucket: Bucket, parts: Sequence[SourceHours | TagHours]
) -> tuple[list[str], str]:
    """The hours of each part, and the overlap; together they are those of the bucket."""
    if not parts:
        return [], ""
    seconds = [part.seconds for part in parts]
    *amounts, overlap = minute_parts([*seconds, -bucket.overlap])
    return amounts, phrases.less_overlap(overlap) if bucket.overlap else ""


def _day_table(task: Task) -> TableBlock:
    """The hours of each day by part, and their totals; no hours are an empty cell."""
    columns = day_columns(task)
    days = [say_date(day.day) for day in task.days]
    return TableBlock(
        head=(phrases.DAY, *(phrases.COLUMNS[name] for name in columns)),
        rows=tuple(zip((*days, phrases.TOTAL), *columns.values(), strict=True)),
        caption=phrases.BY_DAY,
        align="l" + "r" * len(columns),
    )
