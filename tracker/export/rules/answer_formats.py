"""What a field takes that is no text: a number, a day, yes or no, an address."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tracker.export.rules.forms import Field

# How a format begins: `number`, `whole number, at least 500`, `US dollars`.
_NUMBER = r"(?:whole )?(?:number|US dollars)\b"
# `date`, `date, at most 6 weeks after posting`; not `dates`.
_DATE = r"date\b"
_YES_NO = r"yes/no\b"
# Formats that take no text: `choice: public or private`, `ticks`, `file`, `dates`.
_NO_TEXT = re.compile(
    rf"choices?\b|ticks?\b|files?\b|dates\b|{_NUMBER}|{_DATE}|{_YES_NO}"
)
# `18000`, `18,000.50`, `$18 000`, `18.000 USD`.
_A_NUMBER = re.compile(r"[$€£]? ?\d[\d ,.']*(?:USD|EUR|GBP|[$€£])?")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# `2026-12-01`, `1/12/2026`, `1 Dec 2026`, `December 1st, 2026`, `Dec 2026`.
_A_DATE = re.compile(
    r"\d{4}-\d\d-\d\d.*|\d{1,2}[./-]\d{1,2}[./-]\d{4}"
    rf"|(?:\d{{1,2}}[a-z]* )?{_MONTH} (?:\d{{1,2}}[a-z]*,? )?\d{{4}}",
    re.IGNORECASE,
)
# `Yes`, `no, nobody`.
_A_YES_OR_NO = re.compile(r"(?:yes|no)\b.*", re.IGNORECASE | re.DOTALL)
# `https://ada.example/cv`, `git.example/ada`.
_A_LINK = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")


class AnswerFormat(NamedTuple):
    """How a format `begins`, whether an answer is right, and what it takes instead."""

    begins: str
    is_right: Callable[[str], object]
    expected: str


def _has_links(text: str) -> bool:
    """Whether each line has an address: `LinkedIn: https://linkedin.example/ada`."""
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return all(any(map(_A_LINK.fullmatch, words)) for words in lines)


_FORMATS = (
    AnswerFormat(_NUMBER, _A_NUMBER.fullmatch, "a number, such as 18000"),
    AnswerFormat(_DATE, _A_DATE.fullmatch, "a date, such as 2026-12-01"),
    AnswerFormat(_YES_NO, _A_YES_OR_NO.fullmatch, "true or false"),
    AnswerFormat(
        r"(?:link|one address)\b",
        _A_LINK.fullmatch,
        "a link, such as https://ada.example",
    ),
    AnswerFormat(
        r"links\b", _has_links, "a link on each line, such as https://ada.example"
    ),
)


def takes_text(field: Field) -> bool:
    """Whether a field takes text, which has a length, or an address."""
    return _NO_TEXT.match(field.format or "") is None


def expected_format(field: Field, answer: str) -> str | None:
    """What a field expects instead of this answer; None where it may be right."""
    for known in _FORMATS:
        if re.match(known.begins, field.format or ""):
            return None if known.is_right(answer.strip()) else known.expected
    return None
