"""A row for each personal table, for tests of undo, migration and frozen databases."""

from typing import Any

DAY = "2026-11-23"
NOON = 1_795_000_000


def sample(table: str, n: int, words: str = "words") -> dict[str, Any]:
    """The `n`th row (from 1) of `table`, without its id; `words` stand in free text columns."""
    stamp = (
        {} if table == "tombstone" else {"uid": f"{table}-{n}", "edited_at": NOON + n}
    )
    return {**stamp, **_OF[table](n, words)}


def _session(n: int, words: str) -> dict[str, Any]:
    start = (
        {"started_at": NOON + n * 90_000, "utc_offset": 3600}
        if n % 2
        else {"started_at": None, "utc_offset": None}
    )
    return {
        "item_id": n,
        "day": DAY,
        "seconds": 60 * n,
        "note": words,
        "tags": " deep ",
        "source": "later",
        "logged_at": NOON,
        "project": None,
        "batch_id": None,
        "part_of": "session-1" if n > 1 else None,
        "entry_id": f"{n}",
        "entry_states": "aa11bb22 cc33dd44",
        "entry_updated": NOON,
        **start,
    }


def _item(n: int, words: str) -> dict[str, Any]:
    return {
        "slug": f"own-{n}",
        "title": words,
        "author": None,
        "year": 2020 + n,
        "kind": "book",
        "track_id": 1,
        "group_id": None,
        "after_id": None,
        "low": 3600,
        "likely": 7200,
        "high": 9000,
        "hours_from": "own",
        "url": None,
        "origin": "own",
        "status": None,
        "as_of": None,
        "note": words,
        "fills_line": None,
        "position": 1000 + n,
        "line_first": None,
        "line_last": None,
        "adopted": 0,
        "retired": 0,
    }


def _evidence(n: int, words: str) -> dict[str, Any]:
    # Those of odd number belong to a result, the others to a rating.
    of = (
        {"result_id": n, "rating_id": None}
        if n % 2
        else {"result_id": None, "rating_id": n}
    )
    return {**of, "kind": "repo", "place": words, "day": DAY}


def _forecast(n: int, _: str) -> dict[str, Any]:
    days = dict.fromkeys(("day", "early_half", "late_half"), DAY)
    days |= {"early_most": "2026-11-20", "late_most": "2026-11-26"}
    return {
        "item_id": n,
        "milestone_id": None,
        **days,
        "pace": 3600 * n,
        "withdrawn": DAY,
    }


_OF = {
    "application": lambda n, w: {
        "funder": w,
        "day": DAY,
        "asked": w,
        "file": None,
        "plan": "[]",
        "report": n % 2,
    },
    "attempt": lambda n, w: {
        "milestone_id": n,
        "item_id": n,
        "since": DAY,
        "entered": DAY,
        "low": n,
        "high": 2 * n,
        "dropped": None,
        "phases": "180000 reading",
        "decision": w or "-",
        "decided": DAY,
    },
    "evidence": _evidence,
    "forecast": _forecast,
    "import_batch": lambda n, w: {
        "file": w,
        "format": "klog",
        "digest": w,
        "read_at": NOON,
        "added": n,
        "seconds": n,
    },
    "item": _item,
    "item_aka": lambda n, w: {"item_id": n, "name": f"aka-{n}"},
    "item_requires": lambda n, w: {"item_id": 300 + n, "requires_id": 326 - n},
    "item_skill": lambda n, w: {"item_id": 1, "skill_id": n},
    "item_state": lambda n, w: {
        "item_id": n,
        "state": "done",
        "part": n,
        "whole": n + 1,
        "day": DAY,
    },
    "milestone_state": lambda n, w: {"milestone_id": n, "state": "dropped", "day": DAY},
    "note": lambda n, w: {
        "day": DAY,
        "text": w or "-",
        "changed": 0,
        "decision": 1,
        "private": 0,
        "prompt_id": n,
        "said_at": NOON,
        "week": DAY,
    },
    "overlap": lambda n, w: {
        "day": f"2026-11-{n:02}",
        "seconds": n,
        "starts": "[]",
    },
    "plan": lambda n, w: {
        "item_id": n,
        "milestone_id": None,
        "due": DAY,
        "because": w,
        "day": DAY,
        "said_at": NOON,
        "private": 1,
    },
    "prompt_pass": lambda n, w: {"prompt_id": n, "day": DAY},
    "rating": lambda n, w: {"skill_id": n, "level": "basic", "rater": w, "day": DAY},
    "recollection": lambda n, w: {
        "item_id": n,
        "seconds": n,
        "since": DAY,
        "until": DAY,
        "said_at": NOON,
    },
    "result": lambda n, w: {
        "milestone_id": n,
        "item_id": n,
        "day": DAY,
        "entered": DAY,
        "claimed": w,
        "reproduced": w,
        "part": w,
    },
    "session": _session,
    "work": lambda n, w: {
        "item_id": n,
        "milestone_id": None,
        "title": w,
        "summary": w,
        "rank": n,
    },
    "setting": lambda n, w: {"key": f"key-{n}", "value": w},
    "time_off": lambda n, w: {"since": DAY, "until": DAY},
    "timer": lambda n, w: {
        "item_id": n,
        "started_at": NOON,
        "utc_offset": 0,
        "tags": w,
        "note": w,
        "by_hand": 0,
    },
    "tombstone": lambda n, w: {"uid": f"gone-{n}", "tbl": w, "at": NOON},
}
