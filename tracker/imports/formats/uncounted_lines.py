"""Lines of a log kept by hand that name a length or times and do not count, and why."""

from dataclasses import dataclass, field

from tracker.imports.formats.diary_time import find_mentions, has_length
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.counts import counted, say_lines

# What one line is, and several are, of each reason that has a sentence of its own.
UNREAD = (
    "line has a length or times and was not read as an entry",
    "lines have a length or times and were not read as entries",
)
BESIDE = (
    "line names more lengths than were counted",
    "lines name more lengths than were counted",
)
NO_UNIT = (
    "line has a number without a unit, which was not counted",
    "lines have a number without a unit, which was not counted",
)
NO_PART = (
    "line has a length that is not the one stated above it, which was counted",
    "lines have lengths that do not make the one stated above them, which was counted",
)
_OTHERS = "line with a length or times does", "lines with a length or times do"
Reason = str | tuple[str, str]


@dataclass(slots=True)
class UncountedLines:
    """The numbers of the lines, by the reason.

    `sum_alone` is the line of a sum, 0 without one, that may be all a day says.
    """

    lines: dict[Reason, list[int]] = field(default_factory=dict)
    sum_alone: int = 0

    def add(self, reason: Reason, number: int) -> None:
        """Add a line."""
        lines = self.lines.setdefault(reason, [])
        if lines[-1:] != [number]:
            lines.append(number)

    def add_if_long(self, reason: Reason, number: int, text: str) -> None:
        """Add a line if its text names a length; a sum only if no entries are above."""
        if not has_length(text):
            return
        before = text[
            : min((mention.start for mention in find_mentions(text)), default=0)
        ]
        is_sum = is_sum_name(text) or is_sum_name(before or text.partition(":")[0])
        if is_sum and reason == UNREAD:
            self.sum_alone = number
        else:
            self.add(reason, number)

    def end_day(self, *, has_entries: bool) -> None:
        """Add a sum of a day if that has no entries beside it."""
        if self.sum_alone and not has_entries:
            self.add(UNREAD, self.sum_alone)
        self.sum_alone = 0

    def sentences(self) -> tuple[str, ...]:
        """One for each of the reasons above that occurs, and one for all others."""
        sentences = [
            f"{counted(len(self.lines[reason]), *reason)}: {say_lines(self.lines[reason])}."
            for reason in (UNREAD, BESIDE, NO_UNIT, NO_PART)
            if reason in self.lines
        ]
        others = {why: told for why, told in self.lines.items() if isinstance(why, str)}
        if others:
            lines = counted(sum(map(len, others.values())), *_OTHERS)
            reasons = [f"{say_lines(told)} ({why})" for why, told in others.items()]
            sentences.append(f"{lines} not count: {', '.join(reasons)}.")
        return tuple(sentences)
