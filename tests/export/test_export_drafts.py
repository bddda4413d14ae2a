"""A missing file of answers is drafted: each question with its facts, and no loss."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.export.personas import PEOPLE, life, run
from tests.export.samples import make_progress
from tracker.export.input_files import read_answers
from tracker.export.render.answers_draft import draft_text
from tracker.export.render.documents.form_texts import write_form
from tracker.export.rules.fill_form import fill_form
from tracker.export.rules.forms import SOURCES, Field, Funder
from tracker.export.rules.packet import Due, Packet, PacketNote
from tracker.text.marks import clean_text

FORM = """slug = "mine"
title = "My fund"
by = "A friend"
kind = "application"
status = "open"
as_of = "2026-11"
source = "a talk"
seen = "all of it"
limit_chars = 900

[[field]]
key = "name"
asks = "Your name"
required = true
source_from = ["profile"]

[[field]]
key = "why"
asks = "Why?"
required = true
limit_chars = 100
source_from = ["own words", "plan and forecast"]
note = "In short."
"""


def draft(tracker: Tracker, place: Path, *words: str) -> list[str]:
    """A draft for a form of one's own: what stderr says."""
    folder = tracker.db.parent / "funders"
    folder.mkdir(exist_ok=True)
    (folder / "mine.toml").write_text(FORM)
    typed = ["export", "application", "--for", "mine", "--answers", str(place)]
    output = tracker([*typed, *words])
    assert output.code == 0
    assert "# My fund, A friend: application" in output.out
    return output.err.splitlines()


def test_a_missing_file_is_drafted(tracker, tmp_path: Path) -> None:
    """The draft has each question with its terms, note and facts, and a place for it."""
    tracker.ok("config name 'Ada Example'")
    tracker.ok("plan ppo --by 2027-01-20")
    place = tmp_path / "mine answers.toml"

    told = draft(tracker, place)

    assert told == [
        f"Created {place} with 2 questions; facts answer 1.",
        "Write your answers in it, then:",
        f"  tracker export application --for mine --answers '{place}'",
        "1 of 2 required questions is empty. To see them:",
        f"  tracker export application --for mine --answers '{place}' --worksheet",
    ]
    assert place.read_text() == (
        "# Answers for My fund, A friend: application\n"
        '# Write each answer between its quotes; "" leaves the question empty.\n'
        "# A longer text goes between ''' and '''. Numbers and days need no quotes.\n"
        "# A line {facts} in an answer stands for the facts below its question.\n"
        "\n"
        "# Your name\n"
        "# Required.\n"
        "# Facts:\n"
        "# Ada Example\n"
        'name = "{facts}"\n'
        "\n"
        "# Why?\n"
        "# Required; at most 100 characters.\n"
        "# Note: In short.\n"
        "# Facts:\n"
        "# Planned:\n"
        "# - 20 Jan 2027: Replication of Schulman et al. (2017): Proximal Policy Optimization Algorithms\n"
        'why = ""\n'
    )


def test_a_file_is_never_drafted_over(tracker, tmp_path: Path) -> None:
    """A file that is there is read, and not changed, with --force either."""
    place = tmp_path / "mine.toml"
    draft(tracker, place)
    place.write_text('why = "mine"\n')

    told = draft(tracker, place, "--force")

    assert place.read_text() == 'why = "mine"\n'
    assert "Created" not in " ".join(told)


@pytest.mark.parametrize(
    "name", ["tracker.db-wal", "funders/other.toml", "budget.toml", "missing/a.toml"]
)
def test_where_no_draft_goes(tracker, name: str) -> None:
    """No draft is put where the database, a form or a budget would be looked for."""
    tracker.ok("log fastai 1h")
    (tracker.db.parent / "funders").mkdir()
    place = tracker.db.parent / name

    refused = tracker(
        ["export", "application", "--for", "taif", "--answers", str(place)]
    )

    assert refused.code == (6 if "missing" in name else 4)
    assert not place.exists()


def test_an_export_never_replaces_its_draft(tracker, tmp_path: Path) -> None:
    """The file of answers to come is no place for the export itself."""
    place = str(tmp_path / "taif.toml")
    words = ["export", "application", "--for", "taif", "--answers", place, "-o", place]

    assert tracker(words).code == 4
    assert not Path(place).exists()


@pytest.mark.parametrize("form", ["taif", "manifund-project", "ltff"])
def test_a_draft_changes_nothing(form: str) -> None:
    """A form filled in with its draft is the form filled in without answers."""
    for persona in PEOPLE:
        with life(persona):
            words = f"export application --for {form} --format txt"
            before = run(words)
            assert run(f"{words} --answers new.toml") == before
            assert run(f"{words} --answers new.toml") == before


def test_hints_keep_what_was_typed(tracker, tmp_path: Path) -> None:
    """The commands of hints have all options typed, but for the file to write."""
    place, out = tmp_path / "new.toml", tmp_path / "out.docx"
    typed = f"--redact --period 2026 --answers {place}"

    err = tracker(f"export application --for taif {typed} -o {out}").err

    words = f"  tracker export application --for taif {typed}"
    assert [line for line in err.splitlines() if line.startswith("  ")] == [
        words,
        f"{words} --worksheet",
    ]


@pytest.mark.parametrize("name", ["-", "x" * 300])
def test_what_is_no_file_of_answers(tracker, name: str) -> None:
    """No draft is put in a file named -, nor in one whose name no disk takes."""
    refused = tracker(["export", "application", "--for", "taif", "--answers", name])

    assert refused.code == (2 if name == "-" else 6)
    assert not Path(name[:9]).exists()


def test_no_questions_have_no_answers(tracker, tmp_path: Path) -> None:
    """No file is created for a form without questions; the command without it works."""
    place = tmp_path / "new.toml"
    (tracker.db.parent / "funders").mkdir()
    form = FORM.partition("[[field]]")[0]
    (tracker.db.parent / "funders" / "mine.toml").write_text(form)

    refused = tracker(
        ["export", "application", "--for", "mine", "--answers", str(place)]
    )

    assert refused.code == 2
    assert not place.exists()
    assert refused.err.splitlines()[-3:] == [
        "My fund asks no questions, so it has no --answers.",
        "Leave it out.",
        "  tracker export application --for mine",
    ]


def test_no_field_is_drafted(tracker, tmp_path: Path) -> None:
    """One field of a missing file is refused, and no file created."""
    place = tmp_path / "new.toml"
    words = f"export application --for taif --answers {place} --field summary"

    assert tracker(words).code == 6
    assert not place.exists()


@pytest.mark.parametrize("number", ["9" * 5000, "0x" + "f" * 5000])
def test_a_number_too_long_to_read(tracker, tmp_path: Path, number: str) -> None:
    """A number of thousands of digits is a fault of its file (6)."""
    place = tmp_path / "answers.toml"
    place.write_text(f"amount = {number}\n")
    words = ["export", "application", "--for", "taif"]

    for option in ("--answers", "--budget"):
        assert tracker([*words, option, str(place)]).code == 6


def test_a_report_is_drafted_too(tracker, tmp_path: Path) -> None:
    """`update` drafts the answers to a form for progress reports."""
    place = tmp_path / "new.toml"
    words = ["export", "update", "--for", "manifund-update", "--answers", str(place)]

    assert f"  tracker export update --for manifund-update --answers {place}" in (
        tracker(words).err.splitlines()
    )
    assert list(tomllib.loads(place.read_text())) == ["progress", "next", "help"]


HOSTILE = st.text() | st.sampled_from(
    [
        "\r\nx = 1",
        "'''",
        '"""',
        "\x00\x1f\x7f",
        "\ud800",
        "\u2028[a]",
        "#\\u12",
        "{facts}",
    ]
)


@given(
    asks=HOSTILE,
    note=HOSTILE,
    title=HOSTILE,
    answer=HOSTILE,
    source=st.sampled_from(SOURCES),
)
@settings(max_examples=60)
def test_any_text_is_drafted_and_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    asks: str,
    note: str,
    title: str,
    answer: str,
    source: str,
) -> None:
    """Whatever a question, a note or a record says, a draft is TOML with its keys."""
    place = tmp_path_factory.mktemp("draft") / "new.toml"
    progress = make_progress(title)
    packet = Packet(
        progress=progress,
        notes=(PacketNote(progress.as_of, title, True, True),),
        due=(Due(title, "f", progress.as_of, note),),
    )
    fields = tuple(
        Field(f"q-{number}", asks, True, (source, "own words"), note=note)
        for number in range(3)
    )
    form = Funder("f", title, "", "application", "open", "2026", "", "", fields=fields)
    written = write_form(fill_form(form, packet, {"q-2": answer}, {}))

    place.write_text(draft_text(written))

    answers = read_answers(place)
    assert list(answers) == ["q-0", "q-1", "q-2"]
    again = write_form(fill_form(form, packet, {**answers, "q-2": answer}, {}))
    assert [each.content for each in again.fields] == [
        each.content for each in written.fields
    ]
    assert all(clean_text(line) == line for line in place.read_text().splitlines())
