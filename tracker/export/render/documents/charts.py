"""Charts as data, each with the table that says the same; a format that does not draw leaves both out."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from tracker.export.render.blocks import Chart, Series, TableBlock
from tracker.export.render.figures import hours as figure
from tracker.export.render.figures import ledger
from tracker.export.render.phrases import say
from tracker.export.rules.hours import Hours, SpanHours
from tracker.export.rules.progress import Artefact, Progress, Unseen
from tracker.text.amounts import say_bound, say_hours

HOUR = 3600
WEEK = 7
_STRENGTHS = ("checked", "shown", "practised", "said", "open")


def hours(packet: Progress) -> Iterator[Chart]:
    """Hours by week and track, and added up against the pace one means to keep."""
    if packet.hours.spans:
        yield _by_track(packet.hours)
        yield _added_up(packet)


def strengths(packet: Progress) -> Iterator[Chart]:
    """Requirements by weight and strength."""
    found = packet.standing
    if found is None or not found.strengths:
        return
    told = [
        each
        for each in found.strengths
        if any(getattr(each, name) for name in _STRENGTHS)
    ]
    labels = tuple(say(each.weight) for each in told)
    series = tuple(
        Series(say(name), tuple(getattr(each, name) for each in told))
        for name in _STRENGTHS
    )
    rows = tuple(
        (label, *(str(s.numbers[at]) for s in series))
        for at, label in enumerate(labels)
    )
    table = TableBlock(
        (say("requirements"), *(s.title for s in series)),
        rows,
        caption=say("chart strengths"),
    )
    yield Chart("across", say("chart strengths"), labels, series, table)


def ledgers(packet: Progress) -> Iterator[Chart]:
    """Each try and each result that has a bound, against it."""
    found = [(each.title, each.ledger) for each in packet.under_way if each.ledger]
    ended: tuple[Artefact | Unseen, ...] = (*packet.artefacts, *packet.unseen)
    told = {
        (each.title, each.ledger): None
        for each in ended
        if each.ledger and each.ledger.spent
    }
    found += [(title, each) for title, each in told if each]
    if not found:
        return
    head = (say("what"), say("hours head"), say("bound"))
    rows = tuple(
        (title, figure(each.spent), say_bound(each.low, each.high))
        for title, each in found
    )
    spent = Series(say("hours head"), tuple(_hours(each.spent) for _, each in found))
    bounds = tuple((_hours(each.low), _hours(each.high)) for _, each in found)
    table = TableBlock(head, rows, caption=say("chart ledger"))
    labels = tuple(f"{ledger(each)}: {title}" for title, each in found)
    yield Chart("ledger", say("chart ledger"), labels, (spent,), table, bounds)


def _by_track(found: Hours) -> Chart:
    titles = {track.track: track.title for track in found.by_track}
    held = [
        {track.track: track.seconds for track in span.by_track} for span in found.spans
    ]
    series = tuple(
        Series(title, tuple(_hours(s.get(track, 0)) for s in held))
        for track, title in titles.items()
    )
    head = (say(found.span), say("on the clock"), *titles.values())
    rows = tuple(
        (
            _label(span, found.span),
            figure(span.seconds),
            *(figure(s[track]) if track in s else "" for track in titles),
        )
        for span, s in zip(found.spans, held, strict=True)
    )
    title = say("chart weeks", span=say(found.span))
    labels = tuple(_label(span, found.span) for span in found.spans)
    return Chart("bars", title, labels, series, TableBlock(head, rows, caption=title))


def _added_up(packet: Progress) -> Chart:
    found = packet.hours
    sums = tuple(accumulate(span.seconds for span in found.spans))
    series = [Series(say("hours so far"), tuple(map(_hours, sums)))]
    title, meant = say("chart sum"), tuple[int, ...]()
    if found.pace:
        meant = tuple(_meant(packet, span.until, found.pace) for span in found.spans)
        title = say("chart sum pace", pace=say_hours(found.pace))
        series.append(Series(say("at the pace"), tuple(map(_hours, meant))))
    labels = tuple(_label(span, found.span) for span in found.spans)
    numbers = zip(labels, sums, *((meant,) if meant else ()), strict=True)
    rows = tuple((label, *map(figure, each)) for label, *each in numbers)
    head = (say(found.span), *(one.title for one in series))
    return Chart(
        "lines", title, labels, tuple(series), TableBlock(head, rows, caption=title)
    )


def _meant(packet: Progress, until: date, pace: int) -> int:
    """What a pace comes to by a day: from the first week with hours on, within the days of the report."""
    first = packet.hours.spans[0].since
    since = max(first, packet.since or first)
    return ((min(until, packet.until) - since).days + 1) * pace // WEEK


def _hours(seconds: int) -> float:
    return round(seconds / HOUR, 2)


def _label(span: SpanHours, name: str) -> str:
    """The day a week begins on, the month, or the year."""
    return span.since.isoformat()[: {"week": 10, "month": 7, "year": 4}[name]]
