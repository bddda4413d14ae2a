"""Figures as a reader meets them: hours rounded, dates, limits in one phrase."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.export.render.phrases import evidence, promises
from tracker.export.render.phrases import hours as hour_phrases
from tracker.export.rules.hours import TENTH, SourceHours
from tracker.export.rules.progress import BoundHours, UnderWay, Work
from tracker.export.rules.shares import round_to_sum
from tracker.export.rules.tasks import MINUTE, Task
from tracker.labels import LOG_LABELS, SOURCE_LABELS
from tracker.milestones.rules.figures import find_difference
from tracker.text.amounts import round_to_unit, say_amount, say_bound
from tracker.text.columns import count_noun
from tracker.text.month_days import MONTH_NAMES


def round_hours(seconds: int) -> str:
    """Seconds as hours with one decimal: `504.0`; a second is `0.1`."""
    return say_tenths(round_to_unit(seconds, TENTH))


def round_parts(amounts: Sequence[int]) -> list[str]:
    """Seconds that make up one total, as hours that add up to it."""
    return list(map(say_tenths, round_to_sum(amounts, per=TENTH)))


def minute_parts(amounts: Sequence[int]) -> list[str]:
    """Seconds that make up one total, as hours and minutes that add up to it."""
    minutes = round_to_sum(amounts, per=MINUTE)
    return [say_amount(MINUTE * part) for part in minutes]


def say_minutes(seconds: int) -> str:
    """Seconds as hours and minutes: `3h30m`; a second is `1m`."""
    return say_amount(MINUTE * round_to_unit(seconds, MINUTE))


def day_columns(task: Task) -> dict[str, list[str]]:
    """By part that has hours, or else `counted`: those of each day, and their total."""
    names = [bucket.name for bucket in task.buckets if bucket.sessions]
    names = names or ["counted"]
    return {name: _day_column(task, name) for name in names}


def _day_column(task: Task, name: str) -> list[str]:
    seconds = [day.parts.get(name, 0) for day in task.days]
    amounts = minute_parts(seconds)
    cells = [
        amount if part else "" for amount, part in zip(amounts, seconds, strict=True)
    ]
    return [*cells, say_minutes(sum(seconds))]


def say_tenths(tenths: int) -> str:
    """Tenths of an hour as hours: `504.0`, `-1.5`."""
    return f"{tenths / 10:.1f}"


def say_date(day: date | None) -> str:
    """`14 Jun 2026`; empty for no day."""
    if day is None:
        return ""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def say_ledger(ledger: BoundHours) -> str:
    """`302.0 h, within the limit of 200-400 h`, or `431.0 h, over the limit of ...`.

    Where no hours are logged, nobody knows how many it took.
    """
    limit = say_bound(ledger.low, ledger.high)
    if not ledger.spent:
        return evidence.no_hours(limit)
    say = evidence.hours_over if ledger.over else evidence.hours_within
    hours = evidence.hours_spent(round_hours(ledger.spent))
    return say(_with_agent(hours, ledger.agent), limit)


def _with_agent(amount: str, agent: int) -> str:
    """The amount, with the hours in it that an agent ran."""
    return evidence.with_agent(amount, round_hours(agent)) if agent else amount


def say_spent(work: UnderWay) -> str:
    """`161.0 of 200-400 h`, `431.0 h, over the limit of 200-400 h`.

    `12.0 h` where there is neither a limit nor an estimate, and `no hours logged`.
    """
    if work.ledger and work.ledger.over:
        return say_ledger(work.ledger)
    hours = round_hours(work.spent)
    if not work.spent:
        return promises.NOTHING_LOGGED
    if work.low is None or work.high is None:
        return _with_agent(evidence.hours_spent(hours), work.agent)
    amount = evidence.hours_of(hours, say_bound(work.low, work.high))
    return _with_agent(amount, work.agent)


def say_result(work: Work) -> Iterator[str]:
    """`original 86%; reproduced 74%; 12 points lower (...)`, then its hours."""
    for figures in work.figures:
        parts = [
            evidence.original(figures.claimed) if figures.claimed else "",
            evidence.reproduced(figures.reproduced) if figures.reproduced else "",
            say_difference(figures.claimed, figures.reproduced),
        ]
        yield "; ".join(filter(None, parts))
    if work.ledger:
        yield say_ledger(work.ledger)


def say_difference(claimed: str | None, reproduced: str | None) -> str:
    """`12 points lower (14% of the original figure)`, or `no difference`.

    Empty where the two figures cannot be compared.
    """
    apart = find_difference(claimed, reproduced)
    if apart is None:
        return ""
    if not apart.absolute:
        return evidence.NO_DIFFERENCE
    side = apart.side
    if apart.share:
        return evidence.difference_and_share(apart.amount, side, apart.share)
    return evidence.difference(apart.amount, side)


def say_source(source: SourceHours) -> str:
    """`timer`, `same day`, `later`, `imported`, `Toggl import`."""
    if not source.read_from:
        return SOURCE_LABELS[source.source]
    name = LOG_LABELS.get(source.read_from, source.read_from)
    return hour_phrases.import_from(name)


def say_shares(sources: Sequence[SourceHours], amounts: Sequence[str]) -> str:
    """`timer 15 h (3%), same day 5 h (1%)`; `amounts` have their unit."""
    total = sum(source.seconds for source in sources)
    shares = (
        hour_phrases.share(say_source(source), amount, _say_percent(source, total))
        for source, amount in zip(sources, amounts, strict=True)
    )
    return ", ".join(shares)


def _say_percent(source: SourceHours, total: int) -> str:
    """Its share of the total; one that is rounded to 1 is said to be under 1 if it is."""
    if source.seconds * 100 < total:
        return hour_phrases.UNDER_ONE
    return hour_phrases.percent(source.percent)


def say_late(days: int) -> str:
    """`on time`, `1 day late`, `3 days early`."""
    if not days:
        return promises.ON_TIME
    say = promises.late if days > 0 else promises.early
    return say(count_noun(abs(days), "day"))
