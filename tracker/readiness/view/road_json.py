"""The JSON keys of `road`."""

from tracker.curriculum.view.gates import gate_data
from tracker.curriculum.view.items import hours_number
from tracker.readiness.rules.answers import RoadAnswer
from tracker.readiness.rules.road_map import RoadMap, RoadStep, RoadStop, StepChoice
from tracker.readiness.view.gaps_json import hours_data, total_data
from tracker.readiness.view.ready_json import counts_data, role_data
from tracker.readiness.view.role_json import Data


def road_data(answer: RoadAnswer) -> Data:
    """`road`: the map, and its day."""
    return {"as_of": answer.today.isoformat(), **road_map_data(answer.road)}


def road_map_data(road: RoadMap) -> Data:
    """A map: its stops in order, and the requirements at its end with their strengths.

    `spent` are hours; `hours` are those left, low, likely and high.
    """
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


def _stop_data(stop: RoadStop) -> Data:
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


def _step_data(step: RoadStep) -> Data:
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


def _choice_data(choice: StepChoice) -> Data:
    others = [
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
