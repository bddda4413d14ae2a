"""Make the stops of a map from rows of a road, and from what is reached."""

from collections.abc import Iterable, Iterator, Sequence, Set

from tracker.choices import FOLDED_WEIGHT, STAGES, WEIGHTS
from tracker.curriculum.rules.items import Gate
from tracker.readiness.rules.actions import UNSEEN
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.hours import (
    NO_HOURS,
    Hours,
    name_of_applying,
    sum_hours,
)
from tracker.readiness.rules.milestone_tracks import MilestoneTracks
from tracker.readiness.rules.reached_stops import ReachedStop
from tracker.readiness.rules.records import Facts, Requirement
from tracker.readiness.rules.road import RoadRow, is_in_progress
from tracker.readiness.rules.road_map import RoadStep, RoadStop, RoadTitles, StepChoice
from tracker.readiness.rules.step_choices import find_step_choices
from tracker.readiness.rules.support import Strength

# Where a letter on a skill stands on a map.
LETTER_STAGE = STAGES[1]
# Before what a gate needs that an item before it needs already.
SAME = "the same "


class StopMaker:
    """Makes the stops of one person's map, not `next` or linked yet."""

    def __init__(
        self,
        gaps: Gaps,
        facts: Facts,
        titles: RoadTitles,
        on_map: Set[str],
    ) -> None:
        """`on_map` are the items of all stops: none is offered in place of another."""
        self._situation = gaps.paths.situation
        self._paths = gaps.paths
        self._titles = titles
        self._tracks = MilestoneTracks(facts, self._situation)
        self._record = {item.slug: item for item in facts.items}
        self._groups = {group.slug: group for group in facts.groups}
        self._lines = {line.requirement.slug: line for line in gaps.readiness.lines}
        self._on_map = on_map

    def make_reached(self, reached: ReachedStop, items: Iterable[str]) -> RoadStop:
        """A stop that is done, or claimed where no evidence shows it."""
        milestone = self._situation.milestones.get(reached.slug)
        backing = reached.backing
        is_shown = backing.strength >= Strength.SHOWN
        steps = tuple(self._make_placed(slug) for slug in items)
        return RoadStop(
            reached.slug,
            milestone.title if milestone else self._letter_title(reached.requirements),
            stage=milestone.stage if milestone else LETTER_STAGE,
            track=self._find_track(reached.slug),
            weight=self._find_weight(reached.requirements or reached.leads_to),
            state="done" if is_shown else "claimed",
            requirements=reached.requirements,
            leads_to=reached.leads_to,
            spent=sum(step.spent for step in steps),
            hours=NO_HOURS,
            steps=steps,
            day=backing.day,
            how=milestone.show_by if milestone and not is_shown else "",
        )

    def make_ahead(self, row: RoadRow, items: Iterable[str]) -> RoadStop:
        """A stop for a row of the road: its items that are done, then its steps."""
        action = row.action
        slug = action.milestone or action.slug
        milestone = self._situation.milestones.get(action.milestone or "")
        choices = find_step_choices(row, self._paths, self._groups, self._on_map)
        ahead = (self._make_step(step, row, choices.get(step)) for step in row.steps)
        steps = (*(self._make_placed(slug) for slug in items), *ahead)
        backing = self._situation.strengths.milestones.get(slug)
        how = action.show_by
        if milestone and not row.steps:
            how = milestone.show_by
        is_pulled = row.weight != self._find_weight(row.requirements)
        return RoadStop(
            slug,
            milestone.title if milestone else self._letter_title(row.requirements),
            stage=row.stage if milestone else LETTER_STAGE,
            track=self._find_track(slug),
            weight=row.weight,
            state=self._find_state(row),
            requirements=row.requirements,
            leads_to=row.leads_to if is_pulled or not row.requirements else (),
            spent=sum(step.spent for step in steps),
            hours=row.hours,
            steps=steps,
            day=backing.day if backing else None,
            how=how,
            has_known_hours=action.has_known_hours,
            instead=tuple(self._find_others(row.requirements)),
        )

    def _find_state(self, row: RoadRow) -> str:
        """Claimed where only evidence is missing, in progress, or open."""
        action = row.action
        if action.part == UNSEEN:
            slugs = row.requirements
            strengths = [self._lines[slug].strength for slug in slugs]
            strengths.append(
                self._situation.strengths.milestone(action.milestone or "")
            )
            is_reached = strengths[-1] >= Strength.PRACTISED
            is_claimed = bool(slugs) and min(strengths[:-1]) >= Strength.SAID
            return "claimed" if is_reached or is_claimed else "open"
        return "doing" if is_in_progress(row, self._situation) else "open"

    def _make_placed(self, slug: str) -> RoadStep:
        """An item of the record that is done, or that this road does not need."""
        item = self._record[slug]
        is_done = self._situation.items[slug].state == "done"
        state = "done" if is_done else "doing"
        return RoadStep(
            slug, item.title, item.url, item.track, state, item.seconds, NO_HOURS
        )

    def _make_step(
        self, slug: str, row: RoadRow, choice: StepChoice | None
    ) -> RoadStep:
        item = self._record[slug]
        requires = () if item.is_begun else item.requires
        return RoadStep(
            slug,
            item.title,
            item.url,
            item.track,
            state="doing" if item.is_begun else "open",
            spent=item.seconds,
            hours=sum_hours(_hours_of(slug, row)),
            gate=self._find_gate(slug),
            choice=choice,
            requires=tuple(each for each in requires if each in row.steps),
        )

    def _find_gate(self, slug: str) -> Gate | None:
        """Its open gate, or that of one before it of its group, which it needs too."""
        item = self._situation.items[slug]
        gate = self._situation.open_gate(slug)
        for before in item.requires:
            is_same = item.group and item.group == self._situation.items[before].group
            passed = self._find_gate(before) if is_same and not gate else None
            if passed:
                same = passed.needs.removeprefix(SAME)
                gate = passed._replace(needs=f"{SAME}{same}")
        return gate

    def _find_others(self, requirements: Iterable[str]) -> Iterator[str]:
        """The titles of what could meet the heaviest of its requirements instead."""
        asked = [self._lines[slug].requirement for slug in requirements]
        weight = self._find_weight(requirements)
        heaviest = [each for each in asked if each.weight == weight]
        if any(each.any_of is None for each in heaviest):
            return
        units = {each.unit for each in heaviest}
        for line in self._lines.values():
            other = line.requirement
            if other.unit in units and other not in heaviest:
                milestone = self._situation.milestones.get(other.milestone or "")
                yield milestone.title if milestone else self._skill_title(other)

    def _letter_title(self, requirements: Sequence[str]) -> str:
        """`A letter or a review: Software engineering, strong`."""
        asked = self._lines[requirements[0]].requirement
        return f"A letter or a review: {self._skill_title(asked)}"

    def _skill_title(self, asked: Requirement) -> str:
        """`Software engineering, strong`."""
        skill = self._titles.skills.get(asked.skill or "", asked.skill)
        level = (asked.level or "").replace("-", " ")
        return f"{skill}, {level}"

    def _find_track(self, slug: str) -> str:
        if slug in self._situation.milestones:
            return self._tracks.of_milestone(slug)
        return self._tracks.of_skill(slug)

    def _find_weight(self, requirements: Iterable[str]) -> str:
        weights = (self._lines[slug].requirement.weight for slug in requirements)
        return min(weights, key=WEIGHTS.index, default=FOLDED_WEIGHT)


def _hours_of(slug: str, row: RoadRow) -> Iterator[Hours]:
    """What an item takes, and applying for it."""
    for piece, hours in row.pieces:
        if piece in (slug, name_of_applying(slug)):
            yield hours
