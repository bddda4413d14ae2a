"""What `show` answers for a role and for employers' bars."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.readiness.rules.readiness import BarLine
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.records import Role


@dataclass(frozen=True, slots=True)
class BarsAnswer:
    """Bars with how far the person is with each."""

    bars: tuple[BarLine, ...]
    context: ReasonContext


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """All that is known of a role, in the variants that are shown.

    `skills` are the titles of all skills by slug.
    """

    role: Role
    bars: BarsAnswer
    skills: Mapping[str, str]
