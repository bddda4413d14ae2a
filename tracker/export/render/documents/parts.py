"""Blocks that several documents share."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from tracker.export.render.blocks import (
    Block,
    Cell,
    Heading,
    Link,
    Listing,
    ListingEntry,
    Para,
    TableBlock,
)
from tracker.export.render.figures import count, hours, iso, late, result, shares, spent
from tracker.export.render.figures import parts as summed
from tracker.export.render.phrases import say
from tracker.export.rules.hours import Hours
from tracker.export.rules.pledges import group_pledges, other_promises
from tracker.export.rules.progress import (
    Artefact,
    Moved,
    Pledge,
    Progress,
    Promise,
    RoleStatus,
)
from tracker.text.periods import Period, say_period


def kept(packet: Progress) -> Para:
    """Which days it covers, and who vouches for it."""
    return Para(
        say(
            "kept vouched" if packet.vouched else "kept",
            period=period(packet.since, packet.until),
        )
    )


def period(since: date | None, until: date) -> str:
    """`24 Nov 2025 to 7 Dec 2026`."""
    return say_period(Period(since or until, until))


def as_of(packet: Progress) -> str:
    """Named where a report looks back: what stands is told as of its day, not as of the period's end."""
    return "" if packet.until == packet.as_of else say("as of", day=iso(packet.as_of))


def artefacts(found: Sequence[Artefact], caption: str) -> TableBlock | Para:
    """What can be looked at, each with its address, its day and the person's own part; of one thing it is said once."""
    if not found:
        return Para(say("nothing"))
    head = (say("what"), say("where"), say("when"), say("own part"))
    again = (False, *(after.shows == before.shows for before, after in pairwise(found)))
    told = list(zip(found, again, strict=True))
    return TableBlock(
        head,
        tuple(_row(*each) for each in told),
        tuple(_artefact(*each) for each in told),
        caption,
    )


def _row(found: Artefact, again: bool) -> tuple[Cell, ...]:
    return (
        _shown(found, again),
        _where(found),
        iso(found.day),
        "" if again else found.part or "",
    )


def _artefact(found: Artefact, again: bool) -> ListingEntry:
    part = (
        f"; {say('own part said', part=found.part)}" if found.part and not again else ""
    )
    where = _where(found)
    said = where.text if isinstance(where, Link) else where
    return ListingEntry(
        iso(found.day), tuple(filter(None, (f"{_shown(found, again)}{part}", said)))
    )


def _where(found: Artefact) -> Cell:
    """Its address, or that it can be asked for; a letter or a review that counts is named as one in either case."""
    if found.address is None:
        return say("on request", kind=found.kind)
    if not found.counts:
        return Link(found.address, say("not counted"))
    return Link(found.address, say("at", kind=found.kind) if found.vouched else "")


def _shown(found: Artefact, again: bool) -> str:
    return "" if again else f"{found.title}{result(found)}"


def unseen(packet: Progress) -> Iterator[Listing]:
    """What was done and nobody else can look at."""
    lines = tuple(
        f"{u.title}{result(u)}{f' ({iso(u.day)})' if u.day else ''}"
        for u in packet.unseen
    )
    if lines:
        yield Listing(say("unseen"), lines)


def under_way(packet: Progress) -> Iterator[Listing]:
    """What was begun and is not over."""
    lines = tuple(
        f"{u.title}, {spent(u)}{' ' + say('since', day=iso(u.since)) if u.since else ''}"
        for u in packet.under_way
    )
    if lines:
        yield Listing(f"{say('under way')}{as_of(packet)}", lines)


def standing(found: RoleStatus | None) -> Para:
    """The musts of the role in counts, and the open ones by name."""
    if found is None:
        return Para(say("no role"))
    counts = {
        "met": found.met,
        "total": found.total,
        "possible": found.possible,
        "open": found.open,
    }
    told = (
        say("musts of", variant=found.variant, **counts)
        if found.variant
        else say("musts", **counts)
    )
    missing = f": {'; '.join(found.open_musts)}" if found.open_musts else ""
    return Para(f"{told}{missing}.")


def _promises(found: Iterable[Promise], caption: str) -> TableBlock:
    """What was promised, each change with its day and reason, and what came of it, late ones too."""
    told = list(found)
    head = (
        say("what"),
        say("promised for"),
        say("said on"),
        say("moved"),
        say("delivered"),
    )
    rows = tuple(
        (p.title, iso(p.due), _reasoned(iso(p.said), p), _moves(p), _came(p))
        for p in told
    )
    return TableBlock(head, rows, tuple(_promise(p) for p in told), caption)


def _moves(found: Promise) -> str:
    return "; ".join(
        _reasoned(_moved(each, "moved to"), each) for each in found.moved
    ) or say("not moved")


def _moved(found: Moved, phrase: str) -> str:
    if found.due is None:
        return say("withdrawn", said=iso(found.day))
    return say(phrase, day=iso(found.due), said=iso(found.day))


def _reasoned(told: str, found: Moved | Promise) -> str:
    return f"{told}: {found.because}" if found.because else told


def _came(found: Promise) -> str:
    """Delivered when, or not yet; what was withdrawn is not awaited."""
    if found.delivered is None or found.late is None:
        return "" if _withdrawn(found) else say("not yet")
    return say("delivered day", day=iso(found.delivered), late=late(found.late))


def _withdrawn(found: Promise) -> bool:
    return bool(found.moved) and found.moved[-1].due is None


def _promise(found: Promise) -> ListingEntry:
    came = "" if _withdrawn(found) else f"; {say('not delivered')}"
    if found.delivered and found.late is not None:
        came = (
            f"; {say('delivered on', day=iso(found.delivered), late=late(found.late))}"
        )
    said = _reasoned(say("said on day", day=iso(found.said)), found)
    moved = (_reasoned(_moved(each, "was moved to"), each) for each in found.moved)
    return ListingEntry(iso(found.due), (f"{found.title}{came}", said, *moved))


def promised(packet: Progress) -> Iterator[Block]:
    """What was promised with each application, as frozen on its day, and what else was planned; what came of each."""
    for same in group_pledges(packet.pledges):
        title = "; ".join(_pledged(same))
        yield Para(f"{title}:")
        yield _promises(same[0].promises, title)
    rest = other_promises(packet.plan, packet.pledges)
    if rest:
        title = say("promised beside" if packet.pledges else "promised")
        yield from [Para(f"{title}:")] if packet.pledges else []
        yield _promises(rest, title)


def _pledged(found: Iterable[Pledge]) -> Iterator[str]:
    """Each giver once, with the days of what went out to them, and what was asked."""
    by_giver: dict[str, dict[str, None]] = {}
    for each in found:
        asked = f", {say('asked', amount=each.asked)}" if each.asked else ""
        by_giver.setdefault(each.title, {})[f"{iso(each.day)}{asked}"] = None
    for giver, (first, *later) in by_giver.items():
        yield "; ".join(
            (
                say("promised to", funder=giver, day=first),
                *(say("promised too", day=day) for day in later),
            )
        )


def hours_head(found: Hours) -> Heading:
    """Hours on the clock, and those from memory beside them."""
    if found.recollected:
        return Heading(
            say(
                "hours memory",
                hours=hours(found.seconds),
                memory=hours(found.recollected),
            )
        )
    return Heading(say("hours", hours=hours(found.seconds)))


def hours_lines(found: Hours) -> Iterator[Para]:
    """Hours by track, how they were written down, what was changed, what overlaps."""
    if not found.sessions:
        yield Para(say("nothing logged"))
        return
    tracks = zip(
        found.by_track, summed([t.seconds for t in found.by_track]), strict=True
    )
    yield Para(
        say(
            "by track",
            tracks=", ".join(f"{track.title} {amount}" for track, amount in tracks),
        )
    )
    yield Para(
        say(
            "written",
            sources=shares(
                found.by_source, summed([s.seconds for s in found.by_source])
            ),
        )
    )
    twice = say("no overlaps")
    if found.overlap:
        twice = say(
            "overlaps",
            hours=hours(found.overlap),
            days=count(found.overlap_days, "day"),
        )
    agent = f" {say('agent hours', hours=hours(found.agent))}" if found.agent else ""
    # An import that is put to another item leaves the same mark as a change of amount does.
    changed = say(
        "changed item" if found.changed else "changed",
        changed=found.changed,
        sessions=count(found.sessions, "session"),
    )
    yield Para(f"{changed} {twice}{agent}")
