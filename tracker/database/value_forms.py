"""Texts with a form of their own that SQL cannot check."""

import json
import re
from collections.abc import Callable
from datetime import date

from tracker.database.tables import our_tables

# What each line of an application's plan has; its days are `due` and `said`.
_PLAN_KEYS = {"subject", "title", "due", "said", "because"}
# A phase of an experiment, seconds and a name: `180000 reading`.
_PHASE = re.compile("[0-9]{1,9} .+")


def _is_plan(text: str) -> bool:
    """Whether it is a list in JSON, of the lines that an application promised."""
    try:
        lines = json.loads(text)
        return all(line.keys() >= _PLAN_KEYS and _has_days(line) for line in lines)
    except (AttributeError, RecursionError, TypeError, ValueError):
        return False


def _has_days(line: dict[str, str]) -> bool:
    return all(date.fromisoformat(line[key]) for key in ("due", "said"))


def _are_phases(text: str) -> bool:
    return all(map(_PHASE.fullmatch, text.splitlines()))


def _is_table(text: str) -> bool:
    return text in {table.name for table in our_tables()}


# By table and column, whether a text has its form.
FORMS: dict[tuple[str, str], Callable[[str], bool]] = {
    ("application", "plan"): _is_plan,
    ("attempt", "phases"): _are_phases,
    ("change", "tbl"): _is_table,
}
