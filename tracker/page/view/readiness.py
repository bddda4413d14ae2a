"""How ready one is for the target: counts, each line with its reason, where to apply."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from tracker.choices import FOLDED_WEIGHT, WEIGHTS
from tracker.curriculum.view.gates import list_gate
from tracker.export.render.blocks import Link
from tracker.labels import WEIGHT_LABELS
from tracker.page.rules.answer import PageAnswer
from tracker.page.view.names import say_days, say_names
from tracker.page.view.templates import fill
from tracker.readiness.rules.answers import ReadyAnswer
from tracker.readiness.rules.applications import Opening
from tracker.readiness.rules.readiness import RequirementLine
from tracker.readiness.rules.reasons import find_met_alternative, reasons_for
from tracker.readiness.rules.records import Requirement
from tracker.readiness.view.marks import INFERRED, OURS
from tracker.readiness.view.ready import role_name, say_counts, say_part

# What the marks of what the guide does not say mean.
MARKS = {
    INFERRED: f"{INFERRED} The guide does not say so; we infer it.",
    OURS: f"{OURS} The guide asks for it; the level is ours.",
}


class AskedLine(NamedTuple):
    """What a role asks for; `mark` is `shown`, `claimed` or `open`.

    `ours` is a key of `MARKS`, where the guide does not say all of it.
    """

    mark: str
    what: str
    status: str
    reason: str
    ours: str


class AskedGroup(NamedTuple):
    """What is asked with one weight; each unit has a line, or alternatives.

    `marks` has one for each unit, the best first. A folded one is only helpful.
    """

    label: str
    counts: str
    marks: tuple[str, ...]
    units: tuple[tuple[AskedLine, ...], ...]
    is_folded: bool


class ApplyGroup(NamedTuple):
    """What to apply for, and why: each a link and what is known of its next round."""

    why: str
    places: tuple[tuple[Link, str], ...]


def readiness_section(answer: PageAnswer) -> Markup | None:
    """The section; None without a target."""
    ready = answer.ready
    if ready is None:
        return None
    groups = list(_groups(ready, answer))
    lines = [line for group in groups for unit in group.units for line in unit]
    used = {line.ours for line in lines}
    return fill(
        "readiness.html",
        role=role_name(ready.readiness),
        groups=groups,
        marks=[says for mark, says in MARKS.items() if mark in used],
        openings=list(_openings(ready, answer)),
        applied=list(_applied(ready)),
        others=ready.other_roles,
    )


def _groups(ready: ReadyAnswer, answer: PageAnswer) -> Iterator[AskedGroup]:
    readiness, best = ready.readiness, ready.readiness.unit_strengths()
    for weight in WEIGHTS:
        asked = [x for x in readiness.lines if x.requirement.weight == weight]
        if not asked:
            continue
        units: dict[str, list[AskedLine]] = {}
        for line in asked:
            unit = units.setdefault(line.requirement.unit, [])
            unit.append(_line(line, answer, ready))
        strengths = sorted((best[unit] for unit in units), reverse=True)
        yield AskedGroup(
            WEIGHT_LABELS[weight],
            say_counts(readiness.counts(weight)),
            marks=tuple(map(say_part, strengths)),
            units=tuple(map(tuple, units.values())),
            is_folded=weight == FOLDED_WEIGHT,
        )


def _line(line: RequirementLine, answer: PageAnswer, ready: ReadyAnswer) -> AskedLine:
    asked = line.requirement
    reason = "not needed"
    if not find_met_alternative(line, ready.readiness):
        # Days have their year, as those of the map have.
        context = replace(ready.context, titles=answer.titles, today=date.min)
        reason = say_days(reasons_for(line, context)[0])
    ours = OURS if asked.level_is_ours else ""
    return AskedLine(
        say_part(line.strength),
        _say_asked(asked, answer),
        line.strength.label,
        reason,
        ours if asked.stated else INFERRED,
    )


def _say_asked(asked: Requirement, answer: PageAnswer) -> str:
    """`Research taste, very strong`, or the title of a milestone."""
    if asked.milestone:
        return answer.titles[asked.milestone]
    level = (asked.level or "").replace("-", " ")
    return f"{answer.skills[asked.skill or '']}, {level}"


def _openings(ready: ReadyAnswer, answer: PageAnswer) -> Iterator[ApplyGroup]:
    """What can be applied for, by the reason."""
    lines = [line.requirement for line in ready.readiness.lines]
    titles = {asked.slug: _say_asked(asked, answer) for asked in lines}
    for why, group in groupby(ready.openings, key=lambda opening: opening.why):
        listed = list(group)
        # The words of an employer stay as they are.
        says = why if listed[0].bar else say_names(why, titles)
        yield ApplyGroup(says, tuple(map(_place, listed)))


def _applied(ready: ReadyAnswer) -> Iterator[str]:
    """How to record each application; a programme is done once it is finished."""
    for opening in ready.openings:
        if opening.item.kind != "programme":
            yield f"tracker done {opening.item.slug}"


def _place(opening: Opening) -> tuple[Link, str]:
    """Where to apply, what it needs, and when."""
    item, gate = opening.item, opening.item.gate
    needs = f"needs {'; '.join(list_gate(gate))}" if gate else ""
    return Link(item.url or "", item.title), needs
