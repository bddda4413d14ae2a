"""Calls that can be read in one way only are read without click, and mean the same."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import NOW, ROOT, Tracker
from tests.test_help_examples import find_examples
from tracker import click_group
from tracker.app import App
from tracker.arguments import match_words, read_values, run_plain
from tracker.command import JSON, Parameter, find_command
from tracker.command_table import PLACES
from tracker.database.settings import NO_SETTINGS
from tracker.errors import TrackerError
from tracker.familiar_words import to_own_words

VALUES = [
    "fastai",
    "ppo",
    "last",
    "7k3f",
    "45m",
    "1h30m",
    "9am-10:30",
    "+pair",
    "yesterday",
    "fri",
    "2026-11-20",
    "20.11.",
    "oct",
    "2026-05",
    "2026Q2",
    "5-12",
    "3/7",
    "7",
    "0",
    "1900",
    "repo:https://e.org/x",
    "self",
    "day",
    "item",
    "day,item",
    "a=b",
    "-1",
    "-30m",
    "-",
    "--",
    "--nonsense",
    "--js",
    "-nx",
    "-h",
    "--help",
    "TEXT",
    "ITEM",
    "...",
    "https://...",
    "<you>",
    "nowhere",
]
WORDS = st.sampled_from([*VALUES, "", "two words", "2 days ago", "é🎉"]) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6
)
UNUSUAL = [
    "--version",
    "--help",
    "--debug status",
    "--json status",
    "--db= status",
    "--db '' status",
    "--db FILE status",
    "--db",
    "log --help",
    "log fastai 1h --on=fri",
    "log fastai 1h --overl",
    "log fastai 1h --on",
    "log fastai 1h --on fri --on mon",
    "log fastai 1h -- -30m",
    "log fastai 1h -n ''",
    "log fastai 1h -nlesson",
    "report -dw",
    "status now",
    "skip",
    "completion ksh",
    "plan fastai --public",
    "week --nope",
    "week -1 -h",
    "edit -1",
    "edit last -30m",
]
# Examples of helps that click reads: an option without its value, and no value.
READ_BY_CLICK = {
    "edit --week",
    "edit --week -1",
    'config hours-a-week ""',
}
PLAIN = """
log fastai 1h30m "a note" +pair
fastai 5m
undo
redo
start fastai
status
status --json
stop
sessions --since 2026-11-01
report --all
edit last 2h
log
rm last
history
items
show fastai
next
gaps professor
ready professor --if "done fastai"
week
week -1
--json
"""
LOADED = """
import shlex, sys
from tracker.cli import main
codes = [main(shlex.split(line)) for line in sys.argv[1:]]
print(codes, "click" in sys.modules, file=sys.stderr)
"""


def pieces(param: Parameter) -> st.SearchStrategy[list[str]]:
    """The words of a parameter, right or wrong."""
    values = WORDS | st.sampled_from([*param.choices, "x"])
    if not param.opts:
        return st.lists(values, max_size=2)
    name = st.sampled_from(param.opts)
    typed = st.tuples(name) if param.is_flag else st.tuples(name, values)
    cut = st.builds(lambda name, end: [name[:end]], name, st.integers(2, 9))
    joined = st.builds(lambda name, value: [f"{name}={value}"], name, values)
    return typed.map(list) | typed.map(list) | typed.map(list) | cut | joined


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command and words made of its parameters, some of them twice or missing."""
    name = draw(st.sampled_from(list(PLACES)))
    params = find_command(name).params
    chosen = draw(st.lists(st.sampled_from(params), max_size=4))
    chosen += [param for param in params if param.is_required]
    parts = [draw(pieces(param)) for param in draw(st.permutations(chosen))]
    return name, [word for part in parts for word in part]


def make_app(words: Sequence[str]) -> App:
    """A call without a database."""
    app = App("nowhere.db", words, PLACES)
    app.settings = NO_SETTINGS
    return app


def outcome(read: Callable[[], dict[str, Any]]) -> object:
    """The values, with the order in which they were read, or the error."""
    try:
        return list(read().items())
    except TrackerError as error:
        return type(error), vars(error), str(error)


@given(calls())
def test_click_reads_the_same(call: tuple[str, list[str]]) -> None:
    """What is read without click has the values, or the error, that click gives it."""
    os.environ["TRACKER_NOW"] = NOW
    name, words = call
    command, app, other = find_command(name), make_app(words), make_app(words)
    texts = match_words(command, words)
    if texts is None:
        return

    values = outcome(lambda: read_values(command, texts, app))

    assert values == outcome(lambda: click_group.read_values(name, words, other))
    assert other.as_json == (JSON.name in texts)


@pytest.mark.parametrize("line", UNUSUAL)
def test_unusual_calls(line: str) -> None:
    """Whatever is unusual is left to click, and nothing is run."""
    assert not run_plain(make_app(shlex.split(line)))


def test_examples_are_plain() -> None:
    """Click is needed for no example of any help but the listed ones."""
    needed = set()
    for line in find_examples():
        name, *words = to_own_words(shlex.split(line) or ["week"])
        if name not in PLACES or match_words(find_command(name), words) is None:
            needed.add(line)

    assert needed == READ_BY_CLICK


def test_no_click(tracker: Tracker) -> None:
    """Usual calls of every kind import nothing of click."""
    env = {**os.environ, "TRACKER_NOW": NOW, "PYTHONPATH": str(ROOT)}
    lines = PLAIN.strip().splitlines()
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *lines],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr.splitlines()[-1] == f"{[0] * len(lines)} False"
