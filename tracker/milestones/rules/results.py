"""What may be said of a try or a result: with which item, on which day, and with what to look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.errors import Ambiguous, Refused
from tracker.milestones.rules.evidence import add_evidence
from tracker.milestones.rules.ledger import attempt_start
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.rules.status import MilestoneStatus


@dataclass(frozen=True, slots=True)
class Claim:
    """What was said of a result: None is nothing; `evidence` are kinds and places."""

    item: str | None = None
    day: date | None = None
    claimed: str | None = None
    reproduced: str | None = None
    part: str | None = None
    evidence: tuple[tuple[str, str], ...] = ()


def make_result(claim: Claim, before: MilestoneStatus, today: date) -> Result:
    """The result as it is once `claim` is added to what was there before; the day first reached stays.

    Raises Refused and Ambiguous as `item_meant` and `check_reached` do.
    """
    item = claim.item or find_result_item(
        before.milestone, before.results, before.attempts
    )
    known = find_result(before.results, item)
    day = known.day if known else claim.day or today
    check_result_day(day, today, attempt_start(before.slug, item, before.attempts))
    there = known or Result(before.slug, item, day, today)
    return replace(
        there,
        item=item,
        claimed=claim.claimed or there.claimed,
        reproduced=claim.reproduced or there.reproduced,
        part=claim.part or there.part,
        evidence=(
            *there.evidence,
            *add_evidence(claim.evidence, there.evidence, today),
        ),
    )


def find_result(results: Iterable[Result], item: str | None) -> Result | None:
    """The result with that item, else the one that names none: it takes on the item."""
    listed = list(results)
    same = [r for r in listed if r.item == item] or [
        r for r in listed if r.item is None
    ]
    return same[0] if same else None


def make_attempt(
    known: Attempt | None,
    milestone: str,
    item: str,
    since: date | None,
    hours: tuple[int, int] | None,
    today: date,
) -> Attempt:
    """The attempt as it is once a day or an expectation is said; what is said anew is entered anew, and open again."""
    there = known or Attempt(milestone, item, since or today, today)
    low, high = hours or (there.low, there.high)
    new = replace(there, since=since or there.since, low=low, high=high)
    return replace(new, entered=there.entered if new == there else today, dropped=None)


def find_result_item(
    milestone: Milestone, results: Sequence[Result], attempts: Sequence[Attempt]
) -> str | None:
    """The item of a result where none was named: the one it was reached with, else the one it is tried with.

    Raises Ambiguous where there are several, and Refused where hours must be counted and nothing says on what.
    """
    reached = [r.item for r in results]
    tried = [a.item for a in attempts if a.dropped is None]
    with_items = list(dict.fromkeys(item for item in (reached or tried) if item))
    if len(with_items) > 1:
        raise Ambiguous(
            f"{milestone.slug} has results or attempts with {' and '.join(with_items)}.",
            f"Say which one: --with {with_items[0]}",
            with_items,
        )
    if not with_items and milestone.within:
        raise Refused(
            f"{milestone.slug} counts only within {milestone.within[1] // 3600} h, and nothing says on which item.",
            f"Name it: tracker reach {milestone.slug} --with {next(iter(milestone.items), 'ITEM')}",
        )
    return with_items[0] if with_items else None


def check_attempt(new: Attempt, today: date, results: Iterable[Result]) -> None:
    """Raises Refused for an attempt that begins in the future, or after it was reached with the same item."""
    if new.since > today:
        raise Refused(
            f"{new.since} has not come yet.",
            "Type --since with today or an earlier day.",
        )
    ended = [r.day for r in results if r.item == new.item and r.day < new.since]
    if ended:
        raise Refused(
            f"{new.milestone} was reached with {new.item} on {ended[0]}, before {new.since}.",
            f"Type --since with {ended[0]} or an earlier day.",
        )


def check_result_day(day: date, today: date, since: date | None) -> None:
    """Raises Refused for a result in the future, or before the day its hours count from."""
    if day > today:
        raise Refused(
            f"{day} has not come yet.", "Type --on with today or an earlier day."
        )
    if since and day < since:
        raise Refused(
            f"A result on {day} would lie before its attempt, which counts from {since}.",
            "Type a later day, or move the attempt with tracker attempt ... --since.",
        )


def check_droppable(standing: MilestoneStatus) -> None:
    """Raises Refused for giving up what is reached."""
    if standing.state in ("reached", "over"):
        which = standing.slug if standing.results else standing.implied_by[0]
        raise Refused(
            f"{standing.slug} is reached; what is reached cannot be given up.",
            f"If that was a mistake: tracker reopen {which}",
        )


def check_milestone_reopenable(standing: MilestoneStatus) -> None:
    """Raises Refused where there is nothing of its own to take back."""
    if standing.state == "dropped" or standing.results:
        return
    if standing.implied_by:
        raise Refused(
            f"{standing.slug} counts as reached by {standing.implied_by[0]}, and has no result of its own.",
            f"If that was a mistake: tracker reopen {standing.implied_by[0]}",
        )
    raise Refused(
        f"{standing.slug} is {standing.state}: neither reached nor given up.",
        f"tracker show {standing.slug} shows how it stands.",
    )
