"""What the commands about roles and skills answer, before it is text or JSON."""

from collections.abc import Mapping, Set
from datetime import date
from typing import NamedTuple

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Evidence
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.applications import Opening, find_applications
from tracker.readiness.rules.build_paths import find_milestones_of_items
from tracker.readiness.rules.changes import Changes
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.records import Role, Skill, Variant
from tracker.readiness.rules.required_total import RequiredTotal
from tracker.readiness.rules.road_map import RoadMap
from tracker.readiness.rules.strengths import Strengths
from tracker.readiness.rules.support import Backing


class TargetAnswer(NamedTuple):
    """The target role and its variant, None while there is no target; and all roles.

    `subjects` are those of the guide's questions that matter for it. `offers_known`
    says that it is the first target, and that nothing is recorded yet.
    """

    role: Role | None
    variant: Variant | None
    roles: tuple[Role, ...]
    subjects: tuple[str, ...] = ()
    offers_known: bool = False


class ReadyAnswer(NamedTuple):
    """How ready a person is for a role.

    `supposed` is what `--if` supposed, and `before` the readiness without it. With
    `show_helpful`, the text lists the helpful requirements too. `other_roles` are those
    of which all required lines are shown or claimed.
    """

    readiness: Readiness
    context: ReasonContext
    show_helpful: bool = False
    supposed: str = ""
    before: Readiness | None = None
    other_roles: tuple[Role, ...] = ()
    is_target: bool = False

    @property
    def openings(self) -> tuple[Opening, ...]:
        """What to apply for now."""
        facts, strengths = self.context.facts, self.context.strengths
        leads_to = find_milestones_of_items(facts)
        return find_applications(
            self.readiness, self.context.items, leads_to, strengths
        )


class ChangesAnswer(NamedTuple):
    """What changed since a day, with what the reasons are made from."""

    changes: Changes
    context: ReasonContext


class GapsAnswer(NamedTuple):
    """What is missing for a role, what all required lines take, and the pace.

    `total` is None if nothing required is missing, or a line has no path. With
    `show_all`, the text lists helpful rows, and mentor, funding and evaluation, in full
    too.
    """

    gaps: Gaps
    pace: Pace
    total: RequiredTotal | None = None
    show_all: bool = False
    is_target: bool = True

    @property
    def role_words(self) -> str:
        """The role as typed after a command; nothing for the target."""
        return "" if self.is_target else f" {self.gaps.readiness.role.slug}"

    @property
    def required_slugs(self) -> Set[str]:
        """The slugs of the required lines that are missing."""
        requirements = (gap.line.requirement for gap in self.gaps.gaps)
        return {each.slug for each in requirements if each.weight == "must"}


class RoadAnswer(NamedTuple):
    """The map of the road to a role, as of `today`.

    With `show_all`, the text lists what is only helpful in full too.
    """

    road: RoadMap
    today: date
    show_all: bool = False
    is_target: bool = True

    @property
    def role_words(self) -> str:
        """The role and its variant as typed after a command; nothing for the target."""
        if self.is_target:
            return ""
        readiness = self.road.readiness
        variant = readiness.variant
        return f" {readiness.role.slug}" + (
            f" --variant {variant.slug}" if variant else ""
        )


class NextAnswer(NamedTuple):
    """A few things to do next; `gaps` is what the target still asks for, if any.

    `items` are by slug; `more` of those in progress are not among the actions.
    """

    actions: tuple[Action, ...]
    gaps: Gaps | None
    items: Mapping[str, Item]
    more: int = 0


class SkillLine(NamedTuple):
    """A skill, with the strengths of all skills."""

    skill: Skill
    strengths: Strengths
    today: date

    @property
    def best(self) -> tuple[str, Backing] | None:
        """The level with the strongest backing, and that backing."""
        return self.strengths.level(self.skill.slug)

    def at(self, level: str) -> Backing | None:
        """What backs the skill at a level."""
        return self.strengths.skills.get((self.skill.slug, level))


class RatingAnswer(NamedTuple):
    """A rating that was recorded: `rater` is empty for the person's own.

    `uncounted` is its evidence, as typed, that does not make it verified, `repeated`
    each place that was left out, with the evidence that has it.
    """

    line: SkillLine
    level: str
    rater: str
    uncounted: tuple[Evidence, ...] = ()
    repeated: tuple[tuple[str, Evidence], ...] = ()
