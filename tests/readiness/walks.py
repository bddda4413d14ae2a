"""What would be wrong with a road, found again from what `gaps` answers as JSON."""

from typing import Any

from tracker.curriculum.rules.items import Item
from tracker.readiness.rules.actions import UNDER_WAY
from tracker.readiness.rules.build_paths import (
    find_milestones_of_items,
    find_taught_levels,
)
from tracker.readiness.rules.item_choices import find_works
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import find_strengths

Answer = dict[str, Any]
LESSONS = {"course", "book", "video", "article", "paper", "reading-list"}


def lessons_in_what_is_known(gaps: Answer, facts: Facts) -> list[str]:
    """The steps not begun that teach nothing above what is shown or claimed."""
    known = find_strengths(facts._replace(items=())).skills
    taught = find_taught_levels(facts, find_milestones_of_items(facts))
    items = _items(facts)
    works = find_works(facts.milestones, find_milestones_of_items(facts))
    return [
        step
        for step in _steps(gaps)
        if items[step].kind in LESSONS
        and not items[step].is_begun
        # Several courses are counted one by one.
        and step not in works
        # A place at a university is for the credit, not only for the lesson.
        and not items[step].gate
        and taught[step]
        and set(taught[step]) <= set(known)
    ]


def early_steps(gaps: Answer, facts: Facts) -> list[tuple[str, str]]:
    """Steps that stand twice, or before what they require or follow; and that."""
    steps, items = _steps(gaps), _items(facts)
    row_of = {row["milestone"]: at for at, row in enumerate(gaps["road"])}
    early = [(step, step) for step in set(steps) if steps.count(step) > 1]
    for at, row in enumerate(gaps["road"]):
        for step in row["steps"]:
            item = items[step]
            if item.is_begun:
                continue
            later = set(steps[steps.index(step) :])
            early += [(step, each) for each in item.requires if each in later]
            # What is under way comes first, with what leads to it.
            under_way = row["part"] == UNDER_WAY
            if not under_way and row_of.get(item.after, -1) > at:
                early.append((step, item.after or ""))
    return early


def misplaced_helpful_rows(gaps: Answer, facts: Facts) -> list[str]:
    """The rows for helpful things above a required one that does not depend on them."""
    weights = {gap["requirement"]: gap["weight"] for gap in gaps["gaps"]}
    rows = [row for row in gaps["road"] if row["part"] == "not begun"]
    own = [{weights[slug] for slug in row["requirements"]} for row in rows]
    wrong = []
    for at, row in enumerate(rows):
        below = [rows[n] for n in range(at + 1, len(rows)) if own[n] - {"helps"}]
        required = [each for each in below if "must" in own[rows.index(each)]]
        if own[at] != {"helps"} or not required:
            continue
        if not any(_depends(each, row, gaps, facts) for each in below):
            wrong.append(row["milestone"] or row["slug"])
    return wrong


def open_without_action(gaps: Answer) -> list[str]:
    """The requirements that nothing leads to, also not to their alternatives."""
    served = {
        gap["any_of"] or gap["requirement"] for gap in gaps["gaps"] if gap["actions"]
    }
    on_road = {slug for row in gaps["road"] for slug in row["requirements"]}
    units = {
        gap["any_of"] or gap["requirement"]
        for gap in gaps["gaps"]
        if gap["requirement"] in on_road
    }
    return [
        gap["requirement"]
        for gap in gaps["gaps"]
        if (gap["any_of"] or gap["requirement"])
        not in (served if gap["step"] else units & served)
    ]


def _depends(later: Answer, row: Answer, gaps: Answer, facts: Facts) -> bool:
    """Whether a row needs the milestone of another, or shares its steps."""
    steps = _steps_with_shared(later, gaps)
    if steps & _steps_with_shared(row, gaps):
        return True
    items, milestones = _items(facts), {each.slug: each for each in facts.milestones}
    needed = {items[step].after for step in steps} | {later["milestone"]}
    queue = [slug for slug in needed if slug]
    while queue:
        fresh = set(milestones[queue.pop()].needs) - needed
        needed |= fresh
        queue += fresh
    return row["milestone"] in needed


def _steps_with_shared(row: Answer, gaps: Answer) -> set[str]:
    """The steps of a row, also those that rows above it have."""
    steps = set(row["steps"])
    for gap in gaps["gaps"]:
        for action in gap["actions"]:
            if row["milestone"] and action["milestone"] == row["milestone"]:
                steps |= set(action["steps"])
    return steps


def _steps(gaps: Answer) -> list[str]:
    return [step for row in gaps["road"] for step in row["steps"]]


def _items(facts: Facts) -> dict[str, Item]:
    return {item.slug: item for item in facts.items}
