"""Labels in a line of a log kept by hand: `Date: 1.2.2026`, `fastai: 2h`."""

import re
from typing import NamedTuple

from tracker.imports.formats.headers import (
    is_not_worked,
    part_of,
    plain_header,
    split_plain_words,
)
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.months import is_weekday, month_of
from tracker.imports.rules.signs import simplify_signs

# A label and what follows: `Date: 1.2.2026`, `fastai: 2h`, not `9:30`.
_LABEL = re.compile(r"([^\W\d][\w ()/+&-]{0,30}?)\s*(?:(?<!\d):|:(?!\d))\s*")
# The next label inside a text: `Time:`, `What :`.
_NEXT_LABEL = re.compile(r"(?<!\S)([^\W\d]\w*) ?:(?!\d)")
# A word for a period of several days: `week`, `sprint`, `w/c`.
PERIOD = re.compile(r"\b(?:week|viikko|vko|woche|sprint|w/c)\b", re.IGNORECASE)
BETWEEN = (
    " \t:,;|\u2013\u2014-=\u00d0"  # the last is a dash of old Macs in Windows-1252
)
# Words and signs of plans, beside those that no length of work has in a header.
_PLANS = frozenset(
    split_plain_words(
        "plans goals targets todos tasks backlog upcoming later wishlist planung geplant"
        " ziele ziel aufgaben suunnitelma tavoitteet objectifs objetivos planes metas"
        " 予定 計画 目標 计划 目标 待办 계획 목표 할일"
    )
)
_WITH_PLANS = frozenset(
    split_plain_words(
        "to do my the a for of this week weeks day days month s up steps time log"
        " study weekly daily monthly and tomorrow"
    )
)


class Label(NamedTuple):
    """A label in a line and the text after it, up to the next label or the end."""

    name: str
    value: str

    @property
    def part(self) -> str:
        """The part of an entry that it names; empty for none."""
        return "" if is_sum_name(self.name) else part_of(self.name)


def split_label(text: str) -> Label | None:
    """The label that a text begins with, and all that follows."""
    match = _LABEL.match(simplify_signs(text))
    return Label(text[: match.end(1)], text[match.end() :].strip()) if match else None


def split_labels(text: str) -> list[Label]:
    """Several labels in a line: `Date: 1.2.2026 Time: 2 h What: reading`."""
    matches = list(_NEXT_LABEL.finditer(simplify_signs(text)))
    ends = [*(match.start() for match in matches), len(text)][1:]
    return [
        Label(match[1], text[match.end() : end].strip(BETWEEN))
        for match, end in zip(matches, ends, strict=True)
    ]


def is_name(text: str) -> bool:
    """Whether a text may be a project: no sum, plan, break, period or part."""
    return not is_of_others(text) and part_of(text) in ("", "project")


def is_of_others(text: str) -> bool:
    """Whether a text names a sum, a plan, a break, a period or a day of the week."""
    words = plain_header(text).split()
    if is_sum_name(text) or is_not_worked(words) or PERIOD.search(text):
        return True
    return any(is_weekday(word) or month_of(word) for word in words[:1])


def is_plan(text: str) -> bool:
    """Whether a heading is of plans: `Plan`, `TODO`, `Next week`, `Goals for tomorrow`."""
    words = plain_header(text).split()
    others = [word for word in words if word not in _WITH_PLANS]
    if words in (["to", "do"], ["tomorrow"]):
        return True
    return bool(others) and all(
        word in _PLANS or is_not_worked([word]) for word in others
    )
