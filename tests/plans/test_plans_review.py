"""`review`: a look back at a week, and a line planned for the next one."""

import io
import sys
from pathlib import Path

import pytest

from tests.conftest import Tracker

SUNDAY, MONDAY_AFTER = "2026-11-29T20:00", "2026-11-30T09:00"
ASKS = "Your plan for the week of Mon 30 Nov, in one line (an empty line saves none)?\n"


class Terminal(io.StringIO):
    """Input that a person types."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


@pytest.fixture(name="types")
def _types(monkeypatch):
    """Type `text` at the next prompt, in a terminal."""
    return lambda text: monkeypatch.setattr(sys, "stdin", Terminal(text))


def live_a_week(tracker: Tracker) -> None:
    """A week with hours, plans, a milestone and a note, reviewed on its Sunday."""
    tracker.ok("config hours-a-week 10h", "2026-11-17T20:00")
    tracker.ok("log fastai 4h")
    tracker.ok("plan learnpython --by 2026-11-27")
    tracker.ok("plan fastai --by 2026-11-28")
    tracker.ok("plan ppo --by 2026-12-04")
    tracker.ok("log fastai 3h", "2026-11-24T20:00")
    tracker.ok("log ziegler-2019 2h30m", "2026-11-26T20:00")
    tracker.ok("done learnpython")
    tracker.ok("ask --answer fine")
    tracker.ok("reach python-done --evidence repo:git.example/nina/python")
    tracker.ok("note 'read the paper with Kim'", SUNDAY)


REVIEW = """\
Review of Mon 23 Nov to Sun 29 Nov 2026
Done: 5h30m (the week before 4h00m; aim 10 h).
  Mon -   Tue 3h00m ▆▆▆   Wed -   Thu 2h30m ▆▆▃   Fri -   Sat -   Sun -
  3h00m  fastai        7h00m of 45-130 h
  2h30m  ziegler-2019  2h30m of 60-220 h
Due 27 Nov: learnpython, done 26 Nov.
Due 28 Nov: fastai, not done. To move it: tracker plan fastai --by 2026-12-06
What changed
  reached   python-done
  done      learnpython
  evidence  python-done (repo)
  note      Thu 26 Nov: fine
            Sun 29 Nov: read the paper with Kim
Due 4 Dec: ppo, not done yet.
"""


def test_a_review(tracker):
    """What was done, planned, due and changed; without a terminal it never waits."""
    live_a_week(tracker)

    assert tracker.ok("review", SUNDAY) == (
        f"{REVIEW}To plan the week of Mon 30 Nov: tracker review --plan TEXT\n"
    )


def test_the_plan_is_shown_and_compared(tracker):
    """The next week shows the planned line, and the next review compares it."""
    live_a_week(tracker)
    plan = "Planned for the week of Mon 30 Nov: KL sweep, two evenings"

    assert tracker.ok("review --plan 'KL sweep, two evenings'", SUNDAY) == (
        f"{REVIEW}{plan}. Undo: tracker undo\n"
    )
    assert tracker.ok("review").endswith(f"\n{plan}\n")
    (note,) = tracker.json("note --limit 1")["notes"]
    assert (note["text"], note["week"]) == ("KL sweep, two evenings", "2026-11-30")
    assert "(plan for the week of Mon 30 Nov)" in tracker.ok("note")
    line = "\nPlanned for this week: KL sweep, two evenings\n"
    assert line not in tracker.ok("")
    assert line in tracker.ok("", MONDAY_AFTER)
    assert tracker.json("week")["plan"] == "KL sweep, two evenings"
    review = tracker.ok("review", "2026-12-06T20:00")
    assert "\nThe plan was: KL sweep, two evenings\n" in review
    assert "\nThe plan was: KL sweep, two evenings\n" in tracker.ok(
        "week -1", "2026-12-08T20:00"
    )


def test_the_latest_plan_counts(tracker):
    """A second plan takes the place of the first; undo brings the first back."""
    tracker.ok("review --plan one", SUNDAY)
    tracker.ok("review --plan 'two, and more'")
    assert tracker.json("review")["next"]["plan"] == "two, and more"

    tracker.ok("undo")

    assert tracker.json("review")["next"]["plan"] == "one"


def test_a_monday_reviews_the_week_that_ended(tracker):
    """On a Monday it is last week's, and its plan is for the week that begins."""
    live_a_week(tracker)
    monday = tracker.ok("review", MONDAY_AFTER)

    assert monday.startswith("Review of Mon 23 Nov to Sun 29 Nov 2026, last week\n")
    assert monday.endswith(
        "To plan the week of Mon 30 Nov: tracker review --plan TEXT\n"
    )
    assert tracker.ok("review -1").startswith(monday.partition("\n")[0])
    assert tracker.ok("review this").startswith(
        "Review of Mon 30 Nov to Sun 6 Dec 2026, so far\n"
        "Done: nothing logged (the week before 5h30m; aim 10 h).\n"
    )
    assert tracker.ok("review -1", "2026-12-01T09:00").endswith(
        "To plan the week of Mon 30 Nov: tracker review -1 --plan TEXT\n"
    )


def test_it_asks_in_a_terminal(tracker, types):
    """The line typed is saved for the next week; an empty one, or none, saves nothing."""
    live_a_week(tracker)

    for typed in ("\n", "  \n", ""):
        types(typed)
        output = tracker("review", SUNDAY)
        assert output.out.startswith(f"{REVIEW}{ASKS}> ")
        assert output.err == "Nothing was saved.\n"
    assert tracker.json("review")["next"]["plan"] is None

    types("KL sweep\n")
    assert tracker.ok("review") == (
        f"{REVIEW}{ASKS}> "
        "Noted, Sun 29 Nov (plan for the week of Mon 30 Nov). Undo: tracker undo\n"
    )
    assert tracker.json("review")["next"]["plan"] == "KL sweep"
    tracker.ok("undo")
    assert tracker.json("review")["next"]["plan"] is None


def test_json_never_waits(tracker, types):
    """As JSON it asks nothing, also in a terminal."""
    live_a_week(tracker)
    types("KL sweep\n")

    review = tracker.json("review", SUNDAY)

    assert (review["seconds"], review["meant"]) == (5.5 * 3600, 36000)
    assert review["week_before"]["seconds"] == 4 * 3600
    assert review["due"] == [
        {
            "slug": "learnpython",
            "due": "2026-11-27",
            "state": "kept",
            "ended": "2026-11-26",
        },
        {"slug": "fastai", "due": "2026-11-28", "state": "open", "ended": None},
    ]
    assert review["next"] == {
        "since": "2026-11-30",
        "plan": None,
        "due": [{"slug": "ppo", "due": "2026-12-04", "state": "open", "ended": None}],
        "saved": False,
    }
    saved = tracker.json("review --plan x")["next"]
    assert (saved["plan"], saved["saved"]) == ("x", True)


def test_a_question_is_named_once_a_week(tracker):
    """A question of `ask` has a line, unless one was answered or left within a week."""
    tracker.ok("log fastai 1h", SUNDAY)
    slug = tracker.json("review")["question"]
    assert f"\n  To answer it: tracker ask {slug}\n" in tracker.ok("review")

    tracker.ok(f"ask {slug} --answer fine")

    assert tracker.json("review")["question"] is None
    assert tracker.json("review", "2026-12-05T20:00")["question"] is None
    assert tracker.json("review", "2026-12-06T20:00")["question"] not in (None, slug)


def test_the_plan_can_be_written_in_an_editor(tracker, monkeypatch, tmp_path):
    """What the editor saves is one line."""
    editor = Path(tmp_path / "editor")
    editor.write_text('#!/bin/sh\nprintf "KL sweep,\\ntwo evenings\\n" > "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    tracker.ok("log fastai 1h", SUNDAY)

    tracker.ok("review --editor")

    assert tracker.json("review")["next"]["plan"] == "KL sweep, two evenings"


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ("-2 --plan x", 4, "The week of Mon 16 Nov is over."),
        ("--plan x --editor", 2, "--plan and --editor do not go together."),
        ("--plan TEXT", 2, "TEXT is a placeholder, to be replaced."),
        ("--plan ' '", 2, "A note needs at least one word."),
        ("xyz", 2, "'xyz' is not a week."),
        ("2026-W50", 4, "The week of Mon 7 Dec has not begun."),
    ],
)
def test_what_is_refused(tracker, words, code, why):
    """Neither a week that is over is planned, nor one to come reviewed."""
    tracker.ok("log fastai 1h", SUNDAY)
    output = tracker(f"review {words}")

    assert (output.code, output.out, output.err.splitlines()[0]) == (code, "", why)
    assert tracker.json("note")["notes"] == []


def test_a_running_timer_is_in_the_review(tracker):
    """What runs is counted, as in `week`."""
    tracker.ok("log fastai 1h", "2026-11-27T20:00")
    tracker.ok("start ppo --at 19:00", SUNDAY)

    assert tracker.ok("review").splitlines()[1:5] == [
        "Done: 2h00m.",
        "  Mon -   Tue -   Wed -   Thu -   Fri 1h00m ▆   Sat -   Sun 1h00m ▆",
        "  1h00m  fastai  1h00m of 45-130 h",
        "  1h00m  ppo     running since 19:00",
    ]


def test_plan_replaced(tracker: Tracker, place: Path) -> None:
    """A plan typed again says which one it replaces; the same one says nothing."""
    tracker.ok("review --plan 'one evening'")
    again = tracker("review --plan 'one evening'")
    other = tracker("review --plan 'two evenings'")

    assert again.err == ""
    assert other.err == "This replaces the plan that you had: one evening\n"
