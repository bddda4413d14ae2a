"""Paths to a milestone: the items still to do, in order, and the hours they take.

Showing is not learning: what is known or done already takes only the hours to show it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.hours import Hours, Overrun
from tracker.readiness.rules.strengths import Strength, Strengths

# Kinds of items that are done rather than learned from.
WORK = frozenset({"replication", "project", "programme"})
PRACTICE = WORK | {"exercise"}
# Items still to do, each after its prerequisites.
Steps = tuple[str, ...]
# How many of which items are enough.
Choice = tuple[int, tuple[str, ...]]


class OpenChoice(NamedTuple):
    """What is left of a choice group: finish `started`, and do `number` of `others`."""

    started: Steps = ()
    number: int = 0
    others: Steps = ()


@dataclass(slots=True)
class Paths:
    """The curriculum and a person's state, by slug, with the cheapest paths.

    `items` have the estimates expected for this person, `time_left` what each still
    takes. `choices` are the choice groups, `implied` the milestones that each one
    implies, `milestones_of_item` those that an item is listed for, `ratios` the
    person's by kind, `overruns` the attempts over their limit, by item. `search` fills
    `cheapest`: the steps to each item and milestone that has a path.
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

    def search(self) -> None:
        """Find the cheapest paths: one found can make others possible or cheaper."""
        is_better = True
        while is_better:
            is_better = False
            for slug, item in self.items.items():
                is_better |= self._keep_if_cheaper(slug, self._steps_through(item))
            for slug in self.milestones:
                steps = self.listed_steps(slug)
                for reached in (slug, *self.implied[slug]):
                    is_better |= self._keep_if_cheaper(reached, steps)

    def steps_to(self, slug: str) -> Steps | None:
        """The cheapest steps before a milestone can be shown; None without a path."""
        return () if self.needs_no_work(slug) else self.cheapest.get(slug)

    def listed_steps(self, slug: str) -> Steps | None:
        """As `steps_to`, by what is listed for the milestone: items, groups, parts."""
        if not self.has_listed_path(slug):
            return None
        milestone = self.milestones[slug]
        paths = [self.steps_to(part) for part in self.parts(slug)]
        paths += [self._steps_to_finish(item) for item in milestone.items]
        for choice in self.choice_groups(milestone):
            paths.append(self._steps_of_choice(choice))
        return join_steps(paths)

    def has_listed_path(self, slug: str) -> bool:
        """Whether the curriculum lists items, groups or parts for a milestone."""
        milestone = self.milestones[slug]
        if milestone.retired:
            return False
        if milestone.items or self.choice_groups(milestone):
            return True
        count = len(milestone.needs)
        return count > 1 and len(self.parts(slug)) == count

    def parts(self, slug: str) -> tuple[str, ...]:
        """The milestones that it needs and also implies: its parts."""
        implied = self.implied[slug]
        return tuple(need for need in self.milestones[slug].needs if need in implied)

    def needs_no_work(self, slug: str) -> bool:
        """Whether a milestone is reached, or each skill it shows is claimed."""
        if self.strengths.milestone(slug) >= Strength.PRACTISED:
            return True
        skills = self.milestones[slug].skills
        strengths = [self.strengths.skill(skill, level) for skill, level in skills]
        return bool(skills) and all(each >= Strength.SAID for each in strengths)

    def likely_seconds(self, steps: Iterable[str]) -> int:
        """The likely seconds of steps, each once."""
        return sum(self.time_left[slug][1] for slug in set(steps))

    def choice_groups(self, milestone: Milestone) -> list[Choice]:
        """Its choice groups. A ladder of a kind of item begins with any item of it."""
        groups = [self.choices[group] for group in milestone.groups]
        members = self.items_of_kind.get(milestone.ladder or "")
        if members and milestone.rung == 1:
            groups.append((1, members))
        return groups

    def open_choice(self, choice: Choice) -> OpenChoice:
        """What is left of a choice group.

        Finished items count. Items well begun are the person's choice: no cheaper one
        replaces them.
        """
        number, members = choice
        unfinished = [slug for slug in members if not self.is_finished(slug, members)]
        missing = number - (len(members) - len(unfinished))
        if missing <= 0:
            return OpenChoice()
        started = tuple(slug for slug in unfinished if self._is_chosen(slug))
        if len(started) >= missing:
            return OpenChoice((), missing, started)
        others = tuple(slug for slug in unfinished if slug not in started)
        return OpenChoice(started, missing - len(started), others)

    def is_finished(self, slug: str, among: Iterable[str]) -> bool:
        """Whether an item is done or skipped; skipping never finishes work.

        It finishes an exercise only if one of `among` is an item to learn from.
        """
        item = self.items[slug]
        if item.state == "done":
            return True
        if item.state != "skipped" or item.kind in WORK:
            return False
        return any(self.items[each].kind not in PRACTICE for each in among)

    def is_doable(self, item: Item) -> bool:
        """Whether an item can be a step: it is open, listed, and has an estimate."""
        return not item.state and not item.retired and item.low is not None

    def is_prerequisite_met(self, slug: str) -> bool:
        """Whether a prerequisite is done, left out, reached by a milestone, or known.

        It is known if each skill it teaches is claimed above basic. Work is not done by
        knowing.
        """
        item = self.items[slug]
        if item.state or item.retired:
            return True
        skills = [self.strengths.skill(skill, "moderate") for skill in item.skills]
        if skills and item.kind not in WORK and min(skills) >= Strength.SAID:
            return True
        slugs = self.milestones_of_item.get(slug, ())
        return any(self.strengths.milestone(m) >= Strength.PRACTISED for m in slugs)

    def _keep_if_cheaper(self, slug: str, steps: Steps | None) -> bool:
        """Keep steps to an item or milestone if they are the first or cheaper."""
        known = self.cheapest.get(slug)
        if steps is None or steps is known:
            return False
        is_cheaper = known is None or (
            self.likely_seconds(steps) < self.likely_seconds(known)
        )
        if is_cheaper:
            self.cheapest[slug] = steps
        return is_cheaper

    def _is_chosen(self, slug: str) -> bool:
        """Whether a part was reported, or a tenth of the low estimate is logged."""
        item = self.items[slug]
        if not self.is_doable(item):
            return False
        return item.part is not None or item.seconds * 10 >= (item.low or 0)

    def _steps_of_choice(self, choice: Choice) -> Steps | None:
        """The started items of a group, and the cheapest of the others."""
        started, number, others = self.open_choice(choice)
        paths = [self.cheapest[slug] for slug in others if slug in self.cheapest]
        if len(paths) < number:
            return None
        paths.sort(key=self.likely_seconds)
        return join_steps([*map(self.cheapest.get, started), *paths[:number]])

    def _steps_to_finish(self, slug: str) -> Steps | None:
        """An item that is to be finished, and what comes before it."""
        return () if self.is_finished(slug, (slug,)) else self.cheapest.get(slug)

    def _steps_through(self, item: Item) -> Steps | None:
        """An item and what comes before it; None if it cannot be a step."""
        if not self.is_doable(item):
            return None
        if item.is_begun:
            return (item.slug,)
        before = [self._steps_of_prerequisite(slug) for slug in item.requires]
        if item.after:
            before.append(self.steps_to(item.after))
        return join_steps([*before, (item.slug,)])

    def _steps_of_prerequisite(self, slug: str) -> Steps | None:
        """What is left of a prerequisite, or of the group that it is in, if cheaper."""
        if self.is_prerequisite_met(slug):
            return ()
        paths = [self._steps_to_finish(slug)]
        group = self.items[slug].group
        if group:
            paths.append(self._steps_of_choice(self.choices[group]))
        known = [path for path in paths if path is not None]
        return min(known, key=self.likely_seconds, default=None)


def milestones_to_show(milestone: Milestone, paths: Paths) -> tuple[str, ...]:
    """The milestone, and the rungs below it on its ladder that are not shown yet."""
    if not milestone.ladder:
        return (milestone.slug,)
    slugs = [
        other.slug
        for other in paths.milestones.values()
        if other.ladder == milestone.ladder
        and (other.rung or 0) <= (milestone.rung or 0)
        and paths.strengths.milestone(other.slug) < Strength.SHOWN
    ]
    return tuple(slugs) or (milestone.slug,)


def join_steps(paths: Iterable[Steps | None]) -> Steps | None:
    """Paths one after the other, each step once; None if any is None."""
    steps: dict[str, None] = {}
    for path in paths:
        if path is None:
            return None
        steps.update(dict.fromkeys(path))
    return tuple(steps)
