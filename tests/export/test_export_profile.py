"""The person's name, email and links in the fields that ask for them."""

from dataclasses import replace

from tests.conftest import ROOT
from tests.export.samples import make_progress
from tracker.export.funder_files import read_folder
from tracker.export.rules.fill_form import profile_keys
from tracker.export.rules.packet import Packet
from tracker.export.rules.person import Person

ADA = Person("Ada Example", "ada@mail.example")
PROFILE = {
    "bluedot-rapid-grant": {"name": ("name",), "email": ("email",)},
    "cosmos-grant": {
        "first-name": ("name",),
        "last-name": ("name",),
        "email": ("email",),
    },
    "fellowship-cv": {"name-links": ("name", "email")},
    "foresight-nodes": {"name": ("name",), "email": ("email",)},
    "lightcone-commons": {"who": ("name",)},
    "ltff": {"basics": ("name", "email")},
    "mats-general": {
        "first-name": ("name",),
        "last-name": ("name",),
        "email": ("email",),
    },
    "mats-nanda-application": {"name-email-linkedin": ("name", "email")},
    "taif": {"name": ("name",), "email": ("email",)},
}


def test_every_form_takes_name_and_email_where_it_asks_for_them() -> None:
    """These fields of the shipped forms, and no others, get the name or email."""
    forms, _ = read_folder(ROOT / "seed" / "funders")
    packet = Packet(replace(make_progress(), person=ADA))

    filled = {
        slug: {
            f.key: keys
            for f in form.fields
            if "profile" in f.source_from and (keys := profile_keys(f, packet))
        }
        for slug, form in forms.items()
    }

    assert {slug: fields for slug, fields in filled.items() if fields} == PROFILE


def test_links_beside_a_name(tracker) -> None:
    """A field of name and links has the person's own; a later one has evidence too."""
    tracker.ok("config links https://ada.example")
    tracker.ok("reach transformer-in-pytorch --evidence repo:https://git.example/tf")

    text = tracker.ok(
        "export application --for mats-nanda-application --worksheet --format txt"
    )

    assert (
        "[name-email-linkedin: 19 characters, no limit]\nhttps://ada.example\n" in text
    )
    assert (
        "Facts that you can use:\n\nLinks\n- https://ada.example\n"
        "- https://git.example/tf\n"
    ) in text[text.index("4: Research") : text.index("5: ")]


def test_a_whole_name_needs_no_answer(tracker) -> None:
    """A field for the whole name or email needs no answer; one for a part does."""
    tracker.ok("config name 'Ada Example'")
    tracker.ok("config email ada@mail.example")

    rapid = tracker.ok("export application --for bluedot-rapid-grant --format txt")
    cosmos = tracker.ok("export application --for cosmos-grant --format txt")
    worksheet = tracker.ok(
        "export application --for cosmos-grant --worksheet --format txt"
    )

    assert rapid.endswith(
        "\n\nYour name\nAda Example\n\n\nYour email\nada@mail.example\n"
    )
    assert cosmos.endswith(": application\n\nEmail\nada@mail.example\n")
    assert (
        "1: First name\nRequired.\n[first-name: empty]\nFacts that you can use:\n"
        "Ada Example\n"
    ) in worksheet
