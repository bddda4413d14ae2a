"""Every number that a page says, walked back to a fact of its section."""

import re
from collections.abc import Callable
from typing import Any

from tests.conftest import ROOT
from tests.export.walk import ADDRESS
from tests.page.facts import Facts, read_facts
from tests.page.lines import PARTS, page_lines
from tests.page.patterns import (
    AMOUNT,
    CALENDAR,
    COUNTS,
    DAY,
    HOURS,
    ISO_DAY,
    MONTH,
    NUMBER,
    ODDS,
    ORDER,
    PERCENT,
    SHORT,
    SPAN,
)
from tracker.text.month_days import MONTH_NAMES

# `title = "MIT 18.06 Linear Algebra"`: a title of the curriculum that has a digit.
_TITLE = re.compile(r'^title = "(.*\d.*)"$', re.MULTILINE)
SEEDS = (path.read_text("utf-8") for path in sorted((ROOT / "seed").rglob("*.toml")))
_TITLES = sorted({title for seed in SEEDS for title in _TITLE.findall(seed)}, key=len)
# The longest first: it may have another in it.
TITLES = re.compile("|".join(map(re.escape, reversed(_TITLES))))
WEEKDAYS = frozenset(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])


def untraced(line: str, facts: Facts) -> list[str]:
    """The numbers of a line that are no fact of its section."""
    missing: list[str] = []
    rest = SHORT.sub(r"\1\2", ADDRESS.sub("", TITLES.sub("", line)))
    for pattern in ORDER:
        for found in pattern.finditer(rest):
            if found[0] not in facts.texts and not CHECKS[pattern](found, facts):
                missing.append(found[0])
        rest = pattern.sub(" ", rest)
    return missing


def _is_day(found: re.Match[str], facts: Facts) -> bool:
    weekday, day, month, year = found.groups()
    same = [
        fact
        for fact in facts.days
        if (str(fact.day), MONTH_NAMES[fact.month - 1]) == (day, month)
        and year in (None, str(fact.year))
    ]
    weekdays = {f"{fact:%a}" for fact in same}
    return bool(same) and (weekday not in WEEKDAYS or weekday in weekdays)


def _is_month(found: re.Match[str], facts: Facts) -> bool:
    months = {(MONTH_NAMES[fact.month - 1], str(fact.year)) for fact in facts.days}
    return found.groups() in months


def _are_hours(found: re.Match[str], facts: Facts) -> bool:
    numbers = found[1].replace(",", "").replace("-", " ").split()
    return any(set(numbers) <= hours for hours in facts.hours)


def _is_span(found: re.Match[str], facts: Facts) -> bool:
    weeks = {str(span // 7) for span in facts.spans}
    days = set(map(str, facts.spans))
    return found[1] in facts.others | (weeks if found[2] == "week" else days)


Check = Callable[[re.Match[str], Facts], bool]
CHECKS: dict[re.Pattern[str], Check] = {
    DAY: _is_day,
    MONTH: _is_month,
    ISO_DAY: lambda found, facts: found[0] in map(str, facts.days),
    AMOUNT: lambda found, facts: found[0] in facts.amounts,
    HOURS: _are_hours,
    COUNTS: lambda found, facts: found.groups() in facts.counts,
    ODDS: lambda found, facts: found[1] in facts.tenths,
    SPAN: _is_span,
    PERCENT: lambda found, facts: found[1] in facts.percents,
    NUMBER: lambda found, facts: found[0].replace(",", "") in facts.others,
}


def all_untraced(page: str, packet: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """The lines of a page with numbers that are no facts: section, line, numbers."""
    facts = {section: read_facts(packet, section) for section in PARTS}
    found = [
        (section, line, untraced(line, facts[section]))
        for section, line in page_lines(page)
        if not CALENDAR.fullmatch(line)
    ]
    return [line for line in found if line[2]]
