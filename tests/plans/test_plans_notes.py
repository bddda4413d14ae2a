"""`note` and `ask`: dated notes without hours, and the guide's questions."""

from datetime import date

DAY = date(2026, 11, 23)
FIRST = "How likely is it that AI leads to human extinction? (guide line 291)\n"
WAITS = "Nothing was saved. To answer another time: tracker ask\n"


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
    one, two, three = (note["id"][:6] for note in tracker.json("note")["notes"])
    assert tracker.ok("note") == (
        f"{one}  Mon 23 Nov\n"
        "  read the paper with Kim\n"
        f"{two}  Tue 24 Nov (decision, private)\n"
        "  one more month\n"
        f"{three}  Tue 24 Nov (change of view)\n"
        "  less sure of short timelines\n"
    )
    assert (
        tracker.ok("note --decision")
        == f"{two}  Tue 24 Nov (decision, private)\n  one more month\n"
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
