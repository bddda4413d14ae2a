"""Ways to a milestone: the items still to do, their prerequisites and choice groups, and the hours all of it takes.

Showing is not learning: whoever has the knowledge, or has done the work, is charged what showing takes and no more.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.holding import Held, Strength
from tracker.readiness.rules.hours import Hours, added, remaining

# Kinds of items that are done rather than learned from.
WORK = frozenset({"replication", "project", "programme"})
# Items still to do, each after what it asks for.
Steps = tuple[str, ...]


@dataclass(slots=True)
class Paths:
    """The catalogue and a person's state, by slug, with the cheapest way found to each milestone that has one.

    `partial` are milestones whose items cannot be the whole way.
    """

    held: Held
    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    choices: Mapping[str, tuple[int, tuple[str, ...]]]
    implied: Mapping[str, frozenset[str]]
    partial: frozenset[str] = frozenset()
    found: dict[str, Steps] = field(default_factory=dict)

    def steps(self, slug: str) -> Steps | None:
        """What is still to do before a milestone could be shown, by the likely cheapest way; None: none is listed."""
        return () if self.is_behind(slug) else self.found.get(slug)

    def own(self, slug: str) -> Steps | None:
        """As `steps`, by what is listed for this very milestone: its items and groups, or the parts it is made of."""
        milestone, choices = self.milestones[slug], self._choices(self.milestones[slug])
        parts = [need for need in milestone.needs if need in self.implied[slug]]
        if milestone.retired or slug in self.partial:
            return None
        if not (milestone.items or choices) and (len(parts) < 2 or len(parts) < len(milestone.needs)):
            return None
        ways = [self.steps(part) for part in parts]
        ways += [self._left(item) for item in milestone.items]
        ways += [self._chosen(*choice) for choice in choices]
        return joined(ways)

    def search(self) -> None:
        """Find the ways: one way found makes others possible or cheaper, until nothing gets cheaper any more."""
        better = True
        while better:
            noted = [self._note(slug, self._item(item)) for slug, item in self.items.items()]
            for slug in self.milestones:
                way = self.own(slug)
                noted += [self._note(each, way) for each in (slug, *self.implied[slug])]
            better = any(noted)

    def _note(self, slug: str, way: Steps | None) -> bool:
        """Keep a way where it is the first or a cheaper one, and say so."""
        if way is None or (slug in self.found and self.likely(self.found[slug]) <= self.likely(way)):
            return False
        self.found[slug] = way
        return True

    def is_behind(self, slug: str) -> bool:
        """Whether a milestone need not be worked for again: reached, or each skill it shows is held at its level."""
        skills = self.milestones[slug].skills
        by_skill = bool(skills) and all(self.held.skill(*pair) >= Strength.SAID for pair in skills)
        return by_skill or self.held.milestone(slug) >= Strength.PRACTISED

    def is_begun(self, step: str, milestone: Milestone) -> bool:
        """Whether an item is under way that leads to a milestone, or to a part of it, itself: not as a prerequisite."""
        parts = [self.milestones[need] for need in milestone.needs if need in self.implied[milestone.slug]]
        direct = {item for part in (milestone, *parts) for item in self._direct(part)}
        return step in direct and self.items[step].status == "doing"

    def _direct(self, milestone: Milestone) -> Iterator[str]:
        yield from milestone.items
        for _, members in self._choices(milestone):
            yield from members

    def likely(self, steps: Iterable[str]) -> int:
        """The seconds that items still to do will likely take."""
        return self.hours(steps)[1]

    def hours(self, steps: Iterable[str]) -> Hours:
        """The seconds that items still to do take, each once."""
        return added(remaining(self.items[slug]) for slug in set(steps))

    def _choices(self, milestone: Milestone) -> list[tuple[int, tuple[str, ...]]]:
        """Its choice groups; a ladder named for a kind of item begins with any one of that kind."""
        chosen = [self.choices[group] for group in milestone.groups]
        if milestone.ladder and milestone.rung == 1:
            alike = tuple(i.slug for i in self.items.values() if i.kind == milestone.ladder)
            chosen += [(1, alike)] if alike else []
        return chosen

    def _chosen(self, choose: int, members: tuple[str, ...]) -> Steps | None:
        """The cheapest of a group's items that are still to choose; those done count."""
        undone = [slug for slug in members if self.items[slug].state != "done"]
        missing = choose - (len(members) - len(undone))
        ways = sorted((self.found[slug] for slug in undone if slug in self.found), key=self.likely)
        if missing <= 0:
            return ()
        return joined(ways[:missing]) if len(ways) >= missing else None

    def _left(self, slug: str) -> Steps | None:
        """What is left of an item, and before it."""
        return () if self.items[slug].state == "done" else self.found.get(slug)

    def _item(self, item: Item) -> Steps | None:
        """An item with what is to be done before it; None where the person leaves it out, or nothing leads to it."""
        if item.state or item.retired or item.low is None:
            return None
        if item.begun:
            return (item.slug,)
        before = [self._required(other) for other in item.requires]
        before += [self.steps(item.after)] if item.after else []
        return joined([*before, (item.slug,)])

    def _required(self, slug: str) -> Steps | None:
        """A prerequisite: what is still to do of it, or of the group it is in, whichever is less."""
        if self._is_past(slug):
            return ()
        group = self.items[slug].group
        ways = [self._left(slug), self._chosen(*self.choices[group]) if group else None]
        return min((way for way in ways if way is not None), key=self.likely, default=None)

    def _is_past(self, slug: str) -> bool:
        """Whether a prerequisite is met: done or left out, reached by its milestone, or known.

        What is there to learn from is known where each of its skills is held above basic; work is not done by knowing.
        """
        item = self.items[slug]
        leads = [m.slug for m in self.milestones.values() if slug in m.items]
        above = (
            bool(item.skills)
            and item.kind not in WORK
            and all(self.held.skill(s, "moderate") >= Strength.SAID for s in item.skills)
        )
        reached = any(self.held.milestone(m) >= Strength.PRACTISED for m in leads)
        return bool(item.state) or item.retired or above or reached


def showing(milestone: Milestone, found: Paths) -> Steps:
    """What is to be shown for a milestone: itself, after the rungs below it that are not shown yet."""
    rungs = [
        other
        for other in found.milestones.values()
        if milestone.ladder and other.ladder == milestone.ladder and (other.rung or 0) <= (milestone.rung or 0)
    ]
    rungs.sort(key=lambda other: other.rung or 0)
    return tuple(o.slug for o in rungs if found.held.milestone(o.slug) < Strength.SHOWN) or (milestone.slug,)


def joined(ways: Iterable[Steps | None]) -> Steps | None:
    """Ways one after the other, each step once; None where one of them is."""
    every = list(ways)
    if None in every:
        return None
    return tuple(dict.fromkeys(step for way in every if way for step in way))
