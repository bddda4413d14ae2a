"""An attempt as typed: its first day, expected hours, phases and decision."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.errors import Refused, Unreadable
from tracker.journal.rules.experiments import QUESTIONS
from tracker.milestones.rules.records import Attempt, Result
from tracker.text.days import check_not_future


class AttemptInput(NamedTuple):
    """What was typed of an attempt; None was not typed.

    `hours` are the low and high seconds expected; `phases` are names with seconds.
    """

    since: date | None = None
    hours: tuple[int, int] | None = None
    phases: tuple[tuple[str, int], ...] = ()
    decision: str | None = None


def make_attempt(start: Attempt, typed: AttemptInput, today: date) -> Attempt:
    """`start` with what was typed in place of what was there, and open again.

    `entered` becomes today where its first day or its expected hours change.
    Raises Unreadable for an empty decision.
    """
    low, high = typed.hours or (start.low, start.high)
    changed = start._replace(since=typed.since or start.since, low=low, high=high)
    return changed._replace(
        entered=start.entered if changed == start else today,
        dropped=None,
        phases=typed.phases or start.phases,
        decision=start.decision
        if typed.decision is None
        else _check_decision(typed.decision),
        decided=start.decided if typed.decision is None else today,
    )


def check_attempt(attempt: Attempt, today: date, results: Iterable[Result]) -> None:
    """Raises Refused for a first day in the future, or after a result with its item."""
    hint = "Type --since with today or an earlier day."
    check_not_future(attempt.since, today, hint, without=["--since"])
    for result in results:
        if result.item == attempt.item and result.day < attempt.since:
            raise Refused(
                f"{attempt.milestone} was reached with {attempt.item} on {result.day}, "
                f"before {attempt.since}.",
                f"Type --since with {result.day} or an earlier day.",
                without=["--since"],
                added=[("--since", result.day.isoformat())],
            )


def join_phase_attempts(attempts: Iterable[Attempt]) -> list[Attempt]:
    """The attempts, those at one experiment whose phases have their items as one.

    It has the earliest first day, is open if any is, and has any decision. So
    no session counts twice where a database has an attempt for each item.
    """
    joined: dict[tuple[str, str], Attempt] = {}
    for attempt in attempts:
        key = attempt.milestone, "" if attempt.by_item else attempt.item
        joined[key] = _join(joined[key], attempt) if key in joined else attempt
    return list(joined.values())


def _join(first: Attempt, other: Attempt) -> Attempt:
    decided = first if first.decision is not None else other
    ends = [each.dropped for each in (first, other) if each.dropped]
    return first._replace(
        since=min(first.since, other.since),
        entered=max(first.entered, other.entered),
        low=first.low if first.low is not None else other.low,
        high=first.high if first.high is not None else other.high,
        dropped=max(ends) if len(ends) > 1 else None,
        decision=decided.decision,
        decided=decided.decided,
    )


def _check_decision(decision: str) -> str:
    text = decision.strip()
    if not text:
        hint = f"The guide asks: {QUESTIONS}"
        example = [("--decision", "TEXT")]
        raise Unreadable(
            "The decision is empty.", hint, without=["--decision"], added=example
        )
    return text
