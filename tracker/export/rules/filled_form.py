"""A form filled in with facts; what only the person can say stays a marked slot, until they give their words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.export.rules.forms import Field, Funder
from tracker.export.rules.packet import Packet
from tracker.export.rules.text_length import TextLength, counts

# What only the person has: their sentences, files, notes, and the names of others.
OWN = frozenset({"own words", "cv", "contacts", "session notes"})
ASKED = OWN | {"references"}
# Told after whatever else a field is filled in from: what can be looked at comes before hours.
LAST = frozenset({"hours by track", "sessions"})
# How a field begins that asks for who the person is: with whose name or address it is, or with "who".
_ASKS = re.compile(
    r"(?:your |full |first |last )*(?P<fact>name|email)\b|who\b", re.IGNORECASE
)
_WHOLE = re.compile(r"(?:your |full )?(?:name|email(?: address)?)", re.IGNORECASE)
_HOLDS: dict[str, Callable[[Packet], object]] = {
    "links": lambda p: (
        p.person.links or any(a.address and not a.vouched for a in p.progress.artefacts)
    ),
    "references": lambda p: p.progress.vouched,
    "courses done": lambda p: p.finished,
    "hours by track": lambda p: p.progress.hours.sessions,
    "sessions": lambda p: p.progress.hours.sessions,
    "milestones with evidence": lambda p: p.progress.artefacts or p.progress.unseen,
    "readiness gap": lambda p: p.progress.standing,
    "decisions and views": lambda p: p.notes,
    "plan and forecast": lambda p: p.due or p.forecasts,
    "promised against delivered": lambda p: p.progress.plan or p.progress.pledges,
    "budget": lambda p: p.budget,
    "funding history": lambda p: p.sent or (p.budget and p.budget.raised),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with the `sources` that have facts for it, and its slot: None, or the counts of its `text`."""

    number: int
    field: Field
    sources: tuple[str, ...]
    slot: tuple[TextLength, ...] | None
    text: str | None

    @property
    def is_empty(self) -> bool:
        """Whether it has a slot without words."""
        return self.slot is not None and not self.text


@dataclass(frozen=True, slots=True)
class Form:
    """A funder's form, field by field, and the facts it is filled in from; `titles` are those of other forms named."""

    funder: Funder
    packet: Packet
    fields: tuple[Filled, ...]
    titles: Mapping[str, str]

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return sum(each.slot is not None for each in self.fields)

    @property
    def empty(self) -> int:
        """How many of them are empty."""
        return sum(each.is_empty for each in self.fields)

    @property
    def over(self) -> tuple[tuple[Filled, TextLength], ...]:
        """The texts that are over a limit, each with that limit's count."""
        return tuple(
            (each, count)
            for each in self.fields
            for count in each.slot or ()
            if count.over
        )


def fill(
    funder: Funder,
    packet: Packet,
    answers: Mapping[str, str],
    titles: Mapping[str, str],
) -> Form:
    """The form with facts and answers in it, in its own order. Nothing is cut, and nothing is written for anybody."""
    fields = tuple(
        _filled(number, field, packet, answers)
        for number, field in enumerate(funder.fields, 1)
    )
    return Form(funder, packet, fields, titles)


def profile(field: Field, packet: Packet) -> tuple[str, ...]:
    """Which of `name` and `email` a field asks for first, where they are set: an organisation's name is none."""
    found, asks = _ASKS.match(field.asks), field.asks.casefold()
    if found is None:
        return ()
    asked = (
        [key for key in ("name", "email") if key in asks] if found["fact"] else ["name"]
    )
    return tuple(key for key in asked if getattr(packet.person, key))


def _filled(
    number: int, field: Field, packet: Packet, answers: Mapping[str, str]
) -> Filled:
    held = (source for source in field.source_from if _holds(source, field, packet))
    sources = tuple(sorted(held, key=lambda source: source in LAST))
    text = answers.get(field.key)
    slot = counts(text or "", field) if text or _asks_words(field, sources) else None
    return Filled(number, field, sources, slot, text or None)


def _holds(source: str, field: Field, packet: Packet) -> bool:
    if source == "profile":
        return bool(profile(field, packet))
    if source == "links" and "profile" in field.source_from:
        return bool(packet.person.links)
    return source not in OWN and bool(_HOLDS[source](packet))


def _asks_words(field: Field, sources: tuple[str, ...]) -> bool:
    """Whether a field is the person's to answer.

    It says so, or has a limit or a form (a number, a date, a choice) that facts do not have, or asks for one of the
    person's addresses, or there are no facts.
    """
    shaped = (
        field.format
        or field.limit_chars
        or field.limit_words
        or field.limit_paragraphs
        or field.limit_sentences
    )
    part = "profile" in sources and not _WHOLE.fullmatch(field.asks)
    which = set(field.source_from) == {"links"}
    return bool(
        ASKED & set(field.source_from) or shaped or which or not sources or part
    )
