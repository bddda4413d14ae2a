"""How a milestone can be shown: by evidence alone, or by work first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tracker.choices import LEVELS
from tracker.limits import HOUR
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.readiness.rules.actions import (
    NOT_BEGUN,
    UNDER_WAY,
    UNSEEN,
    Action,
    find_letter_actions,
)
from tracker.readiness.rules.hours import say_progress
from tracker.readiness.rules.paths import (
    PRACTICE,
    WORK,
    Paths,
    Steps,
    milestones_to_show,
)
from tracker.readiness.rules.readiness import RequirementLine, find_open_attempt
from tracker.readiness.rules.records import Facts, Requirement
from tracker.readiness.rules.strengths import Strength, covers_skill

Lines = Sequence[RequirementLine]


def find_actions(lines: Lines, facts: Facts, paths: Paths) -> Iterator[Action]:
    """All actions that meet at least one of `lines`, each action once."""
    yield from find_letter_actions(lines)
    closed = {result.milestone for result in facts.results if result.over}
    closed |= facts.dropped
    for milestone in paths.milestones.values():
        if milestone.slug in closed or milestone.retired:
            continue
        if paths.strengths.milestone(milestone.slug) >= Strength.SHOWN:
            continue
        met = [line for line in lines if _meets(milestone, line.requirement, paths)]
        action = _milestone_action(milestone, met, facts, paths) if met else None
        if action:
            yield action


def _milestone_action(
    milestone: Milestone, lines: Lines, facts: Facts, paths: Paths
) -> Action | None:
    """How a milestone that meets `lines` can be shown; None if nothing is listed."""
    if _needs_only_evidence(milestone, lines, paths):
        return _show_action(milestone, lines, paths)
    open_lines = [line for line in lines if line.strength < Strength.SAID]
    if not open_lines:
        return None
    attempt = find_open_attempt(milestone.slug, facts)
    if attempt and not is_spent(attempt.spent, milestone):
        return _attempt_action(attempt, milestone, open_lines, paths)
    steps = paths.listed_steps(milestone.slug)
    if steps is None:
        return None
    if not steps:
        action = _show_action(milestone, open_lines, paths)
        return action if _is_modest(milestone) else replace(action, part=UNDER_WAY)
    return _work_action(milestone, steps, open_lines, paths)


def _meets(milestone: Milestone, requirement: Requirement, paths: Paths) -> bool:
    """Whether showing a milestone meets a requirement, also by what it implies."""
    reached = {milestone.slug, *paths.implied[milestone.slug]}
    if requirement.milestone:
        return requirement.milestone in reached
    skill, level = requirement.skill, requirement.level
    return any(covers_skill(paths.milestones[slug], skill, level) for slug in reached)


def _show_action(milestone: Milestone, lines: Lines, paths: Paths) -> Action:
    """Only showing it is left."""
    do = f"show {milestone.slug}: {milestone.show_by}"
    action = _action(UNSEEN, do, milestone, steps=(), lines=lines, paths=paths)
    return replace(action, show_by=milestone.show_by)


def _work_action(
    milestone: Milestone, steps: Steps, lines: Lines, paths: Paths
) -> Action:
    """Finish the item in progress, else do all steps; then show the milestone."""
    for step in reversed(steps):
        if _is_in_progress(step, milestone, paths):
            do = f"finish {step}, then show {milestone.slug}"
            action = _action(
                UNDER_WAY, do, milestone, steps=steps, lines=lines, paths=paths
            )
            return replace(action, slug=step)
    do = f"do {', '.join(steps)}; then show {milestone.slug}"
    action = _action(NOT_BEGUN, do, milestone, steps=steps, lines=lines, paths=paths)
    is_listed = milestone.items or milestone.groups
    return replace(action, slug=steps[-1]) if is_listed else action


def _attempt_action(
    attempt: Attempt, milestone: Milestone, lines: Lines, paths: Paths
) -> Action | None:
    """Finish an attempt. None if its item has no estimate, or surely ends too late."""
    item, (least, likely, _) = paths.items[attempt.item], paths.time_left[attempt.item]
    limit = milestone.within[1] if milestone.within else None
    if item.low is None:
        return None
    if limit is not None and attempt.spent + least > limit:
        return None
    do = f"finish {item.slug}, then show {milestone.slug}"
    action = _action(
        UNDER_WAY, do, milestone, steps=(item.slug,), lines=lines, paths=paths
    )
    texts = action.step_texts
    if limit is not None and attempt.spent + likely > limit:
        texts = tuple(f"{text}, likely to pass the limit" for text in texts)
    return replace(action, slug=item.slug, step_texts=texts, is_attempt=True)


def _action(
    part: str,
    do: str,
    milestone: Milestone,
    *,
    steps: Steps,
    lines: Lines,
    paths: Paths,
) -> Action:
    """An action that ends with showing a milestone, about the milestone itself."""
    to_do = [(step, paths.time_left[step]) for step in steps]
    to_show = [
        (slug, paths.milestones[slug].show)
        for slug in milestones_to_show(milestone, paths)
    ]
    texts = [
        step + say_progress(paths.items[step], paths.overruns.get(step))
        for step in steps
    ]
    return Action(
        part,
        do,
        milestone.slug,
        pieces=(*to_do, *to_show),
        milestone=milestone.slug,
        steps=steps,
        step_texts=tuple(texts),
        requirements=tuple(line.requirement.slug for line in lines),
    )


def _is_in_progress(slug: str, milestone: Milestone, paths: Paths) -> bool:
    """Whether an item in progress is listed for a milestone or for a part of it."""
    if paths.items[slug].status != "doing":
        return False
    parts = [paths.milestones[part] for part in paths.parts(milestone.slug)]
    return any(slug in _listed_items(each, paths) for each in (milestone, *parts))


def _listed_items(milestone: Milestone, paths: Paths) -> Iterator[str]:
    """The items that are listed for a milestone, alone and in groups."""
    yield from milestone.items
    for _, members in paths.choice_groups(milestone):
        yield from members


def _needs_only_evidence(milestone: Milestone, lines: Lines, paths: Paths) -> bool:
    """Whether it is reached without evidence, is known, or is a rung above one reached.

    Practice gives a skill. A milestone that asks for the practice itself still needs
    it.
    """
    if paths.strengths.milestone(milestone.slug) >= Strength.PRACTISED:
        return True
    if _is_next_rung(milestone, paths):
        return True
    kinds = _listed_kinds(milestone, paths)
    if not paths.needs_no_work(milestone.slug) or not _is_knowledge(milestone, kinds):
        return False
    is_asked_itself = any(line.requirement.milestone for line in lines)
    return not (is_asked_itself and "exercise" in kinds)


def _is_next_rung(milestone: Milestone, paths: Paths) -> bool:
    """Whether it is the rung above one that is reached, and takes only showing."""
    below = [paths.milestones[need] for need in milestone.needs]
    if not milestone.ladder or not below or milestone.show[1] < HOUR:
        return False
    if any(each.ladder != milestone.ladder for each in below):
        return False
    return all(
        paths.strengths.milestone(each.slug) >= Strength.PRACTISED
        or _is_next_rung(each, paths)
        for each in below
    )


def _listed_kinds(milestone: Milestone, paths: Paths) -> frozenset[str]:
    """The kinds listed for a milestone and its parts; of a group, the lightest."""
    parts = [paths.milestones[part] for part in paths.parts(milestone.slug)]
    kinds: set[str] = set()
    for each in (milestone, *parts):
        kinds |= _kinds_of(each.items, paths)
        for _, members in paths.choice_groups(each):
            kinds |= _lightest(_kinds_of(members, paths))
    return frozenset(kinds)


def _kinds_of(slugs: Iterable[str], paths: Paths) -> frozenset[str]:
    return frozenset(paths.items[slug].kind for slug in slugs)


def _lightest(kinds: frozenset[str]) -> frozenset[str]:
    """Without work and exercises, if the group has anything else to learn from."""
    return kinds - PRACTICE or kinds - WORK or kinds


def _is_knowledge(milestone: Milestone, kinds: frozenset[str]) -> bool:
    """Whether knowing its skills is enough to show it: no work is listed for it.

    What takes less than an hour to show was done or not: it is only sent.
    """
    is_deed = milestone.within or milestone.ladder or milestone.show[1] < HOUR
    return bool(kinds) and not is_deed and WORK.isdisjoint(kinds)


def _is_modest(milestone: Milestone) -> bool:
    """Whether doing what is listed is enough: no limit, no level above moderate."""
    moderate = LEVELS.index("moderate")
    levels = [LEVELS.index(level) for _, level in milestone.skills]
    return not milestone.within and all(level <= moderate for level in levels)
