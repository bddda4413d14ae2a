"""What starting costs: the modules that each command imports, and their time.

    python benchmarks/startup.py PATH_TO_INSTALLED_TRACKER [--record]

Each command runs in a process of its own. `startup.json` has the modules of the last
recorded run, and `tests/test_startup.py` holds the everyday commands to it; --record
rewrites it. What Python itself imports is left out; of `68 + 77 modules` 68 are ours.
"""

import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import copy

PLACE = Path(__file__).with_name("startup.json")
ROUNDS = 5
MOST_PACKAGES = 8
# One after the other on one database; <TAB> is what a shell asks for there.
EVERYDAY = (
    "log fastai 1m",
    "log fastai 1h30m yesterday 'lesson 3: Größe→Ώμέγα…'",
    "start ppo",
    "status",
    "status --line",
    "stop",
    "sessions --since 2024-01-01",
    "report --all",
    "undo",
    "redo",
    "edit last --amount 2m",
    "rm last",
    "history",
    "<TAB>",
    "show ppo --<TAB>",
    "log fasta<TAB>",
)
THINKING = ("week", "ready", "gaps", "next", "milestones", "items")
# How the script of an installed tracker calls it.
RUN = "import sys; from tracker.__main__ import run; sys.exit(run())"
# Package -> the milliseconds of its own modules; the names of all modules.
Run = tuple[dict[str, float], set[str]]


def environment(database: Path) -> dict[str, str]:
    """The variables of a call on that database, at a moment of its own."""
    names = {"TRACKER_DB": str(database), "TZ": "Europe/Berlin", "COLUMNS": "80"}
    return {**os.environ, **names, "TRACKER_NOW": "2026-11-23T14:30"}


def run_command(python: str, command: str, names: Mapping[str, str]) -> Run:
    """Run one command; what it imported."""
    # A prompt has the clock of the computer: reading another one takes zones.
    asked = {"TRACKER_NOW": ""} if command.endswith("--line") else {}
    if command.endswith("<TAB>"):
        line = f"tracker {command.removesuffix('<TAB>')}"
        asked = {"_TRACKER_COMPLETE": "fish_complete", "_TRACKER_LINE": line}
        command = ""
    return read_imports([python, "-c", RUN, *shlex.split(command)], {**names, **asked})


def read_imports(command: list[str], names: Mapping[str, str]) -> Run:
    """What `-X importtime` says of a process, which must succeed."""
    done = subprocess.run(
        command,
        env={**names, "PYTHONPROFILEIMPORTTIME": "1"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, (command, done.stderr[-500:])
    times: dict[str, float] = {}
    modules = set()
    for line in done.stderr.splitlines():
        if line.startswith("import time:") and "self [us]" not in line:
            own, _, name = line.removeprefix("import time:").split("|")
            package = name.strip().partition(".")[0]
            times[package] = times.get(package, 0) + int(own) / 1000
            modules.add(name.strip())
    return times, modules


def measure(
    tracker: str, commands: Iterable[str], rounds: int = 1
) -> dict[str, list[Run]]:
    """What each command imports, in each round on a new copy of one database."""
    python = str(Path(tracker).parent / "python")
    _, usual = read_imports([python, "-c", "import sys"], os.environ)
    runs: dict[str, list[Run]] = {command: [] for command in commands}
    with tempfile.TemporaryDirectory() as folder:
        made, used = Path(folder, "made.db"), Path(folder, "tracker.db")
        for words in ("items", "target professor", "log fastai 20h yesterday"):
            run_command(python, words, environment(made))
        for _ in range(rounds):
            copy(made, used)
            for command, each in runs.items():
                times, modules = run_command(python, command, environment(used))
                each.append((times, modules - usual))
    return runs


def name_imports(modules: set[str]) -> list[str]:
    """What is recorded of a command: the modules of ours, and the packages of others."""
    names = {name if is_ours(name) else name.partition(".")[0] for name in modules}
    return sorted(name for name in names if not name.startswith("_"))


def is_ours(module: str) -> bool:
    """Whether it is a module of tracker."""
    return module.partition(".")[0] == "tracker"


def report(command: str, runs: list[Run], recorded: list[str]) -> None:
    """Print what a command costs, and what is otherwise than recorded."""
    modules = runs[0][1]
    ours = sum(map(is_ours, modules))
    medians = {
        package: statistics.median(times.get(package, 0) for times, _ in runs)
        for package in runs[0][0]
    }
    dearest = sorted(medians, key=lambda each: -medians[each])[:MOST_PACKAGES]
    shown = ", ".join(f"{package} {medians[package]:.1f}" for package in dearest)
    total = f"{sum(medians.values()):.1f} ms"
    print(f"{command}\n  {ours} + {len(modules) - ours} modules, {total}: {shown}")
    now, before = set(name_imports(modules)), set(recorded)
    for sign, names in (("+", now - before), ("-", before - now)):
        if names and recorded:
            print(f"  {sign} {' '.join(sorted(names))}")


def main() -> None:
    """Report each command, and record if that is asked for."""
    tracker = str(Path(sys.argv[1]).absolute())
    recorded = json.loads(PLACE.read_text()) if PLACE.exists() else {}
    runs = measure(tracker, [*EVERYDAY, *THINKING], ROUNDS)
    for command, each in runs.items():
        report(command, each, recorded.get(command, "").split())
    if "--record" in sys.argv:
        names = {command: name_imports(each[0][1]) for command, each in runs.items()}
        table = {command: " ".join(listed) for command, listed in names.items()}
        PLACE.write_text(json.dumps(table, indent=0) + "\n")


if __name__ == "__main__":
    main()
