"""What the doctor finds, and which of it is a fault."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.journal.rules.limits import LONGEST, TIMER_TRUSTED_FOR
from tracker.text.amounts import say_hours

Facts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know: `what` in a word, what it `says`, whether it is a `fault`, and its figures."""

    what: str
    says: str
    fault: bool = True
    figures: Mapping[str, object] = field(default_factory=dict)


def differing(present: Facts, wanted: Facts) -> list[Finding]:
    """Tables, indexes and triggers that are missing, other than they should be, or not tracker's."""
    found = []
    for name in sorted(present.keys() | wanted.keys()):
        kind = "trigger" if name.startswith("trigger ") else "schema"
        if name not in present:
            found.append(
                Finding(kind, f"The {name} is missing.", figures={"name": name})
            )
        elif name not in wanted:
            found.append(
                Finding(
                    kind,
                    f"The {name} is not tracker's.",
                    fault=False,
                    figures={"name": name},
                )
            )
        elif present[name] != wanted[name]:
            found.append(
                Finding(
                    kind, f"The {name} is not as it should be.", figures={"name": name}
                )
            )
    return found


def crowded(clocks: Mapping[str, int]) -> list[Finding]:
    """Days with more than 24 h on the clock."""
    return [
        Finding(
            "long-day",
            f"{day} has {say_hours(seconds)} on the clock: tracker sessions --since {day} --until {day} lists them.",
            figures={"day": day, "seconds": seconds},
        )
        for day, seconds in clocks.items()
        if seconds > LONGEST
    ]


def overlapping(overlaps: Mapping[str, int]) -> list[Finding]:
    """Days on which timed sessions ran at once: no fault, since totals for others leave it out."""
    return [
        Finding(
            "overlap",
            f"On {day}, {say_hours(seconds)} ran twice; totals for others count it once.",
            fault=False,
            figures={"day": day, "seconds": seconds},
        )
        for day, seconds in overlaps.items()
    ]


def miscounted(kept: Mapping[str, int], found: Mapping[str, int]) -> list[Finding]:
    """Days whose overlap is not what their sessions make it."""
    return [
        Finding(
            "overlap-wrong",
            f"The overlap of {day} is kept as {say_hours(kept.get(day, 0))} and is {say_hours(found.get(day, 0))}.",
            figures={
                "day": day,
                "kept": kept.get(day, 0),
                "seconds": found.get(day, 0),
            },
        )
        for day in sorted(kept.keys() | found.keys())
        if kept.get(day, 0) != found.get(day, 0)
    ]


def forgotten(item: str, seconds: int) -> list[Finding]:
    """A timer that has run for longer than anyone studies."""
    if seconds <= TIMER_TRUSTED_FOR:
        return []
    says = f"The timer on {item} has run for {say_hours(seconds)}: tracker stop --at TIME says when you stopped."
    return [
        Finding("timer", says, fault=False, figures={"item": item, "seconds": seconds})
    ]


def is_damaged(findings: Iterable[Finding]) -> bool:
    """Whether the file itself is damaged."""
    return any(finding.what == "damage" for finding in findings)


def is_restorable(findings: Iterable[Finding]) -> bool:
    """Whether a backup could mend some fault: rights, and days that are too long, are mended as they say themselves."""
    return any(
        finding.fault and finding.what not in ("rights", "long-day")
        for finding in findings
    )


def is_well(findings: Iterable[Finding]) -> bool:
    """Whether none of it is a fault."""
    return not any(finding.fault for finding in findings)
