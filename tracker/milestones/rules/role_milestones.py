"""What a role asks for as milestones, and the line to type for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.milestones.rules.evidence import is_only_claimed
from tracker.milestones.rules.records import LEVELS, Milestone
from tracker.milestones.rules.status import MilestoneStatus

WEIGHTS = ("must", "should", "helps")
# What stands for the place of each kind of evidence, in a line to paste.
PLACES = {
    "repo": "URL",
    "post": "URL",
    "paper": "URL",
    "certificate": "WHERE",
    "letter": "WHO",
    "metric": "WHERE",
    "review": "WHO",
}


@dataclass(frozen=True, slots=True)
class RoleMilestone:
    """One requirement of a role: a milestone, or a skill at a level."""

    slug: str
    weight: str
    skill: str | None = None
    level: str | None = None
    milestone: str | None = None


@dataclass(frozen=True, slots=True)
class RoleMilestoneStatus:
    """A milestone that answers some of what a role asks, and the line to type once it is there."""

    status: MilestoneStatus
    requirements: tuple[RoleMilestone, ...]
    command: str

    @property
    def weight(self) -> str:
        """The heaviest of what it answers."""
        return min((each.weight for each in self.requirements), key=WEIGHTS.index)

    @property
    def is_claimed_only(self) -> bool:
        """Whether it is reached on one's own word alone: its line is still to be typed."""
        standing = self.status
        said = is_only_claimed(standing.evidence, standing.milestone)
        return standing.state == "reached" and not standing.implied_by and said


def find_role_milestones(
    asked: Sequence[RoleMilestone], standings: Mapping[str, MilestoneStatus]
) -> list[RoleMilestoneStatus]:
    """The milestones that a role asks for, and those that show a skill it asks for at that level.

    What answers musts comes first, then what answers more of them; else the guide's order.
    """
    found = [
        RoleMilestoneStatus(standing, which, reach_command(standing.milestone))
        for standing in standings.values()
        if (
            which := tuple(each for each in asked if _answers(standing.milestone, each))
        )
    ]
    return sorted(
        found, key=lambda each: (WEIGHTS.index(each.weight), -len(each.requirements))
    )


def reach_command(milestone: Milestone, item: str | None = None) -> str:
    """The line that records a result, with `item` where hours count: `tracker reach ppo-done --evidence repo:URL`."""
    kind = next((kind for kind in milestone.kinds if kind in PLACES), None)
    with_item = f" --with {item or 'ITEM'}" if milestone.within else ""
    shown = f" --evidence {kind}:{PLACES[kind]}" if kind else ""
    return f"tracker reach {milestone.slug}{with_item}{shown}"


def shows_level(milestone: Milestone, skill: str, level: str) -> bool:
    """Whether a milestone shows a skill at that level or a higher one."""
    return any(
        name == skill and LEVELS.index(at) >= LEVELS.index(level)
        for name, at in milestone.skills
    )


def _answers(milestone: Milestone, asked: RoleMilestone) -> bool:
    if asked.milestone:
        return asked.milestone == milestone.slug
    return bool(asked.skill and asked.level) and shows_level(
        milestone, str(asked.skill), str(asked.level)
    )


def group_by_weight(
    found: Iterable[RoleMilestoneStatus],
) -> dict[str, list[RoleMilestoneStatus]]:
    """Answers under the heaviest of what they answer."""
    listed = list(found)
    return {
        weight: [each for each in listed if each.weight == weight] for weight in WEIGHTS
    }
