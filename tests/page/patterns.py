"""What reads as a number, a day or an amount on a page."""

import re
from collections.abc import Iterator

from tracker.text.month_days import MONTH_NAMES

_MONTH = "|".join(MONTH_NAMES)
# `Mon 23 Nov 2026`, `23 Nov`, `23 Nov 2026`
DAY = re.compile(rf"(?:\b(\w{{3}}) )?\b(\d\d?) ({_MONTH})\b(?: (\d{{4}})\b)?")
# `Nov 2026`
MONTH = re.compile(rf"\b({_MONTH}) (\d{{4}})\b")
# `2026-11-23`
ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
# `177h02m`, `45m`
AMOUNT = re.compile(r"\b(?:\d+h\d\d|\d+)m\b")
# `about 40 h`, `1.5 h`, `1,370 h`, and the lower ends of `200-400 h`, `91 - 106 - 127 h`
HOURS = re.compile(r"\b((?:[\d.,]*\d ?- ?)*[\d.,]*\d) h\b")
# `1 of 4 shown, 1 claimed, 2 open`
COUNTS = re.compile(r"(\d+) of (\d+) shown, (\d+) claimed, (\d+) open")
# `5 times in 10`, `expected: 8 in 10`
ODDS = re.compile(r"\b(\d+) (?:times? )?in 10\b")
# `in 66 days`, `5 days late`, `39 weeks ago`
SPAN = re.compile(r"\b(\d+) (day|week)s?\b")
# `12 and 24 Feb 2027`, `1-23 Nov`: the first day is of the same month
SHORT = re.compile(rf"\b(\d\d?)(?=(?: and | to |-)\d\d?( (?:{_MONTH})(?: \d{{4}})?)\b)")
# `96%`
PERCENT = re.compile(r"\b(\d+)%")
# A day of the calendar, which is compared as a whole: `Mon 23 Nov 2026: 45m`
CALENDAR = re.compile(rf"\w{{3}} \d\d? (?:{_MONTH}) \d{{4}}: .+")
# `18,000`, `3.31`
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# What a pattern finds is not looked at by those after it.
ORDER = (DAY, MONTH, ISO_DAY, AMOUNT, HOURS, COUNTS, ODDS, SPAN, PERCENT, NUMBER)


def find_numbers(text: str) -> Iterator[re.Match[str]]:
    """All that reads as a number of any kind."""
    for pattern in ORDER:
        yield from pattern.finditer(text)
