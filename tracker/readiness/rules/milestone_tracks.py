"""The track of a milestone: its line on the map of a road."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tracker.curriculum.rules.items import Group, Item
from tracker.limits import HOUR
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.situation import Situation

# An item of fewer likely hours sends or asks for what other work has made.
WORK_FROM = 10 * HOUR
# The track of what no item leads to: high grades.
OTHER_TRACK = "career"


class MilestoneTracks:
    """Finds the track of milestones and skills by their slugs; by nothing recorded."""

    def __init__(self, facts: Facts, situation: Situation) -> None:
        self._situation = situation
        self._items: Mapping[str, Item] = {item.slug: item for item in facts.items}
        self._groups: Mapping[str, Group] = {each.slug: each for each in facts.groups}
        self._tracks: dict[str, str] = {}

    def of_milestone(self, slug: str) -> str:
        """Its main item's track, else that of its last part, or of what implies it."""
        if slug not in self._tracks:
            # Milestones may need each other in a circle.
            self._tracks[slug] = OTHER_TRACK
            self._tracks[slug] = self._find_track(slug)
        return self._tracks[slug]

    def of_skill(self, skill: str) -> str:
        """The track with the most items that teach it."""
        tracks = [item.track for item in self._items.values() if skill in item.skills]
        return _most_common(tracks) or OTHER_TRACK

    def _find_track(self, slug: str) -> str:
        milestone = self._situation.milestones[slug]
        if milestone.items:
            item = self._items[milestone.items[-1]]
            if milestone.needs and (item.likely or 0) < WORK_FROM:
                return self.of_milestone(milestone.needs[0])
            return item.track
        if milestone.groups:
            return self._groups[milestone.groups[-1]].track
        of_kind = self._situation.items_of_kind.get(milestone.ladder or "")
        if of_kind:
            return self._items[of_kind[0]].track
        return self._track_of_others(slug)

    def _track_of_others(self, slug: str) -> str:
        """The track of a milestone without items, by the milestones around it."""
        situation = self._situation
        milestone = situation.milestones[slug]
        if milestone.counted:
            return self.of_milestone(milestone.counted)
        if situation.is_whole(slug):
            return self.of_milestone(milestone.needs[-1])
        for other, implied in situation.implied.items():
            if slug in implied and slug not in situation.milestones[other].needs:
                return self.of_milestone(other)
        if milestone.needs:
            return self.of_milestone(milestone.needs[-1])
        skills = [skill for skill, _ in milestone.skills]
        return self.of_skill(skills[0]) if skills else OTHER_TRACK


def _most_common(tracks: Iterable[str]) -> str:
    """The most frequent, the first of equals; empty for none."""
    counts = Counter(tracks).most_common(1)
    return counts[0][0] if counts else ""
