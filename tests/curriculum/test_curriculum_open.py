"""The command `open`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NOW, ROOT, Output, Tracker
from tracker.curriculum.rules.links import ItemLink
from tracker.curriculum.view.links import link_text

ADDRESS = "https://course.fast.ai/"
WAYS_TO_A_BROWSER = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")


def run(words: str, path: str | None = None, **environ: str) -> Output:
    """Run a command as a process, with no browser but what `environ` names."""
    kept = {k: v for k, v in os.environ.items() if k not in WAYS_TO_A_BROWSER}
    env = {**kept, "TRACKER_NOW": NOW, "PYTHONPATH": str(ROOT), **environ}
    if path is not None:
        env["PATH"] = path
    done = subprocess.run(
        [sys.executable, "-m", "tracker", *words.split()],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return Output(done.returncode, done.stdout, done.stderr)


@pytest.fixture(name="browser")
def _browser(tmp_path: Path) -> Path:
    """A browser that writes down its arguments beside itself."""
    script = tmp_path / "browser"
    script.write_text(f"#!/bin/sh\necho \"$@\" >> '{tmp_path}/opened'\n")
    script.chmod(0o700)
    return script


def opened(browser: Path) -> str:
    path = browser.with_name("opened")
    return path.read_text() if path.exists() else ""


def test_opens_the_link(tracker: Tracker, browser: Path) -> None:
    """The browser gets the address alone; the answer names the item and the address."""
    tracker.ok("items")

    assert run("open fastai", BROWSER=str(browser)) == Output(
        0,
        "Opening Jeremy Howard, fast.ai, Practical Deep Learning for Coders:\n"
        f"  {ADDRESS}\n",
        "",
    )
    assert opened(browser) == f"{ADDRESS}\n"
    assert tracker.json("history")["commands"] == []


def test_no_browser(tracker: Tracker, tmp_path: Path) -> None:
    """Without a browser the address is printed, and that is no error."""
    tracker.ok("items")
    output = run("open fastai", path=str(tmp_path))

    assert (output.code, output.err) == (
        0,
        "No browser was found. Copy the address into one.\n",
    )
    assert output.out.endswith(f"  {ADDRESS}\n")


def test_json_opens_nothing(tracker: Tracker, browser: Path) -> None:
    """With --json the item and its address are printed, and no browser starts."""
    tracker.ok("items")
    run("open fast.ai --json", BROWSER=str(browser))

    assert opened(browser) == ""
    assert tracker.json("open fastai") == {
        "schema": 1,
        "kind": "link",
        "item": "fastai",
        "url": ADDRESS,
    }


def test_name_by_a_part(tracker: Tracker) -> None:
    """Any name of an item will do, as for `log`."""
    assert tracker.json("open ziegler")["item"] == "ziegler-2019"
    assert tracker("open mit").code == 3


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            "open mlp-on-mnist-by-hand",
            4,
            "mlp-on-mnist-by-hand has no link.\n"
            "To give it one: tracker rename mlp-on-mnist-by-hand --url URL\n",
        ),
        (
            "open my-paper",
            4,
            "The link of my-paper is no web address: 'paper.pdf'.\n"
            "To give it one: tracker rename my-paper --url URL\n",
        ),
        (
            "open slog-check",
            4,
            "slog-check has no link.\nTo see what it is: tracker show slog-check\n",
        ),
        (
            "open dl-practical-done",
            3,
            "dl-practical-done is a milestone, and only an item has a link to open.\n"
            "To see what it takes: tracker show dl-practical-done\n"
            "These items lead to it:\n  tracker open fastai\n"
            "  tracker open pytorch-tutorials\n  tracker open zero-to-hero\n",
        ),
    ],
)
def test_no_link(
    tracker: Tracker,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    code: int,
    message: str,
) -> None:
    """What has no web address is refused, with what to do; nothing is opened."""
    monkeypatch.setattr("webbrowser.open", pytest.fail)
    tracker.ok("add mlp-on-mnist-by-hand --title 'MNIST by hand' --track coding")
    tracker.ok("add my-paper --title 'My paper' --track math --url paper.pdf")

    assert tracker(words) == Output(code, "", message)
    assert tracker(f"{words} --json").code == code


def test_short_address() -> None:
    """An item without an author is named by its title; what is short is one line."""
    item = ItemLink("notes", "Notes", None, "https://example.org/notes", "own")

    assert link_text(item) == "Opening Notes: https://example.org/notes"


def test_author_is_named_once() -> None:
    """An author whom the title names is not named beside it."""
    item = ItemLink("arena", "ARENA: a camp", "ARENA", "https://arena.example", "guide")

    assert link_text(item) == "Opening ARENA: a camp: https://arena.example"


def test_long_address_is_never_broken() -> None:
    """The address stands whole on a line of its own, however long it is."""
    url = f"https://example.org/{'long-' * 20}"
    item = ItemLink("notes", "Notes", "A. Uthor", url, "own")

    assert link_text(item) == f"Opening A. Uthor, Notes:\n  {url}"
