"""Logs in JSON: lists that are damaged, values of other kinds, and moments in texts."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports.reading import read
from tracker.errors import FileProblem
from tracker.imports.formats.instants import (
    day_and_clock,
    instant,
    instant_at,
    with_times,
)
from tracker.imports.formats.json_list import (
    first_text,
    members,
    number_of,
    text_of,
    texts_of,
    whole_number,
)
from tracker.imports.rules.entries import LogEntry

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=20)
@given(st.lists(JSON, max_size=5), st.sampled_from([None, 0, 2]))
def test_members(values: list[Any], indent: int | None) -> None:
    """A list is read member by member as a whole list is, however it is laid out."""
    text = json.dumps(values, indent=indent)

    assert [member for _, member in members(text)] == values
    assert [
        m for _, m in members(json.dumps({"x": 1, "data": values}), "data")
    ] == values


@given(st.lists(st.lists(st.integers(), max_size=2), max_size=6))
def test_lines_of_members(values: list[list[int]]) -> None:
    """A member's line is the one that it begins in."""
    text = "[\n" + ",\n".join(map(json.dumps, values)) + "\n]"

    assert [line for line, _ in members(text)] == list(range(2, len(values) + 2))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it is neither a list nor an object"),
        ("7", "it is neither a list nor an object"),
        ("{}", "the list of entries is missing"),
        ('{"other": [1]}', "the list of entries is missing"),
        ('{"data": 7}', "the list of entries is missing"),
        ('{"data" [1]}', "a name has no value"),
        ("[1\n2]", "line 2 lacks a comma"),
        ("[1,\n2\n", "line 3 lacks a comma"),
        ("[1,\n2,\n", "Expecting value: line 3 column 1 (char 7)"),
        ("[", "Expecting value: line 1 column 2 (char 1)"),
    ],
)
def test_damaged_list(text: str, fault: str) -> None:
    """A damaged list is refused with its place, also after members that were read."""
    with pytest.raises(FileProblem) as refusal:
        list(members(text, "data"))

    assert refusal.value.message == f"The JSON cannot be read: {fault}."
    assert refusal.value.hint == "Export the file again."


def test_deep_list() -> None:
    """A list nested beyond what can be read is refused, not a crash."""
    with pytest.raises(FileProblem):
        list(members("[" * 100_000))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" a ", "a"),
        (7, "7"),
        (True, ""),
        (1.5, ""),
        (None, ""),
        (["a"], ""),
        ({}, ""),
    ],
)
def test_text_of(value: object, text: str) -> None:
    """Only a text or a whole number is a text."""
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "texts"),
    [(["a", 1, None, " b "], ("a", "1", "b")), ("a", ()), (None, ()), ([], ())],
)
def test_texts_of(value: object, texts: tuple[str, ...]) -> None:
    """The texts of a list are those of its members that have one."""
    assert texts_of(value) == texts


@pytest.mark.parametrize(
    ("value", "number", "whole"),
    [
        (7, 7, 7),
        (7.9, 7.9, 7),
        (-0.5, -0.5, -1),
        (True, None, None),
        ("7", None, None),
        (10**12, None, None),
        (float("nan"), None, None),
        (float("inf"), None, None),
        (None, None, None),
    ],
)
def test_numbers(value: object, number: float | None, whole: int | None) -> None:
    """A number of a size that time can have is one; texts and truths are none."""
    assert (number_of(value), whole_number(value)) == (number, whole)


def test_first_text() -> None:
    """The first name that has a text counts."""
    values = {"a": None, "b": "", "c": 3, "d": "x"}

    assert first_text(values, "a", "b", "c", "d") == "3"
    assert first_text(values, "a", "e") == ""


# Moments.
AT = int(datetime(2026, 3, 1, 9, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-03-01T09:00:00Z", AT),
        ("20260301T090000Z", AT),
        ("2026-03-01 11:00:00 +0200", AT),
        ("2026-03-01 09:00:00 UTC", AT),
        ("2026-03-01 09:00 GMT", AT),
        ("2026-03-01T03:30:00-05:30", AT),
        ("2026-03-01T09:00:00.900Z", AT),
        ("2026-03-01T09:00:00", None),
        ("2026-03-01", None),
        ("2026-03-01 09:00 CET", None),
        ("2026-02-30T09:00:00Z", None),
        ("soon", None),
        ("", None),
        (f"2026-03-01 09:00:00{' ' * 40}+0200", None),
    ],
)
def test_instant(text: str, at: int | None) -> None:
    """A moment with an offset is an instant; one without is none, nor is another text."""
    assert instant(text) == at


@pytest.mark.parametrize(
    ("day", "clock", "offset", "at"),
    [
        ("2026-03-01", "09:00", "Z", AT),
        ("2026-03-01", "11:00", "+0200", AT),
        ("2026-03-01", "3:30", "-05:30", AT),
        ("2026/03/01", "9:00", "+0000", AT),
        ("2026-03-01", "9:00", "+1500", None),
        ("2026-02-30", "9:00", "Z", None),
        ("1.3.", "9:00", "Z", None),
        ("2026-03-01", "25:00", "Z", None),
        ("soon", "9:00", "Z", None),
    ],
)
def test_instant_at(day: str, clock: str, offset: str, at: int | None) -> None:
    """A day, a clock and an offset are an instant, if there is such a one."""
    assert instant_at(day, clock, offset) == at


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("2026-03-01T09:00:00", ("2026-03-01", "09:00:00")),
        ("2026-03-01 09:30", ("2026-03-01", "09:30:00")),
        ("soon", ("", "")),
        ("", ("", "")),
    ],
)
def test_day_and_clock(text: str, pair: tuple[str, str]) -> None:
    """A local moment is a day and a clock."""
    assert day_and_clock(text) == pair


@pytest.mark.parametrize(
    ("start", "end", "fields"),
    [
        (
            "2026-03-01T09:00:00Z",
            "2026-03-01T10:00:00Z",
            {"began": AT, "ended": AT + 3600},
        ),
        ("2026-03-01T09:00:00Z", "", {"began": AT}),
        (
            "2026-03-01T09:00",
            "2026-03-01T10:00",
            {
                "day": "2026-03-01",
                "clock": "09:00:00",
                "end_day": "2026-03-01",
                "end_clock": "10:00:00",
            },
        ),
        ("2026-03-01T09:00", "", {"day": "2026-03-01", "clock": "09:00:00"}),
        ("", "2026-03-01T10:00", {"fault": "no start"}),
        ("soon", "", {"fault": "no start"}),
    ],
)
def test_with_times(start: str, end: str, fields: dict[str, Any]) -> None:
    """Both times are instants or local; without a start an entry says so."""
    assert with_times(LogEntry(1), start, end) == LogEntry(1)._replace(**fields)


# Whole logs.
TOGGL = {"start": "2026-11-02T09:00:00Z", "duration": 60, "project": "ppo", "id": 1}


@pytest.mark.parametrize(
    ("member", "skipped"),
    [
        (7, "not an entry"),
        ("x", "not an entry"),
        ({"start": "2026-11-02T09:00:00Z", "id": 2, "duration": "x"}, "still running"),
        ({"id": 2, "duration": 60}, "no start"),
        (
            {**TOGGL, "id": 2, "duration": 0, "stop": "2026-11-02T09:00:00Z"},
            "zero length",
        ),
    ],
)
def test_toggl_with_a_damaged_entry(
    tmp_path: Path, member: object, skipped: str
) -> None:
    """What is no entry of Toggl is skipped by its line, and the others are read."""
    text = f"[{json.dumps(TOGGL)},\n{json.dumps(member)}]"
    log = read(tmp_path, text)

    assert log.format == "toggl"
    assert log.amounts == [("2026-11-02", "ppo", 60)]
    assert log.skipped == [(2, skipped)]


@pytest.mark.parametrize(
    ("frame", "skipped"),
    [
        ("7", "not a frame"),
        ("[1, 2]", "not a frame"),
        ('["x", 1793003600, "ppo"]', "no start"),
        ('[1793000000, null, "ppo"]', "no end"),
        ("[1793000000, 1793000000]", "not a frame"),
        ('[1793000000, 1792990000, "ppo"]', "negative length"),
    ],
)
def test_watson_with_a_damaged_frame(tmp_path: Path, frame: str, skipped: str) -> None:
    """What is no frame of Watson is skipped by its line, and the others are read."""
    log = read(tmp_path, f'[[1793010000, 1793010060, "ppo", "a", []],\n{frame}]')

    assert (log.format, len(log.settled)) == ("watson", 1)
    assert log.skipped == [(2, skipped)]


@pytest.mark.parametrize("interval", ["7", "[]", '"x"'])
def test_timewarrior_with_a_damaged_interval(tmp_path: Path, interval: str) -> None:
    """What is no interval of Timewarrior is skipped by its line."""
    good = '{"id": 1, "start": "20261102T090000Z", "end": "20261102T100000Z"}'
    log = read(tmp_path, f"[{good},\n{interval}]")

    assert (log.format, len(log.settled)) == ("timewarrior", 1)
    assert log.skipped == [(2, "not an interval")]
