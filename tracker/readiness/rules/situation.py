"""The curriculum and a person's state in it: what is known, done, open, possible."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.curriculum.rules.items import Gate, Item
from tracker.milestones.rules.counted_results import CountedResults
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.hours import Hours, Overrun, find_open_gate
from tracker.readiness.rules.item_choices import (
    OFFERED,
    PRACTICE,
    WORK,
    ItemChoice,
    OpenChoice,
    SkillLevel,
    find_first_named,
)
from tracker.readiness.rules.strengths import Strengths
from tracker.readiness.rules.support import Strength


@dataclass(frozen=True, slots=True)
class Situation:
    """What there is to do, and what a person has done of it, by slug.

    `items` have the estimates expected for this person, `time_left` what each still
    takes, `likely` the likely seconds of that and of applying. `choices` are the choice
    groups, `implied` the milestones that each one implies, `shown_by` the skills that
    it shows with them, `milestones_of_item` those that an item or its group leads to,
    `ratios` the person's by kind, `overruns` the attempts over their limit, by item.
    `claimed` are the skills that are rated or shown by a result, at their levels,
    `rated` those of a rating, and `taught` those that each item teaches. Only items of
    `tracks` are steps, where there are any, and items begun. `counted` are the results
    of milestones that count, `works` the items with which these are reached one by one,
    `dropped` the milestones that the person gave up, and `passed` what comes before an
    item of learning that is done, and is not in progress.
    """

    strengths: Strengths
    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    choices: Mapping[str, ItemChoice]
    implied: Mapping[str, frozenset[str]]
    time_left: Mapping[str, Hours]
    likely: Mapping[str, int]
    shown_by: Mapping[str, frozenset[SkillLevel]]
    milestones_of_item: Mapping[str, tuple[str, ...]]
    items_of_kind: Mapping[str, tuple[str, ...]]
    taught: Mapping[str, tuple[SkillLevel, ...]]
    claimed: frozenset[SkillLevel] = frozenset()
    rated: frozenset[SkillLevel] = frozenset()
    tracks: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    ratios: Mapping[str, Ratio | None] = field(default_factory=dict)
    overruns: Mapping[str, Overrun] = field(default_factory=dict)
    counted: Mapping[str, CountedResults] = field(default_factory=dict)
    works: frozenset[str] = frozenset()

    def has_listed_path(self, slug: str) -> bool:
        """Whether the curriculum lists items, groups or parts for a milestone."""
        milestone = self.milestones[slug]
        if milestone.retired:
            return False
        is_listed = bool(milestone.items or self.choice_groups(milestone))
        return is_listed or self.is_whole(slug)

    def parts(self, slug: str) -> tuple[str, ...]:
        """The milestones that it needs and also implies: its parts."""
        implied = self.implied[slug]
        return tuple(need for need in self.milestones[slug].needs if need in implied)

    def needs_no_work(self, slug: str) -> bool:
        """Whether a milestone is reached, or all it shows and its parts are claimed.

        A whole that has nothing of its own is claimed by its parts. What is in progress
        for one that is not reached is finished first.
        """
        if self.strengths.milestone(slug) >= Strength.PRACTISED:
            return True
        if self.is_in_progress(slug):
            return False
        if slug in self.passed:
            return True
        skills = self.milestones[slug].skills
        is_claimed = bool(skills) and self.claimed.issuperset(skills)
        if not is_claimed and not self.is_whole(slug):
            return False
        return all(self.spares_part(part) for part in self.parts(slug))

    def spares_part(self, slug: str) -> bool:
        """Whether a part of a whole needs no work: what is work is done, not known."""
        items = self.milestones[slug].items
        if items and all(self.items[each].kind in WORK for each in items):
            return self.strengths.milestone(slug) >= Strength.PRACTISED
        return self.needs_no_work(slug)

    def is_in_progress(self, slug: str) -> bool:
        """Whether an item in progress is left to do for a milestone that lists it."""
        milestone = self.milestones[slug]
        left = list(milestone.items)
        for choice in self.choice_groups(milestone):
            started, number, others = self.open_choice(choice)
            left += started + (others if number else ())
        return any(self.is_doing(each) and not self.is_known(each) for each in left)

    def is_whole(self, slug: str) -> bool:
        """Whether a milestone has several parts, and nothing of its own."""
        milestone = self.milestones[slug]
        if milestone.items or self.choice_groups(milestone):
            return False
        count = len(milestone.needs)
        return count > 1 and len(self.parts(slug)) == count

    def open_gate(self, slug: str) -> Gate | None:
        """What somebody else must give before an item can begin; None once it has."""
        return find_open_gate(self.items[slug])

    def likely_seconds(self, steps: Iterable[str]) -> int:
        """The likely seconds of steps and of applying for them, each once."""
        return sum(self.likely[slug] for slug in set(steps))

    def needs_offer(self, slug: str) -> bool:
        """Whether somebody must first give a place; not only a word, which one asks for."""
        return self.open_gate(slug) is not None and self.items[slug].kind in OFFERED

    def choice_groups(self, milestone: Milestone) -> list[ItemChoice]:
        """Its choice groups. A ladder of a kind of item begins with any item of it.

        A milestone that counts takes so many items of the one that it counts.
        """
        if milestone.counted:
            return [self._counted_choice(milestone.slug, milestone.counted)]
        groups = [self.choices[group] for group in milestone.groups]
        members = self.items_of_kind.get(milestone.ladder or "")
        if members and milestone.rung == 1:
            first = find_first_named(members, milestone.slug, self.items)
            groups.append(ItemChoice(1, members, first))
        return groups

    def open_choice(self, choice: ItemChoice) -> OpenChoice:
        """What is left of a choice group.

        Finished items count. Items well begun are the person's choice: no other one
        replaces them. Nor does what one knows replace an item in progress.
        """
        members = choice.items
        unfinished = [slug for slug in members if not self.is_finished(slug, members)]
        done = [slug for slug in members if self.items[slug].state == "done"]
        missing = choice.number - len(done)
        known = len(members) - len(unfinished) - len(done)
        if missing <= 0:
            return OpenChoice()
        begun = tuple(slug for slug in unfinished if self.is_doing(slug))
        if missing <= known:
            return OpenChoice((), min(missing, len(begun)), begun)
        missing -= known
        started = tuple(slug for slug in begun if self.is_chosen(slug))
        if len(started) >= missing:
            return OpenChoice((), missing, started)
        others = tuple(slug for slug in unfinished if slug not in started)
        return OpenChoice(started, missing - len(started), others)

    def is_known(self, slug: str) -> bool:
        """Whether each skill that an item teaches is claimed, at the level it teaches.

        One in progress is known by the person's own rating only: a result that shows
        its skills does not say that it is finished.
        """
        is_doing = self.items[slug].status == "doing"
        return self.is_taught_by(slug, self.rated if is_doing else self.claimed)

    def is_taught_by(self, slug: str, levels: Set[SkillLevel]) -> bool:
        """Whether an item teaches no skill at a level that is not among `levels`."""
        taught = self.taught[slug]
        return bool(taught) and levels >= set(taught)

    def is_deed(self, slug: str) -> bool:
        """Whether knowing is not enough: for work, a place given, one of a number."""
        item = self.items[slug]
        return item.kind in WORK or slug in self.works or item.gate is not None

    def is_finished(self, slug: str, among: Iterable[str]) -> bool:
        """Whether an item is done, skipped or known; knowing never finishes work.

        It finishes an exercise only if one of `among` is an item to learn from.
        """
        item = self.items[slug]
        if item.state == "done":
            return True
        is_known = not self.is_deed(slug) and self.is_known(slug)
        is_left_out = item.state == "skipped" or is_known
        if not is_left_out or item.kind in WORK or slug in self.works:
            return False
        return any(self.items[each].kind not in PRACTICE for each in among)

    def is_doable(self, item: Item) -> bool:
        """Whether an item can be a step: open, listed, with an estimate, on the road.

        An item that takes no more people is none.
        """
        if item.state or item.retired or item.low is None:
            return False
        if item.is_begun:
            return True
        is_closed = item.gate is not None and item.gate.closed
        return not is_closed and (not self.tracks or item.track in self.tracks)

    def is_prerequisite_met(self, slug: str) -> bool:
        """Whether a prerequisite is done, left out or, if not counted, reached or known."""
        item = self.items[slug]
        if item.state or item.retired or slug in self.passed:
            return True
        if slug in self.works or self.is_known(slug):
            return slug not in self.works
        slugs = self.milestones_of_item.get(slug, ())
        return any(self.strengths.milestone(m) >= Strength.PRACTISED for m in slugs)

    def counted_milestones(self, slug: str | None) -> list[str]:
        """The milestones reached with the works that count towards one."""
        counted = self.counted.get(slug or "")
        return [result.milestone for result in counted.results] if counted else []

    def _counted_choice(self, slug: str, counted: str) -> ItemChoice:
        """The works that are missing, of the items that lead to what it counts."""
        milestone, results = self.milestones[counted], self.counted[slug]
        members, prefer = dict.fromkeys(milestone.items), list[str]()
        for choice in self.choice_groups(milestone):
            members.update(dict.fromkeys(choice.items))
            prefer += choice.prefer
        fresh = tuple(each for each in members if each not in results.items)
        first = tuple(each for each in prefer if each in fresh)
        return ItemChoice(results.missing, fresh, first)

    def is_doing(self, slug: str) -> bool:
        """Whether an item is in progress, and can be finished."""
        item = self.items[slug]
        return item.status == "doing" and self.is_doable(item)

    def is_chosen(self, slug: str) -> bool:
        """Whether a part was reported, or a tenth of the low estimate is logged."""
        item = self.items[slug]
        if not self.is_doable(item):
            return False
        return item.part is not None or item.seconds * 10 >= (item.low or 0)
