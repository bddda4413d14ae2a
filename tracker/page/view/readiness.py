"""How ready one is for the target: counts, each line with its reason, where to apply."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from tracker.choices import FOLDED_WEIGHT, WEIGHTS
from tracker.curriculum.view.gates import say_gate, say_rounds
from tracker.export.render.blocks import Link
from tracker.labels import WEIGHT_LABELS
from tracker.page.view.templates import fill
from tracker.readiness.rules.answers import ReadyAnswer
from tracker.readiness.rules.applications import Opening
from tracker.readiness.rules.readiness import RequirementLine
from tracker.readiness.rules.support import Strength
from tracker.readiness.view.ready import role_name, say_counts
from tracker.readiness.view.requirement_rows import say_reason

NO_TARGET = "You have no target yet. To choose a role: tracker target"


class AskedLine(NamedTuple):
    """What a role asks for; `mark` is `shown`, `claimed` or `open`.

    `joined` is `or` before an alternative to the line above; `ours` says what of it the
    guide does not say.
    """

    mark: str
    joined: str
    what: str
    status: str
    reason: str
    ours: str


class AskedGroup(NamedTuple):
    """The lines of a weight; of those that are only helpful, just the counts.

    `marks` has one for each that counts, the best first: alternatives count as one.
    """

    label: str
    counts: str
    marks: tuple[str, ...]
    lines: tuple[AskedLine, ...]


class ApplyGroup(NamedTuple):
    """What to apply for, and why: each a link and what is known of its next round."""

    why: str
    places: tuple[tuple[Link, str], ...]
    commands: tuple[str, ...]


def readiness_section(answer: ReadyAnswer, skills: Mapping[str, str]) -> Markup:
    """The section; `skills` are the titles of skills by their slugs."""
    return fill(
        "readiness.html",
        role=role_name(answer.readiness),
        groups=list(_groups(answer, skills)),
        openings=list(_openings(answer)),
        others=answer.other_roles,
    )


def _groups(answer: ReadyAnswer, skills: Mapping[str, str]) -> Iterator[AskedGroup]:
    readiness, best = answer.readiness, answer.readiness.unit_strengths()
    for weight in WEIGHTS:
        asked = [x for x in readiness.lines if x.requirement.weight == weight]
        if not asked:
            continue
        units = dict.fromkeys(line.requirement.unit for line in asked)
        strengths = sorted((best[unit] for unit in units), reverse=True)
        is_folded = weight == FOLDED_WEIGHT
        yield AskedGroup(
            WEIGHT_LABELS[weight],
            say_counts(readiness.counts(weight)),
            tuple(map(_mark, strengths)),
            () if is_folded else tuple(_lines(asked, answer, skills)),
        )


def _lines(
    asked: list[RequirementLine], answer: ReadyAnswer, skills: Mapping[str, str]
) -> Iterator[AskedLine]:
    above = None
    for line in asked:
        requirement = line.requirement
        milestone = answer.context.milestones.get(requirement.milestone or "")
        title = milestone.title if milestone else skills[requirement.skill or ""]
        is_joined = requirement.any_of and requirement.any_of == above
        above = requirement.any_of
        level_is_ours = "the level is ours" if requirement.level_is_ours else ""
        yield AskedLine(
            _mark(line.strength),
            "or" if is_joined else "",
            ", ".join(filter(None, (title, requirement.level))),
            line.strength.label,
            say_reason(line, answer),
            level_is_ours if requirement.stated else "our inference from the guide",
        )


def _mark(strength: Strength) -> str:
    if strength >= Strength.SHOWN:
        return "shown"
    return "claimed" if strength >= Strength.SAID else "open"


def _openings(answer: ReadyAnswer) -> Iterator[ApplyGroup]:
    """What can be applied for, by the reason; a programme is done once finished."""
    for why, group in groupby(answer.openings, key=lambda opening: opening.why):
        listed = list(group)
        items = [opening.item for opening in listed if opening.item.kind != "programme"]
        yield ApplyGroup(
            why,
            tuple(map(_place, listed)),
            tuple(f"tracker done {item.slug}" for item in items),
        )


def _place(opening: Opening) -> tuple[Link, str]:
    """Where to apply, what it needs, and when."""
    item, gate = opening.item, opening.item.gate
    parts: tuple[str | None, ...] = ()
    if gate:
        parts = (f"needs {say_gate(gate)}", gate.odds, say_rounds(gate))
    return Link(item.url or "", item.title), "; ".join(filter(None, parts))
