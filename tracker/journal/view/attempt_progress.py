"""An item's open attempts after a session on it: the hours limit, the phases."""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.journal.rules.experiments import QUESTIONS, Experiment, Phase
from tracker.journal.rules.records import AttemptHours, Session, WrittenSessions
from tracker.text.amounts import say_bound, say_hours
from tracker.text.days import say_day


def attempt_lines(answer: WrittenSessions, today: date) -> Iterator[str]:
    """The open attempts' hours.

    Half of a limit and the end of a phase are named once, when a session passes them.
    """
    if ledger := answer.ledger:
        hours = _limit_text(ledger, _added_seconds(answer, ledger.since))
        yield hours + _counted_from(answer, ledger.since, today)
    if experiment := answer.experiment:
        phases = _phase_text(experiment, _added_seconds(answer, experiment.since))
        yield phases + _counted_from(answer, experiment.since, today)


def decision_lines(answer: WrittenSessions) -> Iterator[str]:
    """The guide's questions, once: when the last hours of an experiment are used."""
    experiment = answer.experiment
    if experiment is None:
        return
    ended = _ended_phases(experiment, _added_seconds(answer, experiment.since))
    if ended and all(phase.is_over for phase in experiment.find_phases()):
        item = answer.sessions[0].item
        attempt = f"tracker attempt {experiment.milestone} --with {item}"
        yield f"  {QUESTIONS.capitalize()}"
        yield f"  {attempt} --decision TEXT"


def _added_seconds(answer: WrittenSessions, since: date) -> int:
    """The seconds that this command added to those counted from `since`."""
    added = _seconds_since(answer.sessions, since)
    if not answer.before or answer.before[0].item != answer.sessions[0].item:
        return added
    return added - _seconds_since(answer.before, since)


def _seconds_since(parts: Iterable[Session], since: date) -> int:
    return sum(part.seconds for part in parts if part.day >= since)


def _counted_from(answer: WrittenSessions, since: date, today: date) -> str:
    """The day from which hours count, where all sessions written are before it."""
    if any(session.day >= since for session in answer.sessions):
        return ""
    return f", counted since {say_day(since, today)}"


def _limit_text(ledger: AttemptHours, added: int) -> str:
    limit = say_bound(ledger.low, ledger.high)
    used = f"{say_hours(ledger.spent)} of {limit} for {ledger.milestone}"
    if ledger.spent >= ledger.high:
        return f"{used}, over the limit"
    if ledger.spent - added < ledger.high / 2 <= ledger.spent:
        return f"{used}, now past half of the limit"
    return used


def _phase_text(experiment: Experiment, added: int) -> str:
    """The current phase; when a phase just ended, that and the next one."""
    phases = experiment.find_phases()
    ended, milestone = _ended_phases(experiment, added), experiment.milestone
    current = next((phase for phase in phases if not phase.is_over), None)
    if ended and not current:
        total = say_hours(sum(phase.seconds for phase in phases))
        return f"the {total} of {milestone} are used: time to decide"
    if ended and current:
        over = _say(phases[ended[-1]])
        return f"{over} is over, {_say(current)} is next, for {milestone}"
    if experiment.spent_by_phase:
        current = phases[experiment.phase]
    current = current or phases[-1]
    name = f"{current.name} " if current.name else ""
    hours = f"{say_hours(current.spent)} of {say_hours(current.seconds)}"
    return f"{name}{hours} for {milestone}"


def _ended_phases(experiment: Experiment, added: int) -> list[int]:
    """The numbers of the phases that ended with the `added` seconds."""
    before, after = experiment.find_phases(added), experiment.find_phases()
    return [
        number
        for number, phase in enumerate(after)
        if phase.is_over and not before[number].is_over
    ]


def _say(phase: Phase) -> str:
    return f"{phase.name} ({say_hours(phase.seconds)})"
