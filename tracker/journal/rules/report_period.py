"""Which days a report or a list of sessions is about."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.periods import Period, month_of, parse_period, week_of, year_of

_HINT = "Type the period once, like oct, last week, --month or --since 2026-11-02."
_PERIODS: dict[str, Callable[[date], Period]] = {
    "day": lambda day: Period(day, day),
    "week": week_of,
    "month": month_of,
    "year": year_of,
    "all": lambda _: Period(None, None),
}
# The options that are a period of their own: `--day`, `--all`.
SPANS = tuple(_PERIODS)


class TypedFilter(NamedTuple):
    """What was typed to choose sessions.

    `words` name an item, a period, or both; `spans` are those of SPANS that were typed.
    """

    words: tuple[str, ...]
    spans: tuple[str, ...]
    period: Period | None
    since: date | None
    until: date | None
    track: str | None
    tag: str | None
    search: str | None

    @property
    def period_options(self) -> list[str]:
        """The options typed that are a period; those of one period together."""
        options = [f"--{span}" for span in self.spans]
        options += ["--since --until"] if self.since or self.until else []
        return options + (["--period"] if self.period else [])


class PeriodWords(NamedTuple):
    """Words as a period, and the rest of them."""

    period: Period
    typed: str
    rest: str


def read_period_words(words: Sequence[str], today: date) -> Iterator[PeriodWords]:
    """Each way to read some of the words, side by side, as a period; the longest first."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            typed = " ".join(words[start : start + length])
            rest = " ".join([*words[:start], *words[start + length :]])
            try:
                yield PeriodWords(_parse_words(typed, today), typed, rest)
            except Unreadable:
                continue


def _parse_words(text: str, today: date) -> Period:
    """A period as words: also `week` and `all`, as the options are called."""
    if text.casefold() in _PERIODS:
        return _PERIODS[text.casefold()](today)
    return parse_period(text, today)


def choose_period(
    typed: TypedFilter, in_words: PeriodWords | None, today: date
) -> Period | None:
    """The one period asked for; None where none is.

    Raises Unreadable for two periods, and for one that ends before it begins.
    """
    options, since, until = typed.period_options, typed.since, typed.until
    if since and until and since > until:
        swapped = ("--since", until.isoformat(), "--until", since.isoformat())
        is_only = len(options) == 1 and not in_words
        raise Unreadable(
            f"{since} to {until} ends before it begins.",
            "Type the earlier day first.",
            without=["--since --until"],
            added=[swapped] if is_only else [],
        )
    if in_words and options:
        raise _two_periods_with_words(in_words, options)
    if len(options) > 1:
        others = [" ".join(set(options) - {option}) for option in options]
        raise Unreadable("Only one period fits.", _HINT, without=others)
    if in_words:
        return in_words.period
    if since or until:
        return Period(since, until)
    if typed.spans:
        return _PERIODS[typed.spans[0]](today)
    return typed.period


def _two_periods_with_words(
    in_words: PeriodWords, options: Sequence[str]
) -> Unreadable:
    """The error whose commands have only the words, or only the one option."""
    return Unreadable(
        "Only one period fits.",
        _HINT,
        typed=in_words.typed,
        instead=[()] if len(options) == 1 else [],
        without=[" ".join(options)],
    )
