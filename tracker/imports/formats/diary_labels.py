"""Labels in a line of a log kept by hand: `Date: 1.2.2026`, `fastai: 2h`."""

import re
from collections.abc import Set
from typing import NamedTuple

from tracker.imports.formats.headers import (
    is_not_worked_word,
    part_of,
    plain_header,
    split_plain_words,
)
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.months import is_weekday, month_of
from tracker.imports.rules.signs import simplify_signs

# A label and what follows: `Date: 1.2.2026`, `fastai: 2h`, not `9:30`.
_LABEL = re.compile(r"([^\W\d][\w ()/+&-]{0,30}?)\s*(?:(?<!\d):|:(?!\d)):?\s*")
# The next label inside a text: `Time:`, `What :`.
_NEXT_LABEL = re.compile(r"(?<!\S)([^\W\d]\w*) ?:(?!\d)")
# A word for a period of several days: `week`, `sprint`, `w/c`.
PERIOD = re.compile(r"\b(?:week|viikko|vko|woche|sprint|w/c)\b", re.IGNORECASE)
BETWEEN = (
    " \t:,;|\u2013\u2014-=\u00d0"  # the last is a dash of old Macs in Windows-1252
)
# Words of breaks, of what is taken off and of what was not done, besides headers'.
_BREAKS = frozenset(
    split_plain_words(
        "nap rest minus less abzgl abzüglich moins cancelled canceled skipped missed"
        " abgesagt ausgefallen annulé cancelado peruttu inställt odwołane отменено 取消"
    )
)
# Words that say so of a length wherever they stand: `planned reading`, `temps estimé`.
_PLANNED = frozenset(
    split_plain_words(
        "planned estimate estimated est expected remaining left geplant geplante"
        " suunniteltu prévu prévue estimé estimée previsto prevista estimado 予定 预计 예상"
    )
)
# Words of headings of plans, besides those.
_PLANS = frozenset(
    split_plain_words(
        "to do upcoming backlog tasks later wishlist schedule timetable aufgaben metas"
        " planes планы 待办 할일"
    )
)
# Words that begin the name of a sum: `Total study time`.
_TOTALS = split_plain_words(
    "total totals overall gesamt insgesamt yhteensä totalt razem"
)
# Words that may stand beside these: `Next week`, `Goals for tomorrow`, `Study plan`.
_BESIDE = frozenset(
    split_plain_words(
        "my the a for of this week weeks day days month s up steps time hours log"
        " study weekly daily monthly and was ist in session sessions today temps tempo"
        " tiempo zeit aika tid für morgen pour para"
    )
)
LONGEST_PLAN = 40


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
    if is_sum_name(text) or is_plan(text) or PERIOD.search(text):
        return True
    first = words[0] if words else ""
    is_other = is_weekday(first) or month_of(first) or first in _TOTALS
    return bool(is_other) or not _PLANNED.isdisjoint(words)


def is_plan(text: str) -> bool:
    """Whether a heading is of plans or a break, and of nothing else.

    `Plan`, `TODO`, `Next week`, `Goals for tomorrow`, `lunch break`; not `Plan a talk`.
    """
    return _is_all(text, _PLANS | _BREAKS)


def is_no_work(text: str) -> bool:
    """Whether a note says that its length was no work: `lunch`, not `planning`."""
    plain = plain_header(text)
    is_all = _is_all(text, _BREAKS) and plain not in ("planning", "planung")
    return is_all or plain in ("to go", "still to go", "still to do")


def has_break(text: str) -> bool:
    """Whether a text has a word of a break: `abzgl. Pause`."""
    words = plain_header(text).split()
    return not _BREAKS.isdisjoint(words) or "break" in map(part_of, words)


def _is_all(text: str, words: Set[str]) -> bool:
    """Whether a text has words of no work or of `words`, and but for those beside none.

    Digits may stand beside a period: `4-week schedule`.
    """
    has_digits = any(map(str.isdigit, text)) and not PERIOD.search(text)
    if len(text) > LONGEST_PLAN or has_digits:
        return False
    plain_words = plain_header(text).split()
    others = [word for word in plain_words if not (word in _BESIDE or word.isdigit())]
    return bool(others) and all(
        word in words or is_not_worked_word(word) for word in others
    )
