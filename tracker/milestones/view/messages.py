"""What is said back after a try or a result was written down, and the remarks beside it."""

from collections.abc import Iterable, Iterator

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.evidence import (
    is_only_claimed,
    own_machine_places,
    unlisted_kinds,
    vague_evidence,
)
from tracker.milestones.rules.figures import find_difference
from tracker.milestones.rules.ledger import is_far_below
from tracker.milestones.rules.phases import attempt_phases
from tracker.milestones.rules.records import Attempt, Result
from tracker.milestones.rules.results import Claim, find_result
from tracker.milestones.rules.role_milestones import reach_command
from tracker.milestones.rules.status import MilestoneStatus
from tracker.milestones.view.figures import say_figures
from tracker.milestones.view.milestone_list import say_hours_used
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import wrap
from tracker.text.days import say_day


def attempt_text(told: MilestoneDetails, item: str) -> str:
    """The try, or that it reached it, since when its hours count, how many there are, and how many are expected."""
    standing, milestone = told.status, told.status.milestone
    tried = next(each for each in standing.attempts if each.item == item)
    low, high = milestone.within or (None, None)
    bound = (
        f" of {say_bound(low, high)}" if low is not None and high is not None else ""
    )
    since = f"with {item}, counted from {say_day(tried.since, told.today)}"
    result = next((each for each in standing.results if each.item == item), None)
    lines = [
        f"Trying {standing.slug} {since}.",
        f"{say_hours(tried.spent)}{bound} so far.",
    ]
    if result:
        lines = [
            f"{standing.slug} is reached, {say_day(result.day, told.today)}, {since}.",
            f"{say_hours(result.spent)}{bound}.",
        ]
    parts = ", ".join(
        f"{part.name} {say_hours(part.seconds)}"
        for part in attempt_phases(tried, milestone)
    )
    if (parts or milestone.budget) and not tried.decision and not result:
        lines.append(
            f"It has {parts or say_hours(milestone.budget or 0)}, and ends with a decision; running out is no failure."
        )
    if tried.decision and tried.decided == told.today:
        lines.append(f"Decided: {tried.decision}.")
    if tried.low is not None and tried.high is not None:
        lines.append(f"You expect {say_bound(tried.low, tried.high)}.")
    return f"{wrap(' '.join(lines))}\n  Undo: tracker undo"


def remarks_on_attempt(
    told: MilestoneDetails, known: Attempt | None, item: str, earlier: int
) -> Iterator[str]:
    """What a try changes, leaves out, or stands on. `earlier` are seconds logged on its item before it counts."""
    standing = told.status
    tried = next(each for each in standing.attempts if each.item == item)
    if known and known.dropped:
        yield f"It was given up on {say_day(known.dropped, told.today)}, and is open again."
    if known and known.since != tried.since:
        yield f"Its hours counted from {say_day(known.since, told.today)} before."
    if not known and tried.spent:
        yield f"{say_hours(tried.spent)} logged on {item} since {say_day(tried.since, told.today)} count already."
    if earlier:
        yield f"{say_hours(earlier)} logged on {item} before that do not count; an earlier --since counts them."
    missing = [
        slug
        for slug in standing.milestone.needs
        if told.other_states.get(slug) != "reached"
    ]
    if not known and missing:
        yield f"Usual before it, and not reached yet: {', '.join(missing)}."


def reach_text(told: MilestoneDetails, item: str | None) -> str:
    """The result with its evidence, its hours against the bound, and what counts as reached along with it."""
    standing = told.status
    result = next(each for each in standing.results if each.item == item)
    with_item = f" with {item}" if item else ""
    state = "Reached over its bound" if result.over else "Reached"
    lines = [f"{state}: {standing.slug}{with_item}, {say_day(result.day, told.today)}."]
    lines += [
        f"{each.kind} {each.place or '(your own word)'}" for each in result.evidence
    ]
    lines += [_hours(told, result), say_figures(result.claimed, result.reproduced)]
    lines.append(f"own part: {result.part}" if result.part else "")
    if told.implied:
        lines.append(
            f"{'counts for' if result.over else 'also'}: {', '.join(told.implied)}"
        )
    first, *rest = filter(None, lines)
    return "\n".join(
        (wrap(first), *(wrap(line, 2) for line in rest), "  Undo: tracker undo")
    )


def remarks_on_result(
    told: MilestoneDetails, before: MilestoneStatus, result: Result, claim: Claim
) -> Iterator[str]:
    """What of a result lifts nothing, was kept as it was, or is only one's own word."""
    milestone, known = before.milestone, find_result(before.results, result.item)
    for kind in unlisted_kinds(result.evidence, milestone):
        yield f"A {kind} is kept, but lifts nothing here: {milestone.slug} is shown by {', '.join(milestone.kinds)}."
    for place in own_machine_places(result.evidence):
        yield f"{place} is on your own machine, where nobody else can look: it is kept, but lifts nothing."
    for each in vague_evidence(result.evidence):
        yield f"{each.place} says no address, so that nobody can open it yet; {each.kind}:URL would add one."
    if is_only_claimed(result.evidence, milestone):
        line = reach_command(milestone, result.item)
        yield f"It rests on your own word so far. Once there is something to look at:\n  {line}"
    typed = claim.claimed or claim.reproduced
    if (
        typed
        and result.claimed
        and result.reproduced
        and not find_difference(result.claimed, result.reproduced)
    ):
        yield (
            "The two figures are kept, without a difference: that needs one number each, of the same unit, with any "
            'conditions in brackets, like "74% (400 pairs)".'
        )
    if known and claim.day and claim.day != known.day:
        yield f"It was first reached on {say_day(known.day, told.today)}; that day stays."
    if before.state == "dropped":
        yield "It was given up before; it is taken up again."
    yield from _hours_remarks(told, result)


def dropped_text(told: MilestoneDetails) -> str:
    """What was given up, and that its hours stay."""
    spent = told.status.ledger.spent or sum(each.spent for each in told.status.attempts)
    kept = f" {say_hours(spent)} stay in the log." if spent else ""
    later = f"To take it up again later: tracker reopen {told.status.slug}"
    return f"Given up: {told.status.slug}.{kept}\n  {later}\n  Undo: tracker undo"


def reopened_text(told: MilestoneDetails) -> str:
    """How it stands now."""
    standing = told.status
    used = f", {say_hours_used(standing)}" if standing.state == "trying" else ""
    return f"{standing.slug}: {standing.state} again{used}.\n  Undo: tracker undo"


def _hours(told: MilestoneDetails, result: Result) -> str:
    milestone = told.status.milestone
    if not result.item or not (milestone.within or milestone.budget):
        return ""
    low, high = milestone.within or (None, None)
    bound = (
        f" of {say_bound(low, high)}" if low is not None and high is not None else ""
    )
    since = (
        f", counted from {say_day(result.since, told.today)}" if result.since else ""
    )
    return f"{say_hours(result.spent)}{bound}{since}"


def _hours_remarks(told: MilestoneDetails, result: Result) -> Iterator[str]:
    milestone = told.status.milestone
    if not milestone.within or not result.item:
        return
    if all(each.item != result.item for each in told.status.attempts):
        yield f"No attempt was entered: hours count from the first session of {result.item}."
    kept = next(each for each in told.status.results if each.item == result.item)
    if not kept.spent:
        yield f"No hours of {result.item} are in the log: that it came within its bound is your word."
    elif kept.since and is_far_below(kept.spent, milestone):
        yield (
            f"{say_hours(kept.spent)} of {say_bound(*milestone.within)} are logged on {result.item} since "
            f"{say_day(kept.since, told.today)}. If more was worked, add it by the day, or from memory, in no total:\n"
            f"  tracker log {result.item} AMOUNT --on DAY\n  tracker recall {result.item} AMOUNT --over PERIOD"
        )


def remarks_on_done(item: Item, standings: Iterable[MilestoneStatus]) -> Iterator[str]:
    """That done is not shown yet, with the line that shows it; and what done means of what never finishes."""
    if not item.finishes:
        yield f"A {item.kind} never finishes: it has hours, and neither a percentage nor a ratio."
    leads = [
        each
        for each in standings
        if item.slug in each.milestone.items and each.state in ("open", "trying")
    ]
    if leads:
        yield f"It leads to {leads[0].slug}, once someone can look at it:\n  {reach_command(leads[0].milestone, item.slug)}"


def remarks_on_drop(item: Item, standings: Iterable[MilestoneStatus]) -> Iterator[str]:
    """That attempts with the item stay open."""
    for each in standings:
        if (
            any(a.item == item.slug and a.dropped is None for a in each.attempts)
            and not each.results
        ):
            yield f"The attempt at {each.slug} with it stays open; to give that up too: tracker drop {each.slug}"


def remarks_on_reopened(before: MilestoneStatus) -> Iterator[str]:
    """What was taken away."""
    for each in before.results:
        given = [f"{e.kind} {e.place}" for e in each.evidence if e.place]
        yield f"Taken back: the result of {each.day}{', with ' + ', '.join(given) if given else ''}."
