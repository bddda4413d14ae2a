"""What `show` answers for a role and for employers' bars."""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.readiness.rules.readiness import BarLine
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.records import Role


class BarsAnswer(NamedTuple):
    """Bars with how far the person is with each."""

    bars: tuple[BarLine, ...]
    context: ReasonContext


class RoleAnswer(NamedTuple):
    """All that is known of a role, in the variants that are shown.

    `skills` are the titles of all skills by slug.
    """

    role: Role
    bars: BarsAnswer
    skills: Mapping[str, str]
