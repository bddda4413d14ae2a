"""Print the table of docs/platforms.md: what tracker does in odd surroundings.

    python -m tests.surroundings PATH_TO_INSTALLED_TRACKER
    python -m tests.surroundings PATH_TO_INSTALLED_TRACKER --only exFAT

It ends with 1 where an answer is not right, and says which. What is not here, such as
a program of Debian, is named. It needs root on Linux, and writes into a temporary
folder only.
"""

import argparse
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import click

from tests.surroundings.known import SURROUNDINGS
from tests.surroundings.surrounding import STEPS
from tests.surroundings.tools import make_tools
from tests.surroundings.trial import Trial, try_out

# The home of a surrounding, which is a temporary folder: /tmp/tmpx1/12/room/home
HOME = re.compile(r"/\S+/room/(home|file)\b")


def main() -> int:
    """Try each surrounding and print its row; 1 where one has a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.surroundings")
    parser.add_argument("tracker", type=Path, help="the program of an installed wheel")
    parser.add_argument("--only", default="", help="surroundings with these words")
    options = parser.parse_args()
    program = [str(options.tracker.absolute())]
    chosen = [one for one in SURROUNDINGS if options.only in one.name]
    trials = []
    click.echo(f"Each runs: {', '.join(STEPS)}.\n")
    click.echo("| surrounding | answers |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        tools = make_tools(Path(folder) / "tools", old_sqlite=True)
        for number, surrounding in enumerate(chosen):
            room = Path(folder) / str(number)
            trials.append(try_out(surrounding, program, STEPS, room, tools))
            click.echo(f"| {surrounding.name} | {_describe(trials[-1])} |")
    for trial in trials:
        for fault in trial.faults:
            click.echo(f"FAULT: {trial.surrounding.name}: {fault}")
    return int(any(trial.faults for trial in trials))


def _describe(trial: Trial) -> str:
    """One cell: how many answers came, and how many refusals with which sentence."""
    if trial.skipped:
        return f"not tried: {trial.skipped}"
    codes = Counter(answer.code for answer in trial.answers)
    parts = [f"{codes[0]} answered"]
    for code in sorted(codes.keys() - {0}):
        (first, *_) = (answer for answer in trial.answers if answer.code == code)
        reason = " ".join(first.err.split()) or "nothing can be said"
        reason = HOME.sub("~", reason)
        parts.append(f"{codes[code]} refused ({code}): {reason}")
    if trial.faults:
        parts.append(f"**{len(trial.faults)} wrong**")
    return "; ".join(parts).replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
