"""The first screens, before the first hour: how to start, and what is recorded."""

import re
from collections.abc import Iterator, Sequence

from tracker.plans.rules.week import Week
from tracker.plans.rules.week_record import FirstRecord
from tracker.plans.view.week_plans import plan_lines
from tracker.plans.view.week_steps import step_lines
from tracker.text.amounts import say_hours
from tracker.text.columns import wrap
from tracker.text.screen import SCREEN, USUAL
from tracker.text.tables import table

MOST_NAMES = 4
# What stands before an explanation: two blanks or more after a word, `tracker known  `.
_BESIDE = r"(?<=\S)\s{2,}(?! *tracker)(?=\S)"
FIRST_STEPS = """Nothing logged yet. Three ways to start:
  tracker log fastai 1h30m             log today's study
  tracker import toggl.csv --dry-run   bring your history (writes nothing)
  tracker target research-contributor-empirical
                                       choose a role
Two minutes well spent: tracker known  say what you can do already
To look around first, without touching your data: tracker demo"""


def first_day_text(week: Week) -> str:
    """What is recorded, what to do first, and how to log it."""
    if week.record.is_empty and not week.planned:
        return _first_steps()
    lines = [
        "Nothing logged yet.",
        *_record_lines(week.record),
        *plan_lines(week.planned, week.today),
        *step_lines(week.steps),
        table(first_commands(week), "l", indent=2),
    ]
    return "\n".join(lines)


def _first_steps() -> str:
    """Each explanation beside its command, or below it on a narrow terminal."""
    if SCREEN.columns >= USUAL:
        return FIRST_STEPS
    return re.sub(_BESIDE, "\n      ", FIRST_STEPS)


def _record_lines(record: FirstRecord) -> Iterator[str]:
    if record.target:
        yield wrap(f"Target: {record.target}.")
    for head, names in (
        ("Done", record.done),
        ("In progress", record.in_progress),
        ("Rated", record.ratings),
    ):
        if names:
            yield wrap(f"{head}: {_say_names(names)}.")
    if record.recalled:
        yield f"From memory: {say_hours(record.recalled)}, not counted in any total."


def _say_names(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - MOST_NAMES
    shown = list(names[:MOST_NAMES])
    return ", ".join([*shown, f"{more} more"] if more > 0 else shown)


def first_commands(week: Week) -> list[tuple[str, str]]:
    """What to type first; `target` and `known` only while they have nothing."""
    item = week.steps.item
    rows = []
    if item:
        look = "open" if item.url else "show"
        rows.append((f"tracker {look} {item.slug}", "begin with it"))
    log = f"tracker log {item.slug if item else 'fastai'} 1h30m"
    rows.append((log, "log today's study"))
    rows.append(
        ("tracker import toggl.csv --dry-run", "bring your history (writes nothing)")
    )
    if not week.record.target:
        rows.append(("tracker target", "choose a role"))
    elif not week.record.done:
        rows.append(("tracker known", "say what you can do already"))
    rows.append(("tracker next", "see more to do next"))
    return rows
