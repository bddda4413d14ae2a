"""What is meant now, and when it is foreseen."""

from collections.abc import Iterator

from tracker.export.render.blocks import Block, Entry, Listing, Para, Table
from tracker.export.render.figures import hours, iso
from tracker.export.render.wording import say
from tracker.export.rules.telling import Due, Foreseen, Packet


def planned(packet: Packet) -> Iterator[Block]:
    """What is meant now, each with its day and by what one sees that it is reached; then the forecasts."""
    if packet.due:
        yield Para(f"{say('planned')}:")
        head = (say("due"), say("what"), say("criterion"))
        rows = tuple((iso(each.due), each.title, each.criterion or "") for each in packet.due)
        yield Table(head, rows, tuple(_entry(each) for each in packet.due), say("planned"))
    yield from forecasts(packet)


def forecasts(packet: Packet) -> Iterator[Block]:
    """The latest forecast of each thing planned with the pace it rests on, and how earlier ones fared."""
    if packet.forecasts:
        yield Listing(say("forecast"), tuple(_foreseen(each) for each in packet.forecasts))
    if packet.graded.due:
        yield Para(say("forecast record", due=packet.graded.due, held=packet.graded.held))


def _entry(each: Due) -> Entry:
    return Entry(iso(each.due), (each.title, *((each.criterion,) if each.criterion else ())))


def _foreseen(each: Foreseen) -> str:
    span = say("between", early=iso(each.early), late=iso(each.late))
    return f"{each.title}: {span}; {say('forecast basis', day=iso(each.given), hours=hours(each.pace))}"
