"""The person's answers: counted as in a browser, never cut, never written for them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.export.rules.forms import Field
from tracker.export.rules.text_length import TextLength, count_characters, count_text

FIELD = Field("why", "Why?", True, ("own words",))


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 2),
        ("🎉", 2),
        ("👩‍🔬", 5),
        ("中", 1),
        ("a\nb", 3),
        ("\ud800", 1),
    ],
)
def test_characters_are_utf16_units(text: str, long: int) -> None:
    """An emoji counts as two characters or more, as in a browser."""
    assert count_characters(text) == long


@given(st.text())
def test_characters_of_two_texts_add_up(text: str) -> None:
    """Two texts have as many characters as both together."""
    assert count_characters(text + text) == 2 * count_characters(text)


def test_each_limit_is_counted() -> None:
    """A text is counted against each limit; without one, by its characters."""
    field = Field(
        "why",
        "Why?",
        True,
        ("own words",),
        limit_words=3,
        limit_paragraphs=1,
        limit_sentences=2,
    )

    assert count_text("one two\n\nthree four", field) == (
        TextLength("word", 4, 3),
        TextLength("paragraph", 2, 1),
    )
    assert count_text("one", FIELD) == (TextLength("character", 3, None),)
    assert [count.over for count in count_text("one two\n\nthree four", field)] == [
        1,
        1,
    ]


@pytest.fixture(name="answers")
def _answers(tmp_path: Path) -> Path:
    return tmp_path / "answers.toml"


def test_each_missing_answer_is_marked(tracker) -> None:
    """Each missing answer is marked with its key and its limit, and counted."""
    text = tracker.ok("export application --for taif")

    assert "\nAnswers still empty: 44 of 44.\n" in text
    assert text.count("> **[empty: your answer") == 44
    assert "\n> **[empty: your answer (key summary), 0 of 1,000 characters]**\n" in text
    assert "\n> **[empty: your answer (key fund)]**\n" in text


def test_answers_stand_as_they_are(tracker, answers: Path) -> None:
    """An answer is printed letter for letter, fenced, with its length."""
    answers.write_text("summary = '''\n# No ```heading```\n\n<b>|=1+1 *x*'''\n")

    text = tracker.ok(
        ["export", "application", "--for", "taif", "--answers", str(answers)]
    )

    assert (
        "> **[your answer, 32 of 1,000 characters]**\n\n````text\n# No ```heading```\n\n<b>|=1+1 *x*\n````\n"
        in text
    )
    assert "\nAnswers still empty: 43 of 44.\n" in text


def test_a_blank_line_follows_an_answer(tracker, answers: Path) -> None:
    """In plain text a blank line separates an answer from the facts below it."""
    answers.write_text('summary = "mine"\n')
    tracker.ok("plan ppo --by 2026-12-20")

    text = tracker.ok(
        [
            "export",
            "application",
            "--for",
            "taif",
            "--answers",
            str(answers),
            "--format",
            "txt",
        ]
    )

    assert "[your answer, 4 of 1,000 characters]\n  mine\n\nPlanned:\n" in text


def test_a_byte_order_mark_is_no_fault(tracker, answers: Path) -> None:
    """A file saved on Windows is read; a line end counts as one character."""
    answers.write_bytes(b'\xef\xbb\xbfshort = """a\r\nb"""\r\n')

    text = tracker.ok(
        ["export", "application", "--for", "taif", "--answers", str(answers)]
    )

    assert "> **[your answer, 3 of 120 characters]**\n\n```text\na\nb\n```\n" in text


def test_a_long_answer_is_marked_and_not_cut(tracker, answers: Path) -> None:
    """An answer over its limit stays whole, and is marked on the page and on stderr."""
    answers.write_text(f'short = "{"x" * 130}"\n')

    output = tracker(
        ["export", "application", "--for", "taif", "--answers", str(answers)]
    )

    assert (output.code, output.err.splitlines()[-1]) == (
        0,
        "short: 130 of 120 characters, 10 over. Nothing was cut.",
    )
    assert "x" * 130 in output.out
    assert "[your answer, 130 of 120 characters: 10 over the limit]" in output.out


def test_an_answer_without_a_field_is_remarked(tracker, answers: Path) -> None:
    """An answer without a field is left out and named, with the fields there are."""
    answers.write_text('nonsense = "x"\n')

    output = tracker(
        ["export", "application", "--for", "manifund-update", "--answers", str(answers)]
    )

    assert output.err.splitlines()[-2:] == [
        "manifund-update has no field nonsense; its answer is left out.",
        "Its fields are progress, next, help.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("summary = 3\n", "summary is not text."),
        ("summary = \n", "is not TOML"),
        (b"\xff", "is not UTF-8 text."),
        (None, "cannot be read"),
    ],
)
def test_answers_that_cannot_be_read(
    tracker, answers: Path, text: str | bytes | None, expected: str
) -> None:
    """A file that is missing, not TOML, or without text is refused (6) by name."""
    if text is not None:
        answers.write_bytes(text if isinstance(text, bytes) else text.encode())

    refused = tracker(
        ["export", "application", "--for", "taif", "--answers", str(answers)]
    )

    assert (refused.code, refused.out) == (6, "")
    assert expected in " ".join(refused.err.split())


def test_options_of_other_kinds_are_refused(tracker) -> None:
    """An option of another kind is refused (2); so is an application without a funder."""
    for words in (
        "progress --for taif",
        "progress --cap 2h",
        "hours --answers x",
        "sessions --budget b",
        "application",
    ):
        assert tracker(f"export {words}").code == 2
