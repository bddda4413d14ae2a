"""`rm` of what was said besides sessions: notes, ratings, evidence and the rest."""

import shlex
import sqlite3
from contextlib import closing

import pytest

from tests.conftest import NOW, Tracker
from tests.journal.harness import dump
from tests.plans.harness import log_weeks

PAPER = "reach transformer-in-pytorch --evidence repo:https://git.example/nina/tf"
# What is said; the list that shows its id, and the keys that lead to it there; what
# `rm` answers; the line that says it again.
SAID = [
    (
        "note --changed 'less sure of theory' --on 2026-11-03",
        ("note", "notes"),
        "Removed the note of Tue 3 Nov: less sure of theory.",
        "tracker note 'less sure of theory' --on 2026-11-03 --changed",
    ),
    (
        "ask phd --answer 'not now' --on 2026-11-03 --private",
        ("note", "notes"),
        "Removed the answer of Tue 3 Nov: not now.",
        "tracker ask phd-mainly-research --answer 'not now' --on 2026-11-03 --private",
    ),
    (
        "recall fastai 70h30m --over 2026-02..2026-05",
        ("recall", "recollections"),
        "Removed 70h30m on fastai from memory, 1 Feb to 31 May 2026.",
        "tracker recall fastai 70h30m --over 2026-02-01..2026-05-31",
    ),
    (
        "rate python moderate",
        ("rate", "ratings"),
        "Removed the rating python moderate.",
        "tracker rate python moderate",
    ),
    (
        "rate python strong --by 'Ann Lee' --evidence 'letter:3 Nov 2026'",
        ("rate", "ratings"),
        "Removed the rating python strong by Ann Lee.",
        "tracker rate python strong --by 'Ann Lee' --evidence 'letter:3 Nov 2026'",
    ),
    (
        "applied taif --asked '30,000 USD' --on 2026-11-03",
        ("applications", "applications"),
        "Removed the application to taif of Tue 3 Nov.",
        "tracker applied taif --on 2026-11-03 --asked '30,000 USD'",
    ),
    (
        "applied taif --report --on 2026-11-03",
        ("applications", "applications"),
        "Removed the report to taif of Tue 3 Nov.",
        "tracker applied taif --on 2026-11-03 --report",
    ),
]


def _facts(tracker: Tracker) -> dict[str, list[dict[str, object]]]:
    """Every row of the person's, without what differs from one saying to the next."""
    own = {"id", "uid", "edited_at", "said_at"}
    rows = {}
    with closing(sqlite3.connect(tracker.db)) as db:
        db.row_factory = sqlite3.Row
        for table in ("note", "recollection", "rating", "evidence", "application"):
            rows[table] = [
                {key: value for key, value in dict(row).items() if key not in own}
                for row in db.execute(f"select * from {table}")
            ]
    return rows


@pytest.mark.parametrize(("said", "listed", "answer", "again"), SAID)
def test_rm_and_again(
    tracker: Tracker, said: str, listed: tuple[str, str], answer: str, again: str
) -> None:
    """What has an id is removed by it, undone, and said again by the line offered."""
    tracker.ok(said, NOW)
    before, facts = dump(tracker.db), _facts(tracker)
    command, key = listed
    (line,) = tracker.json(command)[key]
    assert line["id"][:6] in tracker.ok(command)
    tracker.ok("undo")
    tracker.ok("redo")

    assert tracker.ok(f"rm {line['id'][:6]}") == (
        f"{answer}\n  To put it right, change this line:\n  {again}\n"
        "Undo: tracker undo\n"
    )
    assert tracker.json(command)[key] == []
    tracker.ok("undo")
    assert {**dump(tracker.db), "tombstone": []} == {**before, "tombstone": []}
    tracker.ok("redo")
    tracker.ok(shlex.split(again)[1:], NOW)
    assert _facts(tracker) == facts


def test_rm_of_evidence(tracker: Tracker) -> None:
    """One piece of evidence goes; the result and its other evidence stay."""
    tracker.ok(f"{PAPER} --evidence post:https://nina.example/tf")
    (result,) = tracker.json("show transformer-in-pytorch")["milestone"]["results"]
    repo, post = result["evidence"]
    assert repo["id"][:6] in tracker.ok("show transformer-in-pytorch")

    assert tracker.ok(f"rm {repo['id'][:6]}") == (
        "Removed repo https://git.example/nina/tf of transformer-in-pytorch.\n"
        "  To put it right, change this line:\n"
        f"  tracker {PAPER}\n"
        "Undo: tracker undo\n"
    )
    shown = tracker.json("show transformer-in-pytorch")["milestone"]
    assert shown["results"][0]["evidence"] == [post]
    assert shown["state"] == "reached"
    tracker.ok(f"rm {post['id']}")
    assert "  evidence  none yet: claimed\n" in tracker.ok(
        "show transformer-in-pytorch"
    )


def test_rm_of_a_rating_takes_its_evidence(tracker: Tracker) -> None:
    """A rating goes with its letter, and undo brings both back."""
    tracker.ok("rate python strong --by Ann --evidence 'letter:3 Nov 2026'")
    (rating,) = tracker.json("rate")["ratings"]
    tracker.ok(f"rm {rating['id']}")
    assert dump(tracker.db)["evidence"] == []
    tracker.ok("undo")

    assert tracker.json("rate")["ratings"] == [rating]


def test_rm_of_an_own_item(tracker: Tracker) -> None:
    """An item of one's own goes by its name, with its aliases."""
    tracker.ok("add essay --title 'My essay' --track math --aka es --requires fastai")

    assert tracker.ok("rm essay") == (
        "Removed the item essay: My essay.\n"
        "  To put it right, change this line:\n"
        "  tracker add essay --title 'My essay' --track math --kind project\n"
        "Undo: tracker undo\n"
    )
    assert tracker("show essay").code == 3
    tracker.ok("undo")
    assert tracker.json("show es")["item"]["slug"] == "essay"


def test_rm_of_an_item_with_hours(tracker: Tracker) -> None:
    """An item on which something was logged or recorded is not removed."""
    tracker.ok("add essay --title 'My essay' --track math")
    tracker.ok("progress essay 1/3")
    assert tracker("rm essay").code == 4
    tracker.ok("undo")
    tracker.ok("log essay 1h")
    output = tracker("rm essay")

    assert (output.code, output.err) == (
        4,
        "essay cannot be removed: you logged or recorded something on it.\n"
        "To take it off your lists: tracker drop essay\n",
    )
    tracker.ok("drop essay")


def test_rm_of_a_shipped_item(tracker: Tracker) -> None:
    """An item of the curriculum cannot be removed."""
    assert tracker("rm fastai").code == 3


def test_rm_of_several_things(tracker: Tracker) -> None:
    """Sessions and other lines are removed by one command, and by one undo return."""
    session = tracker.json("log fastai 1h")["sessions"][0]["id"]
    tracker.ok("note one")
    note = tracker.json("note")["notes"][0]["id"]
    before = dump(tracker.db)
    removed = tracker.json(f"rm {note} {session}")
    tracker.ok("undo")

    assert [line["id"] for line in removed["lines"]] == [note]
    assert [each["id"] for each in removed["sessions"]] == [session]
    assert {**dump(tracker.db), "tombstone": []} == {**before, "tombstone": []}


def test_rm_of_a_withdrawn_forecast(tracker: Tracker) -> None:
    """A forecast is withdrawn in the open: listed, named in the record, not graded."""
    log_weeks(tracker, 8)
    tracker.ok("forecast ppo", NOW)
    (given,) = tracker.json("forecast --list")["given"]
    tracker.ok(f"rm {given['id'][:6]}", NOW)

    (listed,) = tracker.json("forecast --list", NOW)["given"]
    assert listed == {**given, "withdrawn": NOW[:10]}
    assert "withdrawn" in tracker.ok("forecast --list", NOW)
    assert tracker(f"rm {given['id']}", NOW).code == 3
    record = tracker.json("forecast fastai", NOW)["record"]
    assert (record["withdrawn"], record["open"]) == (1, 0)
    tracker.ok("undo", NOW)
    assert tracker.json("forecast --list ppo", NOW)["given"] == [given]


def test_edit_of_another_line(tracker: Tracker) -> None:
    """`edit` says what an id belongs to, and how to put that right."""
    tracker.ok("note one more month")
    note = tracker.json("note")["notes"][0]["id"][:6]
    output = tracker(f"edit {note} --note two")

    assert (output.code, output.err) == (
        4,
        f"{note} is no session: it is the note of Mon 23 Nov: one more month.\n"
        f"Remove it first: tracker rm {note}\n"
        "Then say it again, put right:\n"
        "  tracker note 'one more month' --on 2026-11-23\n",
    )


def test_an_id_of_two_things(tracker: Tracker) -> None:
    """Letters that begin the id of a session and of a note are asked about."""
    tracker.ok("log fastai 1h")
    tracker.ok("note one")
    with closing(sqlite3.connect(tracker.db)) as db, db:
        db.execute("update session set uid = 'abcd1111'")
        db.execute("update note set uid = 'abcd2222'")
    output = tracker("rm abcd")

    assert output.code == 3
    assert "  tracker rm abcd1111\n  tracker rm abcd2222\n" in output.err
