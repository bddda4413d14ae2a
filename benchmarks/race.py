"""The race: tracker beside its floor and beside other programs, in one run. It prints tables in Markdown.

    python benchmarks/race.py PATH_TO_INSTALLED_TRACKER [SESSIONS ...] [--rounds 15]

The floor is click and sqlite3, for thinking commands click and SQLAlchemy, doing the same work (`floor.py`). Watson,
Timewarrior and hledger take part where they are on the PATH. All have the same sessions, each in files of its own.
Whole processes run in turn (tracker, floor, Watson, ..., tracker, floor, ...), so that a machine whose speed drifts is
fair to all: trust the ratios. Use an installed wheel: an editable install writes no bytecode.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from processes import Run, run_process
from race_commands import CYCLES, LAST_DAY, Action
from race_programs import OTHERS, Program, prepare, size_of
from race_tables import (
    FIRST,
    FLOOR_HEAD,
    LIMIT,
    Runs,
    behind,
    floor_rows,
    other_rows,
    print_table,
    size_rows,
)

SIZES = [1_000, 10_000, 100_000, 1_000_000]
SLOW = 10.0  # seconds: what takes longer is run as often as FEW says
FEW = 3


def race(
    cycle: Sequence[Action], programs: dict[str, Program], rounds: int
) -> list[Runs]:
    """Run the actions one after the other, in each all programs in turn.

    The first round is for the memory and not timed: it is FIRST among the runs. A
    program over the limit has none.
    """
    results: list[Runs] = [defaultdict(dict) for _ in cycle]
    slow, over = set[str](), set[str]()
    for number in range(FIRST, rounds):
        is_few = number == FIRST or number % max(rounds // FEW, 1) == 0
        for action, result in zip(cycle, results, strict=True):
            time.sleep(action.pause)
            left_out = over if is_few else over | slow
            for name in sorted(action.words.keys() & programs.keys() - left_out):
                run = run_once(programs[name], name, action, number)
                if run is None:
                    over.add(name)
                    continue
                result[name][number] = run
                if number == FIRST and run.clock > SLOW * 1000:
                    slow.add(name)
    for action, result in zip(cycle, results, strict=True):
        result.update({name: {} for name in over & action.words.keys()})
    return results


def run_once(program: Program, name: str, action: Action, number: int) -> Run | None:
    """One process; what it logs is another minute in each round."""
    at, until = (
        f"{LAST_DAY + timedelta(days=1)}T{minute // 60:02}:{minute % 60:02}"
        for minute in (2 * number + 2, 2 * number + 3)
    )
    words = action.words[name].format(at=at, until=until).split()
    command, env = [*program.command, *words], {**program.env, **action.env}
    return run_process(command, env, LIMIT, action.codes, fork=number == FIRST)


def print_size(tracker: Path, sessions: int, rounds: int) -> None:
    """Race at one size, and print its tables."""
    with tempfile.TemporaryDirectory() as name:
        programs = prepare(tracker, sessions, Path(name))
        sizes = {name: size_of(program.files) for name, program in programs.items()}
        results: dict[str, Runs] = {}
        for cycle in CYCLES:
            titles = [action.title for action in cycle]
            print(f"{sessions:,} sessions: {', '.join(titles)}", file=sys.stderr)
            results |= zip(titles, race(cycle, programs, rounds), strict=True)
    names = [name for name in ("tracker", *OTHERS) if name in programs]
    print(f"\n### {sessions:,} sessions")
    print_table(FLOOR_HEAD, floor_rows(results))
    rows = [*other_rows(results, names, rounds), *size_rows(results, sizes, names)]
    print_table(("command", *names), rows)
    for line in behind(results, names):
        print(line, flush=True)


def print_machine(tracker: Path) -> None:
    """What the run was made with."""
    with tempfile.TemporaryDirectory() as name:
        programs = prepare(tracker, 10, Path(name))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    print(
        f"- machine: {processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.platform()}; load {load:.1f}"
    )
    print(f"- programs: {'; '.join(program.version for program in programs.values())}")
    missing = [name for name in OTHERS if name not in programs]
    if missing:
        print(f"- not on this machine: {', '.join(missing)}")
    print(
        f"- run on {date.today().isoformat()}: `python benchmarks/race.py {' '.join(['tracker', *sys.argv[2:]])}`",
        flush=True,
    )


def processor() -> str:
    """The name of the processor."""
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()


def main() -> None:
    """Race at each size given."""
    parser = argparse.ArgumentParser(description="Race tracker beside its floor.")
    parser.add_argument("tracker", type=Path)
    parser.add_argument("sessions", type=int, nargs="*", default=SIZES)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    tracker = arguments.tracker.absolute()
    print_machine(tracker)
    for sessions in arguments.sessions:
        print_size(tracker, sessions, arguments.rounds)


if __name__ == "__main__":
    main()
