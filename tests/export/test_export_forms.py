"""Funders' forms: shipped ones, the person's own, faults, and all of them filled in."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import ROOT
from tests.export.personas import life, run
from tracker.database.catalogue.digest import seed_digest, toml_files
from tracker.errors import FileProblem
from tracker.export.funder_files import read_folder, read_form
from tracker.export.rules.forms import Field, Funder, ReportingRule, TaskHours

SHIPPED = ROOT / "seed" / "funders"
SLUGS = sorted(path.stem for path in SHIPPED.glob("*.toml"))
FORM = """slug = "mine"
title = "My fund"
by = "A friend"
kind = "application"
status = "open"
as_of = "2026-11"
source = "a talk"
seen = "all of it"

[[field]]
key = "why"
asks = "Why?"
required = true
limit_chars = 100
source_from = ["own words"]
"""


def test_a_form_is_named_by_its_file() -> None:
    """Each of 20 forms or more is named as its file, with its date and source."""
    forms, faulty = read_folder(SHIPPED)

    assert (list(forms), faulty) == (SLUGS, {})
    assert len(SLUGS) >= 20
    assert all(form.as_of and form.source and form.seen for form in forms.values())


def test_a_replaced_form_names_another() -> None:
    """The form that replaces another, or that one applies through, exists."""
    forms, _ = read_folder(SHIPPED)

    assert {
        to
        for form in forms.values()
        for to in (form.succeeded_by, form.apply_through)
        if to
    } <= set(forms)


@pytest.mark.skipif(
    not (ROOT.parent / "shared" / "funders").is_dir(),
    reason="the funders' facts are not here",
)
def test_no_form_was_lost() -> None:
    """What was gathered about funders is shipped field by field: what each asks, its limits and its form.

    Where facts for it come from, and what is noted of it, was put right since. TAIF's
    form was read again in October 2026; that of nsf-grfp, of 2020, is no longer shipped, nor a
    CV, which `export cv` makes.
    """

    def asked(folder: Path) -> dict[str, list[Field]]:
        later = {"source_from": ("own words",), "note": None}
        return {
            slug: [replace(field, **later) for field in form.fields]
            for slug, form in read_folder(folder)[0].items()
            if slug not in ("taif", "nsf-grfp", "fellowship-cv")
        }

    assert asked(ROOT.parent / "shared" / "funders").items() <= asked(SHIPPED).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            FORM.replace("limit_chars = 100", "limit_chars = 0"),
            "field why: limit_chars: must be a whole number",
        ),
        (
            FORM.replace("limit_chars", "limit_char"),
            "field why: limit_char: is not a known key; did you mean 'limit_chars'",
        ),
        (FORM.replace('asks = "Why?"\n', ""), "field why: asks: is missing"),
        (
            FORM.replace('"own words"', '"my words"'),
            "field why: source_from: must be a list of known sources",
        ),
        (
            FORM.replace('as_of = "2026-11"', 'as_of = "lately"'),
            "as_of: must be a year, month or day",
        ),
        (
            FORM.replace('as_of = "2026-11"', 'as_of = "2026-13"'),
            "as_of: must be a year, month or day",
        ),
        (
            'fields_as_of = "unknown"\n' + FORM,
            "fields_as_of: must be a year, month or day, such as",
        ),
        ('hand = "third"\n' + FORM, "hand: must be one of first, second"),
        ('period = "month"\n' + FORM, "period: must be one of week"),
        ('address = "foo"\n' + FORM, "address: must be an https address"),
        (
            FORM.replace('status = "open"', 'status = "ajar"'),
            "status: must be one of open, closed, unknown",
        ),
        (FORM.replace("[[field]]", "[field]"), "field: must be written [[field]]"),
        (FORM + FORM[FORM.index("[[field]]") :], "field why: key: is there twice"),
        ("slug = ", "is not TOML"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, text: str, expected: str) -> None:
    """A faulty file is refused with the file, the entry, the key and what is expected."""
    place = tmp_path / "mine.toml"
    place.write_text(text)

    with pytest.raises(FileProblem) as refused:
        read_form(place)

    assert "mine.toml" in refused.value.message
    assert expected in refused.value.message


def test_evidence_comes_before_hours_in_a_field() -> None:
    """Whatever order a form names its sources in, hours come after evidence."""
    with life("dora"):
        text = run("export application --for manifund-update")

    assert (
        text.index("Evidence:")
        < text.index("Promised and delivered:")
        < text.index("\nHours logged: ")
    )


def test_a_form_of_ones_own(tracker) -> None:
    """A file in `funders` beside the database is a form, and may replace a shipped one."""
    folder = tracker.db.parent / "funders"
    folder.mkdir()
    (folder / "mine.toml").write_text(FORM)
    (folder / "taif.toml").write_text(FORM.replace('"mine"', '"taif"'))

    listed = {
        form["slug"]: form["title"] for form in tracker.json("funders")["funders"]
    }

    assert (listed["mine"], listed["taif"]) == ("My fund", "My fund")
    assert "# My fund, A friend: application\n" in tracker.ok(
        "export application --for mine"
    )


def test_a_faulty_form_of_ones_own(tracker) -> None:
    """A faulty form is refused (6) where it is asked for, and remarked elsewhere."""
    folder = tracker.db.parent / "funders"
    folder.mkdir()
    (folder / "mine.toml").write_text(FORM.replace('by = "A friend"\n', ""))
    (folder / "ltff.toml").write_text("slug = ")
    message = "A funder's form is faulty: mine.toml: by: is missing."

    for words in (
        "funders",
        "applied taif",
        "applications",
        "export application --for taif",
        "export update",
    ):
        output = tracker(words)
        assert output.code == 0
        assert message in output.err.splitlines()
        assert "ltff.toml is not TOML" in " ".join(output.err.split())
    for words in (
        "export application --for mine",
        "applied mine",
        "export update --for ltff",
        "export hours --for ltff",
    ):
        assert tracker(words).code == 6
    assert tracker("applied mine").err.splitlines()[-2] == message
    assert [
        sent["funder"] for sent in tracker.json("applications")["applications"]
    ] == ["taif"]


def test_an_unknown_funder(tracker) -> None:
    """A funder without a form is refused (3), with those there are."""
    for words in (
        "export application --for nobody",
        "export update --for nobody",
        "applied nobody",
        "funders nobody",
    ):
        refused = tracker(words)

        assert (refused.code, refused.err.splitlines()[0]) == (
            3,
            "There is no funder called 'nobody'.",
        )
        assert "taif" in refused.err


def test_a_closed_form_is_remarked_and_filled_in(tracker) -> None:
    """A closed form is filled in; stderr and the page say that it is closed."""
    output = tracker("export application --for ltff --worksheet")

    assert output.code == 0
    assert "Long-Term Future Fund is closed; taif replaced it.\n" in output.err
    assert "\nClosed. Replaced by Transformative AI Fund.\n" in output.out
    assert "\n## 19: " in output.out


def test_forms_are_not_part_of_the_curriculum(house_seed: Path) -> None:
    """A changed form does not change the digest of the curriculum."""
    before = seed_digest(house_seed)
    (house_seed / "funders").mkdir(exist_ok=True)
    (house_seed / "funders" / "new.toml").write_text(FORM)

    assert seed_digest(house_seed) == before
    assert not [name for name in toml_files(house_seed) if name.startswith("funders")]


def test_the_example_of_the_readme_is_a_form(tmp_path: Path) -> None:
    """The example in seed/funders/README.md is a form; the page names every key."""
    text = (SHIPPED / "README.md").read_text(encoding="utf-8")
    place = tmp_path / "my-fund.toml"
    place.write_text(text[text.index("```toml") + 7 : text.rindex("```")])

    assert read_form(place).fields[0].limit_chars == 1000
    keys = {
        name
        for shape in (Funder, Field, ReportingRule, TaskHours)
        for name in shape.__struct_encode_fields__
    } - {"fields"}
    assert {key for key in keys if f"`{key}`" not in text} == {"report", "hours"}


@pytest.fixture(name="house_seed")
def _house_seed(tmp_path: Path) -> Path:
    (tmp_path / "tracks.toml").write_text("")
    return tmp_path


def test_a_form_as_json() -> None:
    """As JSON a form has its fields with their counts, and all facts once."""
    with life("ines"):
        answer = json.loads(
            run("export application --for taif --format json --answers taif.toml")
        )

    summary = next(field for field in answer["fields"] if field["key"] == "summary")
    assert answer["required"] == {"total": 32, "empty": 0}
    assert (summary["lengths"], summary["facts_from"]) == (
        [{"unit": "character", "number": 211, "limit": 1000}],
        ["plan and forecast"],
    )
    assert summary["text"].startswith("I ask for 18,000 USD to replicate ")
    assert answer["total"]["limit"] == 10_000
    assert answer["facts"]["progress"]["hours"]["seconds"] == 1864920
