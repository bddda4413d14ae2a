"""Where the tries with an item stand after a session on it: a ledger's bound, an experiment's phases."""

from collections.abc import Iterator
from datetime import date

from tracker.journal.rules.experiments import QUESTIONS, Experiment, Phase, filled
from tracker.journal.rules.records import AttemptHours, WrittenSessions
from tracker.text.amounts import say_bound, say_hours
from tracker.text.days import say_day


def attempt_lines(written: WrittenSessions, today: date) -> Iterator[str]:
    """The open attempts' hours. Half a bound and the end of a phase are told once, the bound from then on."""
    if tried := written.ledger:
        yield _bound(tried, _added(written, tried.since)) + _uncounted(
            written, tried.since, today
        )
    if open_ := written.experiment:
        yield _phases(open_, _added(written, open_.since)) + _uncounted(
            written, open_.since, today
        )


def decision_lines(written: WrittenSessions) -> Iterator[str]:
    """The guide's questions, once: when the last hours of an experiment are used."""
    tried = written.experiment
    if tried and _ended(tried, _added(written, tried.since))[-1:] == [
        len(tried.parts) - 1
    ]:
        yield f"  {QUESTIONS.capitalize()}"
        yield f'  tracker attempt {tried.milestone} --with {written.sessions[0].item} --decision "..."'


def _added(written: WrittenSessions, since: date) -> int:
    """What this command added to the hours that count from `since`."""
    now = sum(each.seconds for each in written.sessions if each.day >= since)
    was = written.was
    counted = (
        was is not None and was.item == written.sessions[0].item and was.day >= since
    )
    return now - (was.seconds if was and counted else 0)


def _uncounted(written: WrittenSessions, since: date, today: date) -> str:
    """From when hours count, where what was written lies before that."""
    return (
        f", counted from {say_day(since, today)}"
        if all(each.day < since for each in written.sessions)
        else ""
    )


def _bound(ledger: AttemptHours, added: int) -> str:
    used = f"{say_hours(ledger.spent)} of {say_bound(ledger.low, ledger.high)} toward {ledger.milestone}"
    if ledger.spent >= ledger.high:
        return f"{used}, over its bound"
    return (
        f"{used}, now past half of it"
        if ledger.spent - added < ledger.high / 2 <= ledger.spent
        else used
    )


def _phases(tried: Experiment, added: int) -> str:
    """The phase that runs; of those that just ended that they are over, and what comes next."""
    now, ended = filled(tried.parts, tried.spent), _ended(tried, added)
    if ended and ended[-1] == len(now) - 1:
        whole = say_hours(sum(phase.seconds for phase in now))
        return f"the {whole} of {tried.milestone} are used: time for its decision"
    if ended:
        over, following = now[ended[-1]], now[ended[-1] + 1]
        return f"{_whole(over)} is over, {_whole(following)} is next, toward {tried.milestone}"
    running = next((phase for phase in now if not phase.over), now[-1])
    name = f"{running.name} " if running.name else ""
    return f"{name}{say_hours(running.spent)} of {say_hours(running.seconds)} toward {tried.milestone}"


def _ended(tried: Experiment, added: int) -> list[int]:
    """Which phases came to their end with what was added."""
    before, now = (
        filled(tried.parts, tried.spent - added),
        filled(tried.parts, tried.spent),
    )
    return [
        at
        for at, (was, phase) in enumerate(zip(before, now, strict=True))
        if phase.over and not was.over
    ]


def _whole(phase: Phase) -> str:
    return f"{phase.name} ({say_hours(phase.seconds)})"
