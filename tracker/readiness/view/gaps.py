"""`gaps` as text: the road to a role, stage by stage, and what all required take."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.choices import FOLDED_WEIGHT, STAGES, WEIGHTS
from tracker.curriculum.view.gates import list_gate
from tracker.labels import CLAIMED, OPEN, STAGE_LABELS
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN
from tracker.readiness.rules.answers import GapsAnswer
from tracker.readiness.rules.evidence_only import find_claimed_parts
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.road import RoadRow, is_in_progress
from tracker.readiness.rules.situation import Situation
from tracker.readiness.rules.support import Strength
from tracker.readiness.view.applications import HEADING as APPLY_HEADING
from tracker.readiness.view.hour_columns import (
    hours_row,
    say_span,
    text_row,
)
from tracker.readiness.view.ready import role_name, variant_lines
from tracker.readiness.view.required_total import ratio_lines, total_lines
from tracker.readiness.view.roles import KNOWN_OFFER
from tracker.text.columns import join_words, wrap
from tracker.text.tables import table

CLAIMED_HEADING = f"{CLAIMED.capitalize()}: add evidence"
# What is done, but not what the requirement asks for yet.
QUICK_HEADING = "Show what you have"
UNDER_WAY_HEADING = "In progress"
HELPFUL_HEADING = "Helpful"
STEPS_HEADING = "Also useful"
LETTER_TITLE = "A letter or a review"
# So many can be claimed, a line for each.
MOST_KNOWN = 3
UNKNOWN_HOURS = "hours not known"


def gaps_text(answer: GapsAnswer) -> str:
    """Each thing to do with its hours; required lines are starred."""
    gaps = answer.gaps
    lines = [
        role_name(gaps.readiness),
        *variant_lines(gaps.readiness),
        *_heading_lines(gaps),
        *_opening_lines(answer),
    ]
    for heading, rows in _sections(gaps):
        lines += _section_lines(heading, rows, answer)
    lines += [
        *_bar_lines(answer),
        *_folded_lines(answer),
        *_pathless_lines(answer),
        *ratio_lines(gaps),
        *total_lines(answer),
        *known_lines(gaps),
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
    yield wrap(
        "Hours are low - likely - high, after the rows above; a milestone's include "
        "showing it."
    )


def _opening_lines(answer: GapsAnswer) -> Iterator[str]:
    """Where to apply now; `ready` says why."""
    if answer.gaps.openings:
        yield f"{APPLY_HEADING} (why: tracker ready{answer.role_words})"
    for opening in answer.gaps.openings:
        item = opening.item
        where = f"tracker open {item.slug}" if item.url else f"tracker show {item.slug}"
        yield wrap(f"{item.title}: {where}", indent=2)


def _sections(gaps: Gaps) -> Iterator[tuple[str, list[RoadRow]]]:
    """The headings in the order of the road, each with its rows."""
    claimed = {
        line.requirement.slug
        for line in gaps.readiness.lines
        if line.strength >= Strength.SAID
    }
    quick = gaps.rows_in(UNSEEN)
    yield (
        CLAIMED_HEADING,
        [row for row in quick if claimed.issuperset(row.requirements)],
    )
    yield (
        QUICK_HEADING,
        [row for row in quick if not claimed.issuperset(row.requirements)],
    )
    yield UNDER_WAY_HEADING, list(gaps.rows_in(UNDER_WAY))
    rows = [row for row in gaps.rows_in(NOT_BEGUN) if row.weight != FOLDED_WEIGHT]
    for stage in STAGES:
        yield STAGE_LABELS[stage], [row for row in rows if row.stage == stage]


def _section_lines(
    heading: str, rows: Sequence[RoadRow], answer: GapsAnswer
) -> list[str]:
    letters = [row for row in rows if row.action.milestone is None]
    listed = [*_letter_lines(letters, answer)]
    for row in rows:
        if row not in letters:
            listed += _row_lines(row, answer)
    return [heading, *listed] if listed else []


def _letter_lines(rows: Sequence[RoadRow], answer: GapsAnswer) -> Iterator[str]:
    """The skills that somebody's letter or review would show, in one row."""
    if not rows:
        return
    slugs = [slug for row in rows for slug in _starred(row.requirements, answer)]
    yield hours_row(say_span(rows[0].hours), f"{LETTER_TITLE}: {', '.join(slugs)}")
    one_each = " One each; the hours are for one." if len(rows) > 1 else ""
    yield text_row(f"Ask somebody who can judge it.{one_each} Then:")
    yield from (f"  {row.action.show_by}" for row in rows)


def _row_lines(row: RoadRow, answer: GapsAnswer) -> Iterator[str]:
    """The hours and what to reach, for which requirements; below it how."""
    action, situation = row.action, answer.gaps.paths.situation
    hours = say_span(row.hours) if action.has_known_hours else UNKNOWN_HOURS
    milestone = situation.milestones.get(action.milestone or "")
    name = f"{milestone.title} ({milestone.slug})" if milestone else action.slug
    yield hours_row(hours, f"{name}: {_say_purpose(row, answer)}")
    yield text_row(_say_how(row, situation))
    yield from _claimed_lines(row, answer.gaps)
    for gate_line in _gate_lines(row, situation):
        yield text_row(gate_line)


def _say_purpose(row: RoadRow, answer: GapsAnswer) -> str:
    """`replications*, ml-depth`; `swe-internship, on the way to programming*`."""
    purposes = _starred(row.requirements, answer)
    is_required = answer.required_slugs & set(row.requirements)
    if row.weight == WEIGHTS[0] and not is_required:
        purposes.append(f"on the way to {_starred(row.leads_to, answer)[0]}")
    return ", ".join(purposes or [f"on the way to {row.leads_to[0]}"])


def _gate_lines(row: RoadRow, situation: Situation) -> Iterator[str]:
    """What its steps need of others; those that need the same in one line."""
    by_text: dict[str, list[str]] = {}
    for step in row.steps:
        gate = situation.open_gate(step)
        if gate and situation.needs_offer(step):
            text = ". ".join(list_gate(gate))
            by_text.setdefault(text, []).append(step)
    for text, steps in by_text.items():
        yield f"{join_words(steps)} {'need' if len(steps) > 1 else 'needs'} {text}."


def _say_how(row: RoadRow, situation: Situation) -> str:
    """The steps that no row above has, else how to show it.

    A row in progress that has to wait for others stands in its stage, and says so.
    """
    action = row.action
    if action.show_by:
        return action.show_by
    if not action.steps:
        return f"The items are done. Record it: tracker reach {action.milestone}"
    texts = dict(zip(action.steps, action.step_texts, strict=True))
    steps = [texts[step] for step in row.steps]
    if not steps:
        return "The rows above teach it; what is left is to show it."
    is_waiting = action.part == NOT_BEGUN and is_in_progress(row, situation)
    head = f"{UNDER_WAY_HEADING}. " if is_waiting else ""
    return f"{head}Steps: " + ", ".join(steps)


def _claimed_lines(row: RoadRow, gaps: Gaps) -> Iterator[str]:
    """The parts of a whole that no row teaches, since what they teach is claimed."""
    ends = {each.action.milestone for each in gaps.road} - {row.action.milestone}
    slugs = [row.action.milestone] if row.action.milestone else []
    parts = find_claimed_parts(slugs, gaps.paths.situation)
    to_show = [part for part in parts if part not in ends]
    if to_show:
        how = f"how: tracker show {row.action.milestone}"
        yield text_row(f"Claimed, and still to show: {join_words(to_show)} ({how})")


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
        yield text_row(milestone.show_by)


def _folded_lines(answer: GapsAnswer) -> Iterator[str]:
    """Helpful rows, and what is useful besides: their names, or all with `show_all`."""
    gaps = answer.gaps
    helpful = [row for row in gaps.rows_in(NOT_BEGUN) if row.weight == FOLDED_WEIGHT]
    folded: list[str] = []
    for heading, rows in ((HELPFUL_HEADING, helpful), (STEPS_HEADING, gaps.steps)):
        full = [row for row in rows if answer.show_all or row.weight != FOLDED_WEIGHT]
        yield from _section_lines(heading, full, answer)
        hidden = [row for row in rows if row not in full]
        folded += [slug for row in hidden for slug in row.requirements]
    if folded:
        yield wrap(
            f"{HELPFUL_HEADING}: {', '.join(folded)} (tracker gaps{answer.role_words} --all)"
        )


def _pathless_lines(answer: GapsAnswer) -> Iterator[str]:
    """The requirements without a path in the curriculum."""
    lines = answer.gaps.lines_without_path()
    slugs = [line.requirement.slug for line in lines]
    if slugs:
        names = join_words(_starred(slugs, answer))
        yield wrap(f"The curriculum lists no path yet to {names}.")


def known_lines(gaps: Gaps) -> Iterator[str]:
    """How to say what one knows already, before it is taught."""
    lessons = gaps.lessons()
    if lessons and gaps.paths.situation.claimed:
        yield "Know one of these already?"
        titles = gaps.paths.situation.milestones
        known = lessons[:MOST_KNOWN]
        rows = [(f"tracker known {slug}", titles[slug].title) for slug in known]
        yield table(rows, "l", indent=2)
    elif gaps.rows_in(NOT_BEGUN):
        yield KNOWN_OFFER
