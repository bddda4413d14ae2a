"""A form filled in with facts; what only the person can say is left for their answer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.export.rules.forms import (
    BUDGET,
    EVIDENCE,
    HISTORY,
    HOURS,
    PLANS,
    PROMISED,
    RAISED,
    Field,
    Funder,
)
from tracker.export.rules.packet import Packet

# Sources that only the person has: their sentences, files, notes, names of others.
PERSONAL = frozenset({"own words", "cv", "contacts", "session notes"})
# Sources that, named first, ask for the person's answer.
ANSWERED = PERSONAL | {"references"}
# Sources that come after all others, in this order: evidence stands before hours.
LAST = (HOURS, "sessions")
# The start of a field that asks who the person is: `Your full name`, `Email address`,
# `Who are you?`. Not `Organisation name`.
_ASKS = re.compile(
    r"(?:your |full |first |last )*(?P<fact>name|email)\b|who\b", re.IGNORECASE
)
# A field that asks for a part of a name: `First name`, `Your last name`.
_PART = re.compile(r"(?:your )?(?:first|last) name\b", re.IGNORECASE)
# How the format of a field begins that takes text or several addresses.
_TEXT_FORMATS = ("text", "links")


def _has_links(packet: Packet) -> object:
    progress = packet.progress
    return progress.person.links or any(
        link.address for work in progress.works for link in work.links
    )


# Whether a packet has facts for a source.
_HAS_FACTS: dict[str, Callable[[Packet], object]] = {
    "links": _has_links,
    "references": lambda packet: packet.progress.letters,
    "courses done": lambda packet: packet.finished,
    HOURS: lambda packet: packet.progress.hours.sessions,
    "sessions": lambda packet: packet.progress.hours.sessions,
    EVIDENCE: lambda packet: packet.progress.works or packet.progress.unseen,
    "work in progress": lambda packet: packet.progress.under_way,
    "readiness gap": lambda packet: packet.progress.standing,
    "decisions and views": lambda packet: packet.notes,
    PLANS: lambda packet: packet.due or packet.forecasts,
    PROMISED: lambda packet: packet.progress.plan or packet.progress.pledges,
    BUDGET: lambda packet: (
        packet.budget and (packet.budget.lines or packet.budget.tiers)
    ),
    RAISED: lambda packet: packet.budget and packet.budget.raised,
    HISTORY: lambda packet: packet.sent,
}


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field, the `sources` that have facts for it, and the person's answer.

    `has_facts_as_text` says whether these facts are its text while there is no answer;
    else they are only material for one.
    """

    number: int
    field: Field
    sources: tuple[str, ...]
    has_facts_as_text: bool
    answer: str | None


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A funder's form, field by field, and the facts that fill it.

    `titles` are those of other funders by slug.
    """

    funder: Funder
    packet: Packet
    fields: tuple[FilledField, ...]
    titles: Mapping[str, str]


def fill_form(
    funder: Funder,
    packet: Packet,
    answers: Mapping[str, str],
    titles: Mapping[str, str],
) -> FilledForm:
    """The form with facts and answers, in its own order; nothing is cut or written."""
    fields = tuple(
        _fill_field(number, field, packet, answers.get(field.key))
        for number, field in enumerate(funder.fields, 1)
    )
    return FilledForm(funder, packet, fields, titles)


def profile_keys(field: Field, packet: Packet) -> tuple[str, ...]:
    """Which of `name` and `email` a field asks for, where the person has set them.

    A field that asks for the name of an organisation asks for neither.
    """
    match = _ASKS.match(field.asks)
    if match is None:
        return ()
    keys = ["name"]
    if match["fact"]:
        asks = field.asks.casefold()
        keys = [key for key in ("name", "email") if key in asks]
    return tuple(key for key in keys if getattr(packet.progress.person, key))


def _fill_field(
    number: int, field: Field, packet: Packet, answer: str | None
) -> FilledField:
    with_facts = (
        source for source in field.source_from if _has_facts(source, field, packet)
    )
    sources = tuple(sorted(with_facts, key=_place))
    return FilledField(
        number=number,
        field=field,
        sources=sources,
        has_facts_as_text=bool(sources) and _takes_facts(field),
        answer=answer or None,
    )


def _place(source: str) -> int:
    """Where a source stands among those of its field: 0 for all but the last ones."""
    return LAST.index(source) + 1 if source in LAST else 0


def asks_for_links(field: Field) -> bool:
    """Whether a field takes several addresses and nothing else."""
    return (field.format or "").startswith("links")


def asks_only_for_links(field: Field) -> bool:
    """Whether the facts for a field are addresses and nothing else."""
    return asks_for_links(field) or set(field.source_from) - ANSWERED == {"links"}


def _takes_facts(field: Field) -> bool:
    """Whether facts can be the text of a field.

    They cannot where the person's own words come first, where it is a number, a date or
    a choice, where it asks for one of several links, or for a part of a name.
    """
    if field.source_from[0] in ANSWERED or _PART.match(field.asks):
        return False
    if field.format and not field.format.startswith(_TEXT_FORMATS):
        return False
    return set(field.source_from) != {"links"} or asks_for_links(field)


def _has_facts(source: str, field: Field, packet: Packet) -> bool:
    if source == "profile":
        return bool(profile_keys(field, packet))
    if source == "links" and "profile" in field.source_from:
        return bool(packet.progress.person.links)
    return source not in PERSONAL and bool(_HAS_FACTS[source](packet))
