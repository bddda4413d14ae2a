"""`gaps` as text: what to do, part by part, then the shortest path to all required."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.labels import CLAIMED, OPEN
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.answers import GapsAnswer
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.strengths import Strength
from tracker.readiness.view.cheapest_plan import plan_lines, ratio_lines
from tracker.readiness.view.hour_columns import INDENT, say_head, say_span
from tracker.readiness.view.ready import role_name
from tracker.text.columns import WIDTH, join_words, wrap

HEADINGS = {
    UNSEEN: f"{CLAIMED.capitalize()}: add evidence",
    UNDER_WAY: "In progress",
    NOT_BEGUN: "Not started",
}
LETTER = "a letter or a review"
REQUIREMENTS_COLUMN = INDENT + 31
# A path of at least so many steps is named in longer paths, and not spelled out again.
NAMED_FROM = 3


def gaps_text(answer: GapsAnswer) -> str:
    """Each thing to do with its hours; required lines are starred."""
    gaps = answer.gaps
    parts = [role_name(gaps.readiness), *_heading_lines(gaps)]
    for part, heading in HEADINGS.items():
        rows = [*_action_rows(answer, part)]
        if part == UNSEEN:
            rows = [*_letter_rows(answer), *rows, *_bar_rows(answer)]
        parts += [heading, *rows] if rows else []
    if gaps.actions_in(NOT_BEGUN):
        parts.append(
            "Done already? tracker reach MILESTONE; for a skill: tracker rate SKILL LEVEL"
        )
    parts += [
        *_pathless_lines(answer),
        *_step_lines(answer),
        *ratio_lines(gaps),
        *plan_lines(answer.plan, gaps, answer.pace),
    ]
    return "\n".join(parts)


def _heading_lines(gaps: Gaps) -> Iterator[str]:
    strengths = gaps.readiness.unit_strengths().values()
    to_show = [each for each in strengths if each < Strength.SHOWN]
    if not to_show:
        yield f"All {len(strengths)} are shown."
        return
    claimed = sum(each >= Strength.SAID for each in to_show)
    counts = f"{claimed} {CLAIMED}, {len(to_show) - claimed} {OPEN}"
    yield f"{len(to_show)} of {len(strengths)} still to show: {counts}."
    yield "Each row meets all requirements beside it. * marks the required ones."
    yield _row(say_head(), "do this", "for these requirements")


def _action_rows(
    answer: GapsAnswer, part: str, *, is_step: bool = False
) -> Iterator[str]:
    """The hours, the milestone and what that shows; below it what to do."""
    all_actions = [
        action
        for each in HEADINGS
        for action in answer.gaps.actions_in(each, is_step=is_step)
    ]
    for action in all_actions:
        if action.part != part:
            continue
        hours, name = say_span(action.hours), action.milestone or ""
        yield _row(hours, name, _starred(action.requirements, answer))
        what = action.show_by or _say_path(action, all_actions)
        yield wrap(what, indent=INDENT + 2)


def _say_path(action: Action, all_actions: Iterable[Action]) -> str:
    """`after basic-dl-done, steps: spinning-up`: the items, or the row that lists them."""
    if not action.steps:
        return f"The items are done. Record it: tracker reach {action.milestone}"
    within = _longest_within(action, all_actions)
    steps = within.steps if within else ()
    texts = [
        text
        for step, text in zip(action.steps, action.step_texts, strict=True)
        if step not in steps
    ]
    path = f"steps: {', '.join(texts)}"
    if within:
        path = f"after {within.milestone}, {path}"
    # `next` counts the hours of the item alone.
    return f"{path}, and showing it" if action.is_attempt else path


def _longest_within(action: Action, all_actions: Iterable[Action]) -> Action | None:
    """The action with the most steps, all of which are steps of `action` too."""
    steps = set(action.steps)
    within = [
        each
        for each in all_actions
        if len(each.steps) >= NAMED_FROM and set(each.steps) < steps
    ]
    return max(within, key=lambda each: len(each.steps), default=None)


def _row(hours: str, name: str, requirements: str) -> str:
    """Hours, a name, and the requirements in a column of their own."""
    column = REQUIREMENTS_COLUMN
    first, *rest = wrap(requirements, width=WIDTH - column).split("\n")
    lines = [f"{hours:<{INDENT - 1}} {name:<{column - INDENT}}{first}"]
    lines += [" " * column + line for line in rest]
    return "\n".join(lines)


def _starred(slugs: Iterable[str], answer: GapsAnswer) -> str:
    return ", ".join(_starred_list(slugs, answer))


def _starred_list(slugs: Iterable[str], answer: GapsAnswer) -> Sequence[str]:
    required = answer.required_slugs
    return [f"{slug}*" if slug in required else slug for slug in slugs]


def _letter_rows(answer: GapsAnswer) -> Iterator[str]:
    """The skills that somebody's letter or review would show."""
    letters = answer.gaps.letter_actions()
    if not letters:
        return
    slugs = dict.fromkeys(slug for each in letters for slug in each.requirements)
    yield _row(say_span(letters[0].hours), LETTER, _starred(slugs, answer))
    one_each = " One letter each; the hours are for one." if len(letters) > 1 else ""
    yield wrap(f"Ask somebody who can judge it.{one_each}", indent=INDENT + 2)


def _bar_rows(answer: GapsAnswer) -> Iterator[str]:
    """The employers' bars that only need evidence, if no other row shows them."""
    rows = {action.milestone for action in answer.gaps.actions_in(UNSEEN)}
    for bar, milestone in answer.gaps.claimed_bars():
        if milestone.slug not in rows:
            hours = say_span(milestone.show)
            yield _row(hours, milestone.slug, f"employer: {bar.who}")
            yield wrap(milestone.show_by, indent=INDENT + 2)


def _pathless_lines(answer: GapsAnswer) -> Iterator[str]:
    """The requirements without a path in the curriculum."""
    lines = answer.gaps.lines_without_path()
    slugs = [line.requirement.slug for line in lines]
    if slugs:
        names = join_words(_starred_list(slugs, answer))
        yield wrap(f"The curriculum lists no full path yet to {names}.")


def _step_lines(answer: GapsAnswer) -> Iterator[str]:
    requirements = [gap.line.requirement for gap in answer.gaps.gaps]
    slugs = [each.slug for each in requirements if each.step]
    if not slugs:
        return
    if not answer.show_steps:
        yield f"Also useful: {', '.join(slugs)} (tracker gaps --steps)"
        return
    yield "Also useful"
    for part in HEADINGS:
        yield from _action_rows(answer, part, is_step=True)
