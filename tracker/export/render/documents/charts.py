"""Charts as data, each with the same numbers as a table.

A format that does not draw leaves both out.
"""

from collections.abc import Iterator
from itertools import accumulate

from tracker.choices import STRENGTHS
from tracker.export.render.blocks import Chart, Series, TableBlock
from tracker.export.render.documents.hours import span_table
from tracker.export.render.figures import round_hours, say_date, say_ledger
from tracker.export.render.phrases import charts as phrases
from tracker.export.rules.hours import Hours, SpanHours
from tracker.export.rules.progress import (
    BoundHours,
    Progress,
    StrengthCounts,
)
from tracker.labels import EXPORTED_STRENGTHS, WEIGHT_LABELS
from tracker.limits import HOUR
from tracker.text.amounts import say_bound, say_hours
from tracker.text.periods import Period, say_period

DAYS_A_WEEK = 7


def hour_charts(progress: Progress) -> Iterator[Chart]:
    """Hours by week and track, and the running total beside the person's aim."""
    if progress.hours.spans:
        yield _by_track(progress.hours)
        yield _totals(progress)


def strength_charts(progress: Progress) -> Iterator[Chart]:
    """Requirements by weight and strength."""
    if progress.standing is None:
        return
    weights = [each for each in progress.standing.strengths if any(_counts(each))]
    if not weights:
        return
    labels = tuple(WEIGHT_LABELS[each.weight] for each in weights)
    numbers = [_counts(each) for each in weights]
    titles = [EXPORTED_STRENGTHS[name] for name in reversed(STRENGTHS)]
    columns = zip(*numbers, strict=True)
    table = TableBlock(
        head=(phrases.REQUIREMENTS, *titles),
        rows=tuple(
            (label, *map(str, row)) for label, row in zip(labels, numbers, strict=True)
        ),
        caption=phrases.STRENGTHS,
    )
    yield Chart(
        form="across",
        title=phrases.STRENGTHS,
        labels=labels,
        series=tuple(map(Series, titles, columns)),
        table=table,
    )


def _counts(counts: StrengthCounts) -> tuple[int, ...]:
    """The requirements of a weight by strength, strongest first."""
    return (counts.checked, counts.shown, counts.practised, counts.said, counts.open)


def ledger_charts(progress: Progress) -> Iterator[Chart]:
    """Each attempt and each result that has a limit of hours, against it."""
    ledgers = _ledgers(progress)
    if not ledgers:
        return
    rows = tuple(
        (title, round_hours(ledger.spent), say_bound(ledger.low, ledger.high))
        for title, ledger in ledgers
    )
    table = TableBlock(
        head=(phrases.WORK, phrases.HOURS, phrases.LIMIT),
        rows=rows,
        caption=phrases.LEDGERS,
    )
    spent = tuple(_to_hours(ledger.spent) for _, ledger in ledgers)
    yield Chart(
        form="ledger",
        title=phrases.LEDGERS,
        labels=tuple(f"{say_ledger(ledger)}: {title}" for title, ledger in ledgers),
        series=(Series(phrases.HOURS, spent),),
        table=table,
        bounds=tuple(
            (_to_hours(ledger.low), _to_hours(ledger.high)) for _, ledger in ledgers
        ),
    )


def _ledgers(progress: Progress) -> list[tuple[str, BoundHours]]:
    """Titles and hours of attempts, then of results with hours, each once."""
    ledgers = [(work.title, work.ledger) for work in progress.under_way if work.ledger]
    for work in (*progress.works, *progress.unseen):
        if work.ledger and work.ledger.spent:
            ledgers.append((work.title, work.ledger))
    return ledgers


def _by_track(hours: Hours) -> Chart:
    titles = {track.track: track.title for track in hours.by_track}
    seconds = [
        {track.track: track.seconds for track in span.by_track} for span in hours.spans
    ]
    series = tuple(
        Series(title, tuple(_to_hours(by_track.get(track, 0)) for by_track in seconds))
        for track, title in titles.items()
    )
    labels = _labels(hours)
    table = span_table(hours, phrases.SPANS[hours.span], labels)
    return Chart("bars", table.caption, labels, series, table)


def _totals(progress: Progress) -> Chart:
    """The running total of hours; with an aim, the hours it comes to beside it."""
    hours = progress.hours
    lines = {phrases.HOURS: tuple(accumulate(span.seconds for span in hours.spans))}
    title = phrases.TOTALS
    if hours.aim:
        title = phrases.totals_and_aim(say_hours(hours.aim))
        lines[phrases.AIM] = tuple(_aims(progress, hours.aim))
    labels = _labels(hours)
    series = tuple(
        Series(name, tuple(map(_to_hours, seconds))) for name, seconds in lines.items()
    )
    table = TableBlock(
        head=(phrases.SPANS[hours.span].capitalize(), *lines),
        rows=tuple(
            (label, *map(round_hours, seconds))
            for label, *seconds in zip(labels, *lines.values(), strict=True)
        ),
        caption=title,
    )
    return Chart("lines", title, labels, series, table)


def _aims(progress: Progress, aim: int) -> Iterator[int]:
    """The seconds that the aim comes to by the end of each span.

    Counted from the first span with hours, and only over the days of the report.
    """
    first = progress.hours.spans[0].since
    since = max(first, progress.since or first)
    for span in progress.hours.spans:
        days = (min(span.until, progress.until) - since).days + 1
        yield days * aim // DAYS_A_WEEK


def _to_hours(seconds: int) -> float:
    return round(seconds / HOUR, 2)


def _labels(hours: Hours) -> tuple[str, ...]:
    return tuple(_label(span, hours.span) for span in hours.spans)


def _label(span: SpanHours, name: str) -> str:
    """The first day of a week (`1 Jun 2026`), the month (`Jun 2026`), or the year."""
    if name == "week":
        return say_date(span.since)
    return say_period(Period(span.since, span.until))
