"""The roles side by side, and the target."""

from collections.abc import Iterator

from tracker.choices import WEIGHTS
from tracker.labels import CLAIMED, OPEN, SHOWN, WEIGHT_LABELS
from tracker.readiness.rules.answers import TargetAnswer
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.role_comparison import RoleComparison, SharedRequirement
from tracker.readiness.rules.role_subjects import PHD, THEORY, role_subjects
from tracker.readiness.rules.strengths import Strength
from tracker.readiness.view.ready import role_name
from tracker.text.columns import table, wrap

MOST_SHARED = 8
_QUESTIONS = {
    THEORY: "Theory is riskier. The guide's question on that: tracker ask theory-risk",
    PHD: "The guide's questions before a PhD: tracker ask phd",
}
# For a person who has recorded nothing yet.
KNOWN_OFFER = "Know some of this already? Two minutes: tracker known"


def roles_text(comparison: RoleComparison) -> str:
    """A row for each role with its counts; then what several roles ask for."""
    rows = [("", *(WEIGHT_LABELS[weight] for weight in WEIGHTS))]
    for readiness in comparison.roles:
        counts = (_say_counts(readiness, weight) for weight in WEIGHTS)
        rows.append((role_name(readiness), *counts))
    parts = [
        table(rows, "lrrr"),
        f"1 + 1 of 4 means 1 {SHOWN}, 1 {CLAIMED} and 2 {OPEN}.",
        *_shared_lines(comparison),
    ]
    return "\n".join(parts)


def _shared_lines(comparison: RoleComparison) -> Iterator[str]:
    shared = comparison.shared
    to_show = [each for each in shared if each.strength < Strength.SHOWN]
    shown = [_say_name(each) for each in shared if each.strength >= Strength.SHOWN]
    if to_show:
        rows = [_shared_row(each) for each in to_show[:MOST_SHARED]]
        yield "Several roles ask for, each at its lowest level:"
        yield table(rows, indent=2)
    if len(to_show) > MOST_SHARED:
        more = ", ".join(map(_say_name, to_show[MOST_SHARED:]))
        yield wrap(f"and {more}", indent=2)
    if shown:
        yield wrap(f"Several roles ask for, and you have shown: {', '.join(shown)}.")


def _shared_row(shared: SharedRequirement) -> tuple[str, str, str, str]:
    roles = f"{len(shared.roles)} roles"
    if shared.musts:
        roles += f", required in {shared.musts}"
    return shared.slug, shared.level or "", shared.strength.label, roles


def _say_name(shared: SharedRequirement) -> str:
    return f"{shared.slug} {shared.level}" if shared.level else shared.slug


def _say_counts(readiness: Readiness, weight: str) -> str:
    counts = readiness.counts(weight)
    if not counts.total:
        return "-"
    return f"{counts.met} + {counts.claimed} of {counts.total}"


def target_text(answer: TargetAnswer) -> str:
    """The target with what it is, or the roles to choose from."""
    role = answer.role
    if role is None:
        rows = [(each.slug, each.title) for each in answer.roles]
        roles = table(rows, "ll", indent=2)
        return f"You have no target yet. Choose one: tracker target ROLE\n{roles}"
    variant = f", {answer.variant.slug}" if answer.variant else ""
    lines = [f"Target: {role.title}{variant} ({role.slug}).", wrap(role.does)]
    for other in role.variants:
        if other is not answer.variant:
            command = f"tracker target {role.slug} --variant {other.slug}"
            lines.append(f"Other variant: {command}")
    lines += [_QUESTIONS[subject] for subject in role_subjects(role)]
    if answer.offers_known:
        lines.append(KNOWN_OFFER)
    return "\n".join([*lines, "How ready you are: tracker ready"])
