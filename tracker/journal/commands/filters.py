"""The words and options that choose sessions, the same for each command."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from tracker.command import argument, option
from tracker.errors import Unreadable
from tracker.journal.rules.report_period import SPANS, TypedFilter
from tracker.text.params import DayParam, PeriodParam

_FILTERS: tuple[Callable[..., Any], ...] = (
    argument("words", nargs=-1, metavar="[ITEM] [PERIOD]"),
    option("-d", "--day", is_flag=True, help="Today."),
    option("-w", "--week", is_flag=True, help="This week."),
    option("-m", "--month", is_flag=True, help="This month."),
    option("-y", "--year", is_flag=True, help="This year."),
    option("-a", "--all", is_flag=True, help="All time."),
    option(
        "--period",
        kind=PeriodParam(),
        help='A period: oct, 2026-05, 2026-W24, 2026Q2, "last week".',
    ),
    option("--since", "--from", kind=DayParam(), help="The first day."),
    option("--until", "--to", kind=DayParam(), help="The last day, included."),
    option("--track", help="Only items of this track."),
    option("--tag", help="Only sessions with this tag."),
    option("--search", metavar="TEXT", help="Only notes with this text."),
)


def session_filters(run: Callable[..., None]) -> Callable[..., None]:
    """Add the words and options that choose sessions; `run` gets them as `typed`."""

    @wraps(run)
    def run_filtered(*args: Any, **values: Any) -> None:
        spans = tuple(span for span in SPANS if values.pop(span))
        typed = {name: values.pop(name) for name in TypedFilter._fields[2:]}
        words = values.pop("words")
        if "" in words:
            raise Unreadable("A word is empty.", "Type an item, a period, or both.")
        words, typed["tag"] = _split_tag(words, typed["tag"])
        run(*args, typed=TypedFilter(words, spans, **typed), **values)

    for add in reversed(_FILTERS):
        run_filtered = add(run_filtered)
    return run_filtered


def _split_tag(
    words: Sequence[str], tag: str | None
) -> tuple[tuple[str, ...], str | None]:
    """The words without the tag among them, `+pair`, and the tag; Unreadable for two."""
    tags = [word for word in words if word.startswith("+")]
    others = tuple(word for word in words if not word.startswith("+"))
    if len(tags) + bool(tag) > 1:
        raise Unreadable(
            "Only one tag fits.", "Type one tag.", typed=tags[0], instead=[()]
        )
    return others, tags[0] if tags else tag
