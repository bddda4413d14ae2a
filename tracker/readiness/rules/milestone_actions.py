"""How a milestone can be shown: by evidence alone, or by work first."""

from collections.abc import Iterator, Sequence

from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.milestones.rules.role_milestones import meets
from tracker.readiness.rules.actions import (
    NOT_BEGUN,
    UNDER_WAY,
    UNSEEN,
    Action,
    find_letter_actions,
)
from tracker.readiness.rules.evidence_only import listed_items, needs_only_evidence
from tracker.readiness.rules.hours import (
    NO_HOURS,
    Hours,
    find_hours_to_apply,
    name_of_applying,
    say_progress,
)
from tracker.readiness.rules.item_choices import Steps
from tracker.readiness.rules.paths import Paths, milestones_to_show
from tracker.readiness.rules.readiness import RequirementLine, find_open_attempt
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.situation import Situation
from tracker.readiness.rules.support import Strength
from tracker.text.columns import join_words

Pieces = tuple[tuple[str, Hours], ...]
Lines = Sequence[RequirementLine]


def find_actions(lines: Lines, facts: Facts, paths: Paths) -> Iterator[Action]:
    """All actions that meet at least one of `lines`, each action once."""
    yield from find_letter_actions(lines)
    situation = paths.situation
    closed = {result.milestone for result in facts.results if result.over}
    closed |= facts.dropped
    for milestone in situation.milestones.values():
        if milestone.slug in closed or milestone.retired:
            continue
        if situation.strengths.milestone(milestone.slug) >= Strength.SHOWN:
            continue
        slugs = (milestone.slug, *situation.implied[milestone.slug])
        reached = [situation.milestones[slug] for slug in slugs]
        met = [line for line in lines if meets(reached, line.requirement)]
        action = _milestone_action(milestone, met, facts, paths) if met else None
        if action:
            yield action


def _milestone_action(
    milestone: Milestone, lines: Lines, facts: Facts, paths: Paths
) -> Action | None:
    """How a milestone that meets `lines` can be shown; None if that is not open."""
    situation = paths.situation
    if needs_only_evidence(milestone, lines, situation):
        return _show_action(milestone, lines, situation)
    open_lines = [line for line in lines if line.strength < Strength.SAID]
    if not open_lines:
        return None
    # One item, whatever is said of it, is not all works of a milestone that counts.
    attempt = None if milestone.counted else find_open_attempt(milestone.slug, facts)
    if attempt and not is_spent(attempt.spent, milestone):
        return _attempt_action(attempt, milestone, open_lines, situation)
    if not situation.has_listed_path(milestone.slug):
        # What has to come within some hours is done with an item, or not at all.
        return None if milestone.within else _decided_action(milestone, open_lines)
    steps = paths.listed_steps(milestone.slug)
    if steps is None:
        return None
    if steps:
        return _work_action(milestone, steps, open_lines, situation)
    listed = listed_items(milestone, situation)
    is_done = any(situation.items[slug].state == "done" for slug in listed)
    action = _show_action(milestone, open_lines, situation)
    return action._replace(part=UNDER_WAY if is_done else NOT_BEGUN)


def _show_action(milestone: Milestone, lines: Lines, situation: Situation) -> Action:
    """Only showing it is left."""
    do = f"show {milestone.slug}: {milestone.show_by}"
    action = _action(UNSEEN, do, milestone, steps=(), lines=lines, situation=situation)
    return action._replace(show_by=milestone.show_by)


def _work_action(
    milestone: Milestone, steps: Steps, lines: Lines, situation: Situation
) -> Action:
    """Finish the item in progress, else do all steps; then show the milestone."""
    for step in reversed(steps):
        if _is_in_progress(step, milestone, situation):
            do = f"finish {step}, then show {milestone.slug}"
            action = _action(
                UNDER_WAY, do, milestone, steps=steps, lines=lines, situation=situation
            )
            return action._replace(slug=step)
    do = f"do {', '.join(steps)}; then show {milestone.slug}"
    action = _action(
        NOT_BEGUN, do, milestone, steps=steps, lines=lines, situation=situation
    )
    is_listed = milestone.items or milestone.groups
    return action._replace(slug=steps[-1]) if is_listed else action


def _attempt_action(
    attempt: Attempt, milestone: Milestone, lines: Lines, situation: Situation
) -> Action | None:
    """Finish an attempt. None if its item has no estimate, or surely ends too late."""
    steps = _attempt_steps(attempt, situation)
    if not steps:
        return _show_action(milestone, lines, situation)
    item, (least, likely, _) = situation.items[steps[0]], situation.time_left[steps[0]]
    limit = milestone.within[1] if milestone.within else None
    if item.low is None:
        return None
    if limit is not None and attempt.spent + least > limit:
        return None
    do = f"finish {join_words(steps)}, then show {milestone.slug}"
    action = _action(
        UNDER_WAY, do, milestone, steps=steps, lines=lines, situation=situation
    )
    texts = action.step_texts
    if limit is not None and attempt.spent + likely > limit:
        texts = tuple(f"{text}, likely to pass the limit" for text in texts)
    return action._replace(slug=item.slug, step_texts=texts, is_attempt=True)


def _attempt_steps(attempt: Attempt, situation: Situation) -> Steps:
    """The items of an attempt; of one with an item for each phase, those not used up."""
    if not attempt.by_item:
        return (attempt.item,)
    return tuple(s for s in attempt.items if situation.items[s].state != "done")


def _decided_action(milestone: Milestone, lines: Lines) -> Action:
    """No item leads to it: what to ask for, and of whom; its hours are not known."""
    return Action(
        NOT_BEGUN,
        f"show {milestone.slug}: {milestone.show_by}",
        milestone.slug,
        pieces=(),
        milestone=milestone.slug,
        requirements=tuple(line.requirement.slug for line in lines),
        show_by=milestone.show_by,
        has_known_hours=False,
    )


def _action(
    part: str,
    do: str,
    milestone: Milestone,
    *,
    steps: Steps,
    lines: Lines,
    situation: Situation,
) -> Action:
    """An action that ends with showing a milestone, about the milestone itself."""
    texts = [
        step + say_progress(situation.items[step], situation.overruns.get(step))
        for step in steps
    ]
    return Action(
        part,
        do,
        milestone.slug,
        pieces=(
            *pieces_of_steps(steps, situation),
            *pieces_to_show(milestone, situation),
        ),
        milestone=milestone.slug,
        steps=steps,
        step_texts=tuple(texts),
        requirements=tuple(line.requirement.slug for line in lines),
    )


def make_station(milestone: Milestone, steps: Steps, situation: Situation) -> Action:
    """The steps to a milestone on the way, which need not be shown by itself."""
    action = _work_action(milestone, steps, (), situation)
    pieces = pieces_of_steps(steps, situation)
    return action._replace(pieces=pieces, is_station=True)


def pieces_of_steps(steps: Steps, situation: Situation) -> Pieces:
    """The hours of each step, those of applying for it before it."""
    pieces: list[tuple[str, Hours]] = []
    for step in steps:
        applying = find_hours_to_apply(situation.items[step])
        if applying != NO_HOURS:
            pieces.append((name_of_applying(step), applying))
        pieces.append((step, situation.time_left[step]))
    return tuple(pieces)


def pieces_to_show(milestone: Milestone, situation: Situation) -> Pieces:
    """The hours to show it: with the rungs below it, or each result that it counts."""
    if milestone.counted:
        results = situation.counted[milestone.slug]
        shown = situation.milestones[milestone.counted].show
        left = results.missing + results.unshown
        return tuple((f"{milestone.counted} {at + 1}", shown) for at in range(left))
    slugs = milestones_to_show(milestone, situation)
    return tuple((slug, situation.milestones[slug].show) for slug in slugs)


def _is_in_progress(slug: str, milestone: Milestone, situation: Situation) -> bool:
    """Whether an item in progress is listed for a milestone or for a part of it."""
    if situation.items[slug].status != "doing":
        return False
    parts = [situation.milestones[part] for part in situation.parts(milestone.slug)]
    return any(slug in listed_items(each, situation) for each in (milestone, *parts))
