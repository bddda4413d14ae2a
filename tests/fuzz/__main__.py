"""Fuzz parsers, and keep what they fail on in the corpus, which the suite runs.

    python -m tests.fuzz                      all parsers, ten minutes each
    python -m tests.fuzz days words           these
    python -m tests.fuzz log --minutes 1 --seed 7

Each run has two seconds of processor time and 300 MB. It ends with 1 where one failed.
"""

import argparse
import hashlib
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click

from tests.fuzz.mutations import mutate
from tests.fuzz.parsers import CORPUS, PARSERS
from tests.fuzz.run import find_fault
from tracker.database.create import fill_database

SECONDS = 2.0
ROOM = 300_000_000
Parser = Callable[[bytes, Path], None]


class Tally(NamedTuple):
    """How often a parser ran, in how many minutes, and on how many inputs it failed."""

    runs: int
    minutes: float
    faults: int


def main() -> int:
    """Fuzz the parsers that are named, and print a table; 1 where one failed."""
    options = _read_options()
    seed = options.seed if options.seed is not None else random.randrange(2**32)
    click.echo(f"Seed {seed}, {options.minutes:g} minutes each.")
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    tallies = {
        name: _fuzz(name, random.Random(f"{seed} {name}"), options.minutes * 60)
        for name in options.parsers or PARSERS
    }
    click.echo("| parser | runs | runs a minute | failed |\n|---|---|---|---|")
    for name, tally in tallies.items():
        pace = tally.runs / tally.minutes
        click.echo(f"| {name} | {tally.runs:,} | {pace:,.0f} | {tally.faults} |")
    return int(any(tally.faults for tally in tallies.values()))


def _fuzz(name: str, chance: random.Random, seconds: float) -> Tally:
    """Run one parser as long as that."""
    signal.signal(signal.SIGPROF, _stop)
    began, runs, faults = time.monotonic(), 0, set[str]()
    with tempfile.TemporaryDirectory() as folder:
        pool = [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
        if name == "databases":
            fill_database(Path(folder, "first.db"))
            pool.append(Path(folder, "first.db").read_bytes())
        while time.monotonic() - began < seconds:
            content, runs = mutate(pool, chance), runs + 1
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            fault = find_fault(PARSERS[name], content, Path(folder))
            signal.setitimer(signal.ITIMER_PROF, 0)
            if fault and fault not in faults:
                faults.add(fault)
                _keep(name, content, fault)
    return Tally(runs, (time.monotonic() - began) / 60, len(faults))


def _stop(*_: object) -> None:
    raise TimeoutError(f"over {SECONDS:g} seconds")


def _keep(name: str, content: bytes, fault: str) -> None:
    place = CORPUS / name / f"found-{hashlib.sha256(content).hexdigest()[:8]}"
    place.write_bytes(content)
    click.echo(f"{name}: {fault}\n  {place}")


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parsers", nargs="*", metavar="PARSER", help=", ".join(PARSERS))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    if unknown := set(options.parsers) - set(PARSERS):
        parser.error(f"There is no parser {unknown.pop()}.")
    return options


if __name__ == "__main__":
    sys.exit(main())
