"""Open plans and forecasts."""

from collections.abc import Iterator
from datetime import date

from tracker.export.render.blocks import Block, Listing, ListingEntry, Para, TableBlock
from tracker.export.render.figures import round_hours, say_date
from tracker.export.render.phrases import plans as phrases
from tracker.export.rules.packet import Due, Foreseen, Packet
from tracker.text.columns import count_noun


def plan_blocks(packet: Packet) -> Iterator[Block]:
    """Open plans, each with its due day and its criterion; then the forecasts."""
    if packet.due:
        yield Para(f"{phrases.PLANNED}:")
        yield _table(packet)
    yield from forecast_blocks(packet)


def _table(packet: Packet) -> TableBlock:
    head = (phrases.DUE, phrases.GOAL, phrases.REACHED_WHEN)
    today = packet.progress.as_of
    rows = tuple(
        (_due(plan, today), plan.title, plan.criterion or "") for plan in packet.due
    )
    entries = tuple(
        ListingEntry(due, tuple(filter(None, texts))) for due, *texts in rows
    )
    return TableBlock(head, rows, entries, phrases.PLANNED)


def forecast_blocks(packet: Packet) -> Iterator[Block]:
    """Each forecast with its pace, and how earlier forecasts did."""
    if packet.forecasts:
        yield Listing(phrases.FORECASTS, tuple(map(_forecast, packet.forecasts)))
    if packet.graded and packet.graded.due:
        yield Para(phrases.track_record(packet.graded.held, packet.graded.due))


def _due(plan: Due, today: date) -> str:
    """The due day, marked where it has passed."""
    day = say_date(plan.due)
    return phrases.passed(day) if plan.due < today else day


def _forecast(forecast: Foreseen) -> str:
    span = phrases.between(say_date(forecast.early), say_date(forecast.late))
    basis = phrases.forecast_basis(
        say_date(forecast.given),
        round_hours(forecast.pace),
        count_noun(forecast.weeks, "week"),
    )
    return f"{forecast.title}: {span}; {basis}"
