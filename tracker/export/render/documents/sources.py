"""The facts under a field of a form: what each source it may be filled in from has to tell."""

from collections.abc import Callable, Iterator, Mapping

from tracker.export.render.blocks import Block, Link, Listing, Para
from tracker.export.render.documents import money, parts, plans
from tracker.export.render.figures import count, hours, iso
from tracker.export.render.phrases import say
from tracker.export.rules.filled_form import FilledField, profile_keys
from tracker.export.rules.packet import Packet, PacketNote

EVIDENCE = "milestones with evidence"


def facts(each: FilledField, packet: Packet, before: dict[str, int]) -> Iterator[Block]:
    """The facts of each source; those told under an earlier field are pointed to. `before` says which."""
    for source in each.sources:
        if source == "sessions" and "hours by track" in each.sources:
            continue  # Hours by track say how many sessions they are, and how long an agent ran.
        if source == "profile":
            asked = profile_keys(each.field, packet)
            yield from (
                Para(say(key, **{key: getattr(packet.person, key)})) for key in asked
            )
        elif source in before:
            yield _under(source, packet, before)
        elif source == "links":
            yield from _links(each, packet, before)
        else:
            before[source] = each.number
            yield from _TOLD[source](packet)


def _under(source: str, packet: Packet, before: Mapping[str, int]) -> Para:
    """Where the facts of a source stand, by the title that they have there."""
    return Para(say("facts under", what=_titled(source, packet), number=before[source]))


def _titled(source: str, packet: Packet) -> str:
    if source == "decisions and views":
        return "; ".join(say(title) for title, _ in _noted(packet))
    if source == "funding history":
        return say("applications" if packet.sent else "raised")
    said = say(_TITLES[source])
    return f"{said[0].upper()}{said[1:]}"


def _links(
    each: FilledField, packet: Packet, before: dict[str, int]
) -> Iterator[Block]:
    """The person's own addresses, and those of what can be looked at unless a table has them: here, or before."""
    own = (packet.person.links or "").split()
    shown = [
        a.address for a in packet.progress.artefacts if a.address and not a.vouched
    ]
    beside = {"profile", EVIDENCE} & set(each.field.source_from)
    lines = dict.fromkeys(own if beside or EVIDENCE in before else [*own, *shown])
    if lines:
        if "profile" not in beside or not set(shown) - {*lines}:
            before["links"] = (
                each.number
            )  # else those of what can be looked at are still to be told
        yield Listing(say("links"), tuple(map(Link, lines)))
    elif not beside:
        yield _under(EVIDENCE, packet, before)


def _references(packet: Packet) -> Iterator[Block]:
    yield Para(f"{say('references')}:")
    yield parts.artefacts(
        [a for a in packet.progress.artefacts if a.vouched], say("references")
    )


def _courses(packet: Packet) -> Iterator[Block]:
    lines = (
        f"{each.title}{f' ({iso(each.day)})' if each.day else ''}"
        for each in packet.finished
    )
    yield Listing(say("courses"), tuple(lines))


def _hours(packet: Packet) -> Iterator[Block]:
    yield Para(f"{parts.hours_head(packet.progress.hours).text}.")
    yield from parts.hours_lines(packet.progress.hours)


def _sessions(packet: Packet) -> Iterator[Block]:
    logged = packet.progress.hours
    told = say(
        "sessions",
        sessions=count(logged.sessions, "session"),
        hours=hours(logged.seconds),
    )
    yield Para(
        f"{told} {say('agent hours', hours=hours(logged.agent))}"
        if logged.agent
        else told
    )


def _milestones(packet: Packet) -> Iterator[Block]:
    yield Para(f"{say('looked at')}:")
    yield parts.artefacts(packet.progress.artefacts, say("looked at"))
    yield from parts.unseen(packet.progress)


def _gap(packet: Packet) -> Iterator[Block]:
    yield parts.standing(packet.progress.standing)


def _notes(packet: Packet) -> Iterator[Block]:
    for title, found in _noted(packet):
        yield Listing(
            say(title),
            tuple(say("on day", day=iso(note.day), text=note.text) for note in found),
        )


def _noted(packet: Packet) -> Iterator[tuple[str, list[PacketNote]]]:
    """The notes under each title that has any."""
    for title, marked in (("changed thinking", "changed"), ("decisions", "decision")):
        found = [note for note in packet.notes if getattr(note, marked)]
        if found:
            yield title, found


def _promised(packet: Packet) -> Iterator[Block]:
    yield Para(f"{say('promised')}{parts.as_of(packet.progress)}:")
    yield from parts.promised(packet.progress)


def _budget(packet: Packet) -> Iterator[Block]:
    assert packet.budget
    yield Para(f"{money.head(packet.budget)}:")
    yield from money.budget(packet.budget)


def _history(packet: Packet) -> Iterator[Block]:
    yield from money.sent(packet.sent)
    if packet.budget:
        yield from money.raised(packet.budget)


_TITLES = {
    "links": "links",
    "references": "references",
    "courses done": "courses",
    "hours by track": "hours so far",
    "sessions": "hours so far",
    EVIDENCE: "looked at",
    "readiness gap": "must",
    "plan and forecast": "planned",
    "promised against delivered": "promised",
    "budget": "budget",
}
_TOLD: dict[str, Callable[[Packet], Iterator[Block]]] = {
    "references": _references,
    "courses done": _courses,
    "hours by track": _hours,
    "sessions": _sessions,
    EVIDENCE: _milestones,
    "readiness gap": _gap,
    "decisions and views": _notes,
    "plan and forecast": plans.planned,
    "promised against delivered": _promised,
    "budget": _budget,
    "funding history": _history,
}
