"""What typed words and options change of a session's time together."""

from typing import NoReturn

from tracker.errors import Unreadable
from tracker.journal.rules.edits import Edit
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.word_times import (
    TimeOptions,
    check_once,
    check_same_day,
    read_day,
    refuse_point,
)
from tracker.journal.rules.words import TypedWords
from tracker.limits import LONGEST_SESSION
from tracker.text.amounts import parse_amount, say_amount
from tracker.text.columns import quoted
from tracker.text.ranges import split_range


def read_edit(typed: TypedWords, edit: Edit, moment: LocalMoment, seconds: int) -> Edit:
    """What words and options change of the time of a session of so many `seconds`.

    Raises Unreadable where the same is typed twice, and for a time of day alone.
    """
    options = TimeOptions(edit.day, edit.start, edit.end)
    day = read_day(typed, edit.day, moment)
    check_once(typed, options)
    if typed.point:
        refuse_point(typed, seconds)
    amount = edit.amount
    if typed.amount:
        _check_amount(typed, edit)
        amount = parse_amount(typed.amount, LONGEST_SESSION)
    if typed.start and not (typed.end or amount or edit.end):
        _refuse_start(typed, seconds)
    if not typed.times:
        start, end = edit.start or typed.start, edit.end or typed.end
        return Edit(amount, day, start or None, end or None)
    check_same_day(typed, day, moment)
    _check_amount(typed, edit)
    ends = split_range(typed.times, moment.now, moment.today, None)
    if typed.day and ends and not ends[0].dated:
        return Edit(times=f"{day} {typed.times}")
    return Edit(day=edit.day, times=typed.times)


def _refuse_start(typed: TypedWords, seconds: int) -> NoReturn:
    """Raises Unreadable for `at 18:00`, which can move a session or only its start."""
    clock = typed.start.split()
    raise Unreadable(
        f"Did all of it move to {typed.start}, or only its start?",
        "Type one of these:",
        swaps=[
            (["at", "from", *clock], ("at", *clock, "for", say_amount(seconds))),
            (["at", "from", *clock], ("--from", typed.start)),
        ],
    )


def _check_amount(typed: TypedWords, edit: Edit) -> None:
    """Raises Unreadable for --amount beside an amount or a range."""
    if edit.amount is not None:
        text = typed.amount or typed.times
        raise Unreadable(
            f"{quoted(text)} and --amount do not go together.",
            "Type the length once:",
            swaps=[(["--amount"], ())],
        )
