"""The hours of a time-boxed task: counted, not counted, extra, an agent's apart; against its cap."""

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
from tracker.export.render.documents.parts import period
from tracker.export.render.figures import count, shares
from tracker.export.render.phrases import say
from tracker.export.render.reports import ExportReport
from tracker.export.rules.tasks import Bucket, Task
from tracker.text.amounts import say_amount


def task_report(found: Task) -> ExportReport:
    """The table of a time-boxed task, with what the funder says counts."""
    facts = {
        "kind": "hours",
        "counted": found.counted,
        "over": found.over,
        **asdict(found),
    }
    return ExportReport(_task(found), facts)


def _task(found: Task) -> Document:
    title = say("task of", item=found.title) if found.title else say("task")
    return Document(title, tuple(_blocks(found)))


def say_cap(found: Task) -> str:
    """How what counts stands against the cap; empty where there is none."""
    if not found.cap:
        return ""
    cap, counted = say_amount(found.cap), say_amount(found.counted)
    if found.over:
        return say("cap over", cap=cap, counted=counted, over=say_amount(found.over))
    return say("cap", cap=cap, counted=counted)


def _blocks(found: Task) -> Iterator[Block]:
    yield Para(say("kept", period=period(found.since, found.until)))
    tagged = any(
        bucket.by_tags for bucket in found.buckets
    )  # none are told where the table is redacted
    head = (
        say("part"),
        say("hours head"),
        say("how written"),
        *((say("tagged"),) if tagged else ()),
    )
    rows = tuple(
        (
            say(b.name),
            say_amount(b.seconds),
            _sources(b),
            *((_tags(b),) if tagged else ()),
        )
        for b in found.buckets
    )
    yield TableBlock(head, rows, tuple(_entry(b) for b in found.buckets), say("task"))
    if found.cap:
        yield Para(say_cap(found))
    twice = sum(bucket.overlap for bucket in found.buckets)
    if twice:
        yield Para(say("task overlap", overlap=say_amount(twice)))
    yield Para(
        say(
            "task changed item" if found.changed else "task changed",
            changed=count(found.changed, "session"),
        )
    )
    if found.rules:
        facts = {"funder": found.rules.title, "day": found.rules.as_of}
        if found.rules.counted:
            yield Listing(say("counts as", **facts), found.rules.counted)
        if found.rules.not_counted:
            yield Listing(say("counts not", **facts), found.rules.not_counted)
        if found.rules.extra_rule:
            yield Para(say("extra rule", rule=found.rules.extra_rule))


def _sources(bucket: Bucket) -> str:
    return shares(
        bucket.by_source, [say_amount(each.seconds) for each in bucket.by_source]
    )


def _tags(bucket: Bucket) -> str:
    told = (
        say("tag hours", tags=t.tags or say("untagged"), hours=say_amount(t.seconds))
        for t in bucket.by_tags
    )
    return ", ".join(told)


def _entry(bucket: Bucket) -> ListingEntry:
    lines = (_sources(bucket), _tags(bucket))
    return ListingEntry(
        say_amount(bucket.seconds), (say(bucket.name), *filter(None, lines))
    )
