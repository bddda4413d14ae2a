"""The roles side by side, and the target."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.records import Role, Variant
from tracker.readiness.rules.role_comparison import SharedRequirement
from tracker.readiness.rules.strengths import Strength
from tracker.readiness.view.ready import COUNTED, role_name
from tracker.text.columns import table, wrap

SHARED_SHOWN = 8


@dataclass(frozen=True, slots=True)
class RoleComparison:
    """Every role, and what several of them ask for."""

    roles: tuple[Readiness, ...]
    shared: tuple[SharedRequirement, ...]


def roles_text(comparison: RoleComparison) -> str:
    """A row each: how many are shown, are said or better, and how many there are, by weight; then what is shared."""
    head = ("", *COUNTED.values())
    rows = [
        head,
        *(
            (role_name(shown), *(_counts(shown, weight) for weight in COUNTED))
            for shown in comparison.roles
        ),
    ]
    parts = [table(rows, "lrrr"), "1 (2) of 4: one shown, two if what you say holds."]
    open_ones = [each for each in comparison.shared if each.strength < Strength.SHOWN]
    shown_ones = [
        _named(each) for each in comparison.shared if each.strength >= Strength.SHOWN
    ]
    if open_ones:
        told = [
            (s.slug, s.level or "", s.strength.word, _by(s))
            for s in open_ones[:SHARED_SHOWN]
        ]
        parts += [
            "Not shown yet, and asked for by several; the lowest level that one asks",
            table(told, indent=2),
        ]
    if len(open_ones) > SHARED_SHOWN:
        parts.append(
            wrap(f"and {', '.join(map(_named, open_ones[SHARED_SHOWN:]))}", indent=2)
        )
    if shown_ones:
        parts.append(wrap(f"Shown, and asked for by several: {', '.join(shown_ones)}."))
    return "\n".join(parts)


def _by(each: SharedRequirement) -> str:
    """`6 roles, a must in 2`."""
    return f"{len(each.roles)} roles" + (
        f", a must in {each.musts}" if each.musts else ""
    )


def _named(each: SharedRequirement) -> str:
    return f"{each.slug} {each.level}" if each.level else each.slug


def _counts(shown: Readiness, weight: str) -> str:
    counts = shown.counts(weight)
    return (
        f"{counts.met} ({counts.possible}) of {counts.total}" if counts.total else "-"
    )


@dataclass(frozen=True, slots=True)
class TargetRole:
    """The role that is meant, and the roles there are."""

    role: Role | None
    variant: Variant | None
    roles: Sequence[Role]


def target_text(answer: TargetRole) -> str:
    """The target with what it is, or the roles to choose from."""
    if answer.role is None:
        rows = [(role.slug, role.title) for role in answer.roles]
        return "No target yet. Choose one with tracker target ROLE:\n" + table(
            rows, "ll", indent=2
        )
    variant = f", {answer.variant.slug}" if answer.variant else ""
    lines = [
        f"Target: {answer.role.title}{variant} ({answer.role.slug}).",
        wrap(answer.role.does),
    ]
    others = [v.slug for v in answer.role.variants if v is not answer.variant]
    if others:
        lines.append(f"It has another variant: add --variant {others[0]}")
    return "\n".join([*lines, "How far it is: tracker ready"])
