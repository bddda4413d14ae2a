"""Bounded experiments: so many hours of one thing, then of another, then a decision. Running out is no failure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

# The guide's own, of its experiments of fifty and fifty hours (line 171).
QUESTIONS = "was it enjoyed, did it feel productive, was anything new said?"
# A name and its seconds.
Part = tuple[str, int]


class Phase(NamedTuple):
    """A part of an experiment: `spent` of its `seconds` are used; only the last part can have more."""

    name: str
    seconds: int
    spent: int

    @property
    def over(self) -> bool:
        """Whether all its hours are used."""
        return self.spent >= self.seconds


class Experiment(NamedTuple):
    """An open attempt with an item that has phases or a budget, and no decision yet; `spent` since it began.

    `parts` are the phases with their seconds, or the budget alone, without a name.
    """

    milestone: str
    since: date
    parts: tuple[Part, ...]
    spent: int = 0


def filled(parts: Sequence[Part], spent: int) -> tuple[Phase, ...]:
    """The phases of an experiment after so many seconds: the hours fill one after the other."""
    found: list[Phase] = []
    for at, (name, seconds) in enumerate(parts, 1):
        used = spent if at == len(parts) else min(spent, seconds)
        found.append(Phase(name, seconds, used))
        spent -= used
    return tuple(found)


def parts_in(parts: Iterable[Part]) -> str | None:
    """Parts as their column holds them: one a line, the seconds first; None where there are none."""
    return "\n".join(f"{seconds} {name}" for name, seconds in parts) or None


def parts_out(text: str | None) -> tuple[Part, ...]:
    """The parts that a column holds."""
    pairs = (line.split(" ", 1) for line in (text or "").splitlines())
    return tuple((name, int(seconds)) for seconds, name in pairs)
