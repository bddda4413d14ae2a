"""Answers to `done`, `drop`, `reopen` and `reach`, for one name or several."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypedDict

from tracker.curriculum.rules.items import Item
from tracker.curriculum.view.items import ItemData, item_data
from tracker.curriculum.view.messages import (
    UNDO,
    ItemAnswerData,
    changed_item_text,
    done_before_text,
    item_answer_data,
)
from tracker.journal.view.written_sessions import match_lines
from tracker.labels import MILESTONE_STATE_LABELS
from tracker.milestones.rules.changes import ItemOutcome, MilestoneOutcome, Outcome
from tracker.milestones.rules.records import Milestone
from tracker.milestones.rules.role_milestones import reach_command
from tracker.milestones.rules.status import MilestoneStatus, find_counting
from tracker.milestones.view.milestone_json import (
    MilestoneDetailsData,
    WholeMilestoneData,
    milestone_details_data,
)
from tracker.milestones.view.milestone_list import say_hours_used
from tracker.milestones.view.result import result_remarks, result_text
from tracker.text.amounts import say_hours
from tracker.text.columns import wrap
from tracker.text.days import say_day


def outcomes_kind(outcomes: Sequence[Outcome]) -> str:
    """The kind of the answer in JSON: `item`, `milestone`, or `said` for several."""
    if len(outcomes) > 1:
        return "said"
    return "item" if isinstance(outcomes[0], ItemOutcome) else "milestone"


class SeveralOutcomesData(TypedDict):
    """Several items and milestones that were changed."""

    items: list[ItemData]
    milestones: list[WholeMilestoneData]


def outcomes_data(
    outcomes: Sequence[Outcome],
) -> SeveralOutcomesData | ItemAnswerData | MilestoneDetailsData:
    """The keys of one item or milestone; for several, a list of each."""
    if len(outcomes) == 1:
        return _data(outcomes[0])
    items = [o.change.after for o in outcomes if isinstance(o, ItemOutcome)]
    milestones = [o for o in outcomes if isinstance(o, MilestoneOutcome)]
    return {
        "items": [item_data(item) for item in items],
        "milestones": [
            milestone_details_data(each.details)["milestone"] for each in milestones
        ],
    }


def outcomes_text(outcomes: Sequence[Outcome]) -> str:
    """An answer for each, then the way back once: one undo takes all of it back."""
    texts = [_text(outcome) for outcome in outcomes]
    if any(_is_changed(outcome) for outcome in outcomes):
        texts.append(UNDO)
    return "\n".join(texts)


def outcomes_remarks(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The remarks on each."""
    for outcome in outcomes:
        if isinstance(outcome, MilestoneOutcome):
            yield from _milestone_remarks(outcome)
        elif outcome.action == "done" and _is_changed(outcome):
            yield from _done_item_remarks(outcome)
        elif outcome.action == "skip":
            yield from _skipped_item_remarks(outcome)
        elif outcome.action == "drop":
            yield from _dropped_item_remarks(outcome)


def _is_changed(outcome: Outcome) -> bool:
    """Whether anything was written: not where an item was done before."""
    if isinstance(outcome, MilestoneOutcome):
        return True
    return outcome.action != "done" or outcome.change.before.state != "done"


def _data(outcome: Outcome) -> ItemAnswerData | MilestoneDetailsData:
    if isinstance(outcome, ItemOutcome):
        return item_answer_data(outcome.change.after)
    return milestone_details_data(outcome.details)


def _text(outcome: Outcome) -> str:
    if isinstance(outcome, ItemOutcome):
        if _is_changed(outcome):
            return changed_item_text(outcome.change)
        return done_before_text(outcome.change.after, outcome.today)
    status = outcome.details.status
    title = status.milestone.title
    matched = match_lines(outcome.typed, status.slug, title, outcome.how)
    return "\n".join([_milestone_text(outcome), *matched])


def _milestone_text(outcome: MilestoneOutcome) -> str:
    status = outcome.details.status
    if outcome.result:
        return result_text(outcome, outcome.result)
    if outcome.action == "drop":
        return _dropped_text(outcome)
    state = MILESTONE_STATE_LABELS[status.state]
    used = f", {say_hours_used(status)}" if status.state == "trying" else ""
    return wrap(f"{status.milestone.title}: {state} again{used}.")


def _dropped_text(outcome: MilestoneOutcome) -> str:
    """The answer after a milestone was dropped: its hours stay, and how to reopen it."""
    status = outcome.details.status
    attempted = sum(attempt.spent for attempt in status.attempts)
    spent = status.ledger.spent or attempted
    lines = [wrap(f"Dropped: {status.milestone.title}.")]
    if spent:
        lines.append(f"  {say_hours(spent)} stay in the log.")
    lines.append(f"  To reopen it: tracker reopen {status.slug}")
    return "\n".join(lines)


def _milestone_remarks(outcome: MilestoneOutcome) -> Iterator[str]:
    if outcome.result:
        yield from result_remarks(outcome, outcome.result)
    if outcome.action != "reopen":
        return
    for result in outcome.before.results:
        pieces = [f"{piece.kind} {piece.place}" for piece in result.evidence]
        places = ", ".join(text for text in pieces if not text.endswith(" "))
        evidence = f", with its evidence: {places}" if places else ""
        day = say_day(result.day, outcome.details.today)
        yield f"The result of {day} is removed{evidence}."


def _done_item_remarks(outcome: ItemOutcome) -> Iterator[str]:
    """For a milestone that the item leads to, the command that shows it."""
    item = outcome.change.after
    if not item.finishes:
        yield f"A {item.kind} never finishes: it has hours, but no percentage or ratio."
    milestones = [
        status.milestone
        for status in outcome.statuses
        if status.milestone.has_item(item) and _adds_to(status, item, outcome)
    ]
    if not milestones:
        return
    milestone = min(milestones, key=partial(_rank, item))
    by_group = item.group in milestone.groups and item.slug not in milestone.items
    text = f"It leads to: {milestone.title}."
    if not by_group or not outcome.group_left:
        is_counted = bool(find_counting(milestone.slug, outcome.statuses))
        needs_item = is_counted or milestone.within
        command = reach_command(milestone, item.slug if needs_item else None)
        yield f"{text} To show that, add evidence:\n  {command}"
    else:
        command = f"tracker show {item.slug}"
        yield f"{text} Its group needs {outcome.group_left} more:\n  {command}"


def _skipped_item_remarks(outcome: ItemOutcome) -> Iterator[str]:
    """The milestone nearest to the item that is still open, and how to show it."""
    item = outcome.change.after
    milestones = [
        status.milestone
        for status in outcome.statuses
        if status.state in ("open", "trying") and status.milestone.has_item(item)
    ]
    if milestones:
        milestone = min(milestones, key=partial(_rank, item))
        needs_item = find_counting(milestone.slug, outcome.statuses)
        command = reach_command(milestone, "ITEM" if needs_item else None)
        yield f"{milestone.title} is still open. To show it:\n  {command}"


def _rank(item: Item, milestone: Milestone) -> tuple[bool, bool]:
    """One that names the item comes first, then one that names its choice group."""
    return item.slug not in milestone.items, item.group not in milestone.groups


def _adds_to(status: MilestoneStatus, item: Item, outcome: ItemOutcome) -> bool:
    """Whether a result with the item reaches a milestone, or is one more that counts."""
    open_states = ("open", "trying")
    return status.state in open_states or any(
        counting.state in open_states
        and counting.counted is not None
        and item.slug not in counting.counted.items
        for counting in find_counting(status.slug, outcome.statuses)
    )


def _dropped_item_remarks(outcome: ItemOutcome) -> Iterator[str]:
    """The attempts with the item that stay open."""
    slug = outcome.change.after.slug
    for status in outcome.statuses:
        is_open = any(a.item == slug and a.dropped is None for a in status.attempts)
        if is_open and not status.results:
            yield (
                f"The attempt at {status.milestone.title} with it stays open. "
                f"To drop that too: tracker drop {status.slug}"
            )
