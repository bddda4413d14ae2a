"""A form filled in with facts; what only the person can say is left for their answer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.export.rules.forms import Field, Funder
from tracker.export.rules.packet import Packet
from tracker.export.rules.text_length import TextLength, count_text

# Sources that only the person has: their sentences, files, notes, names of others.
PERSONAL = frozenset({"own words", "cv", "contacts", "session notes"})
# Sources that ask for the person's answer.
ANSWERED = PERSONAL | {"references"}
# Sources that come after all others: evidence stands before hours.
LAST = frozenset({"hours by track", "sessions"})
# The start of a field that asks who the person is: `Your full name`, `Email address`,
# `Who are you?`. Not `Organisation name`.
_ASKS = re.compile(
    r"(?:your |full |first |last )*(?P<fact>name|email)\b|who\b", re.IGNORECASE
)
# A field that asks for nothing else: `Your name`, `Full name`, `Email address`.
_WHOLE = re.compile(r"(?:your |full )?(?:name|email(?: address)?)", re.IGNORECASE)


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
    "hours by track": lambda packet: packet.progress.hours.sessions,
    "sessions": lambda packet: packet.progress.hours.sessions,
    "milestones with evidence": lambda packet: (
        packet.progress.works or packet.progress.unseen
    ),
    "readiness gap": lambda packet: packet.progress.standing,
    "decisions and views": lambda packet: packet.notes,
    "plan and forecast": lambda packet: packet.due or packet.forecasts,
    "promised against delivered": lambda packet: (
        packet.progress.plan or packet.progress.pledges
    ),
    "budget": lambda packet: packet.budget,
    "funding history": lambda packet: (
        packet.sent or (packet.budget and packet.budget.raised)
    ),
}


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field with the `sources` that have facts for it.

    `slot` is None where no answer is needed, else the lengths of `text`, the answer.
    """

    number: int
    field: Field
    sources: tuple[str, ...]
    slot: tuple[TextLength, ...] | None
    text: str | None

    @property
    def is_empty(self) -> bool:
        """Whether it needs an answer and has none."""
        return self.slot is not None and not self.text


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A funder's form, field by field, and the facts that fill it.

    `titles` are those of other funders by slug.
    """

    funder: Funder
    packet: Packet
    fields: tuple[FilledField, ...]
    titles: Mapping[str, str]

    @property
    def slots(self) -> int:
        """The number of fields that need an answer."""
        return sum(filled.slot is not None for filled in self.fields)

    @property
    def empty(self) -> int:
        """The number of fields that need an answer and have none."""
        return sum(filled.is_empty for filled in self.fields)

    @property
    def over(self) -> tuple[tuple[FilledField, TextLength], ...]:
        """The answers that are over a limit, each with the length over it."""
        return tuple(
            (filled, length)
            for filled in self.fields
            for length in filled.slot or ()
            if length.over
        )


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
    sources = tuple(sorted(with_facts, key=lambda source: source in LAST))
    needs_answer = answer or _needs_answer(field, sources)
    slot = count_text(answer or "", field) if needs_answer else None
    return FilledField(number, field, sources, slot, answer or None)


def _has_facts(source: str, field: Field, packet: Packet) -> bool:
    if source == "profile":
        return bool(profile_keys(field, packet))
    if source == "links" and "profile" in field.source_from:
        return bool(packet.progress.person.links)
    return source not in PERSONAL and bool(_HAS_FACTS[source](packet))


def _needs_answer(field: Field, sources: tuple[str, ...]) -> bool:
    """Whether only the person can answer a field.

    It says so, or has a limit or a form (a number, a date, a choice) that facts do not
    have, or asks for one of several links or a part of a name, or there are no facts.
    """
    if not sources or ANSWERED & set(field.source_from):
        return True
    if set(field.source_from) == {"links"}:
        return True
    if "profile" in sources and not _WHOLE.fullmatch(field.asks):
        return True
    limits = (
        field.limit_chars,
        field.limit_words,
        field.limit_paragraphs,
        field.limit_sentences,
    )
    return bool(field.format or any(limits))
