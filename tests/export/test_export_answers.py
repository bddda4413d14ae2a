"""The person's answers: counted as in a browser, never cut, never written for them."""

from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
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


def filled(tracker: Tracker, answers: Path, *words: str, form: str = "taif") -> Output:
    """A form filled in with the answers."""
    typed = ["export", "application", "--for", form, "--answers", str(answers)]
    return tracker([*typed, *words])


def test_a_clean_form_has_no_gaps(tracker) -> None:
    """Without facts and answers a form is its title; stderr counts the gaps."""
    output = tracker("export application --for taif")

    assert output.out == "# Transformative AI Fund, EA Funds: application\n"
    assert output.err.splitlines()[-2:] == [
        "32 of 32 required questions are empty. To see them:",
        "  tracker export application --for taif --worksheet",
    ]


def test_a_worksheet_has_all_that_a_form_asks(tracker) -> None:
    """A worksheet marks each empty question with its key and its limit, and counts."""
    text = tracker.ok("export application --for taif --worksheet")

    assert "\nRequired questions still empty: 32 of 32.\n" in text
    assert "\nAll texts together: 0 of 10,000 characters.\n" in text
    assert text.count("\n> **[") == text.count(": empty") == 44
    assert "\n> **[summary: empty, 0 of 1,000 characters]**\n" in text
    assert "\n> **[fund: empty]**\n" in text
    assert "\nNote: Used for the first screening.\n" in text
    assert "Questions as of 6 Oct 2026, read at second hand; open as of" in text
    assert "- <https://av20jp3z.paperform.co/" in text


def test_answers_stand_as_they_are(tracker, answers: Path) -> None:
    """In plain text an answer stands letter for letter, and markup does nothing in md."""
    answers.write_text("summary = '''\n# No ```heading```\n\n<b>|=1+1 *x*'''\n")

    text = filled(tracker, answers, "--format", "txt").out

    assert text == (
        "Transformative AI Fund, EA Funds: application\n\n"
        "Summary\n# No ```heading```\n\n<b>|=1+1 *x*\n"
    )
    assert filled(tracker, answers).out.endswith(
        "\n## Summary\n\n\\# No \\`\\`\\`heading\\`\\`\\`\n\n\\<b\\>\\|=1+1 \\*x\\*\n"
    )


def test_two_blank_lines_part_two_questions(tracker, answers: Path) -> None:
    """In plain text a question stands apart from the text of the one before."""
    answers.write_text('short = "one"\nsummary = "two\\n\\nthree"\n')

    text = filled(tracker, answers, "--format", "txt").out

    assert text.endswith("\n\nShort description\none\n\n\nSummary\ntwo\n\nthree\n")


def test_no_text_of_a_form_is_wrapped(tracker, answers: Path) -> None:
    """An answer or a fact is one line, however long, so that a form can break it."""
    answers.write_text(f'summary = "{"word " * 60}end"\n')
    tracker.ok(["add", "long", "--title", "title " * 30 + "end", "--track", "coding"])
    tracker.ok("plan long --by 2027-01-20")

    lines = filled(tracker, answers, "--format", "txt").out.splitlines()

    assert "word " * 60 + "end" in lines
    assert "- 20 Jan 2027: " + "title " * 30 + "end" in lines


def test_values_that_are_no_text(tracker, answers: Path) -> None:
    """Numbers and days are as typed; true is Yes; each text of a list has a line."""
    answers.write_text(
        "amount = 18_000\norg-budget = 1.50\nstart = 2026-12-01\npast-award = false\n"
        'refer = true\nprogramme = ["one", "", "two"]\nshort = ""\nmore = [" "]\n'
    )

    text = filled(tracker, answers, "--format", "txt").out

    assert text.partition("\n\n")[2] == (
        "Which grant programme fits most\none\ntwo\n\n\n"
        "Requested amount (USD)\n18000\n\n\n"
        "Organizational budget (USD)\n1.50\n\n\n"
        "Start date\n2026-12-01\n\n\n"
        "Application for a past achievement award?\nNo\n\n\n"
        "Referral to other funders\nYes\n"
    )


def test_a_byte_order_mark_is_no_fault(tracker, answers: Path) -> None:
    """A file saved on Windows is read; a line end counts as one character."""
    answers.write_bytes(b'\xef\xbb\xbfshort = """a\r\nb"""\r\n')

    text = filled(tracker, answers, "--worksheet", "--format", "txt").out

    assert "[short: 3 of 120 characters]\na\nb\n" in text


def test_a_long_answer_is_told_and_not_cut(tracker, answers: Path) -> None:
    """An answer over its limit stays whole; stderr names its key and its length."""
    answers.write_text(f'short = "{"x" * 130}"\n')

    output = filled(tracker, answers)

    assert (output.code, output.err.splitlines()[-3]) == (
        0,
        "short: 130 of 120 characters, 10 over the limit. Nothing was cut.",
    )
    assert "x" * 130 in output.out
    assert "over the limit" not in output.out
    assert (
        "[short: 130 of 120 characters, 10 over the limit]"
        in filled(tracker, answers, "--worksheet").out
    )


def test_a_form_too_long_in_all_is_told(tracker, answers: Path) -> None:
    """All texts together are counted against the limit of the form."""
    answers.write_text(f'goals = "{"x" * 10_001}"\n')

    assert (
        "All texts together: 10,001 of 10,000 characters, 1 over the limit. "
        "Nothing was cut." in " ".join(filled(tracker, answers).err.split())
    )


def test_an_answer_without_a_field_is_remarked(tracker, answers: Path) -> None:
    """An answer without a field is left out and named, with the fields there are."""
    answers.write_text('nonsense = "x"\n')

    output = tracker(
        ["export", "update", "--for", "manifund-update", "--answers", str(answers)]
    )

    assert output.err.splitlines()[1:5] == [
        "All days: you have recorded nothing sent to Manifund. Other days:",
        f"  tracker export update --for manifund-update --answers {answers} --since DAY",
        "manifund-update has no field nonsense; its answer is left out.",
        "Its fields are progress, next, help.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[summary]\nx = 3\n", "summary is a table, not an answer."),
        ("summary = [[1], {x = 2}]\n", "summary is a table, not an answer."),
        ("summary = \n", "is not TOML"),
        (b"\xff", "is not UTF-8 text."),
    ],
)
def test_answers_that_cannot_be_read(
    tracker, answers: Path, text: str | bytes, expected: str
) -> None:
    """A file that is not TOML, or holds what is no answer, is refused (6) by name."""
    answers.write_bytes(text if isinstance(text, bytes) else text.encode())

    refused = filled(tracker, answers)

    assert (refused.code, refused.out) == (6, "")
    assert expected in " ".join(refused.err.split())


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('a = "x\ny"', "line 1: the line ends before its text.", "''' and '''"),
        ("a = True", "line 1: True is no value.", "Write a = true."),
        ("a = “x”", "line 1: the quotes are curly.", 'straight quotes: key = "text".'),
        ("why = 1\nb = 2\nwhy = 3", "line 3: why is there twice.", "Keep one of the"),
        ('a = "x "y""', "line 1: more follows after a text.", "''' and '''"),
        ('a = "x', "line 1: a text has no closing quotes.", "''' and '''"),
        (r'a = "C:\q"', "line 1: a text has a backslash.", "''' and '''"),
        ("a = 18,000", "line 1: 18,000 is no value.", "without commas: 18000"),
        ("a = soon", "line 1: soon stands without quotes.", 'key = "text".'),
        ("a: 1", "line 1: there is no = after a key.", 'key = "text".'),
        ("a = [1", "line 1: a list has no ] at its end.", 'key = ["one", "two"].'),
        ("x = 1\na = ", "line 2: the value is missing.", 'key = "text".'),
    ],
)
def test_a_fault_of_toml_is_explained(
    tracker, answers: Path, text: str, message: str, hint: str
) -> None:
    """A file that is no TOML is refused with its line, what is wrong, and how to write it."""
    answers.write_text(text, encoding="utf-8")

    told = filled(tracker, answers).err

    assert message in " ".join(told.split())
    assert hint in told


@pytest.mark.parametrize(
    ("answer", "remark"),
    [
        ('amount = "lots"', "amount: 'lots' is not a number, such as 18000."),
        ('start = "soon"', "start: 'soon' is not a date, such as 2026-12-01."),
        ('urgent = "maybe"', "urgent: 'maybe' is not true or false."),
        ('cv = "see below"', "cv: 'see below' is not a link, such as https://"),
        (
            'portfolio = "git.example/a\\nsoon"',
            "portfolio: 'git.example/a soon' is not a link on each line,",
        ),
        (
            'goals = "x {facts} y"',
            "goals: {facts} stands for facts only on a line of its own.",
        ),
        ('short = "{facts}"', "short: there are no facts to put in place of {facts}."),
    ],
)
def test_an_answer_of_the_wrong_format(
    tracker, answers: Path, answer: str, remark: str
) -> None:
    """An answer that is not of its field's format is remarked, and printed as it is."""
    answers.write_text(answer)
    key = answer.partition(" ")[0]

    for words in ((), ("--field", key)):
        assert remark in " ".join(filled(tracker, answers, *words).err.split())


@pytest.mark.parametrize(
    "answer",
    [
        "amount = 18000",
        'amount = "18,000.50"',
        'amount = "$18 000"',
        "start = 2026-12-01",
        'start = "December 1st, 2026"',
        'end = "1 Dec 2026"',
        "urgent = true",
        'urgent = "No, any time"',
        'cv = "https://ada.example/cv?a=b"',
        'portfolio = "LinkedIn: https://in.example/ada\\n\\ngit.example/ada"',
        'fund = "whatever"',
    ],
)
def test_an_answer_of_the_right_format(tracker, answers: Path, answer: str) -> None:
    """A number, a date, yes or no, a link and a choice are printed without a remark."""
    answers.write_text(answer)

    assert " is not " not in filled(tracker, answers).err


def test_a_choice_has_no_length(tracker, answers: Path) -> None:
    """The letters of ticks, choices, numbers and days are not counted."""
    answers.write_text('fund = "Transformative AI Fund"\namount = 18000\nshort = "x"\n')

    text = filled(tracker, answers, "--worksheet").out

    assert "\n> **[fund: filled in]**\n" in text
    assert "\n> **[amount: filled in]**\n" in text
    assert "\nAll texts together: 1 of 10,000 characters.\n" in text
    one = filled(tracker, answers, "--field", "fund")
    assert (one.out, "characters" in one.err) == ("Transformative AI Fund", False)


def test_a_missing_file_of_answers_drafts_no_field(tracker, answers: Path) -> None:
    """--field with a file that is not there is refused (6), with the line that drafts it."""
    refused = filled(tracker, answers, "--field", "name")

    assert (refused.code, answers.exists()) == (6, False)
    assert refused.err.endswith(
        "Check its name. To create it, print the whole form:\n"
        f"  tracker export application --for taif --answers {answers}\n"
    )
