"""What typed words say to start or stop the timer: one time, a note, tags."""

from collections.abc import Iterable, Mapping
from typing import NoReturn

from tracker.errors import Refused, Swap, Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.word_kinds import is_like_time
from tracker.journal.rules.words import TypedWords
from tracker.limits import LONGEST_SESSION
from tracker.text.amounts import parse_amount
from tracker.text.columns import quoted
from tracker.text.readable import is_readable
from tracker.text.times import parse_point


def read_time(
    typed: TypedWords,
    at: str,
    moment: LocalMoment,
    *,
    since: int = 0,
    log_hint: str = "",
) -> str:
    """The one time in the words or in `--at`, as typed; empty for none.

    It is after `since` (UTC seconds). `log_hint` is how to log an amount or a range
    instead. Raises Unreadable for these two, and for a time typed twice.
    """
    text = typed.times or typed.moment
    if not text:
        return at
    if at:
        raise Unreadable(
            f"{quoted(text)} and --at {at} are both times.",
            "Type one of them:",
            swaps=[(["--at"], ()), (text.split(), ())],
        )
    if typed.times and _is_exact(text, moment):
        return text
    if typed.times:
        raise Unreadable(
            f"{quoted(text)} is a range, not one time.",
            log_hint or "Type one time:",
            swaps=[(text.split(), (typed.times.rpartition("-")[2].strip(),))],
        )
    if typed.amount and parse_amount(typed.amount) > LONGEST_SESSION:
        raise Unreadable(
            f"{quoted(text)} is an amount, not one time.", "Type one time."
        )
    if typed.amount and not is_readable(parse_point, text, *moment[:2]):
        _refuse_amount(
            text, moment.now_utc - parse_amount(typed.amount) > since, log_hint
        )
    return text


def _refuse_amount(text: str, can_be_ago: bool, log_hint: str) -> NoReturn:
    """Raises Unreadable for an amount alone: how long it was, or how long ago.

    `log_hint` is as in `read_time`, empty for `stop`.
    """
    swaps: list[Swap] = [(text.split(), (f"{text} ago",))] if can_be_ago else []
    hint = log_hint
    if not log_hint:
        swaps.insert(0, (text.split(), ()))
        hint = (
            f'If it took {text}, stop now; then "edit last {text}" sets the length.\n'
            "To stop now, or that long ago:"
        )
        if not can_be_ago:
            hint = hint.replace(", or that long ago", "")
    raise Unreadable(f"{quoted(text)} is an amount, not one time.", hint, swaps=swaps)


def read_note(typed: TypedWords, items: Mapping[str, str], running: str) -> str:
    """The note among the words of `stop`: all but the name of the item that runs.

    `items` are the slugs of all items by their names in lower case. Raises Refused for
    another item, Unreadable for what was probably meant as a time.
    """
    texts = [" ".join(typed.names), *typed.phrases]
    later_words = typed.names[1:]  # `3` of `lesson 3`
    for text in (*typed.names, *typed.phrases):
        slug = items.get(text.casefold())
        if slug == running:
            texts = [other.replace(text, "", 1).strip() for other in texts]
        elif slug:
            raise Refused(
                f"The timer is running on {running}, not on {slug}.",
                f"To stop it: tracker stop\nTo switch: tracker start {slug}",
            )
        elif is_like_time(text) and not (text.isdecimal() and text in later_words):
            message = f"{quoted(text)} is not a time."
            swaps = [([text], ("now",)), ([text], ("-n", text))]
            raise Unreadable(message, "Type a time, or a note after -n:", swaps=swaps)
    return join_notes(texts)


def _is_exact(text: str, moment: LocalMoment) -> bool:
    """Whether a text that could be a range is a moment with the offset of its zone.

    For example `2026-11-01T01:30-05:00` in New York.
    """
    if not is_readable(parse_point, text, *moment[:2]):
        return False
    instant = parse_point(text, moment.now, moment.today).instant
    return instant is not None and (
        instant.utcoffset() == instant.astimezone(moment.zone).utcoffset()
    )


def join_notes(notes: Iterable[str]) -> str:
    """The note of the start and that of the stop as one: `lesson 4; all of it`."""
    return "; ".join(dict.fromkeys(filter(None, notes)))
