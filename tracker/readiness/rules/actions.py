"""What could be done about requirements that are not met, and the hours of one's own that it takes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.readiness.rules.hours import Hours, say_progress, sum_hours
from tracker.readiness.rules.paths import (
    PRACTICE,
    WORK,
    Paths,
    Steps,
    milestones_to_show,
)
from tracker.readiness.rules.readiness import RequirementLine, open_attempt
from tracker.readiness.rules.records import Facts, Requirement
from tracker.readiness.rules.strengths import Strength, covers_skill
from tracker.text.choices import LEVELS

UNSEEN, UNDER_WAY, NOT_BEGUN = "unseen", "under way", "not begun"
PARTS = (UNSEEN, UNDER_WAY, NOT_BEGUN)
# Low, likely and high seconds of one's own for asking somebody for their word: the catalogue's for reference-letter.
LETTER_HOURS: Hours = (1800, 5400, 14400)
AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, of one of the `PARTS`: `do` in words, `slug` the item, milestone or skill it is about.

    `pieces` are what it takes, with the low, likely and high seconds of each: items still to do, then milestones to be
    shown. `way` says the `steps`, with how what is left of each was counted. `milestone` is what it ends with, None
    where somebody's word is asked for; `tried` that it ends an open try. `serves` are the requirements that are met
    once it is done and can be looked at.
    """

    part: str
    do: str
    slug: str
    pieces: tuple[tuple[str, Hours], ...]
    milestone: str | None = None
    steps: Steps = ()
    step_texts: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    is_attempt: bool = False

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds, in all."""
        return sum_hours(hours for _, hours in self.pieces)

    @property
    def order(self) -> tuple[int, float, str]:
        """Part by part, the most requirements met for an hour first."""
        return (
            PARTS.index(self.part),
            self.hours[1] / max(1, len(self.requirements)),
            self.slug,
        )


def find_actions(
    lines: Sequence[RequirementLine], facts: Facts, paths: Paths
) -> Iterator[Action]:
    """All that meets one of `lines` at least, each action once."""
    yield from _asking(lines)
    for milestone in paths.milestones.values():
        passed = milestone.slug in facts.dropped or any(
            r.over for r in facts.results if r.milestone == milestone.slug
        )
        if (
            passed
            or milestone.retired
            or paths.strengths.milestone(milestone.slug) >= Strength.SHOWN
        ):
            continue
        serves = [line for line in lines if _meets(milestone, line.requirement, paths)]
        if serves:
            yield from _of_milestone(milestone, serves, facts, paths)


def is_action_for(action: Action, line: RequirementLine) -> bool:
    """Whether an action is for a line: what is there already is shown, never learned again."""
    there = line.strength >= Strength.SAID
    return line.requirement.slug in action.requirements and (
        action.part == UNSEEN or not there
    )


def _of_milestone(
    milestone: Milestone, serves: Sequence[RequirementLine], facts: Facts, paths: Paths
) -> Iterator[Action]:
    """How a milestone could come to be shown: what the person has at once, else by work."""
    if _is_there(milestone, serves, paths):
        yield _shown(milestone, serves, paths)
        return
    left = [line for line in serves if line.strength < Strength.SAID]
    worked = _worked(milestone, left, facts, paths) if left else None
    yield from (worked,) if worked else ()


def _is_there(
    milestone: Milestone, serves: Iterable[RequirementLine], paths: Paths
) -> bool:
    """Whether only showing is left: it is reached by one's own word, it is known, or it is a rung above what is there.

    What was practised is had as a skill; where the practice itself is asked for, it is still to do.
    """
    if paths.strengths.milestone(milestone.slug) >= Strength.PRACTISED or _is_next_rung(
        milestone, paths
    ):
        return True
    kinds = _listed(milestone, paths)
    asked = any(line.requirement.milestone for line in serves)
    return (
        paths.needs_no_work(milestone.slug)
        and _is_known(milestone, kinds)
        and not (asked and "exercise" in kinds)
    )


def _is_next_rung(milestone: Milestone, paths: Paths) -> bool:
    """Whether it is a rung whose hours of showing are all the work there is, above one that the person has."""
    below = [paths.milestones[need] for need in milestone.needs]
    alike = all(each.ladder == milestone.ladder for each in below)
    held = all(
        paths.strengths.milestone(b.slug) >= Strength.PRACTISED
        or _is_next_rung(b, paths)
        for b in below
    )
    return (
        bool(milestone.ladder and below)
        and alike
        and held
        and milestone.show[1] >= AN_HOUR
    )


def _shown(
    milestone: Milestone, serves: Iterable[RequirementLine], paths: Paths
) -> Action:
    """Only showing it is left."""
    return _action(
        UNSEEN,
        f"show {milestone.slug}: {milestone.show_by}",
        milestone.slug,
        milestone,
        (),
        serves,
        paths,
    )


def _worked(
    milestone: Milestone, serves: Iterable[RequirementLine], facts: Facts, paths: Paths
) -> Action | None:
    """By what is under way, else by what is listed for it; None where nothing is."""
    slug, attempt = milestone.slug, open_attempt(milestone.slug, facts)
    if attempt and not is_spent(attempt.spent, milestone):
        return _tried(attempt, milestone, serves, paths)
    steps = paths.listed_steps(slug)
    if steps is None:
        return None
    if not steps:
        made = _shown(milestone, serves, paths)
        return made if _is_modest(milestone) else replace(made, part=UNDER_WAY)
    doing = next(
        (step for step in reversed(steps) if paths.is_in_progress(step, milestone)),
        None,
    )
    if doing:
        return _action(
            UNDER_WAY,
            f"finish {doing}, then show {slug}",
            doing,
            milestone,
            steps,
            serves,
            paths,
        )
    whole = slug if not (milestone.items or milestone.groups) else steps[-1]
    return _action(
        NOT_BEGUN,
        f"do {', '.join(steps)}; then show {slug}",
        whole,
        milestone,
        steps,
        serves,
        paths,
    )


def _tried(
    attempt: Attempt,
    milestone: Milestone,
    serves: Iterable[RequirementLine],
    paths: Paths,
) -> Action | None:
    """An attempt: what is left of its item. None where nothing says how much, or where that surely passes the bound."""
    item, left = paths.items[attempt.item], paths.time_left[attempt.item]
    if item.low is None or (
        milestone.within and attempt.spent + left[0] > milestone.within[1]
    ):
        return None
    do = f"finish {item.slug}, then show {milestone.slug}"
    made = _action(UNDER_WAY, do, item.slug, milestone, (item.slug,), serves, paths)
    late = (
        milestone.within is not None and attempt.spent + left[1] > milestone.within[1]
    )
    way = (
        tuple(f"{told}, which likely comes over its bound" for told in made.step_texts)
        if late
        else made.step_texts
    )
    return replace(made, step_texts=way, is_attempt=True)


def _action(
    part: str,
    do: str,
    slug: str,
    milestone: Milestone,
    steps: Steps,
    serves: Iterable[RequirementLine],
    paths: Paths,
) -> Action:
    done = [(step, paths.time_left[step]) for step in steps]
    shown = [
        (each, paths.milestones[each].show)
        for each in milestones_to_show(milestone, paths)
    ]
    met = tuple(line.requirement.slug for line in serves)
    way = tuple(
        f"{step}{say_progress(paths.items[step], paths.overruns.get(step))}"
        for step in steps
    )
    return Action(part, do, slug, (*done, *shown), milestone.slug, steps, way, met)


def _asking(lines: Sequence[RequirementLine]) -> Iterator[Action]:
    """Somebody's letter or review for each skill that the person says they have, or practise, at the level asked."""
    for line in lines:
        asked = line.requirement
        if asked.skill and asked.level and line.strength >= Strength.SAID:
            do = f"ask somebody who can judge it for a letter or a review: {asked.skill}, {asked.level}"
            serves = tuple(
                each.requirement.slug
                for each in lines
                if _up_to(each.requirement, asked)
            )
            yield Action(
                UNSEEN,
                do,
                asked.skill,
                ((f"{asked.skill} {asked.level}", LETTER_HOURS),),
                requirements=serves,
            )


def _up_to(requirement: Requirement, asked: Requirement) -> bool:
    if requirement.skill != asked.skill or not requirement.level or not asked.level:
        return False
    return LEVELS.index(requirement.level) <= LEVELS.index(asked.level)


def _meets(milestone: Milestone, requirement: Requirement, paths: Paths) -> bool:
    """Whether a requirement is met once the milestone is shown, by itself or by what it covers."""
    reached = {milestone.slug, *paths.implied[milestone.slug]}
    if requirement.milestone:
        return requirement.milestone in reached
    return any(
        covers_skill(paths.milestones[slug], requirement.skill, requirement.level)
        for slug in reached
    )


def _listed(milestone: Milestone, paths: Paths) -> frozenset[str]:
    """The kinds of the items that are listed for a milestone and its parts; of a group, those that ask for least."""
    every = (
        milestone,
        *(paths.milestones[part] for part in paths.parts(milestone.slug)),
    )
    items = frozenset(paths.items[item].kind for each in every for item in each.items)
    groups = (members for each in every for _, members in paths.choice_groups(each))
    return items.union(
        *(
            _lightest(frozenset(paths.items[item].kind for item in members))
            for members in groups
        )
    )


def _lightest(kinds: frozenset[str]) -> frozenset[str]:
    """Where a course would do as well, neither work nor an exercise is asked for."""
    return kinds - PRACTICE or kinds - WORK or kinds


def _is_known(milestone: Milestone, kinds: frozenset[str]) -> bool:
    """Whether to have its skills is to have it: what is learned can be shown at any time, what is done was done or not.

    Learned is what no work is listed for, and what takes an hour to show: below that, something there is only sent.
    """
    done = milestone.within or milestone.ladder or milestone.show[1] < AN_HOUR
    return bool(kinds) and not done and WORK.isdisjoint(kinds)


def _is_modest(milestone: Milestone) -> bool:
    """Whether doing what is listed is as good as having it: no bound to keep, and no level above moderate."""
    return not milestone.within and all(
        LEVELS.index(level) <= 2 for _, level in milestone.skills
    )
