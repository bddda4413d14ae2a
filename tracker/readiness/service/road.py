"""The map of the road to a role, from the database."""

from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.readiness.rules.road_map import RoadMap
from tracker.readiness.rules.road_stops import find_road_map
from tracker.readiness.service.role_choice import RoleChoice, choose_variant
from tracker.readiness.store.facts import read_facts
from tracker.readiness.store.titles import read_titles


def read_road_map(db: Connection, choice: RoleChoice) -> RoadMap:
    """The road to a role, with what the person did of it."""
    facts, titles = read_facts(db), read_titles(db)
    return find_road_map(choice.role, choice.variant, facts, titles)


def is_target(choice: RoleChoice, settings: Settings) -> bool:
    """Whether commands without a role are about this one, in this variant."""
    if settings.get("target") != choice.role.slug:
        return False
    return choice.variant == choose_variant(choice.role, settings.get("variant"))
