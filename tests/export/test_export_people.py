"""What is exported of three people: whole files, whose they are, and what stays private."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.export.people import (
    EXPORTS,
    SHIPPED,
    commands,
    digests,
    expected_file,
    exports,
    forms,
    written,
)
from tests.export.personas import life, run
from tracker.export.funder_files import read_folder

# What no export may say: names of others, private notes and reasons, and who gave letters.
PRIVATE = (
    "Sarah",
    "Ann Lee",
    "Kim",
    "in confidence",
    "Slept badly",
    "pair",
    "KL too high",
    "flu",
)
# An address, which may hold anything: `https://git.example/ines/gpt2-small`.
ADDRESS = re.compile(r"https?://\S+")
# Words in which the tool would speak for somebody: `our reading`, `We count`.
OF_US = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
# A link of a person's profile, and not that of a work: `https://ines.example`.
PROFILE = re.compile(r"https://(?:git\.example/ines|ines\.example)(?![/\w])")
HOLDERS = {"ines": ("Ines Example", "ines@mail.example"), "dora": ("Dora Example",)}


@pytest.mark.parametrize("person", EXPORTS)
def test_each_export_is_as_expected(person: str) -> None:
    """Each kind in each format is byte for byte what expected/ holds; so is each form."""
    for name, text in {**exports(person), **forms(person)}.items():
        assert text == expected_file(person, name).read_text(encoding="utf-8"), name


def redacted_exports(person: str) -> dict[str, str]:
    """Each file of a person, exported with --redact."""
    with life(person):
        return {
            name: written(f"{words} --redact", name) for name, words in commands(person)
        }


@pytest.mark.parametrize("person", EXPORTS)
def test_the_same_facts_make_the_same_bytes(person: str, tmp_path: Path) -> None:
    """Another hour, another zone of the machine and another order of sets change nothing."""
    with life(person) as folder:
        first = digests(person)
        again = subprocess.run(
            [sys.executable, "-m", "tests.export.people", person],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={
                **os.environ,
                "TRACKER_DB": str(folder / "tracker.db"),
                "TRACKER_NOW": "2026-11-23T21:00",
                "TZ": "Asia/Tokyo",
                "PYTHONHASHSEED": "1",
            },
        )

    assert json.loads(again.stdout) == first


@pytest.mark.parametrize("person", EXPORTS)
def test_the_head_says_whose_it_is(person: str) -> None:
    """Name and email stand in each file, before all else; with --redact in none."""
    holder = HOLDERS.get(person, ())
    named, redacted = exports(person), redacted_exports(person)

    for name, text in named.items():
        if holder and not name.startswith("sessions"):
            assert holder[0] in text, name
        if holder and name.endswith(".html"):
            assert f"<title>{holder[0]}: " in text, name
        if name.endswith((".md", ".txt")):
            head = text.splitlines()[:3]
            assert all(word in " ".join(head) for word in holder), name
    for name, text in redacted.items():
        for word in holder:
            assert word not in text, name
        assert PROFILE.search(text) is None, name


@pytest.mark.parametrize("person", EXPORTS)
def test_nothing_private_goes_out(person: str) -> None:
    """No file has a private note or reason, a tag or note of a session, or a giver's name."""
    for name, text in exports(person).items():
        for word in PRIVATE:
            assert word not in text, (name, word)


@pytest.mark.parametrize("person", EXPORTS)
def test_the_tool_does_not_speak(person: str) -> None:
    """The words we, our and us stand in no document, but where a form asks."""
    asks = [f.asks for form in read_folder(SHIPPED)[0].values() for f in form.fields]
    for name, text in {**exports(person), **forms(person)}.items():
        for asked in asks:
            text = text.replace(asked, "")
        assert OF_US.findall(ADDRESS.sub("", text)) == [], name


@pytest.mark.parametrize("person", EXPORTS)
def test_titles_stand_for_slugs(person: str) -> None:
    """A document names an item, milestone, role or form by its title."""
    with life(person):
        slugs = set(all_slugs())
    for name, text in {**exports(person), **forms(person)}.items():
        # An address that goes on in the next line is none to a reader of a PDF's text.
        if not name.endswith((".json", ".csv", ".pdf")):
            words = set(re.findall(r"[a-z0-9-]+", ADDRESS.sub("", text)))
            assert words & slugs == set(), name


def all_slugs() -> Iterator[str]:
    """Every slug that is no word of the language: with a hyphen or a figure in it."""
    for command, key in (("items", "items"), ("milestones", "milestones")):
        for thing in json.loads(run(f"{command} --json"))[key]:
            if "-" in thing["slug"] or any(map(str.isdigit, thing["slug"])):
                yield thing["slug"]
