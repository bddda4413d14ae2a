"""A funder's form: its fields in order, each with its limits, the slot for the person's words, and the facts."""

from collections.abc import Callable, Iterator

from tracker.export.render.blocks import Block, Document, Heading, Link, Listing, Para, Slot
from tracker.export.render.documents import money, parts, plans
from tracker.export.render.figures import count, hours, iso
from tracker.export.render.wording import say
from tracker.export.rules.filling import VOUCHED, Filled, Form, profile
from tracker.export.rules.forms import Field
from tracker.export.rules.telling import Packet

LIMITS = ("character", "word", "sentence", "paragraph", "page")


def form(filled: Form) -> Document:
    """The whole form."""
    funder = filled.funder
    return Document(say("form", title=funder.title, kind=say(funder.kind)), tuple(_blocks(filled)))


def _blocks(filled: Form) -> Iterator[Block]:
    funder = filled.funder
    yield Para(say("form of", by=funder.by, day=funder.as_of))
    yield from map(Para, _remarks(filled))
    if funder.fields:
        yield Para(
            say("slots", empty=filled.empty, slots=count(filled.slots, "slot")) if filled.slots else say("no slots")
        )
    else:
        yield Para(say("no fields", seen=funder.seen))
    yield parts.kept(filled.packet.progress)
    before: dict[str, int] = {}
    for each in filled.fields:
        yield Heading(say("field", number=each.number, asks=each.field.asks))
        yield Para(_terms(each.field))
        if each.field.note:
            yield Para(say("note", said=each.field.note))
        if each.slot is not None:
            yield Slot(each.slot, each.text)
        yield from _facts(each, filled.packet, before)


def _remarks(filled: Form) -> Iterator[str]:
    """What is to be known before a word is written: whether it is open, for whom it is, what it says of words."""
    funder, titles = filled.funder, filled.titles
    to, through = funder.succeeded_by, funder.apply_through
    if funder.status == "closed":
        yield say("closed to", funder=titles.get(to, to)) if to else say("closed")
    if funder.status == "unknown":
        yield say("status unknown")
    for name, said in (
        ("apply through", titles.get(through, through) if through else None),
        ("meant for", funder.meant_for),
        ("eligible", funder.eligible),
        ("voice", funder.voice),
        ("note", funder.note),
        ("form text of", funder.text_as_of),
    ):
        if said:
            yield say(name, said=said)


def _terms(field: Field) -> str:
    """As in `Required; at most 1,000 characters; choice`."""
    told = [say("required" if field.required else "optional")]
    limits = zip(LIMITS, _limits(field), strict=True)
    told += [say("at most", limit=f"{limit:,} {say(unit)}") for unit, limit in limits if limit is not None]
    told += [field.format] if field.format else []
    told += [say("part of", whole=field.part_of)] if field.part_of else []
    told += [field.page] if field.page else []
    return f"{'; '.join(told)}."


def _limits(field: Field) -> tuple[int | None, ...]:
    return field.limit_chars, field.limit_words, field.limit_sentences, field.limit_paragraphs, field.limit_pages


def _facts(each: Filled, packet: Packet, before: dict[str, int]) -> Iterator[Block]:
    """The facts of each source; those told under an earlier field are pointed to. `before` says which."""
    for source in each.sources:
        if source == "profile":
            asked = profile(each.field, packet)
            yield from (Para(say(key, **{key: getattr(packet.person, key)})) for key in asked)
        elif source in before:
            yield Para(say("facts under", what=source.capitalize(), number=before[source]))
        else:
            before[source] = each.number
            yield from _TOLD[source](packet)


def _links(packet: Packet) -> Iterator[Block]:
    own = (packet.person.links or "").split()
    addresses = dict.fromkeys([*own, *(a.address for a in packet.progress.artefacts if a.address)])
    yield Listing(say("links"), tuple(map(Link, addresses)))


def _references(packet: Packet) -> Iterator[Block]:
    lines = (f"{a.title}, {a.kind}, {iso(a.day)}" for a in packet.progress.artefacts if a.kind in VOUCHED)
    yield Listing(say("references"), tuple(lines))


def _courses(packet: Packet) -> Iterator[Block]:
    lines = (f"{each.title}{f' ({iso(each.day)})' if each.day else ''}" for each in packet.finished)
    yield Listing(say("courses"), tuple(lines))


def _hours(packet: Packet) -> Iterator[Block]:
    yield Para(f"{parts.hours_head(packet.progress.hours).text}.")
    yield from parts.hours_lines(packet.progress.hours)


def _sessions(packet: Packet) -> Iterator[Block]:
    logged = packet.progress.hours
    told = say("sessions", sessions=count(logged.sessions, "session"), hours=hours(logged.seconds))
    yield Para(f"{told} {say('agent hours', hours=hours(logged.agent))}" if logged.agent else told)


def _milestones(packet: Packet) -> Iterator[Block]:
    yield Para(f"{say('looked at')}:")
    yield parts.artefacts(packet.progress.artefacts)
    yield from parts.unseen(packet.progress)


def _gap(packet: Packet) -> Iterator[Block]:
    yield parts.standing(packet.progress.standing)


def _notes(packet: Packet) -> Iterator[Block]:
    for title, marked in (("changed thinking", "changed"), ("decisions", "decision")):
        lines = tuple(say("on day", day=iso(n.day), text=n.text) for n in packet.notes if getattr(n, marked))
        if lines:
            yield Listing(say(title), lines)


def _promised(packet: Packet) -> Iterator[Block]:
    report = packet.progress
    if report.plan:
        yield Para(f"{say('promised')}:")
        yield parts.promises(report.plan, say("promised"))
    for pledge in report.pledges:
        title = say("promised to", funder=pledge.title, day=iso(pledge.day))
        yield Para(f"{title}:")
        yield parts.promises(pledge.promises, title)


def _budget(packet: Packet) -> Iterator[Block]:
    assert packet.budget
    yield Para(f"{money.head(packet.budget)}:")
    yield from money.budget(packet.budget)


def _history(packet: Packet) -> Iterator[Block]:
    yield from money.sent(packet.sent)
    if packet.budget:
        yield from money.raised(packet.budget)


_TOLD: dict[str, Callable[[Packet], Iterator[Block]]] = {
    "links": _links,
    "references": _references,
    "courses done": _courses,
    "hours by track": _hours,
    "sessions": _sessions,
    "milestones with evidence": _milestones,
    "readiness gap": _gap,
    "decisions and views": _notes,
    "plan and forecast": plans.planned,
    "promised against delivered": _promised,
    "budget": _budget,
    "funding history": _history,
}
