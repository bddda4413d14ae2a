"""The milestones that a role asks for, and the command that records each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from tracker.choices import LEVELS, WEIGHTS
from tracker.milestones.rules.evidence import CLAIM
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Milestone
from tracker.milestones.rules.status import MilestoneStatus
from tracker.text.evidence import placeholder_of


class RoleNeed(Protocol):
    """What a role asks for: a milestone, or a skill at a level."""

    @property
    def skill(self) -> str | None:
        """The slug of the skill."""

    @property
    def level(self) -> str | None:
        """The level of the skill."""

    @property
    def milestone(self) -> str | None:
        """The slug of the milestone."""


class RoleMilestone(NamedTuple):
    """One requirement of a role: a milestone, or a skill at a level."""

    slug: str
    weight: str
    skill: str | None = None
    level: str | None = None
    milestone: str | None = None


class RoleMilestoneStatus(NamedTuple):
    """A milestone that meets requirements of a role, and the command to record it."""

    status: MilestoneStatus
    requirements: tuple[RoleMilestone, ...]
    command: str

    @property
    def weight(self) -> str:
        """The heaviest weight among its requirements."""
        weights = (requirement.weight for requirement in self.requirements)
        return min(weights, key=WEIGHTS.index)


def find_role_milestones(
    requirements: Sequence[RoleMilestone], statuses: Mapping[str, MilestoneStatus]
) -> list[RoleMilestoneStatus]:
    """The milestones that meet one of a role's requirements or more, by what they imply.

    Sorted by heaviest weight, then by how many requirements they meet by themselves,
    then with what they imply, then in the guide's order.
    """
    milestones = {slug: status.milestone for slug, status in statuses.items()}
    implied = implied_milestones(milestones.values())
    ranked = []
    for slug, status in statuses.items():
        reached = [milestones[each] for each in (slug, *implied[slug])]
        met = tuple(asked for asked in requirements if meets(reached, asked))
        if met:
            match = RoleMilestoneStatus(status, met, next_command(status, statuses))
            by_itself = sum(meets(reached[:1], asked) for asked in met)
            rank = (WEIGHTS.index(match.weight), -by_itself, -len(met))
            ranked.append((rank, match))
    ranked.sort(key=lambda pair: pair[0])
    return [match for _, match in ranked]


def next_command(
    status: MilestoneStatus, statuses: Mapping[str, MilestoneStatus]
) -> str:
    """The command that records the next result towards a milestone.

    Of one that counts, it adds evidence to a work without any, or records another work.
    """
    one = statuses.get(status.milestone.counted or "")
    if one and status.counted:
        unshown = [work for work in status.counted.works if not work.evidence]
        item = unshown[0].item if unshown else None
        return reach_command(one.milestone, item or "ITEM")
    is_counted = any(s.milestone.counted == status.slug for s in statuses.values())
    return reach_command(status.milestone, "ITEM" if is_counted else None)


def reach_command(
    milestone: Milestone, item: str | None = None, *, evidence: bool = True
) -> str:
    """The command that records a result: `tracker reach ppo-done --evidence repo:URL`.

    `--with` is in it with `item`, or with a placeholder where an item is needed.
    """
    words = ["tracker reach", milestone.slug]
    if item or milestone.within or not evidence:
        words.append(f"--with {item or 'ITEM'}")
    kinds = [kind for kind in milestone.kinds if kind != CLAIM]
    for kind in kinds if milestone.takes_all_kinds else kinds[:1]:
        if evidence:
            words.append(f"--evidence {kind}:{placeholder_of(kind)}")
    return " ".join(words)


def shows_level(milestone: Milestone, skill: str, level: str) -> bool:
    """Whether a milestone shows a skill at that level or a higher one."""
    return any(
        name == skill and LEVELS.index(shown) >= LEVELS.index(level)
        for name, shown in milestone.skills
    )


def meets(reached: Sequence[Milestone], asked: RoleNeed) -> bool:
    """Whether what a role asks for is met by a milestone with those that it implies."""
    if asked.milestone:
        return any(milestone.slug == asked.milestone for milestone in reached)
    if asked.skill is None or asked.level is None:
        return False
    return any(shows_level(each, asked.skill, asked.level) for each in reached)


def group_by_weight(
    matches: Iterable[RoleMilestoneStatus],
) -> dict[str, list[RoleMilestoneStatus]]:
    """Matches under their heaviest weight; each weight is there, in order."""
    groups: dict[str, list[RoleMilestoneStatus]] = {weight: [] for weight in WEIGHTS}
    for match in matches:
        groups[match.weight].append(match)
    return groups
