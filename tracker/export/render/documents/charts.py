"""The pictures of a report as data, each with a table of the same numbers.

A page has both, a PDF the picture alone; other formats have neither.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from tracker.export.render.blocks import (
    Bars,
    Chart,
    LimitBar,
    Mark,
    Series,
    TableBlock,
)
from tracker.export.render.documents.hours import author_and_agent, span_table
from tracker.export.render.figures import (
    round_hours,
    say_date,
    say_ledger,
    say_tenths,
)
from tracker.export.render.phrases import charts as phrases
from tracker.export.render.phrases.hours import amount
from tracker.export.rules.hours import Hours, HourTable, SpanHours, build_hour_table
from tracker.export.rules.progress import BoundHours, Progress
from tracker.limits import HOUR
from tracker.text.amounts import say_bound
from tracker.text.periods import Period, say_period

ONE_DAY = timedelta(days=1)


def list_charts(progress: Progress) -> Iterator[Chart]:
    """Hours by week and track with milestones; hours of attempts against limits."""
    if progress.hours.spans:
        yield hour_chart(progress)
    ledgers = list_ledgers(progress)
    if ledgers:
        yield _limit_chart(ledgers)


def hour_chart(progress: Progress) -> Chart:
    """Weeks off without hours are left out; the last one is today's."""
    all_spans = progress.hours.spans
    spans = tuple(s for s in all_spans if not s.off and s.since <= progress.as_of)
    hours = replace(progress.hours, spans=spans)
    rounded = build_hour_table(hours)
    labels = tuple(_label(span, hours.span) for span in spans)
    table = span_table(hours, hours.span, labels)
    series = tuple(_series(hours, rounded))
    drawn = {place for each in series for place, h in enumerate(each.hours) if h}
    bars = Bars(
        labels=labels,
        series=series,
        marks=tuple(_marks(progress, spans)),
        gaps=frozenset(_gaps(spans)),
        incomplete=frozenset(_incomplete(progress, spans)) & drawn,
    )
    notes = tuple(_notes(hours, rounded, bars))
    return Chart(table.caption, bars, notes, table)


def _series(hours: Hours, rounded: HourTable) -> Iterator[Series]:
    """The hours of each track as the table rounds them, in the catalogue's order."""
    columns = sorted(enumerate(hours.by_track), key=lambda column: column[1].place)
    for column, track in columns:
        numbers = tuple(row[column] / 10 for row in rounded.rows)
        yield Series(track.title, numbers, track.place)


def _marks(progress: Progress, spans: Sequence[SpanHours]) -> Iterator[Mark]:
    """The works with evidence that are of the spans shown, the earliest first."""
    works = [work for work in progress.works if not work.claimed]
    for day, title in sorted((work.day, work.title) for work in works if work.day):
        place = _place_of(day, spans)
        if place is not None:
            yield Mark(phrases.milestone(title, say_date(day)), place)


def _place_of(day: date, spans: Sequence[SpanHours]) -> int | None:
    for place, span in enumerate(spans):
        if span.since <= day <= span.until:
            return place
    return None


def _gaps(spans: Sequence[SpanHours]) -> Iterator[int]:
    """The places before which spans are left out."""
    for place, (before, after) in enumerate(pairwise(spans), 1):
        if after.since > before.until + ONE_DAY:
            yield place


def _incomplete(progress: Progress, spans: Sequence[SpanHours]) -> Iterator[int]:
    """The places of spans of which the report covers only some days."""
    for place, span in enumerate(spans):
        first = max(span.since, progress.since or span.since)
        if (first, min(span.until, progress.until)) != (span.since, span.until):
            yield place


def _notes(hours: Hours, rounded: HourTable, bars: Bars) -> Iterator[str]:
    if bars.incomplete:
        yield phrases.incomplete(hours.span)
    if bars.gaps:
        yield phrases.GAPS
    overlap = rounded.totals[-2]
    if overlap:
        yield phrases.shared(say_tenths(-overlap))
    if hours.agent:
        yield phrases.run_by_agent(author_and_agent(hours)[1])


def _limit_chart(ledgers: Sequence[tuple[str, BoundHours]]) -> Chart:
    table = TableBlock(
        head=(phrases.WORK, phrases.HOURS, phrases.LIMIT),
        rows=tuple(_limit_row(title, ledger) for title, ledger in ledgers),
        caption=phrases.LIMITS,
        align="lrr",
    )
    bars = tuple(_limit_bar(title, ledger) for title, ledger in ledgers)
    return Chart(phrases.LIMITS, bars, (phrases.BANDS,), table)


def _limit_row(title: str, ledger: BoundHours) -> tuple[str, str, str]:
    return title, round_hours(ledger.spent), say_bound(ledger.low, ledger.high)


def _limit_bar(title: str, ledger: BoundHours) -> LimitBar:
    label, figure = f"{title}: {say_ledger(ledger)}", amount(round_hours(ledger.spent))
    spent, low, high = ledger.spent / HOUR, ledger.low / HOUR, ledger.high / HOUR
    return LimitBar(label, figure, spent, low, high)


def list_ledgers(progress: Progress) -> list[tuple[str, BoundHours]]:
    """Titles and hours of attempts, then of results with hours, each once."""
    ledgers = [(work.title, work.ledger) for work in progress.under_way if work.ledger]
    for work in (*progress.works, *progress.unseen):
        if work.ledger and work.ledger.spent:
            ledgers.append((work.title, work.ledger))
    return ledgers


def _label(span: SpanHours, name: str) -> str:
    """The first day of a week (`1 Jun 2026`), the month (`Jun 2026`), or the year."""
    if name == "week":
        return say_date(span.since)
    return say_period(Period(span.since, span.until))
