"""The words and options that choose sessions, the same for each command."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from tracker.errors import Unreadable
from tracker.journal.rules.report_period import SPANS, TypedFilter
from tracker.text.params import DayParam, PeriodParam

_FILTERS: tuple[Callable[..., Any], ...] = (
    click.argument("words", nargs=-1, metavar="[ITEM] [PERIOD]"),
    click.option("-d", "--day", is_flag=True, help="Today."),
    click.option("-w", "--week", is_flag=True, help="This week."),
    click.option("-m", "--month", is_flag=True, help="This month."),
    click.option("-y", "--year", is_flag=True, help="This year."),
    click.option("-a", "--all", is_flag=True, help="All time."),
    click.option(
        "--period",
        type=PeriodParam(),
        help='A period: oct, 2026-05, 2026-W24, 2026Q2, "last week".',
    ),
    click.option("--since", "--from", type=DayParam(), help="The first day."),
    click.option("--until", "--to", type=DayParam(), help="The last day, included."),
    click.option("--track", help="Only items of this track."),
    click.option("--tag", help="Only sessions with this tag."),
    click.option("--search", metavar="TEXT", help="Only notes with this text."),
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
