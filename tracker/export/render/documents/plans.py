"""What is meant now, and when it is foreseen."""

from collections.abc import Iterator
from datetime import date

from tracker.export.render.blocks import Block, Listing, ListingEntry, Para, TableBlock
from tracker.export.render.figures import hours, iso
from tracker.export.render.phrases import say
from tracker.export.rules.packet import Due, Foreseen, Packet


def planned(packet: Packet) -> Iterator[Block]:
    """What is meant now, each with its day and by what one sees that it is reached; then the forecasts."""
    if packet.due:
        yield Para(f"{say('planned')}:")
        head = (say("due"), say("what"), say("criterion"))
        told = [(_day(each, packet.progress.as_of), each) for each in packet.due]
        rows = tuple((day, each.title, each.criterion or "") for day, each in told)
        yield TableBlock(
            head, rows, tuple(_entry(*each) for each in told), say("planned")
        )
    yield from forecasts(packet)


def forecasts(packet: Packet) -> Iterator[Block]:
    """The latest forecast of each thing planned with the pace it rests on, and how earlier ones fared."""
    if packet.forecasts:
        yield Listing(
            say("forecast"), tuple(_foreseen(each) for each in packet.forecasts)
        )
    if packet.graded.due:
        yield Para(
            say("forecast record", due=packet.graded.due, held=packet.graded.held)
        )


def _day(each: Due, today: date) -> str:
    """The day it is due; one that has passed is not shown as if it lay ahead."""
    return say("past", day=iso(each.due)) if each.due < today else iso(each.due)


def _entry(day: str, each: Due) -> ListingEntry:
    return ListingEntry(
        day, (each.title, *((each.criterion,) if each.criterion else ()))
    )


def _foreseen(each: Foreseen) -> str:
    span = say("between", early=iso(each.early), late=iso(each.late))
    return f"{each.title}: {span}; {say('forecast basis', day=iso(each.given), hours=hours(each.pace))}"
