"""The shortest path to all that is required, and the ratios used, as text."""

from collections.abc import Iterator

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.readiness.rules.cheapest_plan import CheapestPlan
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.pace import Pace
from tracker.readiness.view.hour_columns import say_number
from tracker.text.amounts import say_amount
from tracker.text.columns import count_noun, wrap

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
NO_PROMISE = "Estimates, not promises."


def ratio_lines(gaps: Gaps) -> Iterator[str]:
    """By how much the person's own hours differ from the estimates."""
    ratios = "; ".join(map(_say_ratio, gaps.ratios_used()))
    if ratios:
        yield wrap(f"Estimates are multiplied by your own ratio: {ratios}.")


def _say_ratio(ratio: Ratio) -> str:
    """`courses 1.3 (6 finished)`."""
    kinds = f"{ratio.kind}s" if ratio.kind else "other kinds together"
    return f"{kinds} {ratio.value:.1f} ({ratio.count} finished)"


def plan_lines(
    plan: CheapestPlan | None, gaps: Gaps, pace: Pace | None
) -> Iterator[str]:
    """The hours of the path, its milestones, the letters it needs, and the weeks."""
    if plan is None:
        return
    low, likely, high = map(say_number, plan.hours)
    sentences = [
        f"{_say_start(plan, gaps)}: about {likely} h ({low}-{high}).",
        _say_ends(plan),
        *_say_letters(plan),
        *_say_weeks(plan, pace),
        NO_PROMISE,
    ]
    yield wrap(" ".join(sentences))


def _say_start(plan: CheapestPlan, gaps: Gaps) -> str:
    """`Shortest path to all 4 required`, `Shortest path to the other 2 required`."""
    counts = gaps.readiness.counts("must")
    left = counts.total - counts.met
    if left == 1:
        which = "the last required line" if counts.met else "the one required line"
    else:
        which = f"the other {left} required" if counts.met else f"all {left} required"
    if plan.is_exact:
        return f"Shortest path to {which}"
    return f"Shortest path found to {which} (too many to compare all)"


def _say_ends(plan: CheapestPlan) -> str:
    ends = [each.milestone or f"a letter on {each.slug}" for each in plan.actions]
    if len(ends) == 1:
        return f"It ends with {ends[0]}."
    return f"It has {len(ends)} goals: {'; '.join(ends)}. Shared steps count once."


def _say_letters(plan: CheapestPlan) -> Iterator[str]:
    count = len(plan.letters)
    if count:
        number = NUMBERS[count] if count < len(NUMBERS) else str(count)
        letters = "letter or review" if count == 1 else "letters or reviews"
        yield f"It needs {number} {letters} ({', '.join(plan.letters)})."


def _say_weeks(plan: CheapestPlan, pace: Pace | None) -> Iterator[str]:
    likely = plan.hours[1]
    if pace and likely > 0:
        weekly = say_amount(pace.seconds)
        source = "as you set it" if pace.is_stated else "your average"
        weeks = count_noun(pace.weeks(likely), "week")
        yield f"At {weekly} a week ({source}) that is about {weeks}."
