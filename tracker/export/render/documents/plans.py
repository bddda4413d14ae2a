"""Open plans, forecasts, and when a planned milestone is reached."""

from collections.abc import Iterator
from datetime import date

from tracker.export.render.blocks import Block, Listing, Para
from tracker.export.render.figures import round_hours, say_date
from tracker.export.render.phrases import plans as phrases
from tracker.export.rules.packet import Due, Foreseen, Packet
from tracker.text.columns import count_noun


def plan_blocks(packet: Packet) -> Iterator[Block]:
    """Open plans, each with its due day; then the forecasts."""
    if packet.due:
        today = packet.progress.as_of
        lines = (phrases.due(_due(plan, today), plan.title) for plan in packet.due)
        yield Listing(phrases.PLANNED, tuple(lines))
    yield from forecast_blocks(packet)


def criteria_list(packet: Packet) -> Iterator[Listing]:
    """When each planned milestone is reached, in the guide's words to the person."""
    lines = tuple(
        phrases.reached_when(plan.title, plan.criterion)
        for plan in packet.due
        if plan.criterion
    )
    if lines:
        yield Listing(phrases.REACHED_WHEN, lines)


def forecast_blocks(packet: Packet) -> Iterator[Block]:
    """Each forecast with its pace, and how earlier forecasts did."""
    if packet.forecasts:
        yield Listing(phrases.FORECASTS, tuple(map(_forecast, packet.forecasts)))
    if packet.graded and packet.graded.due:
        yield Para(phrases.track_record(packet.graded.held, packet.graded.due))


def _due(plan: Due, today: date) -> str:
    """The due day; of one that has passed, how long ago it was."""
    day, past = say_date(plan.due), (today - plan.due).days
    return phrases.passed(day, count_noun(past, "day")) if past > 0 else day


def _forecast(forecast: Foreseen) -> str:
    span = phrases.between(say_date(forecast.early), say_date(forecast.late))
    basis = phrases.forecast_basis(
        say_date(forecast.given),
        round_hours(forecast.pace),
        count_noun(forecast.weeks, "week"),
    )
    return f"{forecast.title}: {span}; {basis}"
