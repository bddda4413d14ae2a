"""A pace in words: how much, what it rests on, and why it is not known."""

from tracker.limits import FORECAST_WEEKS
from tracker.readiness.rules.pace import MOST_WEEKS, ONE_WEEK, Pace, StudyStretch
from tracker.text.amounts import say_hours
from tracker.text.columns import count_noun
from tracker.text.days import say_day

SET_PACE = "To see dates at a pace you plan: tracker config hours-a-week 12h"


def say_pace(pace: Pace) -> str:
    """`9h40m a week (your average of 12 weeks)`, `12 h a week (as you set it)`."""
    source = "as you set it"
    if pace.measured:
        source = f"your average of {_say_weeks(pace)}"
    return f"{say_hours(pace.seconds or 0)} a week ({source})"


def say_last_session(pace: Pace) -> str:
    """`Last session Tue 3 Mar, 12 weeks ago.`, or nothing if there is none."""
    if pace.stretch is None:
        return ""
    last = pace.stretch.last
    weeks = count_noun((pace.today - last) // ONE_WEEK, "week")
    return f"Last session {say_day(last, pace.today)}, {weeks} ago."


def say_missing_pace(pace: Pace) -> str:
    """Why there is no pace of the person's own, as a sentence."""
    if pace.is_idle:
        return f"There is no pace to forecast from. {say_last_session(pace)}"
    has = f"it has {len(pace.weeks)}"
    if pace.stretch:
        has += _say_beginning(pace.stretch, pace)
    return f"A forecast needs {FORECAST_WEEKS} whole weeks of your log; {has}."


def say_present_pace(pace: Pace) -> str:
    """The pace, or the last session of somebody idle; nothing if neither is known."""
    sentences = [say_last_session(pace)] if pace.is_idle else []
    if pace.seconds:
        sentences.append(f"Pace: {say_pace(pace)}.")
    elif pace.is_idle:
        sentences.append(SET_PACE)
    return " ".join(sentences)


def _say_weeks(pace: Pace) -> str:
    """`the last 26 weeks`, or `12 weeks` with the day on which they began again."""
    count = len(pace.weeks)
    if count >= MOST_WEEKS:
        return f"the last {count} weeks"
    assert pace.stretch
    return f"{count} weeks{_say_beginning(pace.stretch, pace)}"


def _say_beginning(stretch: StudyStretch, pace: Pace) -> str:
    """` since Thu 3 Sep; before that nothing for 14 weeks`; nothing if it is the first."""
    if stretch.before is None:
        return ""
    weeks = count_noun((stretch.since - stretch.before) // ONE_WEEK, "week")
    since = say_day(stretch.since, pace.today)
    return f" since {since}; before that nothing for {weeks}"
