"""When a form was open and when its questions were read, in words."""

import pytest
from msgspec.structs import replace

from tests.conftest import ROOT
from tracker.export.funder_files import read_folder
from tracker.export.render.form_dates import say_dated, say_form_date

FORMS = read_folder(ROOT / "seed" / "funders")[0]
TAIF = FORMS["taif"]


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        ("2026-10-06", "6 Oct 2026"),
        ("2026-10", "Oct 2026"),
        ("2026", "2026"),
        ("unknown", "unknown"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(dated: str, expected: str) -> None:
    """A day, a month or a year is said in words; an unknown one is called unknown."""
    assert say_dated(dated) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            "Questions as of 6 Oct 2026, read at second hand; open as of 1 Oct 2026.",
        ),
        (
            {"fields_as_of": "2026", "hand": "first", "status": "closed"},
            "Questions as of 2026, read at first hand; closed as of 1 Oct 2026.",
        ),
        (
            {"fields_as_of": None},
            "Questions of unknown date, read at second hand; open as of 1 Oct 2026.",
        ),
        (
            {"fields_as_of": "2026-08", "hand": None, "as_of": "unknown"},
            "Questions as of Aug 2026; open on an unknown date.",
        ),
        (
            {"fields": (), "status": "unknown", "as_of": "2026-09"},
            "No questions known; status unknown as of Sep 2026.",
        ),
    ],
)
def test_the_dates_of_a_form(changes: dict[str, object], expected: str) -> None:
    """The date of the questions is told apart from that of the status, with the hand."""
    assert say_form_date(replace(TAIF, **changes)) == expected


def test_each_shipped_form_says_how_it_was_read() -> None:
    """Each form has an address and a hand; ten were read at second hand.

    A report that covers one week by default is BlueDot's alone.
    """
    second = {
        slug for slug, form in FORMS.items() if form.fields and form.hand == "second"
    }

    assert [slug for slug, form in FORMS.items() if not form.address] == []
    assert [slug for slug, form in FORMS.items() if not form.hand] == []
    assert second == {
        "anthropic-fellows",
        "bluedot-rapid-grant",
        "cosmos-grant",
        "emergent-ventures",
        "foresight-nodes",
        "lightcone-commons",
        "ltff",
        "mats-general",
        "mats-nanda-application",
        "sff-speculation",
        "taif",
    }
    assert [slug for slug, form in FORMS.items() if form.period] == [
        "bluedot-weekly-update"
    ]


def test_what_changed_on_the_form_of_the_transformative_ai_fund() -> None:
    """TAIF's form is that of October 2026: its limit, its new fields, what they ask."""
    fields = {field.key: field for field in TAIF.fields}

    assert (TAIF.limit_chars, TAIF.advised) == (
        10000,
        "2,000 to 5,000 characters in all",
    )
    assert len(fields) == 44
    assert {
        "confidential",
        "upload",
        "safeguarding",
        "leadership",
        "network",
        "else",
        "reporting",
        "review",
    } <= fields.keys()
    assert fields["coefficient"].source_from == ("own words",)
    assert "funding history" in fields["alternatives"].source_from
    assert "Centre for Effective Altruism" in fields["cea"].asks
