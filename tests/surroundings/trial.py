"""One surrounding is laid out, the steps are run in it, and their answers judged."""

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.surroundings.surrounding import ORDINARY, Surrounding

# Seconds before a surrounding counts as hanging: many times what it takes.
PATIENCE = 300
# Each step writes three files; what is left in the room is listed from inside.
STEP = """
number=0
step() {{
    number=$((number + 1))
    (eval "set -- $PROGRAM "'"$@"'
    {around}
    ) >"$PRINTED/$number.out" 2>"$PRINTED/$number.err" </dev/null
    echo $? >"$PRINTED/$number.code"
}}
"""
LEAVE = 'find "$ROOM" -type f >"$PRINTED/files" 2>/dev/null\n'
# What nobody should read, whatever happens.
HORRORS = ("Traceback", "Warning:", "unexpected", "Exception ignored")
# Names of files that are there only while something is written.
HALVES = (".new-", "-journal", ".part", "/~")


class Answer(NamedTuple):
    """What one step printed, and its exit code."""

    step: str
    code: int
    out: str
    err: str


class Trial(NamedTuple):
    """The answers of a surrounding, and the faults found; or why it was not tried."""

    surrounding: Surrounding
    answers: tuple[Answer, ...]
    faults: tuple[str, ...]
    skipped: str = ""


def try_out(
    surrounding: Surrounding,
    program: Sequence[str],
    steps: Sequence[str],
    folder: Path,
    tools: Path,
    database: Path | None = None,
) -> Trial:
    """Run `steps` of `program` in a surrounding, whose room is made in `folder`.

    A `database` is copied into the home, unless the surrounding makes its own.
    """
    if lacking := find_lacking(surrounding.needs, tools):
        return Trial(surrounding, (), (), f"{lacking} is not here")
    steps = [*steps[:-1], *surrounding.more, steps[-1]]
    room, printed = folder / "room", folder / "printed"
    for made in (room / "home", room / "work", printed):
        made.mkdir(parents=True)
    environ = {**ORDINARY, "HOME": str(room / "home")}
    if database and not surrounding.makes_database:
        environ["TRACKER_DB"] = shutil.copy(database, room / "home" / "tracker.db")
    for name, value in surrounding.environ.items():
        environ.pop(name, None)
        if value is not None:
            environ[name] = value.replace("$ROOM", str(room))
    done = _run_script(surrounding, steps, program, environ, (room, printed, tools))
    if done.returncode:
        return Trial(surrounding, (), (), f"cannot be laid out: {done.stderr.strip()}")
    answers = tuple(
        _read(printed, number, step) for number, step in enumerate(steps, 1)
    )
    files = (printed / "files").read_bytes().decode(errors="replace").splitlines()
    return Trial(surrounding, answers, tuple(_judge(surrounding, answers, files)))


def find_lacking(needs: Sequence[str], tools: Path) -> str:
    """The first program or library that is needed and not here; empty if none."""
    if os.geteuid() or not shutil.which("unshare"):
        return "root, or unshare,"
    for name in needs:
        if not shutil.which(name) and not (tools / name).exists():
            return name
    return ""


def _run_script(
    surrounding: Surrounding,
    steps: Sequence[str],
    program: Sequence[str],
    environ: dict[str, str],
    places: tuple[Path, Path, Path],
) -> subprocess.CompletedProcess[str]:
    room, printed, tools = places
    lines = [
        f"ROOM={shlex.quote(str(room))} PRINTED={shlex.quote(str(printed))}",
        f"TOOLS={shlex.quote(str(tools))} PROGRAM={shlex.quote(shlex.join(program))}",
        'set -eu; cd "$ROOM/work"',
        surrounding.layout,
        "set +e",
        STEP.format(around=surrounding.around),
        *(f"step {step}" for step in steps),
        LEAVE,
        "exit 0",
    ]
    return subprocess.run(
        ["unshare", "--mount", "/bin/sh", "-c", "\n".join(lines)],
        env=environ,
        capture_output=True,
        check=False,
        text=True,
        errors="replace",
        timeout=PATIENCE,
    )


def _read(printed: Path, number: int, step: str) -> Answer:
    out, err = (
        (printed / f"{number}.{kind}").read_bytes().decode(errors="replace")
        for kind in ("out", "err")
    )
    return Answer(step, int((printed / f"{number}.code").read_text()), out, err)


def _judge(
    surrounding: Surrounding, answers: Sequence[Answer], files: Sequence[str]
) -> list[str]:
    faults = []
    for answer in answers:
        faults += _judge_answer(surrounding, answer)
    faults += [
        f"left: {name}" for name in files if any(half in name for half in HALVES)
    ]
    return faults


def _judge_answer(surrounding: Surrounding, answer: Answer) -> list[str]:
    """What is wrong with an answer: its code, its words, or the day it knows."""
    step, code, out, err = answer
    right = surrounding.code(step)
    faults = [f"{step}: says {word}" for word in HORRORS if word in out + err]
    if code != right:
        faults.append(f"{step}: code {code}, not {right}: {_shorten(err or out)}")
    elif code and step != "undo" and surrounding.refusal not in " ".join(err.split()):
        faults.append(f"{step}: does not say why: {_shorten(err)}")
    elif step == "sessions --json" and not code:
        days = [session["day"] for session in json.loads(out)["sessions"]]
        if days != surrounding.days:
            faults.append(f"{step}: {days}, not {surrounding.days}")
    return faults


def _shorten(text: str) -> str:
    return " ".join(text.split())[:300]
