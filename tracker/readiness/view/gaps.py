"""`gaps` as text: the road to a role, stage by stage, and what all required take."""

from collections.abc import Iterable, Iterator

from tracker.choices import FOLDED_WEIGHT, STAGES
from tracker.curriculum.rules.items import Gate
from tracker.curriculum.view.gates import say_gate, say_rounds
from tracker.labels import CLAIMED, OPEN, STAGE_LABELS
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN
from tracker.readiness.rules.answers import GapsAnswer
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.rules.strengths import Strength
from tracker.readiness.view.applications import opening_lines
from tracker.readiness.view.hour_columns import INDENT, hours_row, say_span
from tracker.readiness.view.ready import role_name
from tracker.readiness.view.required_total import ratio_lines, total_lines
from tracker.text.columns import join_words, wrap

HEADINGS = {
    UNSEEN: f"{CLAIMED.capitalize()}: add evidence",
    UNDER_WAY: "In progress",
}
HELPFUL_HEADING = "Helpful, at any time"
STEPS_HEADING = "Also useful"
LETTER_TITLE = "A letter or a review"
UNKNOWN_HOURS = "hours not known"


def gaps_text(answer: GapsAnswer) -> str:
    """Each thing to do with its hours; required lines are starred."""
    gaps = answer.gaps
    lines = [
        role_name(gaps.readiness),
        *_heading_lines(gaps),
        *opening_lines(gaps.openings),
    ]
    for heading, rows in _sections(gaps):
        lines += _section_lines(heading, rows, answer)
    lines += [
        *_bar_lines(answer),
        *_folded_lines(answer),
        *_pathless_lines(answer),
        *ratio_lines(gaps),
        *total_lines(answer),
        *_known_lines(gaps),
    ]
    return "\n".join(lines)


def _heading_lines(gaps: Gaps) -> Iterator[str]:
    strengths = gaps.readiness.unit_strengths().values()
    to_show = [each for each in strengths if each < Strength.SHOWN]
    if not to_show:
        yield f"All {len(strengths)} are shown."
        return
    claimed = sum(each >= Strength.SAID for each in to_show)
    counts = f"{claimed} {CLAIMED}, {len(to_show) - claimed} {OPEN}"
    yield f"{len(to_show)} of {len(strengths)} still to show: {counts}. * is required."
    yield "Hours are low - likely - high, after the rows above."


def _sections(gaps: Gaps) -> Iterator[tuple[str, list[RoadRow]]]:
    """The headings in the order of the road, each with its rows."""
    for part, heading in HEADINGS.items():
        yield heading, list(gaps.rows_in(part))
    rows = [row for row in gaps.rows_in(NOT_BEGUN) if row.weight != FOLDED_WEIGHT]
    for stage in STAGES:
        yield STAGE_LABELS[stage], [row for row in rows if row.stage == stage]


def _section_lines(
    heading: str, rows: Iterable[RoadRow], answer: GapsAnswer
) -> list[str]:
    listed = [line for row in rows for line in _row_lines(row, answer)]
    return [heading, *listed] if listed else []


def _row_lines(row: RoadRow, answer: GapsAnswer) -> Iterator[str]:
    """The hours and what to reach, for which requirements; below it how."""
    action, situation = row.action, answer.gaps.paths.situation
    hours = say_span(row.hours) if action.has_known_hours else UNKNOWN_HOURS
    milestone = situation.milestones.get(action.milestone or "")
    name = f"{milestone.title} ({milestone.slug})" if milestone else LETTER_TITLE
    served = ", ".join(_starred(row.requirements, answer))
    yield hours_row(hours, f"{name}: {served}")
    yield wrap(_say_how(row), indent=INDENT)
    for step in row.steps:
        gate = situation.open_gate(step)
        if gate:
            yield wrap(say_open_gate(step, gate), indent=INDENT)


def say_open_gate(slug: str, gate: Gate) -> str:
    """`mats needs a place; applying takes 8-40 h, likely 22 h. Summer 2027: ...`."""
    parts = [f"{slug} needs {say_gate(gate)}", gate.odds, say_rounds(gate)]
    return ". ".join(part for part in parts if part) + "."


def _say_how(row: RoadRow) -> str:
    """The steps that no row above has, else how to show it."""
    action = row.action
    if action.milestone is None:
        return "Ask somebody who can judge it."
    if action.show_by:
        return action.show_by
    if not action.steps:
        return f"The items are done. Record it: tracker reach {action.milestone}"
    texts = dict(zip(action.steps, action.step_texts, strict=True))
    steps = [texts[step] for step in row.steps]
    if not steps:
        return "The rows above teach it; what is left is to show it."
    return "Steps: " + ", ".join(steps)


def _starred(slugs: Iterable[str], answer: GapsAnswer) -> list[str]:
    required = answer.required_slugs
    return [f"{slug}*" if slug in required else slug for slug in slugs]


def _bar_lines(answer: GapsAnswer) -> Iterator[str]:
    """The employers' bars that only need evidence, if no other row shows them."""
    rows = {row.action.milestone for row in answer.gaps.rows_in(UNSEEN)}
    bars = [each for each in answer.gaps.claimed_bars() if each[1].slug not in rows]
    if bars:
        yield "Employers' bars that you claim"
    for bar, milestone in bars:
        title = f"{milestone.title} ({milestone.slug}): {bar.who}"
        yield hours_row(say_span(milestone.show), title)
        yield wrap(milestone.show_by, indent=INDENT)


def _folded_lines(answer: GapsAnswer) -> Iterator[str]:
    """Helpful rows, and what is useful besides: their names, or all with `show_all`."""
    gaps = answer.gaps
    helpful = [row for row in gaps.rows_in(NOT_BEGUN) if row.weight == FOLDED_WEIGHT]
    for heading, rows in ((HELPFUL_HEADING, helpful), (STEPS_HEADING, gaps.steps)):
        if answer.show_all:
            yield from _section_lines(heading, rows, answer)
            continue
        slugs = [slug for row in rows for slug in row.requirements]
        if slugs:
            yield wrap(f"{heading}: {', '.join(slugs)} (tracker gaps --all)")


def _pathless_lines(answer: GapsAnswer) -> Iterator[str]:
    """The requirements without a path in the curriculum."""
    lines = answer.gaps.lines_without_path()
    slugs = [line.requirement.slug for line in lines]
    if slugs:
        names = join_words(_starred(slugs, answer))
        yield wrap(f"The curriculum lists no path yet to {names}.")


def _known_lines(gaps: Gaps) -> Iterator[str]:
    if gaps.rows_in(NOT_BEGUN):
        yield "Know some of this already? tracker known"
