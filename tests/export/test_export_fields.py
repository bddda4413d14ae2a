"""One field of a form, to be pasted: its text alone, and its length as a browser counts."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.export.personas import PEOPLE, life, run
from tests.export.test_export_forms import FORM

FIELD = ["export", "application", "--for", "taif", "--field"]


def utf16(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


@pytest.fixture(name="answers")
def _answers(tmp_path: Path) -> Path:
    return tmp_path / "answers.toml"


def test_a_field_is_its_text_and_nothing_else(tracker, answers: Path) -> None:
    """Stdout has the text as it is, without a line break at its end; stderr its length."""
    answers.write_text('summary = """\nOne 🎉.\n\nTwo."""\n')

    output = tracker([*FIELD, "summary", "--answers", str(answers)])

    assert (output.code, output.out) == (0, "One 🎉.\n\nTwo.")
    assert output.err.splitlines()[-1] == "summary: 13 of 1,000 characters"


def test_a_field_over_its_limit(tracker, answers: Path) -> None:
    """A text over its limit is printed whole; stderr says by how much it is over."""
    answers.write_text(f'short = "{"x" * 130}"\n')

    output = tracker([*FIELD, "short", "--answers", str(answers)])

    assert output.out == "x" * 130
    assert output.err.splitlines()[-1] == (
        "short: 130 of 120 characters, 10 over the limit"
    )


def test_a_field_of_facts() -> None:
    """Facts are a line for each paragraph and item, and are counted too."""
    with life("ines"):
        text = run("export application --for taif --field portfolio")
        whole = json.loads(run("export application --for taif --format json"))

    assert text == (
        "https://git.example/ines\nhttps://ines.example\n"
        "https://ines.example/gpt2-small\nhttps://git.example/ines/gpt2-small\n"
        "https://git.example/ines/transformer"
    )
    (field,) = [each for each in whole["fields"] if each["key"] == "portfolio"]
    assert field["text"] == text
    assert field["lengths"] == [
        {"unit": "character", "number": utf16(text), "limit": None}
    ]


@pytest.mark.parametrize("persona", PEOPLE)
@pytest.mark.parametrize("form", ["taif", "manifund-project", "foresight-nodes"])
def test_every_field_is_counted_as_it_is_printed(persona: str, form: str) -> None:
    """Each field of the JSON is what --field prints, with its length and their sum."""
    with life(persona):
        whole = json.loads(run(f"export application --for {form} --format json"))
        texts = {field["key"]: field["text"] for field in whole["fields"]}
        for field in whole["fields"]:
            if not field["text"]:
                continue
            words = f"export application --for {form} --field {field['key']}"
            assert run(words) == field["text"]
            one = json.loads(run(f"{words} --json"))
            assert (one["text"], one["lengths"]) == (field["text"], field["lengths"])
            for length in field["lengths"]:
                if length["unit"] == "character":
                    assert length["number"] == utf16(field["text"])
        plain = run(f"export application --for {form} --format txt")

    assert whole["total"]["number"] == sum(map(utf16, texts.values()))
    for text in filter(None, texts.values()):
        assert f"\n{text}\n" in plain


@given(text=st.text(st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=40)
def test_any_answer_is_counted_as_it_is_printed(
    tracker: Tracker, answers: Path, text: str
) -> None:
    """Whatever was answered, the length is that of what is printed."""
    tracker.pastes = False
    quoted = json.dumps(text, ensure_ascii=False).replace(chr(127), "")
    answers.write_text(f"goals = {quoted}\n", encoding="utf-8")

    output = tracker([*FIELD, "goals", "--answers", str(answers)])

    if output.code == 4:
        assert output.out == ""
    else:
        said = f"goals: {utf16(output.out):,} characters, no limit"
        assert output.err.splitlines()[-1] == said


def test_a_field_as_json(tracker, answers: Path) -> None:
    """As JSON a field has its key, its question, its text and its lengths."""
    answers.write_text('summary = "One."\n')

    answer = tracker.json([*FIELD, "summary", "--answers", str(answers)])

    assert {**answer, "remarks": []} == {
        "schema": 1,
        "kind": "field",
        "funder": "taif",
        "key": "summary",
        "asks": "Summary",
        "text": "One.",
        "lengths": [{"unit": "character", "number": 4, "limit": 1000}],
        "remarks": [],
    }


def test_an_empty_field_is_refused(tracker, answers: Path) -> None:
    """An empty field prints nothing (4), and says where to write the answer."""
    refused = tracker([*FIELD, "summary"])

    assert (refused.code, refused.out) == (4, "")
    assert refused.err.splitlines()[-3:] == [
        "summary is empty: you have not answered it yet.",
        "Write your answer in a file; this creates one:",
        "  tracker export application --for taif --answers taif.toml",
    ]
    answers.write_text('short = "x"\n')
    assert tracker([*FIELD, "summary", "--answers", str(answers)]).err.endswith(
        f"Write your answer in {answers}. To see the question:\n"
        f"  tracker export application --for taif --answers {answers} --worksheet\n"
    )


def test_an_unknown_field_is_refused(tracker) -> None:
    """A key that the form does not have is refused (3), with the keys it has."""
    refused = tracker([*FIELD, "sumary"])

    assert refused.code == 3
    assert "summary, goals, why-fail," in " ".join(refused.err.split())
    assert refused.err.endswith(
        "  tracker export application --for taif --field summary\n"
    )


def test_a_prompt_stands_on_a_line_of_its_own(tracker, answers, monkeypatch) -> None:
    """On a terminal a line break follows the field; a clipboard gets none."""
    answers.write_text('summary = "One."\n')
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert tracker.ok([*FIELD, "summary", "--answers", str(answers)]) == "One.\n"


def test_a_title_does_not_repeat_its_question(tracker) -> None:
    """A list that would have the words of the question as its title has no title."""
    folder = tracker.db.parent / "funders"
    folder.mkdir()
    courses = 'asks = "Courses and programmes finished"'
    form = FORM.replace('asks = "Why?"', courses).replace("own words", "courses done")
    (folder / "mine.toml").write_text(form)
    tracker.ok("done fastai")

    text = tracker.ok("export application --for mine --field why")

    assert (
        text
        == "Practical Deep Learning for Coders, fast.ai; on the author's word (23 Nov 2026)"
    )
