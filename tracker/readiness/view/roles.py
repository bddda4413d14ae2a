"""The roles side by side, and the target."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.readiness.rules.judging import Readiness
from tracker.readiness.rules.records import Role, Variant
from tracker.readiness.rules.sharing import Shared
from tracker.readiness.view.ready import COUNTED, role_name
from tracker.words.columns import table, wrap

SHARED_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Compared:
    """Every role, and what several of them ask for."""

    roles: tuple[Readiness, ...]
    shared: tuple[Shared, ...]


def roles_text(compared: Compared) -> str:
    """A row each: shown, shown if what the person says holds, and how many there are, by weight."""
    head = ("", *COUNTED.values())
    rows = [head, *((role_name(shown), *(_counts(shown, weight) for weight in COUNTED)) for shown in compared.roles)]
    parts = [table(rows, "lrrr"), "Shown, then shown if what you say holds, of how many."]
    if compared.shared:
        parts.append("Asked for by several, and not shown yet:")
        shared = compared.shared[:SHARED_SHOWN]
        parts.append(
            table([(s.slug, s.level or "", s.strength.word, f"{len(s.roles)} roles") for s in shared], "lllr", indent=2)
        )
    return "\n".join(parts)


def _counts(shown: Readiness, weight: str) -> str:
    counts = shown.counts(weight)
    return f"{counts.met} {counts.possible} of {counts.total}" if counts.total else "-"


@dataclass(frozen=True, slots=True)
class Target:
    """The role that is meant, and the roles there are."""

    role: Role | None
    variant: Variant | None
    roles: Sequence[Role]


def target_text(target: Target) -> str:
    """The target with what it is, or the roles to choose from."""
    if target.role is None:
        rows = [(role.slug, role.title) for role in target.roles]
        return "No target yet. Choose one with tracker target ROLE:\n" + table(rows, indent=2)
    variant = f", {target.variant.slug}" if target.variant else ""
    lines = [f"Target: {target.role.title}{variant} ({target.role.slug}).", wrap(target.role.does)]
    others = [v.slug for v in target.role.variants if v is not target.variant]
    if others:
        lines.append(f"It has another variant: add --variant {others[0]}")
    return "\n".join([*lines, "How far it is: tracker ready"])
