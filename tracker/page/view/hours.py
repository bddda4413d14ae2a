"""The hours by week and track, and those of attempts against their limits."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from tracker.export.render.blocks import Bars, Chart, LimitBar, TableBlock
from tracker.export.render.documents.charts import hour_chart, list_ledgers
from tracker.export.render.phrases import charts as phrases
from tracker.export.rules.hours import Hours, SpanHours, TrackHours
from tracker.export.rules.progress import BoundHours, Progress
from tracker.limits import HOUR
from tracker.page.view.templates import fill
from tracker.text.amounts import say_amount, say_bound, say_hours

OVERLAP = "Counted twice"
THIS_WEEK = "Dashed outline: this week so far."
TO_LIMIT = (
    "As soon as you attempt what has a limit: "
    "tracker attempt few-hundred-hour-replication --with ziegler-2019"
)


def hours_section(progress: Progress) -> Markup | None:
    """The hours of each week, by track, with the works of that week; None for none."""
    if not progress.hours.spans:
        return None
    hours, chart = progress.hours, hour_chart(progress)
    assert isinstance(chart.picture, Bars)
    table = _week_table(progress, chart.table)
    if chart.picture.incomplete:
        chart = replace(chart, notes=(THIS_WEEK, *chart.notes[1:]))
    chart = replace(chart, table=table)
    sentences = []
    if hours.recollected:
        memory = say_hours(hours.recollected)
        sentences = [f"Plus about {memory} from memory, not counted."]
    return fill("hours.html", sentences=sentences, chart=chart)


def _week_table(progress: Progress, rounded: TableBlock) -> TableBlock:
    """The weeks of a `rounded` table with amounts as they are written elsewhere on this page.

    Tracks are in the order of the legend; where they share time, a column takes it off.
    """
    hours = progress.hours
    tracks = sorted(hours.by_track, key=lambda track: track.place)
    spans: list[SpanHours | Hours] = [
        span for span in hours.spans if not span.off and span.since <= progress.as_of
    ]
    rows = [
        (row[0], *_say_tracks(span, tracks, hours.shared))
        for row, span in zip(rounded.rows, [*spans, hours], strict=True)
    ]
    titles = [*(track.title for track in tracks), *[OVERLAP] * bool(hours.shared)]
    return TableBlock(
        head=(rounded.head[0], *titles, "Total"),
        rows=tuple(rows),
        caption=rounded.caption,
        align="l" + "r" * (len(titles) + 1),
    )


def _say_tracks(
    span: SpanHours | Hours, tracks: Sequence[TrackHours], shared: int
) -> Iterator[str]:
    """The hours of each track, what they `shared` where any do, and the total."""
    seconds = {track.track: track.seconds for track in span.by_track}
    for track in tracks:
        yield say_amount(seconds[track.track]) if track.track in seconds else ""
    if shared:
        yield say_amount(-span.shared) if span.shared else ""
    yield say_amount(span.seconds)


def limits_section(progress: Progress) -> Markup | None:
    """A bar for each attempt and result with a limit of hours; None without any."""
    ledgers = list_ledgers(progress)
    if not ledgers:
        return None
    attempts = {work.title for work in progress.under_way}
    return fill("hours.html", sentences=(), chart=_limit_chart(ledgers, attempts))


def _limit_chart(
    ledgers: Sequence[tuple[str, BoundHours]], attempts: Container[str]
) -> Chart:
    """As in an export, with amounts as they are written elsewhere on this page.

    `attempts` are the titles of what is not done yet.
    """
    bars, rows = [], []
    for title, ledger in ledgers:
        spent, limit = say_amount(ledger.spent), say_bound(ledger.low, ledger.high)
        outcome = _say_outcome(ledger, is_done=title not in attempts)
        bars.append(
            LimitBar(
                f"{title}: {spent} of {limit}; {outcome}",
                spent,
                ledger.spent / HOUR,
                ledger.low / HOUR,
                ledger.high / HOUR,
            )
        )
        rows.append((title, spent, limit))
    table = TableBlock(
        head=(phrases.WORK, "Logged", phrases.LIMIT),
        rows=tuple(rows),
        caption=phrases.LIMITS,
        align="lrr",
    )
    return Chart(phrases.LIMITS, tuple(bars), (phrases.BANDS,), table)


def _say_outcome(ledger: BoundHours, *, is_done: bool) -> str:
    left = ledger.high - ledger.spent
    if left < 0:
        return "over the limit"
    if is_done:
        return "done within the limit"
    return f"{say_hours(left)} left within the limit"
