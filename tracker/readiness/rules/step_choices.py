"""The groups that the steps of a road were chosen from, and what can be done instead."""

from collections.abc import Iterator, Mapping, Set

from tracker.curriculum.rules.items import Group
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.hours import find_hours_to_apply, sum_hours
from tracker.readiness.rules.item_choices import ItemChoice
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.rules.road_map import OtherItem, StepChoice
from tracker.readiness.rules.situation import Situation

# A choice with its title.
TitledChoice = tuple[str, ItemChoice]


def find_step_choices(
    row: RoadRow, paths: Paths, groups: Mapping[str, Group], on_map: Set[str]
) -> dict[str, StepChoice]:
    """By step of a row that is not begun, its choice, if others could replace it.

    None for what a milestone asks for by name. `on_map` are the items of all stops.
    What is begun, or stands in a row above, is none of the number still to choose.
    """
    situation = paths.situation
    named = set(_named_items(row.action, situation))
    open_steps = {
        s for s in row.steps if not (s in named or situation.items[s].is_begun)
    }
    choices: dict[str, StepChoice] = {}
    for title, choice in _list_choices(row.action, situation, groups):
        others = [
            _other_item(slug, situation)
            for slug in choice.items
            if slug in paths.best and slug not in on_map
        ]
        chosen = open_steps.intersection(choice.items)
        number = min(situation.open_choice(choice).number, len(chosen))
        for step in chosen if others and number else ():
            choices.setdefault(step, StepChoice(title, number, tuple(others)))
    return choices


def _other_item(slug: str, situation: Situation) -> OtherItem:
    item = situation.items[slug]
    hours = sum_hours((situation.time_left[slug], find_hours_to_apply(item)))
    return OtherItem(slug, item.title, item.url, hours, situation.open_gate(slug))


def _named_items(action: Action, situation: Situation) -> Iterator[str]:
    """The items that its milestones list by name."""
    for slug in _milestones_of(action, situation):
        yield from situation.milestones[slug].items


def _milestones_of(action: Action, situation: Situation) -> tuple[str, ...]:
    """The milestone of an action and its parts, then what its steps follow."""
    slugs: dict[str | None, None] = {}
    if action.milestone:
        parts = situation.parts(action.milestone)
        slugs = dict.fromkeys((action.milestone, *parts))
    slugs.update(dict.fromkeys(situation.items[step].after for step in action.steps))
    return tuple(slug for slug in slugs if slug)


def _list_choices(
    action: Action, situation: Situation, groups: Mapping[str, Group]
) -> Iterator[TitledChoice]:
    """The choices of its milestones, then the groups of its other steps."""
    for slug in _milestones_of(action, situation):
        milestone = situation.milestones[slug]
        titles = [groups[each].title for each in milestone.groups]
        # A ladder begins with any item of its kind.
        titles.append(milestone.title)
        if milestone.counted:
            titles = [situation.milestones[milestone.counted].title]
        yield from zip(titles, situation.choice_groups(milestone), strict=False)
    asked = {slug for each in situation.milestones.values() for slug in each.groups}
    required = {
        slug for step in action.steps for slug in situation.items[step].requires
    }
    for step in action.steps:
        group = groups.get(situation.items[step].group or "")
        is_asked = group and (group.slug in asked or required.intersection(group.items))
        # Of a group of which several are needed, a step is asked for by its name.
        if group and is_asked and group.choose == 1:
            yield group.title, situation.choices[group.slug]
