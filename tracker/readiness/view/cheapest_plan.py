"""The cheapest plan to all musts as text, and by what the hours were multiplied."""

from collections.abc import Iterator

from tracker.curriculum.rules.ratios import Ratio
from tracker.readiness.rules.cheapest_plan import CheapestPlan
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.pace import Pace
from tracker.readiness.view.hour_columns import say_number
from tracker.text.amounts import say_amount
from tracker.text.columns import wrap

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def ratios_text(gaps: Gaps) -> Iterator[str]:
    """By how much the person's own hours differ from the estimates, over how many finished items."""
    told = [_ratio(ratio) for ratio in gaps.ratios_used()]
    if told:
        yield wrap(f"Estimates are counted as your hours were: {'; '.join(told)}.")


def _ratio(ratio: Ratio) -> str:
    of = f"{ratio.kind}s" if ratio.kind else "other kinds pooled"
    return f"{of} {ratio.value:.1f} times, over {ratio.count} finished"


def plan_text(
    plan: CheapestPlan | None, gaps: Gaps, pace: Pace | None
) -> Iterator[str]:
    """The hours to all musts: the least there is, or an upper bound; whose words they need; and how long that is."""
    if plan is None:
        return
    low, likely, high = (say_number(seconds) for seconds in plan.hours)
    ways = ", ".join(
        action.milestone or f"a word on {action.slug}" for action in plan.actions
    )
    head = "Cheapest to" if plan.is_exact else "To"
    bound = (
        "" if plan.is_exact else " at most (there are too many plans to weigh them all)"
    )
    once = ", shared steps counted once" if len(plan.actions) > 1 else ""
    told = f"{head} {_which(gaps)}: {low} - {likely} - {high} h{bound}{once}: {ways}."
    yield wrap(" ".join([told, *_words(plan), *_weeks(plan, pace), "None is certain."]))


def _which(gaps: Gaps) -> str:
    """`all four musts`, `the other two musts`, `the last must`."""
    counts = gaps.readiness.counts("must")
    left = counts.total - counts.met
    if not counts.met:
        return "the one must" if left == 1 else f"all {_count(left)} musts"
    return "the last must" if left == 1 else f"the other {_count(left)} musts"


def _words(plan: CheapestPlan) -> Iterator[str]:
    if plan.letters:
        people = (
            "somebody's word"
            if len(plan.letters) == 1
            else f"{_count(len(plan.letters))} people's words"
        )
        yield f"It takes {people} ({', '.join(plan.letters)})."


def _weeks(plan: CheapestPlan, pace: Pace | None) -> Iterator[str]:
    if pace and plan.hours[1] > 0:
        weekly, weeks = say_amount(pace.seconds), pace.weeks(plan.hours[1])
        own = (
            f"the {weekly} a week you set"
            if pace.is_stated
            else f"your {weekly} a week"
        )
        yield f"At {own}, {say_number(plan.hours[1])} h is {weeks} week{'s' if weeks != 1 else ''}."


def _count(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
