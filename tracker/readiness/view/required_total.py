"""What all required lines take together, and the ratios used, as text."""

from collections.abc import Iterator, Sequence

from tracker.choices import WEIGHTS
from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.limits import LAST_WEEK
from tracker.readiness.rules.answers import GapsAnswer
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.pace_sentences import SET_PACE, say_last_session, say_pace
from tracker.readiness.rules.readiness import Counts, Readiness
from tracker.readiness.rules.required_total import RequiredTotal
from tracker.readiness.view.hour_columns import say_about
from tracker.text.columns import count_noun, join_words, wrap

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
# So many are named; more stand in the rows above.
MOST_NAMED = 3
NO_PROMISE = "Estimates, not promises."
# Where required lines are only claimed.
CLAIMS_HOLD = ", if your claims hold"


def ratio_lines(gaps: Gaps) -> Iterator[str]:
    """By how much the person's own hours differ from the estimates."""
    ratios = "; ".join(map(_say_ratio, gaps.ratios_used()))
    if ratios:
        yield wrap(f"Estimates are multiplied by your own ratio: {ratios}.")


def _say_ratio(ratio: Ratio) -> str:
    """`courses 1.3 (6 finished)`."""
    kinds = f"{ratio.kind}s" if ratio.kind else "other kinds together"
    return f"{kinds} {ratio.value:.1f} ({ratio.count} finished)"


def total_lines(answer: GapsAnswer) -> Iterator[str]:
    """The hours of all required lines, the offers and letters they need, the weeks."""
    total = answer.total
    if total is None:
        return
    sentences = say_required(answer.gaps.readiness, total)
    weeks = _say_weeks(total, answer.pace)
    yield wrap(" ".join([*sentences, *weeks, NO_PROMISE]))
    if answer.pace.is_idle and not answer.pace.seconds:
        yield wrap(SET_PACE)


def say_required(readiness: Readiness, total: RequiredTotal) -> Iterator[str]:
    """The hours of all required lines, what they need of others, what is not known."""
    counts = readiness.counts(WEIGHTS[0])
    low, likely, high = map(say_about, total.hours)
    condition = CLAIMS_HOLD if counts.claimed else ""
    yield f"{say_which(counts)}: about {likely} h ({low}-{high}){condition}."
    needs = [
        f"{need} ({', '.join(slugs)})" if len(slugs) <= MOST_NAMED else need
        for need, slugs in list_needs(total)
    ]
    if needs:
        yield f"Needs: {join_words(needs)}."
    yield from _say_unknown(total)


def list_needs(total: RequiredTotal) -> Iterator[tuple[str, Sequence[str]]]:
    """What others must give, as `two letters or reviews`, and for which slugs."""
    for one, many, slugs in (
        ("place or offer", "places or offers", total.offers),
        ("letter or review", "letters or reviews", total.letters),
    ):
        count = len(slugs)
        if count:
            number = NUMBERS[count] if count < len(NUMBERS) else str(count)
            yield f"{number} {one if count == 1 else many}", slugs


def say_which(counts: Counts) -> str:
    """`All 4 required`, `The other 2 required`, `The last required line`."""
    left = counts.total - counts.met
    if left == 1:
        return "The last required line" if counts.met else "The one required line"
    return f"The other {left} required" if counts.met else f"All {left} required"


def _say_unknown(total: RequiredTotal) -> Iterator[str]:
    if total.unknown:
        yield f"Without the hours of {join_words(total.unknown)}, which are not known."


def _say_weeks(total: RequiredTotal, pace: Pace) -> Iterator[str]:
    """How many weeks the likely hours take, and the last session of somebody idle."""
    if pace.is_idle:
        yield say_last_session(pace)
    if pace.seconds and total.hours[1]:
        weeks = -(-total.hours[1] // pace.seconds)
        time = "more than ten years"
        if weeks <= LAST_WEEK:
            time = f"about {count_noun(weeks, 'week')}"
        yield f"At {say_pace(pace)} that is {time}."
