"""Labels in a line of a log kept by hand: `Date: 1.2.2026`, `Hours: 3`, `fastai: 2h`, or several in one line."""

import re

from tracker.imports.formats.diary_time import Span, clocks, is_length, leading
from tracker.imports.formats.headers import no_length, part_of, plain_header
from tracker.imports.formats.length_columns import LENGTHS
from tracker.imports.formats.sum_rows import is_sum
from tracker.imports.rules.dates import plausible, read_written
from tracker.imports.rules.lengths import bare, read_length
from tracker.imports.rules.months import is_weekday, month_of

# Signs of bold, slanted and code: `**`, backticks, `_` at the edge of a word.
_EMPHASIS = re.compile(r"[*`]+|(?<![^\W_])_+|_+(?![^\W_])")
# A label inside a text: `Date:`, `Time :`.
_LABELS = re.compile(r"([^\W\d]\w*) ?:")
# A label and what follows: `Date: 1.2.2026`, `fastai: 2h`.
_LABEL = re.compile(r"([^\W\d][\w ()/]{0,30}?)\s*(?:(?<!\d):|:(?!\d))\s*(\S.*)")
# A word for a period of several days: `week`, `sprint`, `w/c`.
PERIOD = re.compile(r"\b(?:week|viikko|vko|woche|sprint|w/c)\b", re.IGNORECASE)
BETWEEN = (
    " \t:,;|\u2013\u2014-=Ð"  # the last is a dash of old Macs, read as Windows-1252
)


def unmarked(text: str) -> str:
    """A text without the signs that make words bold or slanted."""
    return _EMPHASIS.sub("", text)


def labelled(text: str) -> tuple[str, Span | None] | None:
    """`Date: 1.2.2026`, `Time: 2 h`, `Hours: 3`: a day, or a length that is all there is."""
    label = _LABEL.fullmatch(text)
    part = part_of(label[1]) if label else ""
    if not label or is_sum(label[1]):
        return None
    if part == "day" and plausible(read_written(label[2])):
        return label[2], None
    if part == "time" or part in LENGTHS:
        if (found := clocks(label[2])) and not found.note:
            return "", found
        said = (
            f"{label[2]} {LENGTHS.get(part) or 'h'}"
            if bare(label[2]) is not None
            else label[2]
        )
        if is_length(said) or (part in LENGTHS and read_length(said, "") is not None):
            return "", Span(said)
    return None


def listed(text: str) -> tuple[str, Span | None] | None:
    """`Date: 1.2.2026 Time: 2 h What: reading`, where the day may be left blank."""
    found = list(_LABELS.finditer(text))
    if len(found) < 2:
        return None
    ends = [*(each.start() for each in found[1:]), len(text)]
    parts = {
        part_of(each[1]): text[each.end() : end].strip(BETWEEN)
        for each, end in zip(found, ends, strict=True)
    }
    length = next((parts[part] for part in ("time", *LENGTHS) if part in parts), "")
    if (
        "day" not in parts
        or not length
        or (parts["day"] and not plausible(read_written(parts["day"])))
    ):
        return None
    span = leading(length)
    return (
        (
            parts["day"],
            span._replace(note=f"{span.note} {text[found[-1].start() :]}".strip()),
        )
        if span
        else None
    )


def named(text: str, *, whole: bool) -> Span | None:
    """`fastai: 2h`, `ppo: 45 min reading`: a name, and how long; `whole`: nothing comes after that."""
    label = _LABEL.fullmatch(text)
    if not label or not is_name(label[1]):
        return None
    span = leading(label[2])
    return span._replace(name=label[1]) if span and not (whole and span.note) else None


def is_name(text: str) -> bool:
    """Whether a text may name what was done: no sum, plan, break, period, or part of an entry."""
    words = plain_header(text).split()
    other = (
        is_sum(text)
        or no_length(words)
        or PERIOD.search(text)
        or part_of(text) not in ("", "project")
    )
    return not other and not any(
        is_weekday(word) or month_of(word) for word in words[:1]
    )


def note_line(line: str) -> str:
    """What a line with a label says of the entry before it."""
    label = _LABEL.fullmatch(unmarked(line).strip())
    return (
        label[2].strip()
        if label and not is_sum(label[1]) and not leading(label[2])
        else ""
    )
