"""Bounded experiments: hours in phases, then a decision. Using all is no failure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

# The guide's questions after an experiment of 50 h and 50 h (line 171).
QUESTIONS = "did you enjoy it, did it feel productive, did you say anything new?"
# A phase's name and its seconds.
Part = tuple[str, int]


class Phase(NamedTuple):
    """A phase of an experiment: `spent` of its `seconds` are used.

    Without an item of its own, only the last can have more spent than it has seconds.
    """

    name: str
    seconds: int
    spent: int

    @property
    def is_over(self) -> bool:
        """Whether all its hours are used."""
        return self.spent >= self.seconds


class Experiment(NamedTuple):
    """An open attempt that has phases or a budget, and no decision yet.

    `parts` are the phases with their seconds, or the budget alone, without a name.
    `spent` is the seconds on the clock since `since`. Where each phase has its own item,
    `spent_by_phase` are theirs, and `phase` is the place of the item worked on.
    """

    milestone: str
    since: date
    parts: tuple[Part, ...]
    spent: int = 0
    spent_by_phase: tuple[int, ...] = ()
    phase: int = 0

    def find_phases(self, before: int = 0) -> tuple[Phase, ...]:
        """Its phases; with `before`, as they were before the last seconds of the item."""
        if not self.spent_by_phase:
            return fill_phases(self.parts, self.spent - before)
        spent = list(self.spent_by_phase)
        spent[self.phase] -= before
        return pair_phases(self.parts, spent)


def pair_phases(parts: Sequence[Part], spent: Sequence[int]) -> tuple[Phase, ...]:
    """The phases with the seconds spent in each."""
    return tuple(Phase(*part, used) for part, used in zip(parts, spent, strict=True))


def fill_phases(parts: Sequence[Part], spent: int) -> tuple[Phase, ...]:
    """The phases after `spent` seconds: the hours fill one phase after the other."""
    phases: list[Phase] = []
    for number, (name, seconds) in enumerate(parts, 1):
        is_last = number == len(parts)
        used = spent if is_last else min(spent, seconds)
        phases.append(Phase(name, seconds, used))
        spent -= used
    return tuple(phases)


def parts_to_text(parts: Iterable[Part]) -> str | None:
    """Parts as their column has them: one a line, the seconds first; None for none."""
    return "\n".join(f"{seconds} {name}" for name, seconds in parts) or None


def parts_from_text(text: str | None) -> tuple[Part, ...]:
    """The parts in a column: `180000 reading`, one a line."""
    lines = (line.split(" ", 1) for line in (text or "").splitlines())
    return tuple((name, int(seconds)) for seconds, name in lines)
