"""Figures as a reader meets them: hours rounded, days in ISO, ledgers in one phrase. Fixed words only."""

from collections.abc import Sequence
from datetime import date

from tracker.export.render.phrases import say
from tracker.export.rules.hours import SourceHours
from tracker.export.rules.progress import Artefact, BoundHours, UnderWay, Unseen
from tracker.export.rules.shares import apportion
from tracker.milestones.rules.figures import find_difference
from tracker.text.amounts import say_bound

HOUR = 3600
TENTH = 360


def hours(seconds: int) -> str:
    """Seconds as hours: whole ones from 100 on, else to a tenth; what there is is never rounded to nothing."""
    if seconds >= 100 * HOUR:
        return str((seconds + HOUR // 2) // HOUR)
    tenths = max((seconds + TENTH // 2) // TENTH, 1 if seconds else 0)
    return f"{tenths / 10:g}"


def parts(amounts: Sequence[int]) -> list[str]:
    """Seconds that make up one sum, as hours that add up to it. From 100 h on only what is below 10 h has tenths."""
    unit, small = (HOUR, 10 * HOUR) if sum(amounts) >= 100 * HOUR else (TENTH, TENTH)
    large = [each for each in amounts if each >= small]
    units = iter(apportion(large, (sum(large) + unit // 2) // unit))
    return [hours(each if each < small else next(units) * unit) for each in amounts]


def iso(day: date) -> str:
    """A day as 2026-06-14."""
    return day.isoformat()


def ledger(found: BoundHours) -> str:
    """`302 of 200-400 h`, or `431 h, over its bound of 200-400 h`; where none is logged, nobody knows."""
    bound = say_bound(found.low, found.high)
    if not found.spent:
        return say("spent unknown", bound=bound)
    return say(
        "spent over" if found.over else "spent of",
        hours=hours(found.spent),
        bound=bound,
    )


def spent(found: UnderWay) -> str:
    """`161 of 200-400 h`, `431 h, over its bound of 200-400 h`, or `12 h` where there is neither bound nor estimate."""
    if found.ledger and found.ledger.over:
        return ledger(found.ledger)
    if found.low is None or found.high is None:
        return say("spent", hours=hours(found.spent))
    return say(
        "spent of", hours=hours(found.spent), bound=say_bound(found.low, found.high)
    )


def result(found: Artefact | Unseen) -> str:
    """What was claimed beside what was reproduced, the difference, and the ledger: empty, or beginning with `; `."""
    said = [
        say("claimed", figure=found.claimed) if found.claimed else "",
        say("reproduced", figure=found.reproduced) if found.reproduced else "",
        apart(found.claimed, found.reproduced),
        ledger(found.ledger) if found.ledger else "",
    ]
    return "".join(f"; {part}" for part in said if part)


def apart(claimed: str | None, reproduced: str | None) -> str:
    """`12 points lower (14% of the claimed figure)`, or `no difference`; empty where nobody could say."""
    found = find_difference(claimed, reproduced)
    if found is None:
        return ""
    if not found.absolute:
        return say("not apart")
    told = {"amount": found.amount, "side": say(found.side)}
    return (
        say("apart share", share=found.share, **told)
        if found.share
        else say("apart", **told)
    )


def source(found: SourceHours) -> str:
    """`timer`, `same day`, `written later`, `imported from toggl`."""
    return (
        say("imported from", source=found.read_from)
        if found.read_from
        else say(found.source)
    )


def shares(found: Sequence[SourceHours], amounts: Sequence[str]) -> str:
    """`timer 15 (3%), same day 5 (1%)`, where `amounts` say how much each is."""
    told = zip(found, amounts, strict=True)
    return ", ".join(
        say("share", source=source(s), amount=amount, percent=s.percent)
        for s, amount in told
    )


def late(days: int) -> str:
    """`on the day`, `1 day late`, `3 days early`."""
    if not days:
        return say("on the day")
    return say("late" if days > 0 else "early", days=count(abs(days), "day"))


def count(number: int, what: str) -> str:
    """`1 day`, `611 sessions`."""
    return say(f"one {what}" if number == 1 else f"many {what}", number=f"{number:,}")


def money(amount: int) -> str:
    """`12,000`."""
    return f"{amount:,}"
