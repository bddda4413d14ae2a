"""Labels in a line of a log kept by hand: `Date: 1.2.2026`, `fastai: 2h`."""

import re

from tracker.imports.formats.diary_time import (
    Span,
    is_length,
    leading_range,
    leading_span,
)
from tracker.imports.formats.headers import is_not_worked, part_of, plain_header
from tracker.imports.formats.length_columns import LENGTHS
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.dates import is_plausible, read_numbers
from tracker.imports.rules.lengths import bare_number, read_length
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


def without_emphasis(text: str) -> str:
    """A text without the signs for bold, slanted and code."""
    return _EMPHASIS.sub("", text)


def read_label(text: str) -> tuple[str, Span | None] | None:
    """The day of `Date: 1.2.2026`, or the span of `Time: 2 h`, `Hours: 3`."""
    label = _LABEL.fullmatch(text)
    part = part_of(label[1]) if label else ""
    if not label or is_sum_name(label[1]):
        return None
    if part == "day" and is_plausible(read_numbers(label[2])):
        return label[2], None
    if part == "time" or part in LENGTHS:
        if (span := leading_range(label[2])) and not span.note:
            return "", span
        length = (
            f"{label[2]} {LENGTHS.get(part) or 'h'}"
            if bare_number(label[2]) is not None
            else label[2]
        )
        if is_length(length) or (
            part in LENGTHS and read_length(length, "") is not None
        ):
            return "", Span(length)
    return None


def read_labels(text: str) -> tuple[str, Span | None] | None:
    """The day, which may be blank, and the span of several labels.

    `Date: 1.2.2026 Time: 2 h What: reading`.
    """
    labels = list(_LABELS.finditer(text))
    if len(labels) < 2:
        return None
    ends = [*(label.start() for label in labels[1:]), len(text)]
    parts = {
        part_of(label[1]): text[label.end() : end].strip(BETWEEN)
        for label, end in zip(labels, ends, strict=True)
    }
    length = next((parts[part] for part in ("time", *LENGTHS) if part in parts), "")
    if (
        "day" not in parts
        or not length
        or (parts["day"] and not is_plausible(read_numbers(parts["day"])))
    ):
        return None
    span = leading_span(length)
    return (
        (
            parts["day"],
            span._replace(note=f"{span.note} {text[labels[-1].start() :]}".strip()),
        )
        if span
        else None
    )


def read_named(text: str, *, whole: bool) -> Span | None:
    """The name and the span of `fastai: 2h`, `ppo: 45 min reading`.

    `whole`: only if nothing follows the span.
    """
    label = _LABEL.fullmatch(text)
    if not label or not is_name(label[1]):
        return None
    span = leading_span(label[2])
    return span._replace(name=label[1]) if span and not (whole and span.note) else None


def is_name(text: str) -> bool:
    """Whether a text may be a project: no sum, plan, break, period or part."""
    words = plain_header(text).split()
    other = (
        is_sum_name(text)
        or is_not_worked(words)
        or PERIOD.search(text)
        or part_of(text) not in ("", "project")
    )
    return not other and not any(
        is_weekday(word) or month_of(word) for word in words[:1]
    )


def read_note(line: str) -> str:
    """The note on the entry before in a line with a label: `What: reading`."""
    label = _LABEL.fullmatch(without_emphasis(line).strip())
    return (
        label[2].strip()
        if label and not is_sum_name(label[1]) and not leading_span(label[2])
        else ""
    )
