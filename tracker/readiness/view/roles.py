"""The roles side by side, and the target."""

from collections.abc import Iterator, Sequence

from tracker.choices import WEIGHTS
from tracker.labels import CLAIMED, OPEN, SHOWN, WEIGHT_LABELS
from tracker.readiness.rules.answers import TargetAnswer
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.role_comparison import RoleComparison, SharedRequirement
from tracker.readiness.rules.role_subjects import PHD, THEORY
from tracker.readiness.rules.support import Strength
from tracker.readiness.view.ready import role_name
from tracker.text.columns import NARROWEST, count_noun, display_width, wrap
from tracker.text.screen import SCREEN
from tracker.text.tables import table, table_rows

MOST_SHARED = 6
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
        *_count_lines(rows),
        f"1 + 1 of 4 means 1 {SHOWN}, 1 {CLAIMED} and 2 {OPEN}.",
        *_shared_lines(comparison),
    ]
    return "\n".join(parts)


def _count_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The counts of each role beside its name; below it on a narrow terminal."""
    counts = table_rows([row[1:] for row in rows], "rrr", indent=2)
    if SCREEN.columns - display_width(counts[0]) >= NARROWEST:
        yield table(rows, "lrrr")
        return
    for row, line in zip(rows, counts, strict=True):
        yield from filter(None, (wrap(row[0]), line))


def _shared_lines(comparison: RoleComparison) -> Iterator[str]:
    """What several roles ask for, level by level; what is shown is named below."""
    shared = comparison.shared
    to_show = [each for each in shared if each.strength < Strength.SHOWN]
    shown = [_say_name(each) for each in shared if each.strength >= Strength.SHOWN]
    slugs = list(dict.fromkeys(each.slug for each in to_show))
    if slugs:
        most = [each for each in to_show if each.slug in slugs[:MOST_SHARED]]
        yield "Asked for by several roles, level by level:"
        yield table(_shared_rows(most), "llll", indent=2)
    if len(slugs) > MOST_SHARED:
        yield wrap(f"and {', '.join(slugs[MOST_SHARED:])}", indent=2)
    if shown:
        yield wrap(f"Of these you have {SHOWN}: {', '.join(shown)}.")


def _shared_rows(shared: Sequence[SharedRequirement]) -> list[tuple[str, ...]]:
    """The slug, where it changes, the level, its strength, and how many roles."""
    rows: list[tuple[str, ...]] = []
    slug_above = ""
    for each in shared:
        roles = _say_roles(each)
        if each.musts:
            roles += f", required in {each.musts}"
        slug = each.slug if each.slug != slug_above else ""
        rows.append((slug, each.level or "", each.strength.label, roles))
        slug_above = each.slug
    return rows


def _say_name(shared: SharedRequirement) -> str:
    """`research-taste basic (1 role)`."""
    name = f"{shared.slug} {shared.level}" if shared.level else shared.slug
    return f"{name} ({_say_roles(shared)})"


def _say_roles(shared: SharedRequirement) -> str:
    return count_noun(len(shared.asked_by), "role")


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
        about = f"All about a role: tracker show {answer.roles[0].slug}"
        return (
            f"You have no target yet. Choose one: tracker target ROLE\n{roles}\n{about}"
        )
    variant = f", {answer.variant.slug}" if answer.variant else ""
    lines = [f"Target: {role.title}{variant} ({role.slug}).", wrap(role.does)]
    for other in role.variants:
        if other is not answer.variant:
            command = f"tracker target {role.slug} --variant {other.slug}"
            lines.append(f"Other variant: {command}")
    lines += [_QUESTIONS[subject] for subject in answer.subjects]
    if answer.offers_known:
        lines.append(KNOWN_OFFER)
    lines += [
        "How ready you are: tracker ready",
        "What to do next: tracker next",
        f"All about it: tracker show {role.slug}",
    ]
    return "\n".join(lines)
