"""The lines of one stop of a road: its state, its hours, its steps and how to show it."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.choices import FOLDED_WEIGHT, WEIGHTS
from tracker.curriculum.view.gates import list_gate
from tracker.labels import MAP_STATE_LABELS, SHOWN, WEIGHT_LABELS
from tracker.readiness.rules.answers import RoadAnswer
from tracker.readiness.rules.hours import NO_HOURS, Hours
from tracker.readiness.rules.records import Requirement
from tracker.readiness.rules.road_map import RoadStep, RoadStop, StepChoice
from tracker.readiness.view.gaps import UNKNOWN_HOURS
from tracker.readiness.view.hour_columns import say_number
from tracker.text.amounts import say_amount
from tracker.text.columns import display_width, join_words, wrap
from tracker.text.days import say_day
from tracker.text.screen import SCREEN

# Before each stop and step, by its state; `none` pictures say all states in words.
MARKS = {"done": "[x]", "claimed": "[~]", "doing": "[>]", "next": "[+]", "open": "[ ]"}
GATE = "||"
STOP_INDENT, STEP_INDENT = 2, 6
# So many columns leave room for hours beside a title; no line is wider than `WIDEST`.
BESIDE_FROM, WIDEST = 64, 100
# More others are not named one by one.
MOST_OTHERS = 6


def stop_lines(stop: RoadStop, answer: RoadAnswer) -> Iterator[str]:
    """A stop with what it meets; below it its steps, and how to show it."""
    words = _stop_words(stop, answer.today)
    text = _say_stop(stop, answer)
    yield from _row(STOP_INDENT, stop.state, text, ", ".join(words))
    # An only step does not say again what its stop says.
    said = words if len(stop.steps) == 1 else ()
    for step in stop.steps:
        text = f"{step.title} ({step.item})"
        left = [each for each in _step_words(step) if each not in said]
        # Without marks, a state is always a word.
        words = left if SCREEN.signs.draws else [*_say_state(step.state), *left]
        yield from _row(STEP_INDENT, step.state, text, ", ".join(words))
        yield from _gate_lines(step)
        chosen = [each for each in stop.steps if each.choice == step.choice]
        if step.choice and step == chosen[-1]:
            yield from _choice_lines(step.choice, chosen)
    # What was reached on the way needs no showing; what only its skills claim does.
    is_unreached = stop.state == "claimed" and not stop.day
    if stop.how and (stop.hours != NO_HOURS or is_unreached):
        yield from _how_lines(stop)


def _row(indent: int, state: str, text: str, words: str) -> Iterator[str]:
    """A text after its mark, with words at the end of its first line, or below it."""
    mark = f"{MARKS[state]} " if SCREEN.signs.draws else ""
    lead = " " * indent + mark
    room = min(SCREEN.columns, WIDEST) - _below(indent)
    is_beside = words and SCREEN.columns >= BESIDE_FROM
    taken = display_width(words) + 2 if is_beside else 0
    first, *others = wrap(text, width=room - taken).split("\n")
    if is_beside:
        first += " " * (room - display_width(first) - display_width(words)) + words
    elif words:
        others += wrap(words, width=room).split("\n")
    yield lead + first
    yield from (" " * _below(indent) + line for line in others)


def _below(indent: int) -> int:
    """The blanks before a line below a row: as many as before the row's text, or two."""
    return indent + (len(MARKS["open"]) + 1 if SCREEN.signs.draws else 2)


def _say_stop(stop: RoadStop, answer: RoadAnswer) -> str:
    """`Basic deep learning, whole: dl-basics*`; `x* or y*` where either is enough."""
    asked = {
        line.requirement.slug: line.requirement for line in answer.road.readiness.lines
    }
    units = dict.fromkeys(asked[slug].unit for slug in stop.requirements)
    names = []
    for unit in units:
        either = [each for each in asked.values() if each.unit == unit]
        either.sort(key=lambda each: each.slug not in stop.requirements)
        names.append(join_words([_starred(each) for each in either], last="or"))
    weights = {asked[slug].weight for slug in stop.requirements}
    if names and stop.weight == WEIGHTS[0] and stop.weight not in weights:
        # What is required depends on it.
        names += [
            f"on the way to {_starred(asked[each])}" for each in stop.leads_to[:1]
        ]
    return f"{stop.title}: {', '.join(names)}" if names else stop.title


def _starred(asked: Requirement) -> str:
    is_marked = asked.weight == WEIGHTS[0] and SCREEN.signs.draws
    return f"{asked.slug}*" if is_marked else asked.slug


def _stop_words(stop: RoadStop, today: date) -> list[str]:
    """`45h10m logged, shown Wed 18 Mar`; `in progress, 107 h (91-127)`."""
    day = f" {say_day(stop.day, today)}" if stop.day else ""
    if stop.state == "done":
        return [*_say_spent(stop.spent), f"{SHOWN}{day}"]
    words = [*_say_state(stop.state), *_say_weight(stop)]
    if stop.state == "claimed":
        words = [*_say_spent(stop.spent), f"{MAP_STATE_LABELS[stop.state]}{day}"]
    if not stop.has_known_hours:
        words.append(UNKNOWN_HOURS)
    return [*words, *_say_left(stop.hours)]


def _step_words(step: RoadStep) -> list[str]:
    """`63h50m logged`; `in progress, 124h15m logged, 104 h (90-117)`."""
    return [
        *(_say_state(step.state) if SCREEN.signs.draws else ()),
        *_say_spent(step.spent),
        *_say_left(step.hours),
    ]


def _say_state(state: str) -> list[str]:
    """The state in a word, unless its mark says enough."""
    if SCREEN.signs.draws and state in ("done", "open"):
        return []
    return [MAP_STATE_LABELS[state]]


def _say_weight(stop: RoadStop) -> list[str]:
    """`expected`: the star and the heading say the others, unless there are no marks."""
    is_said = stop.weight in (WEIGHTS[0], FOLDED_WEIGHT) and SCREEN.signs.draws
    return [] if is_said else [WEIGHT_LABELS[stop.weight].lower()]


def _say_spent(seconds: int) -> list[str]:
    return [f"{say_amount(seconds)} logged"] if seconds else []


def _say_left(hours: Hours) -> list[str]:
    """`134 h (81-259)`, where anything is left."""
    if hours == NO_HOURS:
        return []
    low, likely, high = map(say_number, hours)
    return [f"{likely} h ({low}-{high})"]


def _gate_lines(step: RoadStep) -> Iterator[str]:
    if step.gate:
        barrier = f"{GATE} " if SCREEN.signs.draws else ""
        text = f"{barrier}needs {'. '.join(list_gate(step.gate))}."
        yield wrap(text, indent=_below(STEP_INDENT))


def _choice_lines(choice: StepChoice, steps: Sequence[RoadStep]) -> Iterator[str]:
    """How many are enough: `1 of 3 is enough: stat110, mitx-probability or x.`.

    Those of the map come first. Many others are where the items of their track are.
    """
    slugs = [*(step.item for step in steps), *(each.slug for each in choice.others)]
    enough = say_enough(choice)
    below = _below(STEP_INDENT)
    if len(choice.others) <= MOST_OTHERS:
        yield wrap(f"{enough}: {join_words(slugs, last='or')}.", indent=below)
        return
    command = f"tracker items --track {steps[0].track}"
    text = f"{enough}. For the others:"
    if below + display_width(command) <= SCREEN.columns:
        yield wrap(f"{text} {command}", indent=below)
    else:
        yield wrap(text, indent=below)
        yield f"  {command}"


def say_enough(choice: StepChoice) -> str:
    """`1 of 3 is enough`: as many as stand on the map, of these and the others."""
    is_or_are = "is" if choice.number == 1 else "are"
    count = choice.number + len(choice.others)
    return f"{choice.number} of {count} {is_or_are} enough"


def _how_lines(stop: RoadStop) -> Iterator[str]:
    """How to show it; a command on a line of its own."""
    if stop.how.startswith("tracker "):
        yield f"  {stop.how}"
    else:
        yield wrap(stop.how, indent=_below(STOP_INDENT))
