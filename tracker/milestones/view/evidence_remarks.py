"""What `reach` remarks on evidence: what is there already, and what does not count."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.milestones.rules.changes import MilestoneOutcome
from tracker.milestones.rules.claims import find_result
from tracker.milestones.rules.evidence import (
    CLAIM,
    HANDED_OVER,
    find_repeated,
    is_only_claimed,
    is_open_to_others,
    missing_kinds,
    unlisted_evidence,
)
from tracker.milestones.rules.records import Evidence, Result
from tracker.milestones.rules.role_milestones import reach_command
from tracker.system import quote
from tracker.text.addresses import Access, access_of, is_front_page, web_address_of
from tracker.text.columns import join_words, quoted
from tracker.text.letters import has_figure
from tracker.text.placeholders import PLACEHOLDERS

NOT_COUNTED = "It is saved but does not count."
# By who can open a place: why others cannot check it.
_REASONS = {
    Access.OWN_MACHINE: "is on your own machine, and nobody else can open it.",
    Access.PRIVATE: "is a private address, which others cannot open.",
    Access.MEMBERS: "is a chat or a mailbox, which others cannot open.",
}


def evidence_remarks(outcome: MilestoneOutcome, result: Result) -> Iterator[str]:
    """Of the evidence typed: what is there already, and what does not count, and why."""
    milestone = outcome.before.milestone
    yield from _repeated_remarks(outcome, result)
    typed = [piece for piece in result.evidence if piece not in _saved(outcome, result)]
    for piece in unlisted_evidence(typed, milestone):
        yield _say_unlisted(piece, outcome, result)
    for piece in typed:
        if piece.kind in milestone.kinds and piece.kind != CLAIM:
            yield from closed_remarks(piece, f"tracker reach {milestone.slug}")
    for place, other in outcome.elsewhere:
        yield _say_elsewhere(place, other, outcome, result)
    if is_only_claimed(result.evidence, milestone):
        yield f"To show it, add evidence:\n  {_command_to_show(outcome, result)}"


def _command_to_show(outcome: MilestoneOutcome, result: Result) -> str:
    """The command that adds what is missing: to one of the works, if it counts any."""
    milestone = outcome.details.status.milestone
    if milestone.count:
        return outcome.details.next_command
    missing = missing_kinds(result.evidence, milestone)
    return reach_command(replace(milestone, kinds=missing), result.item)


def _say_elsewhere(
    place: str, other: Result, outcome: MilestoneOutcome, result: Result
) -> str:
    """Which result an address shows already; in a count it shows one work."""
    item = f" with {other.item}" if other.item else ""
    is_counted = bool(outcome.details.counting) and other.item != result.item
    once = " It counts for one of them." if is_counted else ""
    return f"{place} already shows {other.milestone}{item}.{once}"


def closed_remarks(piece: Evidence, command: str, giver: str = "") -> Iterator[str]:
    """Why others cannot check a piece of evidence; nothing where they can.

    `command` is what the evidence was typed for, without it: `tracker reach gpt2-small`.
    `giver` is who gave a rating.
    """
    if is_open_to_others(piece, giver):
        return
    access, place = access_of(piece.place), quoted(piece.place)
    web_address = web_address_of(piece.place)
    if access in _REASONS:
        yield f"{piece.place} {_REASONS[access]} {NOT_COUNTED}"
    elif is_front_page(piece.place):
        yield (
            f"{piece.place} is a front page, and shows no single work. {NOT_COUNTED} "
            f"Give the address of the {piece.kind}, for example: "
            f"{piece.kind}:{PLACEHOLDERS['URL']}"
        )
    elif web_address:
        line = f"{command} --evidence {piece.kind}:{quote(web_address)}"
        yield f"{place} is no web address. {NOT_COUNTED} Type that:\n  {line}"
    elif piece.kind in HANDED_OVER:
        yield _say_undated(piece, giver)
    else:
        example = f"{piece.kind}:{PLACEHOLDERS['URL']}"
        yield (
            f"{place} is no address that others can open. {NOT_COUNTED} "
            f"Give the whole address, for example: {example}"
        )


def _say_undated(piece: Evidence, giver: str) -> str:
    """What the text of a document lacks: its giver and day, or a day up to today."""
    place = quoted(piece.place)
    if is_open_to_others(replace(piece, day=date.max), giver):
        return f"The day of {place} is still to come. {NOT_COUNTED}"
    example = PLACEHOLDERS["WHO"]
    if piece.kind == "metric":
        if not has_figure(piece.place):
            return (
                f"{place} has no figure. {NOT_COUNTED} Give it with its giver and day, "
                f"for example: {quote(f'metric:84%, marked by {example}')}"
            )
        example = f"{piece.place}, marked by {example}"
    return (
        f"{place} does not say who gave the {piece.kind} and on which day. "
        f"{NOT_COUNTED} Name both, for example: {quote(f'{piece.kind}:{example}')}"
    )


def repeated_remark(place: str, same: Evidence) -> str:
    """That a place is there already, and how it is written there."""
    return f"{place} is there already, and is saved once:\n  {same.kind} {same.place}"


def _repeated_remarks(outcome: MilestoneOutcome, result: Result) -> Iterator[str]:
    typed = outcome.claim.evidence if outcome.claim else ()
    kinds = outcome.before.milestone.kinds
    for place, same in find_repeated(typed, _saved(outcome, result), kinds):
        if same.kind != CLAIM:
            yield repeated_remark(place, same)


def _saved(outcome: MilestoneOutcome, result: Result) -> tuple[Evidence, ...]:
    """The evidence that the result had before the command."""
    earlier = find_result(outcome.before.results, result.item)
    return earlier.evidence if earlier else ()


def _say_unlisted(piece: Evidence, outcome: MilestoneOutcome, result: Result) -> str:
    """Which milestone a kind shows, with its command; else the kinds that count."""
    neighbour = outcome.neighbours.get(piece.kind)
    if neighbour and is_open_to_others(piece):
        evidence = quote(f"{piece.kind}:{piece.place}")
        item = f" --with {result.item}" if result.item else ""
        return (
            f"The {piece.kind} is saved but does not count here. "
            f"A {piece.kind} shows {neighbour.slug}:\n"
            f"  tracker reach {neighbour.slug}{item} --evidence {evidence}"
        )
    listed = [kind for kind in outcome.before.milestone.kinds if kind != CLAIM]
    kinds = join_words(listed, "or")
    return (
        f"The {piece.kind} is saved but does not count; this milestone needs a {kinds}."
    )
