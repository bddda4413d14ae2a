"""The race: tracker's everyday commands against the floor, and those on the road against SQLAlchemy, in one run.

    python benchmarks/race.py PATH_TO_INSTALLED_TRACKER [SESSIONS ...]

Whole processes, in turn (tracker, floor, tracker, floor, ...), so that a machine whose speed drifts is fair to both.
Prints the median of each in milliseconds, and the median of the ratios pair by pair. Use an installed wheel: an
editable install writes no bytecode.
"""

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROUNDS = 15
FLOOR = Path(__file__).with_name("floor.py")
ADD = """insert into session
         (uid, edited_at, item_id, day, seconds, started_at, utc_offset, note, tags, source, logged_at)
         values (?, ?, ?, ?, ?, ?, 0, ?, '', 'live', ?)"""
# What `ready`, `gaps` and `next` ask of the database, on bare SQLAlchemy Core.
BARE_ROAD = """
import os, click, sqlalchemy as sa
engine = sa.create_engine("sqlite:///" + os.environ["TRACKER_DB"])
with engine.connect() as db:
    for table in ("requirement", "bar", "role", "skill", "milestone", "milestone_skill", "milestone_covers",
                  "milestone_evidence", "milestone_needs", "milestone_item", "milestone_group", "item", "item_skill",
                  "item_aka", "item_requires", "item_state", "item_gate", "attempt", "result", "evidence", "rating",
                  "choice_group", "group_prefer", "role_apply", "setting"):
        db.execute(sa.text("select * from " + table)).fetchall()
    db.execute(sa.text("select item_id, sum(seconds) from session group by item_id")).fetchall()
"""


def timed(command: list[str], env: dict[str, str]) -> float:
    """Milliseconds that one whole process takes; it must succeed."""
    began = time.perf_counter()
    subprocess.run(
        command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    return (time.perf_counter() - began) * 1000


def fill(tracker: str, env: dict[str, str], sessions: int) -> None:
    """A database of its own with `sessions` sessions on the days before today, two a day or more if need be."""
    subprocess.run(
        [tracker, "target", "research-contributor-empirical"],
        env=env,
        check=True,
        capture_output=True,
    )
    chance = random.Random(sessions)
    today = date.today()
    with sqlite3.connect(env["TRACKER_DB"]) as db:
        items = [
            row[0] for row in db.execute("select id from item order by id limit 40")
        ]
        a_day = max(2, sessions // 3000)
        rows = []
        for n in range(sessions):
            day = today - timedelta(days=1 + n // a_day)
            start = int(time.mktime(day.timetuple())) + (n % a_day) * (80000 // a_day)
            seconds = min(chance.randrange(300, 5400, 60), 80000 // a_day)
            uid = f"{chance.getrandbits(64):016x}"
            rows.append(
                (
                    uid,
                    start,
                    chance.choice(items),
                    day.isoformat(),
                    seconds,
                    start,
                    "a note",
                    start,
                )
            )
        db.executemany(ADD, rows)


def race(name: str, ours: list[str], theirs: list[str], env: dict[str, str]) -> None:
    """Run both in turn and print one line."""
    timed(ours, env), timed(theirs, env)
    pairs = [(timed(ours, env), timed(theirs, env)) for _ in range(ROUNDS)]
    us, them = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"  {name:<28} {us:7.1f} ms   floor {them:7.1f} ms   ratio {ratio:.2f}")


def main() -> None:
    """Race at each size given."""
    tracker = str(Path(sys.argv[1]).absolute())
    python = str(Path(tracker).parent / "python")
    for sessions in [int(word) for word in sys.argv[2:]] or [1_000, 10_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            env = {
                **os.environ,
                "TRACKER_DB": f"{folder}/tracker.db",
                "NO_COLOR": "1",
                "COLUMNS": "80",
            }
            fill(tracker, env, sessions)
            since = (date.today() - timedelta(days=14)).isoformat()
            print(f"{sessions:,} sessions")
            race(
                "log fastai 1m",
                [tracker, "log", "fastai", "1m"],
                [python, str(FLOOR), "log", "fastai", "1"],
                env,
            )
            race("status", [tracker, "status"], [python, str(FLOOR), "status"], env)
            race(
                "sessions --since",
                [tracker, "sessions", "--since", since],
                [python, str(FLOOR), "sessions", since],
                env,
            )
            race(
                "report --all",
                [tracker, "report", "--all"],
                [python, str(FLOOR), "report"],
                env,
            )
            for name in ("ready", "gaps", "next"):
                race(
                    f"{name} (SQLAlchemy's floor)",
                    [tracker, name],
                    [python, "-c", BARE_ROAD],
                    env,
                )


if __name__ == "__main__":
    main()
