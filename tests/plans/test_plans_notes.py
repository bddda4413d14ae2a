"""`note` and `ask`: dated notes without hours, and the guide's questions."""

import io
import sys
from datetime import date

import pytest

from tracker.plans.rules.notes import Note, Prompt, choose_prompt

DAY = date(2026, 11, 23)
FIRST = "How likely is it that AI leads to human extinction? (guide line 291)\n"
WAITS = "Nothing was saved. To answer another time: tracker ask\n"


@pytest.fixture(name="types")
def _types(monkeypatch):
    """Type `text` at the next prompt."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def answered(slug: str, *days: int, kind: str = "view") -> Prompt:
    return Prompt(
        slug, kind, slug, None, tuple(Note(date(2026, 1, day), "yes") for day in days)
    )


def test_unanswered_questions_come_first() -> None:
    """Then comes the question answered longest ago; ties keep the guide's order."""
    assert (
        choose_prompt([answered("a", 1), answered("b"), answered("c")], None).slug
        == "b"
    )
    assert (
        choose_prompt(
            [answered("a", 3), answered("b", 1, 4), answered("c", 2)], None
        ).slug
        == "c"
    )
    assert (
        choose_prompt([answered("a"), answered("b", kind="decision")], "Decision").slug
        == "b"
    )
    assert choose_prompt([answered("a"), answered("b")], "b").slug == "b"


def test_notes_are_listed_latest_last(tracker):
    """A note needs no quotes; the list says what kind of note each is."""
    assert (
        tracker.ok("note read the paper with Kim")
        == "Noted, Mon 23 Nov. Undo: tracker undo\n"
    )
    assert tracker.ok(
        'note --decision --private "one more month"', "2026-11-24T10:00"
    ) == ("Noted, Tue 24 Nov (decision, private). Undo: tracker undo\n")
    tracker.ok('note --changed "less sure of short timelines"')
    assert tracker.ok("note") == (
        "Mon 23 Nov\n"
        "  read the paper with Kim\n"
        "Tue 24 Nov (decision, private)\n"
        "  one more month\n"
        "Tue 24 Nov (change of view)\n"
        "  less sure of short timelines\n"
    )
    assert (
        tracker.ok("note --decision")
        == "Tue 24 Nov (decision, private)\n  one more month\n"
    )
    assert [note["text"] for note in tracker.json("note --limit 1")["notes"]] == [
        "less sure of short timelines"
    ]


def test_no_notes(tracker):
    """An empty list says how to write a note."""
    assert (
        tracker.ok("note")
        == 'No notes to list. To write one: tracker note "read the paper with Kim"\n'
    )


def test_blank_note_is_refused(tracker):
    """A note of blanks is refused, and nothing is written."""
    output = tracker(["note", "  "])

    assert (output.code, output.out, output.err.splitlines()[0]) == (
        2,
        "",
        "A note needs at least one word.",
    )


def test_question_shows_earlier_answers(tracker, types):
    """A question shows its line in the guide and your earlier answers."""
    types("thirty percent\n")
    assert tracker.ok("ask") == f"{FIRST}> \nNoted, Mon 23 Nov. Undo: tracker undo\n"

    types("twenty\n")
    assert tracker.ok("ask extinction", "2026-12-24T10:00").splitlines()[:2] == [
        FIRST.strip(),
        "  Mon 23 Nov: thirty percent",
    ]
    assert [note["text"] for note in tracker.json("note")["notes"]] == [
        "thirty percent",
        "twenty",
    ]
    assert tracker.json("ask forecast")["slug"] == "first-agi"


@pytest.mark.parametrize("typed", ["", "\n", "  \n"])
def test_empty_answer_saves_nothing(tracker, types, typed):
    """An empty line, or none, saves nothing and is no error."""
    types(typed)

    output = tracker("ask")

    assert (output.code, output.out, output.err.splitlines()[-1]) == (
        0,
        f"{FIRST}> \n",
        WAITS.strip(),
    )
    assert tracker.json("note")["notes"] == []


def test_answer_option_names_the_question(tracker):
    """With --answer, the output names the question."""
    assert tracker.ok('ask view --answer "less sure"') == (
        "Noted, Mon 23 Nov. Undo: tracker undo\n"
        "  Question: Which strategies for alignment would in fact align the AI, and where\n"
        "  would each fail first?\n"
    )
    assert [note["prompt"] for note in tracker.json("note")["notes"]] == [
        "strategies-that-align"
    ]


def test_answers_about_wellbeing_are_private(tracker):
    """Answers about wellbeing are always private, others only with --private."""
    tracker.ok("ask wellbeing --answer 'I would like a week off'")
    tracker.ok("ask view --answer x")
    tracker.ok("ask decision --answer y --private")

    assert [note["private"] for note in tracker.json("note")["notes"]] == [
        True,
        False,
        True,
    ]


def test_editor(tracker, monkeypatch, tmp_path):
    """An answer can be written in an editor; an unsaved file is no answer."""
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf 'one line\\nand another\\n' > \"$1\"\n")
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    tracker.ok("ask view --editor")
    monkeypatch.setenv("VISUAL", "true")

    assert tracker("ask view --editor").err.splitlines()[-1] == WAITS.strip()
    assert [note["text"] for note in tracker.json("note")["notes"]] == [
        "one line\nand another"
    ]


def test_editor_that_does_not_run(tracker, monkeypatch):
    """It is refused with a hint, and nothing is written."""
    monkeypatch.setenv("VISUAL", "false")
    output = tracker("ask view --editor")

    assert (output.code, output.err.splitlines()[-3:]) == (
        2,
        [
            "false: Editing failed.",
            "Set $EDITOR to your editor, or type the answer here:",
            "  tracker ask view",
        ],
    )
    assert tracker.json("note")["notes"] == []


def test_question_as_json(tracker):
    """With --json a question is shown and waits for no answer."""
    asked = tracker.json("ask wellbeing")
    answer = tracker.json("ask wellbeing --answer fine")

    assert {
        key: asked[key] for key in ("kind", "slug", "about", "line", "answers")
    } == {
        "kind": "ask",
        "slug": asked["slug"],
        "about": "wellbeing",
        "line": asked["line"],
        "answers": [],
    }
    assert (answer["kind"], answer["notes"][0]["prompt"]) == ("note", asked["slug"])


def test_invalid_questions_are_refused(tracker):
    """An unknown kind is code 3; --answer with --editor is code 2."""
    assert tracker("ask nonsense").code == 3
    assert tracker("ask --answer x --editor").code == 2


def test_undo(tracker):
    """A note and an answer can be undone; the question is then the next one again."""
    tracker.ok("note")
    before = tracker.json("ask view")
    tracker.ok("ask view --answer x")
    tracker.ok("undo")

    assert tracker.json("ask view") == before
    assert tracker.json("note")["notes"] == []


def test_placeholder_is_refused(tracker):
    """The word TEXT of a hint is no note and no answer, and nothing is written."""
    for command in ("note TEXT", "ask view --answer TEXT"):
        assert tracker(command).code == 2
    assert tracker.json("note")["notes"] == []
