"""Paths to a milestone: the items still to do, in order.

Showing is not learning: what is known or done already takes only the hours to show it.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.item_choices import ItemChoice, Steps
from tracker.readiness.rules.situation import Situation
from tracker.readiness.rules.support import Strength


@dataclass(slots=True)
class Paths:
    """The best path to each thing: `search` fills `best`, the steps to each.

    Items and milestones without a path are not in it. `planned` are items that will be
    done anyway: a path by them adds nothing. `sources` are what each path is made of.
    """

    situation: Situation
    planned: frozenset[str] = frozenset()
    best: dict[str, Steps] = field(default_factory=dict)
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _is_patient: bool = True

    def search(self) -> None:
        """Find the paths: one found can make others possible or shorter.

        At first a choice waits for its first choices, and a milestone for the path that
        is listed for it. What then has no path takes any other.
        """
        sources = self.sources = self.sources or self._find_sources()
        self._search_until_stable(set(sources), sources)
        listed = frozenset(self.best)
        self._is_patient = False
        open_slugs = {slug for slug in sources if slug not in listed}
        milestones = self.situation.milestones.keys()
        self._search_until_stable(open_slugs | milestones, sources, listed)

    def sharing(self, planned: Iterable[str]) -> "Paths":
        """The best paths where some steps will be done anyway."""
        planned = self.planned.union(planned)
        paths = Paths(self.situation, planned, sources=self.sources)
        if paths.planned == self.planned:
            return self
        paths.search()
        return paths

    def steps_to(self, slug: str) -> Steps | None:
        """The best steps before a milestone can be shown; None without a path."""
        return () if self.situation.needs_no_work(slug) else self.best.get(slug)

    def listed_steps(self, slug: str) -> Steps | None:
        """As `steps_to`, by what is listed for the milestone: items, groups, parts."""
        if not self.situation.has_listed_path(slug):
            return None
        milestone = self.situation.milestones[slug]
        paths = [self._steps_to_part(part) for part in self.situation.parts(slug)]
        paths += [self._steps_to_finish(item) for item in milestone.items]
        for choice in self.situation.choice_groups(milestone):
            paths.append(self._steps_of_choice(choice))
        return join_steps(paths)

    def _steps_to_part(self, slug: str) -> Steps | None:
        return () if self.situation.spares_part(slug) else self.best.get(slug)

    def _find_sources(self) -> dict[str, frozenset[str]]:
        """What the path to each milestone is made of, and to each item on one, by slug."""
        situation = self.situation
        sources: dict[str, frozenset[str]] = {}
        queue = list(situation.milestones)
        while queue:
            slug = queue.pop()
            if slug not in sources:
                item = situation.items.get(slug)
                others = self._sources_of(item) if item else self._parts_of(slug)
                sources[slug] = others
                queue += others
        # Items first: a milestone is made of them.
        items = {slug: sources[slug] for slug in situation.items if slug in sources}
        return items | {slug: sources[slug] for slug in situation.milestones}

    def _sources_of(self, item: Item) -> frozenset[str]:
        situation = self.situation
        others = {item.after} if item.after else set()
        for slug in item.requires:
            group = situation.choices.get(situation.items[slug].group or "")
            others |= {slug, *(group.items if group else ())}
        return frozenset(others)

    def _parts_of(self, slug: str) -> frozenset[str]:
        situation = self.situation
        milestone = situation.milestones[slug]
        others = {*milestone.items, *situation.parts(slug)}
        for choice in situation.choice_groups(milestone):
            others.update(choice.items)
        return frozenset(others)

    def _search_until_stable(
        self,
        slugs: Set[str],
        sources: Mapping[str, frozenset[str]],
        listed: frozenset[str] | None = None,
    ) -> None:
        """Find paths until none is better; after `listed`, by other milestones too.

        After the first round, only to what is made of a path that became better.
        """
        while slugs:
            better: set[str] = set()
            for slug in sources:
                if slug in slugs:
                    better |= self._improve(slug, listed)
            slugs = {
                slug
                for slug, others in sources.items()
                if not better.isdisjoint(others)
            }

    def _improve(self, slug: str, listed: frozenset[str] | None) -> set[str]:
        """Look for a better path to an item or milestone; what has one now."""
        item = self.situation.items.get(slug)
        steps = self._steps_through(item) if item else self.listed_steps(slug)
        better = {slug} if self._keep_if_better(slug, steps) else set()
        for reached in () if item else self.situation.implied[slug]:
            is_path = self._is_path_for(reached, steps, listed)
            if is_path and self._keep_if_better(reached, steps):
                better.add(reached)
        return better

    def _is_path_for(
        self, slug: str, steps: Steps | None, listed: frozenset[str] | None
    ) -> bool:
        """Whether the steps to a milestone that implies another may lead to that one.

        Only if nothing listed for it does, or the steps will be done anyway.
        """
        if steps is not None and self.planned.issuperset(steps):
            return True
        return listed is not None and slug not in listed

    def _cost(self, steps: Steps) -> tuple[int, int]:
        """The likely seconds of steps that will not be done anyway; then of all."""
        situation = self.situation
        added = situation.likely_seconds(set(steps) - self.planned)
        return added, situation.likely_seconds(steps)

    def _keep_if_better(self, slug: str, steps: Steps | None) -> bool:
        """Keep steps to an item or milestone if they are the first or shorter."""
        best = self.best.get(slug)
        if steps is None or steps == best:
            return False
        is_better = best is None or self._cost(steps) < self._cost(best)
        if is_better:
            self.best[slug] = steps
        return is_better

    def _steps_of_choice(self, choice: ItemChoice) -> Steps | None:
        """The started items of a group, its first choices, and the shortest others.

        An item of the group that one of them requires is one of the number.
        """
        started, number, others = self.situation.open_choice(choice)
        with_path = tuple(slug for slug in others if slug in self.best)
        if len(with_path) < number:
            return None
        ranked = self._ranked_members(with_path, choice)
        if ranked is None:
            return None
        ways = [self.best.get(slug) for slug in (*started, *ranked[:number])]
        members = [slug for slug in join_steps(ways) or () if slug in others]
        chosen = (*started, *members[:number])
        return join_steps([self.best.get(slug) for slug in chosen])

    def _ranked_members(self, members: Steps, choice: ItemChoice) -> Steps | None:
        """First choices first, then the shortest; None to wait for a first choice."""
        items = self.situation.items
        first = [
            slug for slug in choice.prefer if self.situation.is_doable(items[slug])
        ]
        waiting = [slug for slug in first if slug not in self.best]
        if self._is_patient and waiting:
            return None
        others = [slug for slug in members if slug not in first]
        others.sort(key=lambda slug: self._cost(self.best[slug]))
        return tuple([slug for slug in first if slug in members] + others)

    def _steps_to_finish(self, slug: str) -> Steps | None:
        """An item that is to be finished, and what comes before it."""
        return () if self.situation.is_finished(slug, (slug,)) else self.best.get(slug)

    def _steps_through(self, item: Item) -> Steps | None:
        """An item and what comes before it; None if it cannot be a step."""
        if not self.situation.is_doable(item):
            return None
        if item.is_begun:
            return (item.slug,)
        before = [self._steps_of_prerequisite(slug) for slug in item.requires]
        if item.after:
            before.insert(0, self.steps_to(item.after))
        return join_steps([*before, (item.slug,)])

    def _steps_of_prerequisite(self, slug: str) -> Steps | None:
        """What is left of a prerequisite, or of the group that it is in.

        Of a group of which one is enough, the group's choice: so that two items of it
        are not asked for by two paths. What is counted one by one is asked for itself.
        """
        situation = self.situation
        if situation.is_prerequisite_met(slug):
            return ()
        group = situation.choices.get(situation.items[slug].group or "")
        if group and group.number == 1 and slug not in situation.works:
            return self._steps_of_choice(group)
        return self._steps_to_finish(slug)


def milestones_to_show(milestone: Milestone, situation: Situation) -> tuple[str, ...]:
    """The milestone, and the rungs below it on its ladder that are not shown yet.

    For one that is reached its own evidence is enough.
    """
    is_reached = situation.strengths.milestone(milestone.slug) >= Strength.PRACTISED
    if not milestone.ladder or is_reached:
        return (milestone.slug,)
    slugs = [
        other.slug
        for other in situation.milestones.values()
        if other.ladder == milestone.ladder
        and (other.rung or 0) <= (milestone.rung or 0)
        and situation.strengths.milestone(other.slug) < Strength.SHOWN
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
