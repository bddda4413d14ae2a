"""What the doctor finds, and which findings are faults."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import TypedDict

from tracker.database.value_checks import SEE_ALL, ValueFault
from tracker.journal.rules.timers import CHECK_CLOCK, TimerDoubt, say_doubt
from tracker.json_types import Day
from tracker.limits import DAY, PROGRAMME_TRUSTED_MONTHS
from tracker.text.amounts import say_hours
from tracker.text.columns import count_noun, join_words

MOST_NAMED = 5  # programmes in one sentence, wrong rows of one table
SchemaFacts = Mapping[str, tuple[str, ...]]  # by name: `table item`, `trigger ...`


class OldProgramme(TypedDict):
    """A programme, and when tracker last looked it up."""

    slug: str
    as_of: str


class Figures(TypedDict, total=False):
    """What a finding is about: a row, a day, an item, a file; each kind has its own."""

    table: str
    row: int
    column: str | None
    rows: int
    name: str
    day: Day
    seconds: int
    kept: int
    item: str
    programmes: list[OldProgramme]
    subject: str
    kind: str
    where: str
    path: str
    data_folder: str
    mode: str
    error: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: `what` in a word, `says` in a sentence, with its `figures`.

    A `fault` is wrong; anything else is only worth knowing. `command` is a line for the
    shell to which the sentence leads, or several lines.
    """

    what: str
    says: str
    fault: bool = True
    figures: Figures = field(default_factory=Figures)
    command: str = ""

    @property
    def text(self) -> str:
        """The sentence, and its command."""
        return f"{self.says} {self.command}".replace("\n", " ").rstrip()


def damage(message: str) -> Finding:
    """What SQLite says of a damaged file."""
    return Finding("damage", f"The file is damaged: {message}.")


def wrong_clock(error: str, hint: str) -> Finding:
    """A clock or a zone that cannot be read, so that nothing with a day is checked."""
    return Finding("clock", error, command=hint)


def unexpected(error: str) -> Finding:
    """An error while the content was read, which no other finding explains."""
    says = f"The content could not be read: {error}."
    return Finding("unexpected", says, figures=Figures(error=error))


def wrong_values(faults: Iterable[ValueFault]) -> list[Finding]:
    """Values that make no sense; of each table and column the first few rows."""
    findings = []
    by_place = groupby(faults, lambda fault: (fault.table, fault.column, fault.kind))
    for (table, column, kind), of_place in by_place:
        rows = list(of_place)
        for fault in rows[:MOST_NAMED]:
            says = fault.says if fault.hint == SEE_ALL else f"{fault.says} {fault.hint}"
            figures = Figures(table=table, row=fault.row, column=column)
            findings.append(Finding(kind, says, figures=figures))
        more = len(rows) - MOST_NAMED
        if more > 0:
            says = f"{count_noun(more, 'more row')} of {table} are wrong in {column}."
            figures = Figures(table=table, column=column, rows=more)
            findings.append(Finding(kind, says, figures=figures))
    return findings


def schema_differences(present: SchemaFacts, expected: SchemaFacts) -> list[Finding]:
    """Tables, indexes and triggers that are missing, changed or not tracker's."""
    findings = []
    for name in sorted(present.keys() | expected.keys()):
        kind = "trigger" if name.startswith("trigger ") else "schema"
        figures = Figures(name=name)
        if name not in present:
            says = f"The {name} is missing."
            findings.append(Finding(kind, says, figures=figures))
        elif name not in expected:
            says = f"The {name} was not made by tracker."
            findings.append(Finding(kind, says, fault=False, figures=figures))
        elif present[name] != expected[name]:
            says = f"The {name} differs from the one that tracker makes."
            findings.append(Finding(kind, says, figures=figures))
    return findings


def long_days(clock_seconds: Mapping[str, int]) -> list[Finding]:
    """Days with more than 24 h on the clock; `clock_seconds` by ISO day."""
    findings = []
    for day, seconds in clock_seconds.items():
        if seconds > DAY:
            says = (
                f"{day} has {say_hours(seconds)} of sessions, more than a day has."
                f" To see them: tracker sessions --since {day} --until {day}"
            )
            figures = Figures(day=day, seconds=seconds)
            findings.append(Finding("long-day", says, figures=figures))
    return findings


def overlapping_days(overlaps: Mapping[str, int]) -> list[Finding]:
    """Days on which sessions overlap: no fault, since exports count that time once."""
    findings = []
    for day, seconds in overlaps.items():
        hours = say_hours(seconds)
        says = f"{day}: sessions overlap by {hours}. Exports count that time once."
        figures = Figures(day=day, seconds=seconds)
        findings.append(Finding("overlap", says, fault=False, figures=figures))
    return findings


def wrong_overlaps(
    stored: Mapping[str, int], computed: Mapping[str, int]
) -> list[Finding]:
    """Days whose stored overlap differs from that of their sessions, in seconds."""
    findings = []
    for day in sorted(stored.keys() | computed.keys()):
        before, after = stored.get(day, 0), computed.get(day, 0)
        if before != after:
            says = (
                f"{day}: the database says that sessions overlap by"
                f" {say_hours(before)}, but they overlap by {say_hours(after)}."
            )
            figures = Figures(day=day, kept=before, seconds=after)
            findings.append(Finding("overlap-wrong", says, figures=figures))
    return findings


def long_timer(item: str, seconds: int, doubt: TimerDoubt | None) -> list[Finding]:
    """A timer on `item` that may have been forgotten."""
    if doubt is None:
        return []
    ran = f"has run for {say_hours(seconds)}, {doubt.reason}"
    says = f"The timer on {item} {ran if doubt.at else doubt.reason}."
    hint = say_doubt(doubt, item) if doubt.at else CHECK_CLOCK
    says = " ".join((says, *hint.splitlines()))
    figures = Figures(item=item, seconds=seconds)
    return [Finding("timer", says, fault=False, figures=figures)]


def old_programmes(programmes: Iterable[tuple[str, str]], today: date) -> list[Finding]:
    """The programmes whose dates should be looked up again, in one finding.

    `programmes` are slugs with the year, month or day of the last look, the earliest
    first. A year or month counts from its end.
    """
    limit = _months_before(today, PROGRAMME_TRUSTED_MONTHS)
    old = [(slug, day) for slug, day in programmes if day < limit[: len(day)]]
    if not old:
        return []
    names = [f"{slug} ({day})" for slug, day in old[:MOST_NAMED]]
    if len(old) > MOST_NAMED:
        names.append(f"{len(old) - MOST_NAMED:,} more")
    verb = "was" if len(old) == 1 else "were"
    says = (
        f"{count_noun(len(old), 'programme')} {verb} last checked over"
        f" {PROGRAMME_TRUSTED_MONTHS} months ago: {join_words(names, 'and')}."
        f" Look up the dates before you apply: tracker show {old[0][0]}"
    )
    figures = Figures(programmes=[{"slug": slug, "as_of": day} for slug, day in old])
    return [Finding("old-programmes", says, fault=False, figures=figures)]


def _months_before(day: date, months: int) -> str:
    """The same day so many months before, as ISO text: to compare, not to read."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year:04}-{month + 1:02}-{day.day:02}"


def is_damaged(findings: Iterable[Finding]) -> bool:
    """Whether the file itself is damaged, or a table is missing or another one."""
    return any(
        finding.what == "damage"
        or (finding.fault and str(finding.figures.get("name")).startswith("table "))
        for finding in findings
    )


def is_restorable(findings: Iterable[Finding]) -> bool:
    """Whether a backup could mend a fault.

    Rights, long days and settings are mended as their findings say.
    """
    return any(
        finding.fault
        and finding.what not in ("missing", "rights", "long-day", "setting", "clock")
        for finding in findings
    )


def is_well(findings: Iterable[Finding]) -> bool:
    """Whether no finding is a fault."""
    return not any(finding.fault for finding in findings)
