"""The hours by week and track, and those of attempts against their limits."""

from collections.abc import Container, Sequence
from dataclasses import replace

from markupsafe import Markup

from tracker.export.render.blocks import Bars, Chart, LimitBar, TableBlock
from tracker.export.render.documents.charts import hour_chart, list_ledgers
from tracker.export.render.phrases import charts as phrases
from tracker.export.rules.progress import BoundHours, Progress
from tracker.limits import HOUR
from tracker.page.view.templates import fill
from tracker.text.amounts import say_amount, say_bound, say_hours

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
    if chart.picture.incomplete:
        chart = replace(chart, notes=(THIS_WEEK, *chart.notes[1:]))
    sentences = []
    if hours.recollected:
        memory = say_hours(hours.recollected)
        sentences = [f"Plus about {memory} from memory, not counted."]
    return fill("hours.html", sentences=sentences, chart=chart)


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
