"""Entries as they are here, compared with what a file says: rules without a database."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.stored import DAY, HOUR, at, here, in_file, row
from tracker.imports.rules.entry_changes import (
    KEPT,
    OLDER,
    corrected,
    left,
    question,
)
from tracker.imports.rules.keys import state_of
from tracker.imports.rules.stored_entries import MOST_STATES, Match, SameLog

TODAY = date(2026, 11, 23)


# What a correction says.
@pytest.mark.parametrize(
    ("was", "now", "text"),
    [
        ({}, {"seconds": 7200}, "ppo on Mon 2 Nov, 1h00m -> 2h00m"),
        ({"note": "a"}, {"note": "b"}, "ppo on Mon 2 Nov, note 'a' -> 'b'"),
        ({}, {"note": "b"}, "ppo on Mon 2 Nov, note '' -> 'b'"),
        ({}, {"tags": ("x", "B")}, "ppo on Mon 2 Nov, tags none -> b x"),
        ({"tags": ("x",)}, {}, "ppo on Mon 2 Nov, tags x -> none"),
        ({}, {"project": "rl"}, "ppo on Mon 2 Nov, project 'ppo' -> 'rl'"),
        ({"project": ""}, {"project": "rl"}, "rl on Mon 2 Nov, project '' -> 'rl'"),
        (
            {},
            {"day": "2026-11-03"},
            "ppo on Mon 2 Nov, Mon 2 Nov -> Tue 3 Nov",
        ),
        (
            {"start": at(9), "offset": 3600},
            {"start": at(9, 5), "offset": 3600},
            "ppo on Mon 2 Nov at 10:00, 10:00 -> 10:05",
        ),
        ({"start": at(9)}, {}, "ppo on Mon 2 Nov at 9:00, 9:00 -> none"),
        ({}, {"start": at(9) + 15}, "ppo on Mon 2 Nov, none -> 9:00:15"),
        (
            {"project": "rl"},
            {"project": "", "item": "ppo", "seconds": 60},
            "rl on Mon 2 Nov, 1h00m -> 1m",
        ),
        (
            {},
            {"day": "2025-11-03", "seconds": 1800, "note": "n"},
            "ppo on Mon 2 Nov, Mon 2 Nov -> Mon 3 Nov 2025, 1h00m -> 30m,"
            " note '' -> 'n'",
        ),
    ],
)
def test_correction(was: dict[str, Any], now: dict[str, Any], text: str) -> None:
    """A correction names what differs, from what was here to what the file says."""
    change = corrected(here(row(**was)), in_file(**now), TODAY, was_edited=False)

    assert change == (7, "corrected", text, ())


def test_correction_after_an_edit() -> None:
    """A correction of what the person had edited says so."""
    change = corrected(here(row()), in_file(seconds=60), TODAY, was_edited=True)

    assert change.text == (
        "ppo on Mon 2 Nov, 1h00m -> 1m. It changed in the log after your edit"
    )


# What stays, and the command that changes it.
@pytest.mark.parametrize(
    ("was", "now", "command"),
    [
        ({}, {"seconds": 7200}, "edit ab12 --amount 2h00m"),
        ({}, {"day": "2026-11-03"}, "edit ab12 --on 2026-11-03"),
        ({}, {"note": "it's"}, "edit ab12 --note 'it'\"'\"'s'"),
        ({"note": "x"}, {"note": ""}, "edit ab12 --note ''"),
        ({}, {"tags": ("b", "a")}, "edit ab12 --tag 'a b'"),
        ({"tags": ("a",)}, {}, "edit ab12 --tag ''"),
        (
            {"start": at(9)},
            {"start": at(9), "seconds": 60},
            "edit ab12 --amount 1m --overlap",
        ),
        (
            {"start": at(9), "offset": 3600},
            {"start": at(8), "offset": 3600},
            "edit ab12 --from 2026-11-02T09:00+01:00 --amount 1h00m --overlap",
        ),
        (
            {"start": at(9)},
            {"start": at(9) + 1, "offset": -12600},
            "edit ab12 --from 2026-11-02T05:30:01-03:30 --amount 1h00m --overlap",
        ),
        (
            {},
            {"start": at(9), "tags": ("x",), "note": "n"},
            "rm ab12 && tracker log ppo 1h00m +x --from 2026-11-02T09:00+00:00"
            " --overlap --note n",
        ),
        ({"start": at(9)}, {}, "rm ab12 && tracker log ppo 1h00m --on 2026-11-02"),
        (
            {"start": at(9)},
            {"start": at(9), "seconds": 20 * HOUR, "parts": 2},
            "rm ab12 && tracker log ppo 20h00m --from 2026-11-02T09:00+00:00 --overlap",
        ),
    ],
)
@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (KEPT, "It changed in both: what is here stays"),
        (OLDER, "A later import said otherwise: what is here stays"),
    ],
)
def test_left(
    was: dict[str, Any], now: dict[str, Any], command: str, what: str, reason: str
) -> None:
    """What stays is told with its reason and the one command that changes it."""
    change = left(here(row(**was)), in_file(**now), TODAY, what, "ab12")

    assert (change.line, change.what) == (7, what)
    assert change.text.endswith(f" in the file. {reason}")
    assert change.answers == (f"To change it: tracker {command}",)


def test_left_over_midnight() -> None:
    """A session of two days is removed whole, by both its short ids, and logged again."""
    stored = here(row(start=at(20), seconds=4 * HOUR), row(uid="u2", day="2026-11-03"))
    change = left(stored, in_file(start=at(20)), TODAY, KEPT, "ab12 cd34")

    assert change.text.startswith("ppo on Mon 2 Nov at 20:00, 5h00m here, 1h00m in")
    assert change.answers == (
        "To change it: tracker rm ab12 cd34 && tracker log ppo 1h00m"
        " --from 2026-11-02T20:00+00:00 --overlap",
    )


# Questions.
@pytest.mark.parametrize(
    ("was", "now", "why", "answers"),
    [
        (
            {},
            {"seconds": 7200},
            "ppo on Mon 2 Nov was 1h00m when imported, now 2h00m",
            ("edit ab12 --amount 2h00m", "log ppo 2h00m --on 2026-11-02"),
        ),
        (
            {"start": at(9)},
            {"start": at(9), "note": "b"},
            "ppo on Mon 2 Nov at 9:00, note '' here, 'b' in the file",
            (
                "edit ab12 --note b",
                "log ppo 1h00m --from 2026-11-02T09:00+00:00 --overlap --note b",
            ),
        ),
        (
            {"changed": 1},
            {"seconds": 7200},
            "ppo on Mon 2 Nov, 1h00m here, 2h00m in the file",
            ("edit ab12 --amount 2h00m", "log ppo 2h00m --on 2026-11-02"),
        ),
    ],
)
def test_question(
    was: dict[str, Any], now: dict[str, Any], why: str, answers: tuple[str, str]
) -> None:
    """A question says what it is about, and has the commands for both answers."""
    skipped = question(here(row(**was)), in_file(**now), TODAY, "ab12")

    assert skipped[:3] == (
        7,
        why,
        (
            f"If it changed: tracker {answers[0]}",
            f"If it is another session: tracker {answers[1]}",
        ),
    )


def test_question_over_midnight() -> None:
    """A grown session of two days is removed, and comes back with the same file."""
    stored = here(row(start=at(20), seconds=4 * HOUR), row(uid="u2"))
    entry = in_file(start=at(20), seconds=6 * HOUR, parts=2)

    assert question(stored, entry, TODAY, "ab12 cd34").answers == (
        "If it changed, import again after this: tracker rm ab12 cd34",
        "If it is another session: tracker log ppo 6h00m"
        " --from 2026-11-02T20:00+00:00 --overlap",
    )


# What the sessions say.
@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ({}, {}, True),
        ({}, {"seconds": 1}, False),
        ({}, {"note": "x"}, False),
        ({}, {"tags": ("x",)}, False),
        ({"tags": ("deep-work",)}, {"tags": ("Deep work",)}, True),
        ({}, {"day": "2026-11-03"}, False),
        ({"start": at(9)}, {"start": at(9), "day": "2026-11-03"}, True),
        ({"start": at(9)}, {}, False),
        ({}, {"project": "rl"}, False),
        ({}, {"project": "rl", "item": "rl"}, True),
    ],
)
def test_says(was: dict[str, Any], now: dict[str, Any], says: bool) -> None:
    """Sessions say what an entry says but for their item, and a timed one's day."""
    assert here(row(**was)).says(in_file(**now)) is says


def test_says_with_later_days() -> None:
    """The seconds of an entry over midnight are those of all its days."""
    stored = here(row(start=at(20), seconds=4 * HOUR), row(uid="u2", seconds=HOUR))

    assert stored.seconds == 5 * HOUR
    assert stored.says(in_file(start=at(20), seconds=5 * HOUR))
    assert not stored.says(in_file(start=at(20), seconds=4 * HOUR))


@pytest.mark.parametrize(
    ("was", "now", "alike"),
    [
        ({"note": "a b"}, {"note": "a\n b"}, True),
        ({"tags": ("x",)}, {"tags": ("y",)}, True),
        ({"note": "a"}, {"note": "b"}, False),
        ({}, {"seconds": 1}, False),
    ],
)
def test_is_like(was: dict[str, Any], now: dict[str, Any], alike: bool) -> None:
    """An entry of another file is like a session whatever its tags and line ends are."""
    assert here(row(**was)).is_like(in_file(**now)) is alike


# What was edited, and what came before.
def _state(**fields: Any) -> str:
    entry = {"when": DAY, "seconds": HOUR, "project": "ppo", "note": "", "tags": ""}
    return state_of(**(entry | fields))


@pytest.mark.parametrize(
    ("fields", "edited"),
    [
        ({"states": _state()}, False),
        ({"states": _state(), "changed": 1}, False),
        ({"states": _state(), "seconds": 60}, True),
        ({"states": _state(), "note": "mine"}, True),
        ({"states": f"{_state(seconds=60)} {_state()}"}, True),
        ({"states": None}, False),
        ({"states": None, "changed": 1}, True),
        ({"states": _state(when=at(9)), "start": at(9), "offset": 3600}, False),
    ],
)
def test_is_edited(fields: dict[str, Any], edited: bool) -> None:
    """An edit is told by the last digest; without one by any change since the import."""
    assert here(row(**fields)).is_edited is edited


@pytest.mark.parametrize(
    ("last", "updated", "state", "before"),
    [
        (None, None, "new", False),
        (None, None, "now", False),
        (None, None, "old", True),
        (100, 99, "new", True),
        (100, 101, "old", False),
        (100, 100, "old", True),
        (100, None, "old", True),
        (None, 1, "old", True),
    ],
)
def test_is_before_last(
    last: int | None, updated: int | None, state: str, before: bool
) -> None:
    """An older date, or without dates an earlier digest, is from before the last import."""
    stored = here(row(states="now old", updated=last))

    assert stored.is_before_last(in_file(state=state, updated=updated)) is before


@given(st.lists(st.sampled_from("abcdefghijkl"), max_size=30))
def test_states_with(read: list[str]) -> None:
    """The digests read begin with the last, have each once, and are few."""
    states = ""
    for state in read:
        states = here(row(states=states)).states_with(state)

    assert states.split() == list(dict.fromkeys(reversed(read)))[:MOST_STATES]


# Which session an entry is.
@pytest.mark.parametrize(
    ("was", "now", "log", "match"),
    [
        ({}, {}, SameLog.NO, Match.SAME),
        ({}, {"tags": ("x",)}, SameLog.NO, Match.SAME),
        ({}, {"seconds": 60}, SameLog.NO, Match.PERHAPS),
        ({}, {"seconds": 60, "entry_id": "7"}, SameLog.YES, Match.OTHER),
        ({}, {"seconds": 60, "project": "rl"}, SameLog.YES, Match.OTHER),
        ({"project": ""}, {"seconds": 60, "project": ""}, SameLog.NO, Match.OTHER),
        ({"project": ""}, {"seconds": 60, "project": ""}, SameLog.YES, Match.PERHAPS),
        (
            {"project": ""},
            {"seconds": 60, "project": ""},
            SameLog.PERHAPS,
            Match.PERHAPS,
        ),
        (
            {"project": "", "tags": ("deep-work",)},
            {"project": "Deep Work"},
            SameLog.NO,
            Match.SAME,
        ),
        (
            {"project": "", "tags": ("other",)},
            {"project": "Deep Work"},
            SameLog.NO,
            Match.OTHER,
        ),
    ],
)
def test_match(
    was: dict[str, Any], now: dict[str, Any], log: SameLog, match: Match
) -> None:
    """An entry without an id is perhaps a session of its project; it is never assumed."""
    assert here(row(**was)).match(in_file(**now), log) is match


LATER = {"day": "2026-11-09"}


@pytest.mark.parametrize(
    ("was", "now", "log", "match"),
    [
        ({"states": "s"}, {"state": "s", "seconds": 1}, SameLog.NO, Match.SAME),
        ({}, {}, SameLog.NO, Match.SAME),
        ({}, {"seconds": 60}, SameLog.NO, Match.CORRECTED),
        ({"note": "n"}, {"note": "n", **LATER}, SameLog.NO, Match.CORRECTED),
        ({}, LATER, SameLog.NO, Match.OTHER),
        ({}, LATER, SameLog.PERHAPS, Match.PERHAPS),
        ({}, LATER, SameLog.YES, Match.CORRECTED),
        ({}, {"project": "rl", "seconds": 60}, SameLog.NO, Match.OTHER),
        ({}, {"project": "rl", "seconds": 60}, SameLog.YES, Match.CORRECTED),
        ({}, {"project": "rl", **LATER}, SameLog.YES, Match.OTHER),
    ],
)
def test_match_of_id(
    was: dict[str, Any], now: dict[str, Any], log: SameLog, match: Match
) -> None:
    """A short id counts with its day and project; in the same log one is enough."""
    assert here(row(**was)).match_of_id(in_file(**now), log) is match


@pytest.mark.parametrize(
    ("fields", "answered"),
    [
        ({"batch": None}, True),
        ({"batch": None, "project": "other"}, True),
        ({"batch": 2}, False),
        ({"batch": None, "item_id": 2}, False),
        ({"batch": None, "seconds": 60}, False),
    ],
)
def test_is_answered(fields: dict[str, Any], answered: bool) -> None:
    """A question is answered by an equal session that was logged on the same item."""
    logged = row(uid="logged", **({"seconds": 7200} | fields))
    stored = here(row())

    assert stored.is_answered(in_file(seconds=7200), [stored.first, logged]) is answered
