"""What a text can be: an amount, a range, a point in time, a day."""

import re
from collections.abc import Iterator

from tracker.journal.rules.pieces import LocalMoment
from tracker.text.amounts import is_amount
from tracker.text.days import parse_day
from tracker.text.ranges import split_range
from tracker.text.readable import is_readable
from tracker.text.stretches import parse_stretch
from tracker.text.times import parse_point

# What is read together with the words after it, by what these are.
BEFORE = {
    "amount": ("for ",),
    "times": ("from ",),
    "start": ("at ", "from "),
    "end": ("until ", "till "),
}
_DATE = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}t)?"
# A point in time without a word before it: `18:00`, `yesterday 9pm`, `noon`, `1h ago`,
# `2026-11-01t18:00`; but no year, `2017`.
_POINT = (
    rf"(?>(?:.* )?{_DATE}[0-9]{{1,2}}:[0-9]{{2}}).*"
    rf"|(?:.* )?(?:{_DATE}[0-9]{{1,2}} ?[ap]m|noon|midday)|midnight|.* ago|now"
)
# What an amount has in it that could be a day or a time too: `13.5`, `1:30`.
_ALSO_DAY = r"[.,/:-]"
# What looks like a time: `90`, `-1h`, `.5`, `9-5`, `foo-10:00`.
_LIKE_TIME = r"[+\-\u2212.:]?[0-9].*|(?>.*[0-9]:[0-9]).*"


def kinds_of(text: str, moment: LocalMoment) -> Iterator[str]:
    """What `text` can be: the names of fields of TypedWords."""
    text, now, today = text.casefold(), moment.now, moment.today
    if _is_length(without_before("amount", text), moment):
        yield "amount"
        if not re.search(_ALSO_DAY, text):  # saves half the time of `log fastai 1h`
            return
    if is_readable(split_range, without_before("times", text), now, today, None):
        yield "times"
    for kind in ("start", "end"):
        point = without_before(kind, text)
        if point != text and is_readable(parse_point, point, now, today):
            yield kind
    if re.fullmatch(_POINT, text) and is_readable(parse_point, text, now, today):
        yield "point"
    if is_readable(parse_day, text, today):
        yield "day"


def _is_length(text: str, moment: LocalMoment) -> bool:
    """Whether a text is an amount, and not rather a time of day, as `20:15` is."""
    if not is_amount(text) or ":" not in text:
        return is_amount(text)
    return is_readable(parse_stretch, text, moment.now, moment.today, moment.zone)


def without_before(kind: str, text: str) -> str:
    """`18:00` of the start `at 18:00`."""
    before = (word for word in BEFORE.get(kind, ()) if text.casefold().startswith(word))
    return text[len(next(before, "")) :]


def is_like_time(text: str) -> bool:
    """Whether a text that could not be read was probably meant as a time."""
    return re.fullmatch(_LIKE_TIME, text) is not None
