"""The map of the road to a role: what is done, in progress, next and open, by stage."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tracker.choices import FOLDED_WEIGHT, STAGES, WEIGHTS
from tracker.curriculum.rules.items import Gate
from tracker.readiness.rules.hours import Hours
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.required_total import RequiredTotal


class RoadTitles(NamedTuple):
    """The titles of tracks and skills by slug, in the catalogue's order."""

    tracks: Mapping[str, str]
    skills: Mapping[str, str]


class OtherItem(NamedTuple):
    """An item that can be done instead of a step.

    `hours` are low, likely and high seconds, `gate` is what somebody must give first.
    """

    slug: str
    title: str
    url: str | None
    hours: Hours
    gate: Gate | None = None


class StepChoice(NamedTuple):
    """The group that a step was chosen from: so many of its items are enough.

    `others` are its other items that can be done instead.
    """

    title: str
    number: int
    others: tuple[OtherItem, ...]


class RoadStep(NamedTuple):
    """An item of a stop; `state` is one of `choices.MAP_STATES`.

    `spent` are the seconds logged on it, `hours` the low, likely and high seconds that
    are left. `gate` is what somebody else must give before it can begin. `requires` are
    the steps of the same stop that come before it.
    """

    item: str
    title: str
    url: str | None
    track: str
    state: str
    spent: int
    hours: Hours
    gate: Gate | None = None
    choice: StepChoice | None = None
    requires: tuple[str, ...] = ()


class RoadStop(NamedTuple):
    """A milestone on the road, or a letter on a skill; `state` is of `MAP_STATES`.

    `slug` is that of the milestone or skill, and unique on a map. `requirements` are the
    slugs of those that it meets; one on the way to others has none, and `leads_to` are
    theirs. `after` are the slugs of the stops above it that it needs. `hours` are left,
    once the stops above it are done; `has_known_hours` is false where others decide.
    `day` is when it was reached. `how` says how to show it, where no step is left.
    `instead` are the titles of what meets the same requirement, of the same weight.
    """

    slug: str
    title: str
    stage: str
    track: str
    weight: str
    state: str
    requirements: tuple[str, ...]
    leads_to: tuple[str, ...]
    spent: int
    hours: Hours
    steps: tuple[RoadStep, ...] = ()
    after: tuple[str, ...] = ()
    day: date | None = None
    how: str = ""
    has_known_hours: bool = True
    instead: tuple[str, ...] = ()


class RoadMap(NamedTuple):
    """The road to a role for one person, in an order that can be walked.

    `readiness` has the requirements at its end, `titles` those of the whole catalogue.
    `total` is what all required lines take together, as in `gaps`. `named` are the slugs
    of the stops that `next` names, in its order.
    """

    readiness: Readiness
    stops: tuple[RoadStop, ...]
    titles: RoadTitles
    total: RequiredTotal | None = None
    named: tuple[str, ...] = ()

    @property
    def tracks(self) -> dict[str, str]:
        """The titles of the tracks of its stops, by slug, in the catalogue's order."""
        slugs = {stop.track for stop in self.stops}
        tracks = self.titles.tracks.items()
        return {slug: title for slug, title in tracks if slug in slugs}

    def bands(self) -> Iterator[tuple[str, tuple[RoadStop, ...]]]:
        """The stages that have stops, by their keys; what is only helpful comes last."""
        main = [stop for stop in self.stops if stop.weight != FOLDED_WEIGHT]
        helpful = tuple(stop for stop in self.stops if stop.weight == FOLDED_WEIGHT)
        for stage in STAGES:
            stops = tuple(stop for stop in main if stop.stage == stage)
            if stops:
                yield stage, stops
        if helpful:
            yield FOLDED_WEIGHT, helpful

    def heads(self) -> Iterator[tuple[str, tuple[RoadStop, ...]]]:
        """What is in progress, and what `next` names besides: `doing` and `next`.

        What `next` names comes first; helpful stops in progress only where no others are.
        """
        by_slug = {stop.slug: stop for stop in self.stops}
        named = [by_slug[slug] for slug in self.named]
        doing = [stop for stop in self.stops if stop.state == "doing"]
        main = [stop for stop in doing if stop.weight != FOLDED_WEIGHT] or doing
        first = [stop for stop in named if stop in main]
        others = [stop for stop in main if stop not in first]
        others.sort(key=lambda stop: WEIGHTS.index(stop.weight))
        beside = [stop for stop in named if stop.state != "doing"]
        for state, stops in (("doing", [*first, *others]), ("next", beside)):
            if stops:
                yield state, tuple(stops)
