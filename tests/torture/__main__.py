"""Print the tables of docs/reliability.md: what was tried, lost and left behind.

    python -m tests.torture                 every call of every command: an hour
    python -m tests.torture --every 50      one call in fifty
    python -m tests.torture --only backup   the commands that have these words in them

It ends with 1 where anything was lost, left or unexpected, and says where.
"""

import argparse
import os
import random
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click

from tests.torture.crowds import CROWDS, Crowd
from tests.torture.judge import WAYS, Trial, Verdict
from tests.torture.lives import STEPS, Step, prepare
from tests.torture.process import missing_tools, run, start_with_faults

SHOWN = 5  # faults of a command that are printed
# A disk in memory, so that a full run takes an hour and not a day.
FAST = Path("/dev/shm")
FAULTS = ("lost", "left", "unexpected")


def main() -> int:
    """Torture the commands, and print the table; 1 where a fault was found."""
    options = _read_options()
    if reason := missing_tools():
        click.echo(f"Nothing was tried: {reason}.")
        return 0
    start_with_faults()
    room = Path(tempfile.mkdtemp(dir=FAST if FAST.is_dir() else None))
    try:
        seed = options.seed if options.seed is not None else random.randrange(2**32)
        click.echo(f"Seed {seed}, one call in {options.every:,}.")
        steps = _lay_out(room, options.only)
        judge = partial(_judge, room=room, every=options.every, seed=seed)
        with ProcessPoolExecutor(options.jobs) as pool:
            verdicts = _print_table(pool.map(judge, steps))
        crowds = [] if options.only else list(_gather(room))
    finally:
        shutil.rmtree(room, ignore_errors=True)
    _print_crowds(crowds)
    has_faults = any(any(verdict.faults.values()) for verdict in verdicts)
    return int(has_faults or any(crowd.lost + crowd.unexpected for crowd in crowds))


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--every", type=int, default=1, help="one call in so many")
    parser.add_argument("--only", default="", help="commands with these words")
    parser.add_argument("--seed", type=int, help="the same calls as in a run before")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return parser.parse_args()


def _lay_out(room: Path, only: str) -> list[tuple[int, Step]]:
    """Run all commands once; before each, a copy of the folder that it finds."""
    folder, chosen = room / "life", []
    prepare(folder)
    for number, step in enumerate(STEPS):
        if only in step.words:
            shutil.copytree(folder, room / f"before-{number}")
            chosen.append((number, step))
        outcome = run(shlex.split(step.words), folder, luck=number)
        assert outcome.code == 0, (step.words, outcome)
    return chosen


def _judge(numbered: tuple[int, Step], room: Path, every: int, seed: int) -> Verdict:
    number, step = numbered
    own = room / f"room-{number}"
    own.mkdir()
    trial = Trial(step, number, room / f"before-{number}", own, every)
    verdict = trial.judge(random.Random(seed + number))
    shutil.rmtree(own, ignore_errors=True)
    for kind, faults in verdict.faults.items():
        for fault in faults[:SHOWN]:
            click.echo(f"{kind}: {fault}", err=True)
    return verdict


def _gather(room: Path) -> Iterator[Crowd]:
    for number, gather in enumerate(CROWDS):
        folder = room / f"crowd-{number}"
        folder.mkdir()
        yield gather(folder)


def _print_crowds(crowds: list[Crowd]) -> None:
    click.echo("\n| at once | tried | acknowledged | refused | lost | unexpected |")
    click.echo("|---|---:|---:|---:|---:|---:|")
    for name, *figures in crowds:
        click.echo(f"| {name} | {' | '.join(f'{figure:,}' for figure in figures)} |")


def _print_table(judged: Iterable[Verdict]) -> list[Verdict]:
    """Print a row as soon as its command has been judged; all verdicts."""
    verdicts = []
    click.echo(f"\n| command | calls | {' | '.join((*WAYS, *FAULTS))} |")
    click.echo(f"|---|{'---:|' * (len(WAYS) + len(FAULTS) + 1)}")
    for verdict in judged:
        verdicts.append(verdict)
        click.echo(_row(f"`{verdict.words}`", [verdict]))
    click.echo(_row(f"**{len(verdicts)} commands**", verdicts))
    return verdicts


def _row(name: str, verdicts: list[Verdict]) -> str:
    figures = [sum(verdict.calls for verdict in verdicts)]
    figures += [sum(verdict.tried[way] for verdict in verdicts) for way in WAYS]
    figures += [
        sum(len(verdict.faults[kind]) for verdict in verdicts) for kind in FAULTS
    ]
    return f"| {name} | {' | '.join(f'{figure:,}' for figure in figures)} |"


if __name__ == "__main__":
    sys.exit(main())
