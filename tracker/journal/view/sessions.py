"""Sessions as text and JSON."""

from collections.abc import Callable, Iterable
from datetime import date, tzinfo
from functools import cache, partial
from typing import Any

from tracker.database.values import seconds_to_instant
from tracker.journal.rules.days import say_span
from tracker.journal.rules.records import (
    ChosenItem,
    Session,
    SessionList,
    WrittenSessions,
)
from tracker.journal.view.attempt_progress import attempt_lines, decision_lines
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, plain, quoted, shorten, wrap
from tracker.text.days import say_day

WIDTH = 80
_LONGEST_ITEM = 28
_NO_SPAN = " " * len("20:15-22:00")
_HOW = {
    "aka": "{0} is another name of {1}, {2}.",
    "begun": "{0} is {1}, {2}: the only match among those begun.",
    "part": "{0} is {1}, {2}: the only match.",
}


def session_data(session: Session) -> dict[str, Any]:
    """A session's JSON."""
    started = (
        None
        if session.started_at is None
        else seconds_to_instant(session.started_at, session.utc_offset or 0)
    )
    return {
        "id": session.uid,
        "item": session.item,
        "day": session.day.isoformat(),
        "seconds": session.seconds,
        "started_at": started and started.isoformat(),
        "note": session.note,
        "tags": list(session.tags),
        "source": session.source,
        "logged_at": seconds_to_instant(session.logged_at).isoformat(),
    }


def written_data(written: WrittenSessions) -> dict[str, Any]:
    """What was written, as JSON; `total` is the seconds logged on the item."""
    return {
        "sessions": [session_data(each) for each in written.sessions],
        "total": written.total,
    }


def removed_data(removed: Iterable[tuple[Session, str]]) -> dict[str, Any]:
    """What was removed, as JSON."""
    return {"sessions": [session_data(each) for each, _ in removed]}


def written_text(
    verb: str, typed: str, today: date, zone: tzinfo, written: WrittenSessions
) -> str:
    """What was understood, where the item stands now, and the way back."""
    say = partial(say_when, today=today, zone=zone)
    pieces, item = (
        list(zip(written.sessions, written.ids, strict=True)),
        written.sessions[0].item,
    )
    was = written.was
    if was and written.sessions == (was,):
        return wrap(
            f"It is that already: {_said(was, today, zone)} ({written.ids[0]}). Nothing was changed."
        )
    amount = say_amount(sum(each.seconds for each in written.sessions))
    head = f"{verb} {amount} on {item}{say_tags(written.sessions[0].tags)}"
    if len(pieces) == 1:
        lines = [wrap(f"{head}, {say(*pieces[0])}. Undo: tracker undo")]
    else:
        lines = [wrap(f"{head}. Undo: tracker undo")]
        lines += [
            f"  {say_amount(each.seconds)} {say(each, short)}" for each, short in pieces
        ]
    if was:
        lines += _changes(was, written.sessions[0], today, zone)
    lines += found_lines(typed, written.item)
    lines.append(
        wrap(
            "; ".join(
                [f"{say_hours(written.total)} in all", *attempt_lines(written, today)]
            )
            + ".",
            2,
        )
    )
    return "\n".join([*lines, *decision_lines(written)])


def _changes(was: Session, new: Session, today: date, zone: tzinfo) -> list[str]:
    """What an edited session was before, and its note where that is another now."""
    told = []
    if new.note == was.note or new._replace(note=was.note, source=was.source) != was:
        told.append(wrap(f"It was {_said(was, today, zone)}.", 2))
    if new.note != was.note:
        told.append(
            f"  Note: {shorten(plain(new.note), WIDTH - len('  Note: ')) or 'none any more'}"
        )
    return told


def say_tags(tags: Iterable[str]) -> str:
    """` +deep +pair`, to stand behind an item; empty where there are none."""
    return "".join(f" +{tag}" for tag in tags)


def removed_text(
    today: date, zone: tzinfo, removed: Iterable[tuple[Session, str]]
) -> str:
    """What was removed, one a line, and the way back."""
    lines = [
        f"Removed {say_amount(each.seconds)} on {each.item}, {say_when(each, short, today=today, zone=zone)}."
        for each, short in removed
    ]
    return "\n".join([*map(wrap, lines[:-1]), wrap(f"{lines[-1]} Undo: tracker undo")])


def rest_text(today: date, zone: tzinfo, rest: Iterable[tuple[Session, str]]) -> str:
    """The sessions that were logged as one with what was changed or removed, and stay as they are."""
    told = "; ".join(f"{_said(part, today, zone)} ({short})" for part, short in rest)
    return wrap(f"The rest of that stretch stays as it is: {told}.")


def beside_text(today: date, zone: tzinfo, others: Iterable[Session]) -> str:
    """The sessions that ran at the same time as what was written."""
    told = "; ".join(_said(other, today, zone) for other in others)
    return wrap(f"It ran at the same time as {told}: totals count that time once.")


def say_when(session: Session, short: str, *, today: date, zone: tzinfo) -> str:
    """`Thu 26 Nov, 20:15-22:00 (7k3f)`."""
    return f"{_day_and_span(session, today, zone)} ({short})"


def _said(session: Session, today: date, zone: tzinfo) -> str:
    item = f"{session.item}{say_tags(session.tags)}"
    return f"{say_amount(session.seconds)} on {item}, {_day_and_span(session, today, zone)}"


def _day_and_span(session: Session, today: date, zone: tzinfo) -> str:
    return ", ".join(
        filter(None, (say_day(session.day, today), say_span(session, zone)))
    )


def found_lines(typed: str, item: ChosenItem | None) -> list[str]:
    """By what an item was found, where its slug was not typed out."""
    return match_lines(typed, item.slug, item.title, item.how) if item else []


def match_lines(typed: str, slug: str, title: str, how: str) -> list[str]:
    """By what an item or a milestone was found, where its slug was not typed out."""
    return (
        [wrap(_HOW[how].format(quoted(typed), slug, title), 2)] if how in _HOW else []
    )


def listed_data(listed: SessionList) -> dict[str, Any]:
    """A list's JSON: `seconds` is the clock's, `overlap` what it leaves out."""
    amount = listed.amount
    return {
        "sessions": [session_data(each) for each in listed.sessions],
        "seconds": amount.clock,
        "overlap": amount.overlap,
    }


def listed_text(today: date, zone: tzinfo, filtered: bool, listed: SessionList) -> str:
    """A line for each session, then what all that match come to."""
    if not listed.sessions:
        return (
            "No session matches."
            if filtered
            else "Nothing logged yet. To begin: tracker log fastai 1h30m"
        )
    line = _line(listed, today, zone)
    return "\n".join([*map(line, listed.sessions, listed.ids), _sum_text(listed)])


def _line(
    listed: SessionList, today: date, zone: tzinfo
) -> Callable[[Session, str], str]:
    """How a session is told on one line, in columns wide enough for all; what comes again and again is said once."""
    ends = (listed.sessions[0].day, listed.sessions[-1].day)
    days = max(len(say_day(day, today)) for day in ends)
    items = min(max(len(each.item) for each in listed.sessions), _LONGEST_ITEM)
    ids = max(map(len, listed.ids))
    room = max(WIDTH - ids - days - items - 28, 10)
    day = cache(lambda day: f"{say_day(day, today):{days}}")
    item = cache(lambda item: f"{shorten(item, items):{items}}")
    amount = cache(lambda seconds: f"{say_amount(seconds):>7}")

    def line(each: Session, short: str) -> str:
        told = " +".join((each.note, *each.tags)) if each.tags else each.note
        told = shorten(plain(told).strip(), room) if told else ""
        span = say_span(each, zone) or _NO_SPAN
        said = f"{short:{ids}}  {day(each.day)}  {span}  {amount(each.seconds)}  {item(each.item)}  {told}"
        return said.rstrip()

    return line


def _sum_text(listed: SessionList) -> str:
    amount, shown = listed.amount, len(listed.sessions)
    count = count_noun(amount.sessions, "session")
    if shown < amount.sessions:
        count = f"The latest {shown} of {count}"
    twice = (
        f" on the clock; {say_hours(amount.overlap)} ran twice"
        if amount.overlap
        else ""
    )
    return f"{count}, {say_hours(amount.clock)}{twice}."
