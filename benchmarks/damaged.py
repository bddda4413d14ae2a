"""What becomes of 200 damaged databases: what commands state of them, and what a salvage brings.

    python benchmarks/damaged.py [--seed SEED] [--each NUMBER] [--kind KIND] [--show]

A year with a history is made, then copied and damaged: each kind NUMBER times (20), by a seed that is printed.
On each copy run the everyday commands, those whose answers others read, and `doctor --salvage`. What they say is
compared with the undamaged database. With --show, each fault is printed.

- traceback: a command ended with an unexpected error.
- wrong total: a command answered (exit 0) with other hours than there are.
- whole: the salvage says that every row is there, and that is so.
- part: rows are listed as doubtful or left out, or tables are named of which rows may be missing.
- nothing: no row can be read, and no file was made.
- altered: a row that has no second copy in the file differs, which nothing can tell; the answer lists such rows as
  those without a second copy.
- wrong: a row differs from the undamaged one, or is missing or added, and the answer does not list it.
"""

import argparse
import contextlib
import io
import json
import os
import random
import shlex
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tracker.cli import main as run_tracker

PAGE = 4096
NOW = "2026-11-23T21:40"
NOT_COMPARED = ("overlap", "running", "seed_state", "alembic_version")
EVERYDAY = (
    "status",
    "week",
    "report --by month --since 2025-01-01",
    "sessions --since 2025-01-01",
    "ready",
    "log fastai 30m",
)
STATED = ("export hours", "export progress", "export sessions", "applied taif")
Damage = Callable[[Path, random.Random], None]


def call(place: Path, words: str | list[str], now: str = NOW) -> tuple[int, str, str]:
    """Run a command on the database in this process; its exit code, stdout and stderr."""
    os.environ.update(TRACKER_NOW=now, TZ="Europe/Berlin", COLUMNS="80", NO_COLOR="1")
    out, err = io.StringIO(), io.StringIO()
    typed = words.split() if isinstance(words, str) else words
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run_tracker(["--db", str(place), *typed])
        except Exception as fault:  # it would end with a traceback
            return 1, "", repr(fault)
    return code, out.getvalue(), err.getvalue()


YEAR = """
    config name "Ada Example"
    config hours-a-week 12h
    target research-contributor-empirical
    add my-kata --title "Own kata" --track deep-learning --hours 5-12
    alias fastai fast
    done learnpython
    skip project-euler
    reach python-done
    reach arxiv-paper --evidence paper:https://example.org/paper --on 2026-09-01
    attempt few-hundred-hour-replication --with ziegler-2019
    rate python moderate --by "Ann Lee" --evidence "letter:Ann Lee, 3 Nov 2026"
    recall fastai 12h --over 2025
    break 2027-05-01 2027-05-10
    plan fastai --by 2027-02-01
    plan ziegler-2019 --by 2027-03-01 --because "the GPU comes later"
    note "A thought on reward models"
    note "I no longer think that size is all" --changed
    done ppo
    forecast fastai
    applied taif --asked "30,000 USD"
    start fastai
"""
WORDS = ("read", "wrote", "fixed", "tests", "\xfcnit", "paper")
ITEMS = ("fastai", "ziegler-2019", "my-kata", "ppo")


def make_year(folder: Path) -> tuple[Path, Path]:
    """A year of sessions with its history; and the same before its last command."""
    chance = random.Random(16)
    place, before = folder / "year.db", folder / "before.db"
    typed = [shlex.split(line) for line in YEAR.strip().splitlines()]
    for number in range(240):
        day = f"2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}"
        minutes = chance.randint(1, 9) * 10
        note = " ".join(chance.choice(WORDS) for _ in range(chance.randint(0, 9)))
        long_note = note * (60 if number % 30 == 7 else 1)
        noted = ["--note", long_note] if note else []
        typed.append(["log", chance.choice(ITEMS), f"{minutes}m", "--on", day, *noted])
        if number % 9 == 4:
            typed.append(["edit", "last", f"{minutes + 5}m"])
        if number % 17 == 5:
            typed.append(["rm", "last"])
        if number % 23 == 6:
            typed.append(["undo"])
    for name, count in (("log.csv", 60), ("other.csv", 600)):
        rows = [
            f"2025-{1 + n % 10:02}-{1 + n % 28:02},fastai,0.25,{name} {n}"
            for n in range(count)
        ]
        (folder / name).write_text("\n".join(["day,project,hours,note", *rows]))
        typed.append(["import", str(folder / name)])
    typed.append(["undo"])
    for words in typed:
        code, _, err = call(place, words)
        if code:
            raise SystemExit(f"{words} was refused: {err}")
    shutil.copy(place, before)
    call(place, ["log", "fastai", "55m", "--note", "the last one"], "2026-11-23T21:45")
    return place, before


def read_rows(place: Path) -> dict[str, dict[int, dict[str, Any]]]:
    """The rows of all tables that the person's commands write, by number."""
    rows: dict[str, dict[int, dict[str, Any]]] = {}
    with contextlib.closing(sqlite3.connect(place)) as db:
        db.row_factory = sqlite3.Row
        names = [
            name
            for (name,) in db.execute(
                "select name from sqlite_master where type = 'table'"
            )
        ]
        for name in names:
            read = [dict(row) for row in db.execute(f"select * from {name}")]
            personal = [
                row
                for row in read
                if "uid" not in row or not row["uid"].startswith("seed:")
            ]
            if read and "id" in read[0] and name not in NOT_COMPARED:
                rows[name] = {row["id"]: row for row in personal}
        names_of = dict(db.execute("select id, slug from item"))
    for row in (row for table in rows.values() for row in table.values()):
        if "item_id" in row:
            row["item_id"] = names_of[row["item_id"]] if row["item_id"] else None
    return {name: table for name, table in rows.items() if name in PERSONAL}


def roots(place: Path, kind: str) -> list[tuple[str, int]]:
    """Name and root page of the tables or indexes."""
    with contextlib.closing(sqlite3.connect(place)) as db:
        rows = db.execute(
            "select name, rootpage from sqlite_master where type = ?", [kind]
        )
        return [(name, root) for name, root in rows if root]


@contextlib.contextmanager
def edited(place: Path) -> Iterator[bytearray]:
    """The bytes of a file, to change."""
    content = bytearray(place.read_bytes())
    yield content
    place.write_bytes(content)


def cut(place: Path, chance: random.Random) -> None:
    """Cut the end off the file."""
    with edited(place) as content:
        del content[int(len(content) * chance.uniform(0.3, 0.999)) :]


def zeroed(place: Path, chance: random.Random) -> None:
    """Put zeros in place of pages."""
    with edited(place) as content:
        for page in chance.sample(
            range(1, len(content) // PAGE), chance.choice((1, 3, 10))
        ):
            content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)


def random_bytes(place: Path, chance: random.Random) -> None:
    """Put random bytes in place of stretches."""
    with edited(place) as content:
        for _ in range(chance.choice((1, 3, 10))):
            at, length = (
                chance.randrange(100, len(content) - PAGE),
                chance.choice((16, 512, PAGE)),
            )
            content[at : at + length] = chance.randbytes(length)


def swapped(place: Path, chance: random.Random) -> None:
    """Swap pages."""
    with edited(place) as content:
        for _ in range(chance.choice((1, 2, 5))):
            one, two = (
                page * PAGE for page in chance.sample(range(1, len(content) // PAGE), 2)
            )
            kept = bytes(content[one : one + PAGE])
            content[one : one + PAGE] = content[two : two + PAGE]
            content[two : two + PAGE] = kept


def emptied_index(place: Path, chance: random.Random) -> None:
    """Make an index of sessions, or of any table, an empty page."""
    indexes = roots(place, "index")
    _, root = chance.choice(
        [pair for pair in indexes if "session" in pair[0]]
        if chance.random() < 0.7
        else indexes
    )
    with edited(place) as content:
        content[(root - 1) * PAGE : (root - 1) * PAGE + 8] = bytes(
            (10, 0, 0, 0, 0, PAGE >> 8, 0, 0)
        )


def _in_sql(place: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(place)) as db:
        db.execute("pragma writable_schema = on")
        for statement in statements:
            db.execute(statement)
        db.commit()


def dropped_table(place: Path, chance: random.Random) -> None:
    """Take a table out of the schema, sometimes with its indexes."""
    name = chance.choice(
        ("session", "change", "item", "plan", "note", "command", "setting", "milestone")
    )
    column = chance.choice(("name", "tbl_name"))
    _in_sql(place, f"delete from sqlite_master where {column} = '{name}'")


def broken_links(place: Path, chance: random.Random) -> None:
    """Remove rows that others refer to, or change what these refer to."""
    table = chance.choice(("item", "import_batch", "result", "milestone", "session"))
    if table == "session":
        _in_sql(
            place,
            f"update session set item_id = 90000 where id % 40 = {chance.randrange(40)}",
        )
    else:
        _in_sql(place, f"delete from {table} where id % 3 = {chance.randrange(3)}")


def cut_journal(place: Path, chance: random.Random) -> None:
    """The last command was stopped while it wrote, and its journal is cut."""
    after, before = place.read_bytes(), place.with_name("before.db").read_bytes()
    changed = [
        at
        for at in range(0, len(before), PAGE)
        if before[at : at + PAGE] != after[at : at + PAGE]
    ]
    nonce, sector = chance.getrandbits(32), 512
    head = (
        0xD9D505F9,
        0x20A163D7,
        len(changed),
        nonce,
        len(before) // PAGE,
        sector,
        PAGE,
    )
    journal = b"".join(number.to_bytes(4, "big") for number in head).ljust(
        sector, b"\0"
    )
    for at in changed:
        page = before[at : at + PAGE]
        check = (
            nonce + sum(page[spot] for spot in range(PAGE - 200, 0, -200))
        ) & 0xFFFFFFFF
        journal += (at // PAGE + 1).to_bytes(4, "big") + page + check.to_bytes(4, "big")
    Path(f"{place}-journal").write_bytes(journal[: chance.randrange(1, len(journal))])


def bit_flips(place: Path, chance: random.Random) -> None:
    """Turn single bits."""
    with edited(place) as content:
        for _ in range(chance.choice((1, 8, 40))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def header(place: Path, chance: random.Random) -> None:
    """Spoil the head of the file, or all of its first page."""
    with edited(place) as content:
        length = chance.choice((4, 16, 100, 108, PAGE))
        at = chance.randrange(100) if length < 16 else 0
        content[at : at + length] = chance.choice(
            (bytes(length), chance.randbytes(length))
        )


KINDS: dict[str, Damage] = {
    "end cut off": cut,
    "pages of zeros": zeroed,
    "random bytes": random_bytes,
    "pages swapped": swapped,
    "an index emptied": emptied_index,
    "a table taken out": dropped_table,
    "links broken": broken_links,
    "journal cut": cut_journal,
    "bits turned": bit_flips,
    "head spoilt": header,
}
PERSONAL: set[str] = set()


def total_of(words: str, answer: str) -> int | None:
    """The hours, in seconds, that an answer states; None where it states none."""
    data = json.loads(answer)
    if words.startswith("report"):
        return int(data["seconds"])
    if words.startswith("sessions"):
        return sum(row["seconds"] for row in data["sessions"])
    if words == "export hours":
        return int(data["on_clock"])
    if words == "week":
        return int(data["seconds"])
    return int(data["week"]) if words == "status" else None


def run_all(
    place: Path, right: dict[str, int | None], faults: list[str]
) -> Counter[str]:
    """Run each command on a copy of the database; count tracebacks and wrong totals."""
    counts: Counter[str] = Counter()
    for words in (*EVERYDAY, *STATED, "doctor", "backup copy.db"):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "tracker.db"
            for end in ("", "-journal"):
                if Path(f"{place}{end}").exists():
                    shutil.copy(f"{place}{end}", f"{copy}{end}")
            typed = words.replace("copy.db", f"{folder}/copy.db").split()
            code, out, err = call(copy, [*typed, "--json"])
        if code == 1:
            counts["tracebacks"] += 1
            faults.append(f"{words}: {err.strip()[:150]}")
        elif code == 0 and words in right and total_of(words, out) != right[words]:
            counts["stated" if words in STATED else "everyday"] += 1
            faults.append(f"{words}: {total_of(words, out)} in place of {right[words]}")
    return counts


def salvage(
    place: Path, truth: dict[str, dict[int, dict[str, Any]]], faults: list[str]
) -> str:
    """Salvage the database: whole, part, nothing, wrong or traceback."""
    target, before = place.with_name("new.db"), place.read_bytes()
    code, out, err = call(place, ["doctor", "--salvage", str(target), "--json"])
    if place.read_bytes() != before:
        faults.append("salvage changed the damaged file")
        return "wrong"
    if code == 5 and not target.exists():
        return "nothing"
    if code:
        faults.append(f"salvage: {code} {err.strip()[:300]}")
        return "traceback"
    answer = json.loads(out)
    wrong = list(compare(answer, truth, read_rows(target)))
    faults += wrong
    checked = call(target, "doctor --json")
    if not json.loads(checked[1])["ok"]:
        faults.append(f"doctor of the new one: {checked[1][:300]}")
        return "wrong"
    if wrong:
        return (
            "wrong" if any(fault.startswith("wrong") for fault in wrong) else "altered"
        )
    return "whole" if answer["whole"] else "part"


def compare(
    answer: dict[str, Any], truth: dict[str, Any], new: dict[str, Any]
) -> Iterator[str]:
    """Each row that is wrong without being listed."""
    listed = {
        (note["table"], note["row"])
        for side in ("doubtful", "left_out")
        for note in answer[side]
    }
    listed |= {
        (note["table"], note["values"].get("uid"))
        for side in ("doubtful", "left_out")
        for note in answer[side]
    }
    unchecked = {
        (table["table"], uid)
        for table in answer["tables"]
        for uid in table["unchecked"]
    }
    open_ended = {table["table"] for table in answer["tables"] if table["may_miss"]}
    for table in PERSONAL:
        there, here = truth.get(table, {}), new.get(table, {})
        for number in there.keys() | here.keys():
            one, two = there.get(number), here.get(number)
            uids = {row.get("uid") for row in (one, two) if row}
            if (
                one == two
                or (table, number) in listed
                or any((table, uid) in listed for uid in uids if uid)
            ):
                continue
            if two is None and (table in open_ended or answer["cut"]):
                continue
            has_no_copy = (
                two is not None and (table, str(two.get("uid", number))) in unchecked
            )
            yield f"{'altered' if has_no_copy else 'wrong'}: {table} {number}: {one} became {two}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--kind")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place, before = make_year(Path(folder))
        with contextlib.closing(sqlite3.connect(place)) as db:
            names = db.execute(
                "select m.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.name = 'uid'"
            )
            PERSONAL.update({name for (name,) in names} - {*NOT_COMPARED})
        print_table(Path(folder), place, before, options)


def print_table(
    folder: Path, place: Path, before: Path, options: argparse.Namespace
) -> None:
    """Damage copies of the year, kind by kind, and print what became of them."""
    columns = (
        "tracebacks",
        "stated",
        "everyday",
        "whole",
        "part",
        "nothing",
        "altered",
        "wrong",
        "traceback",
    )
    print(
        f"Seed {options.seed}; {options.each} databases of each kind; {place.stat().st_size:,} bytes each.\n"
    )
    print(
        "| damage | databases | tracebacks | wrong totals to others | wrong totals to oneself | whole | in part | nothing | altered, no second copy | wrong |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    sums: Counter[str] = Counter()
    for kind, damage in KINDS.items():
        if options.kind and options.kind not in kind:
            continue
        counts: Counter[str] = Counter()
        for number in range(options.each):
            work = folder / f"{damage.__name__}-{number}"
            work.mkdir()
            copy = Path(shutil.copy(place, work / "tracker.db"))
            shutil.copy(before, work / "before.db")
            damage(copy, random.Random(f"{options.seed}/{kind}/{number}"))
            right = before if damage is cut_journal else place
            counts += run_one(copy, right, options, f"{kind} {number}")
            shutil.rmtree(work)
        counts["tracebacks"] += counts["traceback"]
        print(
            f"| {kind} | {options.each} | "
            + " | ".join(str(counts[name]) for name in columns[:-1])
            + " |",
            flush=True,
        )
        sums += counts
    print("| all | | " + " | ".join(str(sums[name]) for name in columns[:-1]) + " |")


def run_one(
    copy: Path, right: Path, options: argparse.Namespace, label: str
) -> Counter[str]:
    """What became of one damaged database."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(shutil.copy(right, Path(folder) / "tracker.db"))
        totals = {
            words: total_of(words, call(whole, [*words.split(), "--json"])[1])
            for words in (*EVERYDAY, *STATED)
            if words.split()[0] in ("status", "week", "report", "sessions")
            or words == "export hours"
        }
    counts = run_all(copy, totals, faults)
    counts[salvage(copy, read_rows(right), faults)] += 1
    if options.show:
        for fault in faults:
            print(f"    {label}: {fault[:400]}")
    return counts


if __name__ == "__main__":
    main()
