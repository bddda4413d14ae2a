"""A choice of sessions in words."""

from tracker.journal.rules.records import SessionFilter
from tracker.system import join
from tracker.text.columns import quoted
from tracker.text.periods import Period, say_period


def say_filter(chosen: SessionFilter) -> str:
    """`Nov 2026, ppo, +pair`: what was understood, to begin a line with."""
    period = say_period(Period(chosen.since, chosen.until))
    parts = [period[0].upper() + period[1:]]
    parts += [chosen.item] if chosen.item else []
    parts += [f"track {chosen.track}"] if chosen.track else []
    parts += [f"+{chosen.tag}"] if chosen.tag else []
    parts += [f"notes with {quoted(chosen.search)}"] if chosen.search else []
    return ", ".join(parts)


def say_options(chosen: SessionFilter) -> str:
    """` ppo --tag pair`: what was chosen beside the period, to be typed again."""
    words = [chosen.item] if chosen.item else []
    for option in ("track", "tag", "search"):
        if value := getattr(chosen, option):
            words += [f"--{option}", value]
    return f" {join(words)}" if words else ""
