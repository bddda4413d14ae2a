"""Whether a command that was killed, or whose disk failed, lost or left anything."""

import random
import shlex
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.lives import Step
from tests.torture.process import BREAK, FILL, KILL, TEAR, Outcome, run
from tests.torture.state import State, read_state

# What each trial is counted as, in the order of the table's columns.
WAYS = {"kills": (KILL, TEAR), "I/O errors": (BREAK,), "full disks": (FILL,)}
# Exit codes with which a command may end where a disk fails: 1 is an unexpected error.
_CALM = (0, 2, 4, 5, 6)


@dataclass
class Verdict:
    """The trials of one command: how many of each kind, and what went wrong."""

    words: str
    calls: int = 0
    tried: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[str]] = field(
        default_factory=lambda: {"lost": [], "left": [], "unexpected": []}
    )


class Trial:
    """One command on a copy of the folder that it finds; `every` call in so many."""

    def __init__(
        self, step: Step, luck: int, before: Path, room: Path, every: int
    ) -> None:
        self._luck = luck
        self._step, self._before, self._room, self._every = step, before, room, every
        self._clean = read_state(before)
        self._verdict = Verdict(step.words)

    def judge(self, chance: random.Random) -> Verdict:
        """Try the command with every fault at every call, or at one in so many."""
        self._learn()
        for way, actions in WAYS.items():
            start = chance.randrange(self._every)
            for at in range(start, self._verdict.calls, self._every):
                for what in actions:
                    if what != TEAR or "write" in self._calls[at]:
                        self._verdict.tried[way] += 1
                        self._try(at, what)
        return self._verdict

    def _learn(self) -> None:
        """What the command does undisturbed: its calls, and what may be there after."""
        first = self._run(self._step.words)
        assert first.code == 0, (self._step.words, first)
        self._calls, self._verdict.calls = first.calls, len(first.calls)
        self._after = read_state(self._place)
        self._run(self._step.words)
        again = read_state(self._place)
        # A document says when it was made: its content is not compared.
        self._unstable = {
            name
            for name, digest in self._after.files.items()
            if again.files.get(name) != digest
        }
        self._run(self._step.next_words, fresh=False)
        self._expected = self._clean.names | self._after.names
        self._between = self._clean
        self._expected |= read_state(self._place).names
        if self._step.first:
            self._run(self._step.first)
            self._between = read_state(self._place)

    def _try(self, at: int, what: int) -> None:
        outcome = self._run(self._step.words, at=at, what=what)
        where = f"{self._step.words} at {at} {self._calls[at]}, {_WORDS[what]}"
        state = read_state(self._place)
        self._check_state(where, outcome, state)
        self._check_outcome(where, outcome, self._calls[at])
        if not self._left_in(state):
            return
        # As the fault left it, once for the next command and once for the doctor.
        after_next = self._room / "next"
        shutil.rmtree(after_next, ignore_errors=True)
        shutil.copytree(self._place, after_next, symlinks=True)
        run(shlex.split(self._step.next_words), after_next, luck=self._luck + 1000)
        self._check_left(f"{where}, then the next", after_next)
        run(["doctor"], self._place)
        self._check_left(f"{where}, then doctor", self._place)

    def _check_state(self, where: str, outcome: Outcome, state: State) -> None:
        """Each file is as before or as after; as after, once it was acknowledged."""
        # A forecast that could not be saved is printed all the same, and says so.
        is_unsaved = "was not saved" in " ".join(outcome.err.split())
        is_said = outcome.code == 0 and not is_unsaved
        is_said = is_said or (outcome.code is None and bool(outcome.out))
        for name in self._clean.names | self._after.names:
            now, after = state.files.get(name), self._after.files.get(name)
            allowed = {after}
            if not is_said:
                allowed |= {self._clean.files.get(name), self._between.files.get(name)}
            if name.endswith("-journal") or now in allowed:
                continue
            if name in self._unstable and now is not None:
                continue
            self._note("lost", f"{where}: {name} is {now}, not one of {allowed}")

    def _check_outcome(self, where: str, outcome: Outcome, call: str) -> None:
        """A command that a fault stops says so in a sentence, with its exit code."""
        if outcome.code is None:
            return
        is_calm = outcome.code in _CALM and "Traceback" not in outcome.err
        is_silent = outcome.code != 0 and not outcome.err and call != "write"
        if not is_calm or is_silent:
            self._note("unexpected", f"{where}: {outcome.code} {outcome.err[-300:]}")

    def _check_left(self, where: str, folder: Path) -> None:
        if left := self._left_in(read_state(folder)):
            self._note("left", f"{where}: {', '.join(sorted(left))}")

    def _left_in(self, state: State) -> set[str]:
        left = state.names - self._expected
        return {name for name in left if not name.endswith("-journal")}

    def _note(self, kind: str, text: str) -> None:
        self._verdict.faults[kind].append(text)

    def _run(
        self, words: str, *, at: int = -1, what: int = 0, fresh: bool = True
    ) -> Outcome:
        if fresh:
            shutil.rmtree(self._place, ignore_errors=True)
            shutil.copytree(self._before, self._place, symlinks=True)
        luck = self._luck if fresh else self._luck + 1000
        return run(shlex.split(words), self._place, luck=luck, at=at, what=what)

    @property
    def _place(self) -> Path:
        return self._room / "here"


_WORDS = {KILL: "killed", TEAR: "killed in it", BREAK: "I/O error", FILL: "disk full"}
