"""What can be done about requirements that are not met, and the hours it takes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.choices import LEVELS
from tracker.readiness.rules.hours import Hours, sum_hours
from tracker.readiness.rules.item_choices import Steps
from tracker.readiness.rules.readiness import RequirementLine
from tracker.readiness.rules.records import Requirement
from tracker.readiness.rules.support import Strength

UNSEEN, UNDER_WAY, NOT_BEGUN = "unseen", "under way", "not begun"
PARTS = (UNSEEN, UNDER_WAY, NOT_BEGUN)
ASK_FOR_LETTER = "ask somebody who can judge it for a letter or a review of your"
# Low, likely and high seconds to ask somebody for a letter or review: those of the
# catalogue for reference-letter.
LETTER_HOURS: Hours = (1800, 5400, 14400)


class Action(NamedTuple):
    """One thing to do, unseen, under way or not begun; `do` says what.

    `slug` is the item, milestone or skill that it is about. `pieces` are the items
    still to do and the milestones to show, each with its low, likely and high seconds.
    `steps` are the items, and `step_texts` say each with its progress. `milestone` is
    shown at the end, None for a letter on a skill. `show_by` says how it is shown, if
    only showing is left. `requirements` are the slugs of those that it meets.
    `is_attempt` says that it ends an open attempt. Without `has_known_hours` no item
    leads to the milestone: whoever gives the evidence decides, and `pieces` are empty.
    A station is on the way to something else, and need not be shown.
    """

    part: str
    do: str
    slug: str
    pieces: tuple[tuple[str, Hours], ...]
    milestone: str | None = None
    steps: Steps = ()
    step_texts: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    show_by: str = ""
    is_attempt: bool = False
    has_known_hours: bool = True
    is_station: bool = False

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds of all pieces."""
        return sum_hours(hours for _, hours in self.pieces)


def is_action_for(action: Action, line: RequirementLine) -> bool:
    """Whether an action is for a line: what is claimed is shown, not learned again."""
    if line.requirement.slug not in action.requirements:
        return False
    return action.part == UNSEEN or line.strength < Strength.SAID


def find_letter_actions(lines: Sequence[RequirementLine]) -> Iterator[Action]:
    """A letter or review for each skill that is claimed or practised at its level."""
    for line in lines:
        asked = line.requirement
        if asked.skill and asked.level and line.strength >= Strength.SAID:
            requirements = [
                each.requirement.slug
                for each in lines
                if _is_within(each.requirement, asked)
            ]
            yield Action(
                UNSEEN,
                f"{ASK_FOR_LETTER} {asked.skill}, {asked.level}",
                asked.skill,
                pieces=((f"{asked.skill} {asked.level}", LETTER_HOURS),),
                requirements=tuple(requirements),
                show_by=_letter_command(asked.skill, asked.level),
            )


def _letter_command(skill: str, level: str) -> str:
    """The command that records somebody's letter; its words in capitals are refused."""
    return f"tracker rate {skill} {level} --by NAME --evidence letter:WHO"


def _is_within(requirement: Requirement, asked: Requirement) -> bool:
    """Whether a requirement asks for the same skill, at that level or below."""
    if requirement.skill != asked.skill or not requirement.level or not asked.level:
        return False
    return LEVELS.index(requirement.level) <= LEVELS.index(asked.level)
