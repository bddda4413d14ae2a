"""`gaps` as text: what is missing, part by part, and the cheapest plan to all musts."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.cheapest_plan import CheapestPlan
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.strengths import Strength
from tracker.readiness.view.cheapest_plan import plan_text, ratios_text
from tracker.readiness.view.hour_columns import INDENT, WIDTH, say_span
from tracker.readiness.view.ready import role_name
from tracker.text.columns import wrap

HEADS = {
    UNSEEN: "You have it; nobody can look at it yet",
    UNDER_WAY: "Under way",
    NOT_BEGUN: "Not begun",
}
ASKED = "a letter or a review"
# From so many steps on, what another row spells out is named instead of spelled out again.
SPELLED = 3


@dataclass(frozen=True, slots=True)
class GapsAnswer:
    """What `gaps` answers: what is missing, the cheapest plan to all musts, and the hours a week there are for it."""

    gaps: Gaps
    plan: CheapestPlan | None = None
    pace: Pace | None = None
    show_steps: bool = False

    @property
    def required_slugs(self) -> Collection[str]:
        """The slugs of the musts that are missing."""
        return {
            g.line.requirement.slug
            for g in self.gaps.gaps
            if g.line.requirement.weight == "must"
        }


def gaps_text(answer: GapsAnswer) -> str:
    """Part by part, a row for each thing to do; musts are starred. Steps are folded unless asked for."""
    found = answer.gaps
    parts = [role_name(found.readiness), _head(found)]
    for part, head in HEADS.items():
        rows = [*_asking(answer, part), *_rows(answer, part), *_bars(answer, part)]
        parts += [head, *rows] if rows else []
    if found.actions_in(NOT_BEGUN):
        parts.append(
            "Done or known already? Say so: tracker reach MILESTONE, tracker rate SKILL LEVEL"
        )
    parts += [
        *_closed(answer),
        *_steps(answer),
        *ratios_text(found),
        *plan_text(answer.plan, found, answer.pace),
    ]
    return "\n".join(parts)


def _head(gaps: Gaps) -> str:
    best = gaps.readiness.unit_strengths()
    left = [strength for strength in best.values() if strength < Strength.SHOWN]
    claimed = sum(strength >= Strength.SAID for strength in left)
    if not left:
        return f"All {len(best)} are shown."
    hours = " Hours to go: low - likely - high."
    return f"{len(left)} of {len(best)} not yet shown: {claimed} claimed, {len(left) - claimed} open.{hours}"


def _rows(answer: GapsAnswer, part: str, *, step: bool = False) -> Iterator[str]:
    """The hours, what is shown in the end, and what that serves; below it how."""
    listed = [
        action for each in HEADS for action in answer.gaps.actions_in(each, step=step)
    ]
    for action in (action for action in listed if action.part == part):
        yield _served(
            say_span(action.hours), action.milestone or "", action.requirements, answer
        )
        how = (
            action.do.split(": ", 1)[1]
            if action.part == UNSEEN
            else _how(action, listed)
        )
        yield wrap(how, indent=INDENT + 2)


def _how(action: Action, listed: Iterable[Action]) -> str:
    """The items still to do; those that another row spells out by the name of that row."""
    if not action.steps:
        return "by saying so: its items are done"
    inner = [
        a
        for a in listed
        if SPELLED <= len(a.steps) < len(action.steps)
        and set(a.steps) < set(action.steps)
    ]
    longest = max(inner, key=lambda a: len(a.steps), default=None)
    spelled = longest.steps if longest else ()
    own = [
        told
        for step, told in zip(action.steps, action.step_texts, strict=True)
        if step not in spelled
    ]
    shown = (
        ", and showing it" if action.is_attempt else ""
    )  # `next` tells the hours of the item alone
    return (
        f"{f'after {longest.milestone}, ' if longest else ''}by {', '.join(own)}{shown}"
    )


def _served(left: str, name: str, serves: Iterable[str], answer: GapsAnswer) -> str:
    """A row of hours, a name, and the requirements it serves, those in a column of their own."""
    column = INDENT + 31
    first, *rest = wrap(_starred(serves, answer), width=WIDTH - column).split("\n")
    return "\n".join(
        [f"{left:<{INDENT}}{name:<31}{first}", *(" " * column + line for line in rest)]
    )


def _starred(slugs: Iterable[str], answer: GapsAnswer) -> str:
    return ", ".join(
        f"{slug}*" if slug in answer.required_slugs else slug for slug in slugs
    )


def _asking(answer: GapsAnswer, part: str) -> Iterator[str]:
    asked = answer.gaps.letter_actions() if part == UNSEEN else ()
    if asked:
        serves = tuple(
            dict.fromkeys(slug for action in asked for slug in action.requirements)
        )
        yield _served(say_span(asked[0].hours), ASKED, serves, answer)
        each = ", for each" if len(asked) > 1 else ""
        yield wrap(f"Ask somebody who can judge it{each}.", indent=INDENT + 2)


def _bars(answer: GapsAnswer, part: str) -> Iterator[str]:
    """The bars that only showing is left of, where no row shows it already."""
    if part == UNSEEN:
        named = {action.milestone for action in answer.gaps.actions_in(part)}
        for bar, milestone in answer.gaps.claimed_bars():
            if milestone.slug not in named:
                yield _served(
                    say_span(milestone.show),
                    milestone.slug,
                    [f"bar: {bar.who}"],
                    answer,
                )
                yield wrap(milestone.show_by, indent=INDENT + 2)


def _closed(answer: GapsAnswer) -> Iterator[str]:
    """What nothing in the curriculum leads to."""
    slugs = [line.requirement.slug for line in answer.gaps.lines_without_path()]
    if slugs:
        yield wrap(f"Nothing listed leads all the way to: {_starred(slugs, answer)}.")


def _steps(answer: GapsAnswer) -> Iterator[str]:
    wanted = [
        gap.line.requirement.slug
        for gap in answer.gaps.gaps
        if gap.line.requirement.step
    ]
    if wanted and not answer.show_steps:
        yield f"Steps: {', '.join(wanted)} (tracker gaps --steps)"
    elif wanted:
        yield "Steps"
        for part in HEADS:
            yield from _rows(answer, part, step=True)
