"""Answers to `reach`, and to `done` of a milestone."""

from collections.abc import Iterator

from tracker.labels import CLAIMED
from tracker.milestones.rules.changes import MilestoneOutcome
from tracker.milestones.rules.claims import find_result
from tracker.milestones.rules.counted_results import say_count
from tracker.milestones.rules.evidence import is_only_claimed
from tracker.milestones.rules.figures import find_difference
from tracker.milestones.rules.ledger import find_attempt, is_far_below
from tracker.milestones.rules.records import Result
from tracker.milestones.view.attempt import say_limit
from tracker.milestones.view.evidence_remarks import evidence_remarks
from tracker.milestones.view.figures import say_figures
from tracker.text.amounts import say_hours
from tracker.text.columns import join_words, wrap
from tracker.text.days import say_day


def result_text(outcome: MilestoneOutcome, result: Result) -> str:
    """The result with its evidence, hours and figures, and what it implies."""
    details, milestone = outcome.details, outcome.details.status.milestone
    claimed = f" ({CLAIMED})" if is_only_claimed(result.evidence, milestone) else ""
    state = "Reached over the limit" if result.over else "Reached"
    day = say_day(result.day, details.today)
    lines = [f"{piece.kind} {piece.place}" for piece in result.evidence if piece.place]
    if result.item:
        attempt = find_attempt(milestone.slug, result.item, details.status.attempts)
        items = join_words(attempt.items if attempt else [result.item])
        lines.append(f"with {items}{_say_hours(outcome, result)}")
    lines.append(say_figures(result.claimed, result.reproduced))
    if result.part:
        lines.append(f"your part: {result.part}")
    if result.title:
        lines.append(f"title in exports: {result.title}")
    if result.summary:
        lines.append(f"summary in exports: {result.summary}")
    if details.implied:
        titles = (details.milestone_titles.get(s, s) for s in details.implied)
        verb = "counts for" if result.over else "also reached"
        lines.append(f"{verb}: {'; '.join(titles)}")
    lines += _count_lines(outcome, result)
    first = wrap(f"{state}: {milestone.title}{claimed}, {day}.")
    return "\n".join([first, *(wrap(line, 2) for line in lines if line)])


def _count_lines(outcome: MilestoneOutcome, result: Result) -> Iterator[str]:
    """The milestones that count the result: how many are done, and which this reached."""
    for status in outcome.details.counting:
        if status.counted and result in status.counted.results:
            verb = "also reached" if status.slug in outcome.completed else "counts for"
            count = say_count(status.counted)
            yield f"{verb}: {status.milestone.title}, {count}"


def result_remarks(outcome: MilestoneOutcome, result: Result) -> Iterator[str]:
    """Evidence that does not count, what stays as it was, and hours that look wrong."""
    yield from evidence_remarks(outcome, result)
    yield from _figure_remarks(outcome, result)
    earlier = find_result(outcome.before.results, result.item)
    day = outcome.claim.day if outcome.claim else None
    if earlier and day and day != earlier.day:
        first = say_day(earlier.day, outcome.details.today)
        yield f"It was first reached on {first}; that day stays."
    if outcome.before.state == "dropped":
        yield "It was dropped before; it is reached now."
    yield from _hours_remarks(outcome, result)


def _figure_remarks(outcome: MilestoneOutcome, result: Result) -> Iterator[str]:
    claim = outcome.claim
    is_typed = claim is not None and (claim.claimed or claim.reproduced)
    if not is_typed or not result.claimed or not result.reproduced:
        return
    if find_difference(result.claimed, result.reproduced) is None:
        yield (
            "Both figures are saved, without a difference. For a difference, give one "
            "number each with the same name and unit, and conditions in brackets: "
            '"top-1 74% (2 seeds)".'
        )


def _say_hours(outcome: MilestoneOutcome, result: Result) -> str:
    """`: 3 h of 200-400 h, counted since Mon 23 Nov`; empty where no hours count."""
    milestone = outcome.details.status.milestone
    if not milestone.within and not milestone.budget:
        return ""
    hours = f": {say_hours(result.spent)}{say_limit(milestone)}"
    if result.since is None:
        return hours
    return f"{hours}, counted since {say_day(result.since, outcome.details.today)}"


def _hours_remarks(outcome: MilestoneOutcome, result: Result) -> Iterator[str]:
    status = outcome.details.status
    item, milestone = result.item, status.milestone
    if not milestone.within or not item:
        return
    if all(attempt.item != item for attempt in status.attempts):
        yield f"No attempt was recorded: hours count from the first session of {item}."
    if not result.spent:
        yield (
            f"No hours are logged on {item}, so nothing shows that it met the limit."
        )
    elif result.since and is_far_below(result.spent, milestone):
        since = say_day(result.since, outcome.details.today)
        yield (
            f"{say_hours(result.spent)}{say_limit(milestone)} are logged on {item} "
            f"since {since}. If you worked more, log it by day, or record it from "
            "memory, which is not counted:\n"
            f"  tracker log {item} AMOUNT --on DAY\n"
            f"  tracker recall {item} AMOUNT --over PERIOD"
        )
