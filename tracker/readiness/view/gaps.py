"""`gaps` and `next` as text."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.gaps import Gaps, all_musts
from tracker.readiness.rules.holding import Strength
from tracker.readiness.rules.hours import Hours
from tracker.readiness.view.ready import role_name
from tracker.words.columns import wrap

HEADS = {
    UNSEEN: "You have it, by your word or your hours; nobody can look at it yet",
    UNDER_WAY: "Under way",
    NOT_BEGUN: "Not begun",
}
INDENT = 20


def gaps_text(found: Gaps, steps: bool) -> str:
    """Part by part, a row for each thing to do; musts are starred. Steps are folded unless `steps`."""
    parts = [role_name(found.readiness), _head(found)]
    starred = {g.line.requirement.slug for g in found.gaps if g.line.requirement.weight == "must"}
    for part, head in HEADS.items():
        rows = [row for action in found.rows(part) for row in _row(action, starred)]
        if part == UNSEEN:
            rows = [*_asking(found, starred), *rows]
        parts += [head, *rows] if rows else []
    parts += [*_closed(found, starred), *_steps(found, steps, starred), *_plan(found)]
    return "\n".join(parts)


def say_span(hours: Hours) -> str:
    """` 60 - 117 - 200`; tenths below ten hours."""
    return " - ".join(f"{_number(seconds):>4}" for seconds in hours)


def _number(seconds: int) -> str:
    hours = seconds / 3600
    return f"{hours:.1f}".removesuffix(".0") if hours < 9.95 else f"{hours:.0f}"


def _head(found: Gaps) -> str:
    best = found.readiness.best()
    left = [strength for strength in best.values() if strength < Strength.SHOWN]
    claimed = sum(strength >= Strength.SAID for strength in left)
    if not left:
        return f"All {len(best)} are shown."
    hours = " Hours to go: low - likely - high."
    return f"{len(left)} of {len(best)} not yet shown: {claimed} claimed, {len(left) - claimed} open.{hours}"


def _row(action: Action, starred: Iterable[str]) -> Iterator[str]:
    """The hours, what it ends in, what it serves; below it how."""
    serves = _served(action.serves, starred)
    yield _wrapped(f"{say_span(action.hours)}  {action.milestone}: {serves}")
    if action.part == UNSEEN:
        yield wrap(action.do.split(": ", 1)[1], indent=INDENT)
    else:
        yield wrap(f"by {', '.join(action.way) or 'saying so: its items are done'}", indent=INDENT)


def _wrapped(text: str) -> str:
    first, *rest = wrap(text[INDENT:], indent=INDENT).split("\n")
    return "\n".join([text[:INDENT] + first.strip(), *rest])


def _served(slugs: Sequence[str], starred: Iterable[str]) -> str:
    return ", ".join(f"{slug}*" if slug in starred else slug for slug in slugs)


def _asking(found: Gaps, starred: Iterable[str]) -> Iterator[str]:
    asked = tuple(dict.fromkeys(slug for action in found.asking() for slug in action.serves))
    if asked:
        hours = found.asking()[0].hours
        each = "a letter or review by somebody who can judge, each:"
        yield _wrapped(f"{say_span(hours)}  {each} {_served(asked, starred)}")


def _closed(found: Gaps, starred: Iterable[str]) -> Iterator[str]:
    """What nothing in the curriculum leads to."""
    slugs = [line.requirement.slug for line in found.closed()]
    if slugs:
        yield wrap(f"Nothing listed leads all the way to: {_served(slugs, starred)}.")


def _steps(found: Gaps, shown: bool, starred: Iterable[str]) -> Iterator[str]:
    wanted = [gap.line.requirement.slug for gap in found.gaps if gap.line.requirement.step]
    if wanted and not shown:
        yield f"Steps: {', '.join(wanted)} (tracker gaps --steps)"
    elif wanted:
        yield "Steps"
        for part in HEADS:
            for action in found.rows(part, step=True):
                yield from _row(action, starred)


def _plan(found: Gaps) -> Iterator[str]:
    """The hours to all musts, which are an upper bound and no promise."""
    plan = all_musts(found)
    if plan:
        low, likely, high = (_number(seconds) for seconds in plan.hours)
        ways = ", ".join(action.milestone or f"a word on {action.slug}" for action in plan.actions)
        yield wrap(f"To all musts (*) at most {low} - {likely} - {high} h, shared steps once: {ways}. None is certain.")


def next_text(actions: Sequence[Action]) -> str:
    """A few lines, each with its hours; without any, where to begin."""
    if not actions:
        return "Nothing is under way. Say where you want to go: tracker target ROLE"
    rows = (_wrapped(f"{say_span(action.hours)}  {action.do}") for action in actions)
    return "\n".join(["Next, with the hours it takes: low - likely - high.", *rows])
