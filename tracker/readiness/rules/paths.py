"""Ways to a milestone: the items still to do, their prerequisites and choice groups, and the hours all of it takes.

Showing is not learning: whoever has the knowledge, or has done the work, is charged what showing takes and no more.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tracker.curriculum.rules.items import Item
from tracker.curriculum.rules.ratios import Ratio
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.hours import Hours, Overrun
from tracker.readiness.rules.strengths import Strength, Strengths

# Kinds of items that are done rather than learned from.
WORK = frozenset({"replication", "project", "programme"})
PRACTICE = WORK | {"exercise"}
# Items still to do, each after what it asks for.
Steps = tuple[str, ...]
# How many of which items are enough.
Choice = tuple[int, tuple[str, ...]]


@dataclass(slots=True)
class Paths:
    """The catalogue and a person's state, by slug, with the cheapest way found to each milestone that has one.

    `items` are as they are expected to turn out for this person, `left` what each still takes. `leads` are the
    milestones that an item is listed for, `kinds` the items of each kind, `ratios` the person's own by kind, `over` the
    tries past their bound, by item.
    """

    strengths: Strengths
    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    choices: Mapping[str, Choice]
    implied: Mapping[str, frozenset[str]]
    time_left: Mapping[str, Hours]
    milestones_of_item: Mapping[str, tuple[str, ...]]
    items_of_kind: Mapping[str, tuple[str, ...]]
    ratios: Mapping[str, Ratio | None] = field(default_factory=dict)
    overruns: Mapping[str, Overrun] = field(default_factory=dict)
    cheapest: dict[str, Steps] = field(default_factory=dict)

    def steps_to(self, slug: str) -> Steps | None:
        """What is still to do before a milestone could be shown, by the likely cheapest way; None: none is listed."""
        return () if self.needs_no_work(slug) else self.cheapest.get(slug)

    def listed_steps(self, slug: str) -> Steps | None:
        """As `steps`, by what is listed for this very milestone: its items and groups, or the parts it is made of."""
        if not self.has_listed_path(slug):
            return None
        milestone = self.milestones[slug]
        ways = [self.steps_to(part) for part in self.parts(slug)]
        ways += [self._steps_to_finish(item) for item in milestone.items]
        ways += [
            self._steps_of_choice(*choice) for choice in self.choice_groups(milestone)
        ]
        return join_steps(ways)

    def has_listed_path(self, slug: str) -> bool:
        """Whether the catalogue says how to come to a milestone: by items, by groups, or by all that it needs."""
        milestone = self.milestones[slug]
        if milestone.retired:
            return False
        made = len(milestone.needs) > 1 and len(self.parts(slug)) == len(
            milestone.needs
        )
        return bool(milestone.items or self.choice_groups(milestone)) or made

    def parts(self, slug: str) -> tuple[str, ...]:
        """The milestones that it needs and implies: it is made of them."""
        return tuple(
            need for need in self.milestones[slug].needs if need in self.implied[slug]
        )

    def search(self) -> None:
        """Find the ways: one way found makes others possible or cheaper, until nothing gets cheaper any more."""
        better = True
        while better:
            noted = [
                self._keep_if_cheaper(slug, self._steps_through(item))
                for slug, item in self.items.items()
            ]
            for slug in self.milestones:
                way = self.listed_steps(slug)
                noted += [
                    self._keep_if_cheaper(each, way)
                    for each in (slug, *self.implied[slug])
                ]
            better = any(noted)

    def _keep_if_cheaper(self, slug: str, way: Steps | None) -> bool:
        """Keep a way where it is the first or a cheaper one, and say so."""
        known = self.cheapest.get(slug)
        if (
            way is None
            or way is known
            or (
                known is not None
                and self.likely_seconds(known) <= self.likely_seconds(way)
            )
        ):
            return False
        self.cheapest[slug] = way
        return True

    def needs_no_work(self, slug: str) -> bool:
        """Whether a milestone need not be worked for again: reached, or each skill it shows is held at its level."""
        skills = self.milestones[slug].skills
        by_skill = bool(skills) and all(
            self.strengths.skill(*pair) >= Strength.SAID for pair in skills
        )
        return by_skill or self.strengths.milestone(slug) >= Strength.PRACTISED

    def is_in_progress(self, step: str, milestone: Milestone) -> bool:
        """Whether an item is under way that leads to a milestone, or to a part of it, itself: not as a prerequisite."""
        parts = [self.milestones[part] for part in self.parts(milestone.slug)]
        direct = {
            item for part in (milestone, *parts) for item in self.listed_items(part)
        }
        return step in direct and self.items[step].status == "doing"

    def listed_items(self, milestone: Milestone) -> Iterator[str]:
        """The items that are listed for a milestone, alone and in groups."""
        yield from milestone.items
        for _, members in self.choice_groups(milestone):
            yield from members

    def likely_seconds(self, steps: Iterable[str]) -> int:
        """The seconds that items still to do will likely take, each once."""
        return sum(self.time_left[slug][1] for slug in set(steps))

    def choice_groups(self, milestone: Milestone) -> list[Choice]:
        """Its choice groups; a ladder named for a kind of item begins with any one of that kind."""
        chosen = [self.choices[group] for group in milestone.groups]
        if (
            milestone.ladder
            and milestone.rung == 1
            and milestone.ladder in self.items_of_kind
        ):
            chosen.append((1, self.items_of_kind[milestone.ladder]))
        return chosen

    def open_choice(
        self, choose: int, members: tuple[str, ...]
    ) -> tuple[Steps, int, Steps]:
        """What of a group is to be finished, how many more of its items are to be chosen, and from which.

        Those that are over count. Those truly begun are what the person chose: no cheaper one is put in their place.
        """
        undone = [slug for slug in members if not self.is_finished(slug, members)]
        missing = choose - (len(members) - len(undone))
        if missing <= 0:
            return (), 0, ()
        begun = tuple(
            slug
            for slug in undone
            if self.is_doable(self.items[slug]) and is_well_begun(self.items[slug])
        )
        if len(begun) >= missing:
            return (), missing, begun
        return (
            begun,
            missing - len(begun),
            tuple(slug for slug in undone if slug not in begun),
        )

    def _steps_of_choice(self, choose: int, members: tuple[str, ...]) -> Steps | None:
        """What is begun of a group, and the cheapest of what is still to choose."""
        begun, missing, rest = self.open_choice(choose, members)
        ways = sorted(
            (self.cheapest[slug] for slug in rest if slug in self.cheapest),
            key=self.likely_seconds,
        )
        if len(ways) < missing:
            return None
        return join_steps(
            [*(self.cheapest.get(slug) for slug in begun), *ways[:missing]]
        )

    def _steps_to_finish(self, slug: str) -> Steps | None:
        """What is left of an item, and before it."""
        return () if self.is_finished(slug, (slug,)) else self.cheapest.get(slug)

    def is_finished(self, slug: str, among: Iterable[str]) -> bool:
        """Whether nothing is left of an item: it is done, or skipped, where any of those `among` is learned from.

        Skipped says that one needs no more of it; no work, and no practice asked for itself, is done by that.
        """
        item, learned = (
            self.items[slug],
            any(self.items[each].kind not in PRACTICE for each in among),
        )
        return item.state == "done" or (
            item.state == "skipped" and learned and item.kind not in WORK
        )

    def _steps_through(self, item: Item) -> Steps | None:
        """An item with what is to be done before it; None where the person leaves it out, or nothing leads to it."""
        if not self.is_doable(item):
            return None
        if item.is_begun:
            return (item.slug,)
        before = [self._steps_of_prerequisite(other) for other in item.requires]
        before += [self.steps_to(item.after)] if item.after else []
        return join_steps([*before, (item.slug,)])

    def is_doable(self, item: Item) -> bool:
        """Whether an item can be a step: not done, left out or retired, and something says how long it takes."""
        return not (item.state or item.retired or item.low is None)

    def _steps_of_prerequisite(self, slug: str) -> Steps | None:
        """A prerequisite: what is still to do of it, or of the group it is in, whichever is less."""
        if self.is_prerequisite_met(slug):
            return ()
        group = self.items[slug].group
        ways = [
            self._steps_to_finish(slug),
            self._steps_of_choice(*self.choices[group]) if group else None,
        ]
        return min(
            (way for way in ways if way is not None),
            key=self.likely_seconds,
            default=None,
        )

    def is_prerequisite_met(self, slug: str) -> bool:
        """Whether a prerequisite is met: done or left out, reached by its milestone, or known.

        What is there to learn from is known where each of its skills is held above basic; work is not done by knowing.
        """
        item = self.items[slug]
        if item.state or item.retired:
            return True
        learned = bool(item.skills) and item.kind not in WORK
        known = learned and all(
            self.strengths.skill(skill, "moderate") >= Strength.SAID
            for skill in item.skills
        )
        return known or any(
            self.strengths.milestone(m) >= Strength.PRACTISED
            for m in self.milestones_of_item.get(slug, ())
        )


def is_well_begun(item: Item) -> bool:
    """Whether an item is more than looked at: how far was said, or a tenth of its low estimate is logged."""
    return item.part is not None or (
        item.low is not None and item.seconds * 10 >= item.low
    )


def milestones_to_show(milestone: Milestone, paths: Paths) -> Steps:
    """What is to be shown for a milestone: itself, and the rungs below it that are not shown yet."""
    rungs = (
        other.slug
        for other in paths.milestones.values()
        if milestone.ladder
        and other.ladder == milestone.ladder
        and (other.rung or 0) <= (milestone.rung or 0)
    )
    return tuple(
        slug for slug in rungs if paths.strengths.milestone(slug) < Strength.SHOWN
    ) or (milestone.slug,)


def join_steps(ways: Iterable[Steps | None]) -> Steps | None:
    """Ways one after the other, each step once; None where one of them is."""
    every = list(ways)
    if None in every:
        return None
    return tuple(dict.fromkeys(step for way in every if way for step in way))
