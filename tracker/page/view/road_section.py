"""The map of the road as a section of the page: stages, stops, steps, and the role."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from tracker.choices import FOLDED_WEIGHT, MAP_STATES, WEIGHTS
from tracker.curriculum.view.gates import list_gate
from tracker.export.render.escape import is_http
from tracker.labels import MAP_STATE_LABELS, STAGE_LABELS, WEIGHT_LABELS
from tracker.page.rules.road_lanes import LaneRow, count_lanes, lay_lanes
from tracker.page.view.road_picture import (
    draw_passage,
    draw_row,
    draw_sample,
    draw_share,
)
from tracker.page.view.templates import fill
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.rules.road_map import RoadMap, RoadStep, RoadStop, StepChoice
from tracker.readiness.view.gaps import UNKNOWN_HOURS
from tracker.readiness.view.hour_columns import say_number
from tracker.readiness.view.ready import role_name, say_counts
from tracker.readiness.view.required_total import (
    CLAIMS_HOLD,
    NO_PROMISE,
    list_needs,
    say_which,
)
from tracker.readiness.view.road_rows import say_enough
from tracker.text.amounts import say_hours
from tracker.text.month_days import MONTH_NAMES

# A command, alone or in brackets: `Show each (tracker show basic-dl-done), or ask.`. Of
# a text split at them, every second part is one.
_COMMAND = re.compile(r"\b(tracker [a-z][^)]*)")
# Signs that are no state, and what they say.
GATE, CHOICE = ("gate", "needs somebody's yes"), ("choice", "choose")


class StepGroup(NamedTuple):
    """Steps that follow one another, of the same choice or of none."""

    choice: StepChoice | None
    steps: tuple[RoadStep, ...]


class StopRow(NamedTuple):
    """A stop with its place and lines on the map.

    `place` is that of its track in the catalogue, `skills` are those that it shows,
    `after` are the titles of the stops that it needs. If it `tells_states`, its steps
    have not all the same state as it has.
    """

    stop: RoadStop
    place: int
    lane: int
    lines: Markup
    skills: str
    after: tuple[str, ...]
    tells_states: bool
    groups: tuple[StepGroup, ...]


class StopLink(NamedTuple):
    """A stop to be linked to, and its title or that of one of its steps."""

    stop: str
    title: str


class BandRows(NamedTuple):
    """A stage of the map; `lines` pass beside its heading."""

    key: str
    title: str
    lines: Markup
    rows: tuple[StopRow, ...]


def road_section(road: RoadMap) -> Markup:
    """The map: its stages with their stops, and the role at the end."""
    rows = lay_lanes(road)
    places = {track: place for place, track in enumerate(road.titles.tracks)}
    return fill(
        "map.html",
        road=road,
        places=places,
        lanes=count_lanes(rows),
        bands=list(_band_rows(road, rows, places)),
        heads=list(road.heads()),
        signs=list(_find_signs(road)),
        terminus=draw_row(rows[-1], places),
        terminus_lanes=[line.lane for line in rows[-1].lines],
        role=role_name(road.readiness),
        counts=list(_say_all_counts(road)),
        links=dict(_list_links(road)),
        list_needs=list_needs,
        required=road.readiness.counts(WEIGHTS[0]),
        say_which=say_which,
        typed=_COMMAND.split,
        claims_hold=CLAIMS_HOLD,
        no_promise=NO_PROMISE,
        states=MAP_STATE_LABELS,
        weights=WEIGHT_LABELS,
        no_hours=NO_HOURS,
        unknown_hours=UNKNOWN_HOURS,
        is_http=is_http,
        sample=draw_sample,
        share=_draw_share,
        say_number=say_number,
        say_spent=say_hours,
        say_choice=_say_choice,
        say_day=_say_day,
        list_gate=list_gate,
    )


def _band_rows(
    road: RoadMap, rows: tuple[LaneRow, ...], places: Mapping[str, int]
) -> Iterator[BandRows]:
    row_of = {row.stop: row for row in rows}
    for key, stops in road.bands():
        yield BandRows(
            key,
            STAGE_LABELS.get(key, WEIGHT_LABELS[FOLDED_WEIGHT]),
            draw_passage(row_of[stops[0].slug], places),
            tuple(_stop_row(stop, row_of[stop.slug], road, places) for stop in stops),
        )


def _stop_row(
    stop: RoadStop, row: LaneRow, road: RoadMap, places: Mapping[str, int]
) -> StopRow:
    assert row.lane is not None
    groups = groupby(stop.steps, key=lambda step: step.choice)
    titles = {each.slug: each.title for each in road.stops}
    return StopRow(
        stop,
        places[stop.track],
        row.lane,
        lines=draw_row(row, places),
        skills=_say_skills(stop, road),
        after=tuple(titles[slug] for slug in stop.after),
        tells_states=any(step.state != stop.state for step in stop.steps),
        groups=tuple(StepGroup(choice, tuple(steps)) for choice, steps in groups),
    )


def _find_signs(road: RoadMap) -> Iterator[tuple[str, str]]:
    """The signs that are on the map, by name, and what they say."""
    steps = [step for stop in road.stops for step in stop.steps]
    states = {stop.state for stop in road.stops}
    states |= {step.state for step in steps}
    yield from ((key, MAP_STATE_LABELS[key]) for key in MAP_STATES if key in states)
    if any(step.gate for step in steps):
        yield GATE
    if any(step.choice for step in steps):
        yield CHOICE


def _list_links(road: RoadMap) -> Iterator[tuple[str, StopLink]]:
    """The link to each stop by its slug, and by the slugs of its steps."""
    for stop in road.stops:
        yield stop.slug, StopLink(stop.slug, stop.title)
        for step in stop.steps:
            yield step.item, StopLink(stop.slug, step.title)


def _draw_share(stop: RoadStop) -> Markup:
    """The ring of a stop in progress: hours spent, of those and the likely ones left."""
    whole = stop.spent + stop.hours[1]
    return draw_share(stop.spent / whole if whole else 0)


def _say_all_counts(road: RoadMap) -> Iterator[tuple[str, str]]:
    """The weights that the role has, each with its counts."""
    for weight in WEIGHTS:
        counts = road.readiness.counts(weight)
        if counts.total:
            yield WEIGHT_LABELS[weight], say_counts(counts).rstrip(".")


def _say_skills(stop: RoadStop, road: RoadMap) -> str:
    """`Research taste, moderate; Own views, basic`: the skills that a stop shows.

    Of those that the role asks for. Empty where it asks for the stop itself, for one on
    the way to others, to which its line leads, and for a letter, which names its skill.
    """
    if stop.slug in road.titles.skills:
        return ""
    asked = {line.requirement.slug: line.requirement for line in road.readiness.lines}
    met = (asked[slug] for slug in stop.requirements)
    return "; ".join(
        f"{road.titles.skills[each.skill]}, {each.level.replace('-', ' ')}"
        for each in met
        if each.skill and each.level
    )


def _say_choice(group: StepGroup) -> str:
    """`1 of 3 is enough: A probability course`."""
    choice = group.choice
    assert choice
    return f"{say_enough(choice)}: {choice.title}"


def _say_day(stop: RoadStop) -> str:
    """`18 Mar 2026`; empty where no day is recorded."""
    day = stop.day
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}" if day else ""
