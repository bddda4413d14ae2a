"""The JSON keys of `road`."""

from typing import Annotated, TypedDict

from tracker.choices import MAP_STATES, STAGES, STRENGTHS, WEIGHTS
from tracker.curriculum.view.gates import GateData, gate_data
from tracker.curriculum.view.items import hours_number
from tracker.json_types import Day, HourRange
from tracker.readiness.rules.answers import RoadAnswer
from tracker.readiness.rules.road_map import RoadMap, RoadStep, RoadStop, StepChoice
from tracker.readiness.view.gaps_json import TotalData, hours_data, total_data
from tracker.readiness.view.ready_json import (
    RoleNameData,
    WeightCountsData,
    counts_data,
    role_data,
)


class AskedData(TypedDict):
    """A requirement at the end of the road."""

    slug: str
    weight: Annotated[str, WEIGHTS]
    any_of: str | None
    strength: Annotated[str, STRENGTHS]


class OtherItemData(TypedDict):
    """An item that can be done instead of a step."""

    item: str
    title: str
    url: str | None
    hours: HourRange
    gate: GateData | None


class ChoiceData(TypedDict):
    """The group that a step was chosen from; `choose` of its items are enough."""

    title: str
    choose: int
    others: list[OtherItemData]


class StepOnRoadData(TypedDict):
    """An item on the way to a stop."""

    item: str
    title: str
    url: str | None
    track: str
    state: Annotated[str, MAP_STATES]
    spent: float
    hours: HourRange
    gate: GateData | None
    choice: ChoiceData | None
    requires: list[str]


class StopData(TypedDict):
    """A milestone on the road: the hours `spent`, and those left."""

    slug: str
    title: str
    stage: Annotated[str, STAGES]
    track: str
    weight: Annotated[str, WEIGHTS]
    state: Annotated[str, MAP_STATES]
    requirements: list[str]
    leads_to: list[str]
    after: list[str]
    day: Day | None
    spent: float
    hours: HourRange
    hours_known: bool
    how: str | None
    instead: list[str]
    steps: list[StepOnRoadData]


class RoadMapData(RoleNameData, WeightCountsData):
    """A map: its stops in order, and the requirements at its end."""

    requirements: list[AskedData]
    named: list[str]
    stops: list[StopData]
    tracks: dict[str, str]
    all_musts: TotalData | None


class RoadData(RoadMapData):
    """The road to a role on a day."""

    as_of: Day


def road_data(answer: RoadAnswer) -> RoadData:
    """`road`: the map, and its day."""
    return {"as_of": answer.today.isoformat(), **road_map_data(answer.road)}


def road_map_data(road: RoadMap) -> RoadMapData:
    """The keys of a map."""
    readiness = road.readiness
    lines = readiness.lines
    return {
        **role_data(readiness),
        **counts_data(readiness),
        "requirements": [
            {
                "slug": line.requirement.slug,
                "weight": line.requirement.weight,
                "any_of": line.requirement.any_of,
                "strength": line.strength.key,
            }
            for line in lines
        ],
        "named": list(road.named),
        "stops": [_stop_data(stop) for stop in road.stops],
        "tracks": road.tracks,
        "all_musts": total_data(road.total) if road.total else None,
    }


def _stop_data(stop: RoadStop) -> StopData:
    return {
        "slug": stop.slug,
        "title": stop.title,
        "stage": stop.stage,
        "track": stop.track,
        "weight": stop.weight,
        "state": stop.state,
        "requirements": list(stop.requirements),
        "leads_to": list(stop.leads_to),
        "after": list(stop.after),
        "day": stop.day.isoformat() if stop.day else None,
        "spent": hours_number(stop.spent),
        "hours": hours_data(stop.hours),
        "hours_known": stop.has_known_hours,
        "how": stop.how or None,
        "instead": list(stop.instead),
        "steps": [_step_data(step) for step in stop.steps],
    }


def _step_data(step: RoadStep) -> StepOnRoadData:
    return {
        "item": step.item,
        "title": step.title,
        "url": step.url,
        "track": step.track,
        "state": step.state,
        "spent": hours_number(step.spent),
        "hours": hours_data(step.hours),
        "gate": gate_data(step.gate) if step.gate else None,
        "choice": _choice_data(step.choice) if step.choice else None,
        "requires": list(step.requires),
    }


def _choice_data(choice: StepChoice) -> ChoiceData:
    others: list[OtherItemData] = [
        {
            "item": each.slug,
            "title": each.title,
            "url": each.url,
            "hours": hours_data(each.hours),
            "gate": gate_data(each.gate) if each.gate else None,
        }
        for each in choice.others
    ]
    return {"title": choice.title, "choose": choice.number, "others": others}
