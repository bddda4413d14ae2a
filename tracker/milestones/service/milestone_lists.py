"""All milestones, and those that count towards a role."""

from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.milestones.rules.role_milestones import (
    RoleMilestoneStatus,
    find_role_milestones,
)
from tracker.milestones.rules.status import MilestoneStatus
from tracker.milestones.service.details import all_statuses
from tracker.milestones.store.role_milestones import (
    read_role_milestones,
    read_role_title,
)
from tracker.milestones.store.role_names import find_role


class RoleMilestoneList(NamedTuple):
    """The slug and title of a role, and the milestones that count towards it."""

    role: str
    title: str
    matches: list[RoleMilestoneStatus]


def list_milestones(
    db: Connection, today: date, *, only_open: bool
) -> list[MilestoneStatus]:
    """All milestones in the guide's order; with `only_open` the open and begun ones."""
    statuses = all_statuses(db, today).values()
    return [status for status in statuses if _is_listed(status, only_open)]


def list_role_milestones(
    db: Connection, typed: str, today: date, *, only_open: bool
) -> RoleMilestoneList:
    """The milestones that count towards the role that `typed` means.

    Raises NotFound or Ambiguous for the name of the role.
    """
    role = find_role(db, typed)
    statuses = all_statuses(db, today)
    matches = find_role_milestones(read_role_milestones(db, role), statuses)
    return RoleMilestoneList(
        role=role,
        title=read_role_title(db, role),
        matches=[match for match in matches if _is_listed(match.status, only_open)],
    )


def _is_listed(status: MilestoneStatus, only_open: bool) -> bool:
    return not only_open or status.state in ("open", "trying")
