"""`funders`: the list, and one form with its questions."""

import re
import tomllib

import pytest

from tests.conftest import ROOT
from tests.export.test_export_forms import FORM, SLUGS
from tracker.export.funder_files import read_folder
from tracker.export.rules.forms import Funder

FORMS = read_folder(ROOT / "seed" / "funders")[0]
# `we`, `our`, `ours`, `us`; not the `US` of a country.
WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Uu]s)\b")
SHOWN = """My fund
A friend (mine)
https://fund.example/apply
Questions as of 6 Oct 2026, read at second hand; open as of Nov 2026.
Second hand: from an applicant's own record of the form.
Deadline: 8 May 2027
Limit:    at most 10,000 characters in all
Advised:  2,000 to 5,000 characters in all
Seen:     all of it
2 questions, with the key of each (* required):
  1 * why       Why? (at most 100 characters)
  2   evidence  What have you made that anybody can open, and what did each part
                of it cost in hours? (links)
Reports:  once, at the end; what came of it
To fill it in, with your answers in a file:
  tracker export application --for mine --answers mine.toml
When it is sent: tracker applied mine
"""
MORE = """
[[field]]
key = "evidence"
asks = "What have you made that anybody can open, and what did each part of it cost in hours?"
required = false
format = "links"
source_from = ["links"]

[report]
cadence = "once, at the end"
asks = ["what came of it"]
"""
KEYS = """address = "https://fund.example/apply"
fields_as_of = "2026-10-06"
hand = "second"
deadline = "8 May 2027"
limit_chars = 10000
advised = "2,000 to 5,000 characters in all"
"""


def test_the_list_of_forms(tracker) -> None:
    """`funders` lists every form by status with its date, its title uncut, in 80 columns."""
    text = tracker.ok("funders")

    lines = text.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Each form with the date of its status. Check the live form before you send it.",
        "Open",
        "Unknown whether open",
        "Closed",
        "One form with its questions: tracker funders FUNDER",
    ]
    assert max(map(len, lines)) <= 80
    assert "…" not in text
    assert sorted(re.findall(r"^  (\S+)", text, re.MULTILINE)) == SLUGS
    words = " ".join(text.split())
    assert "taif 1 Oct 2026 Transformative AI Fund" in words
    assert "ltff 1 Oct 2026 Long-Term Future Fund (replaced by taif)" in words
    assert not tracker.db.exists()


def test_one_form_whole(tracker) -> None:
    """`funders FUNDER` shows the form's terms, dates, questions, and what to type next."""
    folder = tracker.db.parent / "funders"
    folder.mkdir()
    (folder / "mine.toml").write_text(KEYS + FORM + MORE)

    assert tracker.ok("funders mine") == SHOWN
    assert tracker.ok("funders 'my fund'") == SHOWN


@pytest.mark.parametrize("slug", SLUGS)
def test_each_form_fits_in_a_terminal(slug: str, tracker) -> None:
    """Each form is shown in 80 columns, but for an address and a command to copy."""
    text = tracker.ok(f"funders {slug}")

    long = [line for line in text.splitlines() if len(line) > 80]
    assert [
        line for line in long if "https://" not in line and "tracker " not in line
    ] == []


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("ltff", ["To see that form: tracker funders taif"]),
        ("aistof", ["To see that form: tracker funders manifund-project"]),
        (
            "bluedot-weekly-update",
            ["To fill it in: tracker export update --for bluedot-weekly-update"],
        ),
        (
            "halcyon-career-transition",
            ["When it is sent: tracker applied halcyon-career-transition"],
        ),
    ],
)
def test_what_to_type_for_a_form(slug: str, expected: list[str], tracker) -> None:
    """A replaced form leads to the other; a report to `update`; no questions, no answers."""
    lines = tracker.ok(f"funders {slug}").splitlines()

    assert [line for line in lines if "tracker " in line] == expected


def test_forms_as_json(tracker) -> None:
    """As JSON a form has every key, and its questions; in the list as alone."""
    listed = {form["slug"]: form for form in tracker.json("funders")["funders"]}
    (alone,) = tracker.json("funders taif")["funders"]

    assert listed["taif"] == alone
    assert alone.keys() == {*Funder.__struct_encode_fields__, "questions"}
    assert (alone["fields"], alone["questions"][10]["limit_chars"]) == (44, 120)
    assert alone["address"].startswith("https://av20jp3z.paperform.co/")


def test_a_misspelt_funder(tracker) -> None:
    """A name that no form has is refused (3), with the nearest; a part of several, too."""
    misspelt, several = tracker("funders taiff"), tracker("funders bluedot")

    assert (misspelt.code, misspelt.err) == (
        3,
        "There is no funder called 'taiff'.\nDid you mean taif?\n"
        "  tracker funders taif\n",
    )
    assert several.code == 3
    assert "'bluedot' could be" in several.err


def texts(value: object) -> list[str]:
    """Every text in a file's tables and lists, without what a form asks."""
    if isinstance(value, dict):
        return [
            text
            for key, inner in value.items()
            if key != "asks"
            for text in texts(inner)
        ]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


def test_no_form_or_criterion_says_we() -> None:
    """What an export prints is in the applicant's name: no form or criterion says we or our.

    A form's own question may: "What should we know?".
    """
    forms = [
        text
        for path in (ROOT / "seed" / "funders").glob("*.toml")
        for text in texts(tomllib.loads(path.read_text(encoding="utf-8")))
    ]
    milestones = tomllib.loads((ROOT / "seed" / "milestones.toml").read_text("utf-8"))

    assert [text for text in [*forms, *texts(milestones)] if WE.search(text)] == []
