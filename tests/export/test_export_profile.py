"""The person's name, email and links in the fields that ask for them."""

import io
from dataclasses import replace

import pytest

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


KINDS = (
    "progress",
    "update --for taif",
    "application --for taif",
    "hours --item ppo",
    "cv",
)
FORMATS = ("md", "txt", "html", "pdf", "docx", "json")
NAMED = {
    "name": "Ada Example",
    "email": "ada@mail.example",
    "links": "https://ada.example",
}


def words_of(data: bytes, form: str) -> str:
    """The text of an exported file, with the name that its own properties give it."""
    if form == "pdf":
        reader = pytest.importorskip("pypdf").PdfReader(io.BytesIO(data))
        assert reader.metadata
        texts = [page.extract_text() for page in reader.pages]
        return "\n".join([reader.metadata.author or "", *texts])
    if form == "docx":
        document = pytest.importorskip("docx").Document(io.BytesIO(data))
        lines = [paragraph.text for paragraph in document.paragraphs]
        return "\n".join([document.core_properties.author, *lines])
    return data.decode()


@pytest.fixture(name="named")
def _named(tracker):
    """A tracker of somebody with a name, email and links, and with a work of their own."""
    for key, value in NAMED.items():
        tracker.ok(["config", key, value])
    tracker.ok("log ppo 2h")
    tracker.ok(
        "reach rl-replication --with ppo --evidence repo:https://git.example/ppo "
        "--title 'PPO, again' --summary 'With Kim, in a week' --part 'all but the plots'"
    )
    return tracker


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_whose_it_is(named, tmp_path, kind: str, form: str) -> None:
    """Each export has the name, email and links; a redacted one nothing of the person."""
    for redact, expected in (("", True), ("--redact", False)):
        file = tmp_path / f"a{redact}.{form}"
        named.ok(f"export {kind} {redact} -o {file}")
        text = words_of(file.read_bytes(), form)
        has = [value in text for value in NAMED.values()]
        assert has == [expected] * 3, redact
    assert [word for word in ("Kim", "plots") if word in text] == []
    if form == "html":
        page = (tmp_path / "a.html").read_text(encoding="utf-8")
        assert "<title>Ada Example: " in page


def test_the_title_stays_where_it_is_redacted(named) -> None:
    """A redacted export has the person's title of a work, without line and part."""
    text = named.ok("export progress --redact --format txt")

    assert "PPO, again" in text
    assert "With Kim" in named.ok("export progress --format txt")
    assert "With Kim" not in text
