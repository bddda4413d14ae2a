"""`road` as text: the stops of the road by stage, and the role at its end."""

from collections.abc import Iterator, Sequence

from tracker.choices import FOLDED_WEIGHT, MAP_STATES, WEIGHTS
from tracker.labels import (
    CLAIMED,
    MAP_STATE_LABELS,
    OPEN,
    SHOWN,
    STAGE_LABELS,
    WEIGHT_LABELS,
)
from tracker.readiness.rules.answers import RoadAnswer
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.road_map import RoadMap, RoadStop
from tracker.readiness.view.gaps import HELPFUL_HEADING
from tracker.readiness.view.ready import (
    role_name,
    say_count_label,
    say_counts,
    say_full_day,
    say_part,
    title_line,
    variant_lines,
)
from tracker.readiness.view.required_total import NO_PROMISE, say_required
from tracker.readiness.view.road_rows import MARKS, WIDEST, stop_lines
from tracker.text.columns import flow, join_words, wrap
from tracker.text.screen import SCREEN

# So many stops are named at the top.
MOST_NAMED = 2
REQUIRED = "* required"
HOURS_LEFT = (
    "Hours left are likely (low-high), after the rows above. "
    "A milestone's include showing it."
)


def road_text(answer: RoadAnswer) -> str:
    """Where one is and what is next; the stops by stage; what the role asks for."""
    road = answer.road
    day = f"as of {say_full_day(answer.today)}"
    lines = [
        title_line(road.readiness, day, WIDEST),
        *variant_lines(road.readiness),
        *_position_lines(road),
        *_legend_lines(road),
    ]
    for band, stops in road.bands():
        if band == FOLDED_WEIGHT and not answer.show_all:
            lines += _folded_lines(stops, answer)
            continue
        lines.append(STAGE_LABELS.get(band, HELPFUL_HEADING))
        for stop in stops:
            lines += stop_lines(stop, answer)
    return "\n".join([*lines, *_end_lines(answer)])


def _position_lines(road: RoadMap) -> Iterator[str]:
    """`Required: 1 of 4 shown, ...`; the stops in progress, and those that are next."""
    counts = say_counts(road.readiness.counts(WEIGHTS[0]))
    yield wrap(say_count_label(WEIGHTS[0]) + counts)
    for state, stops in road.heads():
        titles = [stop.title for stop in stops[:MOST_NAMED]]
        if len(stops) > MOST_NAMED:
            titles.append(f"{len(stops) - MOST_NAMED} more")
        yield wrap(f"{MAP_STATE_LABELS[state].capitalize()}: {'; '.join(titles)}.")


def _legend_lines(road: RoadMap) -> Iterator[str]:
    """What the marks say, where there are any."""
    states = {stop.state for stop in road.stops}
    states |= {step.state for stop in road.stops for step in stop.steps}
    if SCREEN.signs.draws:
        marks = [f"{MARKS[s]} {MAP_STATE_LABELS[s]}" for s in MAP_STATES if s in states]
        yield flow([*marks, REQUIRED])
    yield wrap(HOURS_LEFT)


def _folded_lines(stops: Sequence[RoadStop], answer: RoadAnswer) -> Iterator[str]:
    """What is only helpful, by its requirements, and the command that lists it."""
    slugs = [slug for stop in stops for slug in stop.requirements]
    yield wrap(f"{HELPFUL_HEADING}: {', '.join(slugs) or len(stops)}")
    yield f"  tracker road{answer.role_words} --all"


def _end_lines(answer: RoadAnswer) -> Iterator[str]:
    """The role at the end of the road: its requirements, and what all required take."""
    road = answer.road
    yield f"{role_name(road.readiness)} asks for"
    for weight in WEIGHTS:
        text = _say_requirements(road.readiness, weight)
        if text:
            yield wrap(f"{WEIGHT_LABELS[weight]}: {text}.", indent=2)
    if road.total:
        sentences = say_required(road.readiness, road.total)
        yield wrap(" ".join([*sentences, NO_PROMISE]))
    if road.readiness.unmet_lines():
        yield "What is missing, and how to show it:"
        yield f"  tracker gaps{answer.role_words}"


def _say_requirements(readiness: Readiness, weight: str) -> str:
    """`1 shown: dl-basics; 1 claimed: programming; 2 open: taste, x or y`."""
    units: dict[str, list[RequirementLine]] = {}
    for line in readiness.lines:
        if line.requirement.weight == weight:
            units.setdefault(line.requirement.unit, []).append(line)
    by_label: dict[str, list[str]] = {SHOWN: [], CLAIMED: [], OPEN: []}
    for lines in units.values():
        names = join_words([line.requirement.slug for line in lines], last="or")
        best = max(line.strength for line in lines)
        by_label[say_part(best)].append(names)
    parts = [
        f"{len(names)} {label}: {', '.join(names)}"
        for label, names in by_label.items()
        if names
    ]
    return "; ".join(parts)
