"""The bundles of `tracker known`: how they are written, and that the shipped ones are sound."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tracker.database.catalogue.bundles import BundleEntry, read_bundles
from tracker.database.catalogue.check import check_folder
from tracker.database.catalogue.digest import BUNDLES, seed_digest, toml_files
from tracker.database.catalogue.faults import describe
from tracker.database.catalogue.read import read_catalogue

SMALL = Path(__file__).parent / "small"
SEED = ROOT / "seed"
GOOD = """
[[bundle]]
slug = "job"
title = "A job"
skills = { python = "strong" }
milestones = ["program-run"]
items = ["fastai"]
line = [1, 2]
note = "With code."
"""


def _faults(folder: Path, text: str, milestone: str = "") -> list[str]:
    """The faults of the small catalogue with bundles, and more keys of a milestone."""
    for name, path in toml_files(SMALL).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        entries = path.read_text().replace(
            "[[milestone]]", f"[[milestone]]{milestone}", 1
        )
        (folder / name).write_text(entries)
    (folder / BUNDLES).write_text(text, encoding="utf-8")
    return describe(check_folder(folder)[1])


def test_a_bundle_is_read_as_written(tmp_path: Path) -> None:
    """A bundle has skills at levels, milestones, items, a line of the guide and a note."""
    (tmp_path / BUNDLES).write_text(GOOD)

    assert read_bundles(tmp_path) == (
        (
            BundleEntry(
                slug="job",
                title="A job",
                skills={"python": "strong"},
                milestones=("program-run",),
                items=("fastai",),
                line=(1, 2),
                note="With code.",
            ),
        ),
        (),
    )


def test_a_folder_needs_no_bundles(tmp_path: Path) -> None:
    """A folder without the file has no bundles and no fault."""
    assert read_bundles(tmp_path) == ((), ())


def test_a_sound_bundle_has_no_fault(tmp_path: Path) -> None:
    """Bundles beside a catalogue pass if all that they name exists."""
    assert _faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"A job"', '""', "title: must be text that is not empty"),
        ('"strong"', '"great"', "skills: must be a table of skill = basic or moderate or strong or very-strong"),
        ("python", "pyton", "skills: there is no skill 'pyton'; did you mean 'python'?"),
        ('"program-run"', '"program-ran"', "milestones: there is no milestone 'program-ran'; did you mean 'program-run'?"),
        ('"fastai"', '"fastais"', "items: there is no item 'fastais'; did you mean 'fastai'?"),
        ('"strong"', '"basic"', "skills.python: program-run shows it at basic already"),
        ("items", "itms", "itms: is not a known key; did you mean 'items'?"),
    ],
)  # fmt: skip
def test_faults(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """Each fault names the file, the bundle and the key."""
    assert _faults(tmp_path, GOOD.replace(old, new)) == [
        f"known.toml: bundle job: {fault}"
    ]


def test_a_bundle_claims_something(tmp_path: Path) -> None:
    """A bundle without skills, milestones and items is a fault."""
    empty = '[[bundle]]\nslug = "job"\ntitle = "A job"\n'

    assert _faults(tmp_path, empty) == ["known.toml: bundle job: claims nothing"]


def test_a_claimed_milestone_counts_no_hours(tmp_path: Path) -> None:
    """A milestone within hours needs an item to count them on, so no bundle claims it."""
    assert _faults(tmp_path, GOOD, milestone="\nwithin_hours = [1, 2]") == [
        "known.toml: bundle job: milestones: "
        "program-run counts hours, so it needs an item"
    ]


def test_a_shared_slug_is_claimed(tmp_path: Path) -> None:
    """A bundle may have the slug of an item only if it claims that item."""
    named = GOOD.replace('slug = "job"', 'slug = "fastai"')

    assert _faults(tmp_path, named) == []
    assert _faults(tmp_path, named.replace('["fastai"]', "[]")) == [
        "known.toml: bundle fastai: slug: "
        "is also a slug of the kind item, which it does not claim"
    ]


def test_only_bundles_stand_in_the_file(tmp_path: Path) -> None:
    """An item in the file of bundles is a fault, and never lost silently."""
    assert _faults(tmp_path, '[[item]]\nslug = "mine"\n') == [
        "known.toml: item: is not a kind of entry"
    ]
    assert _faults(tmp_path, "[[bundle") == [
        "known.toml: cannot be read: Expected ']]' at the end of an array "
        "declaration (at end of document)"
    ]


def test_bundles_are_no_part_of_the_curriculum(tmp_path: Path) -> None:
    """Bundles change no hash, so no database is synced for them."""
    before = seed_digest(tmp_path)
    (tmp_path / BUNDLES).write_text(GOOD)

    assert seed_digest(tmp_path) == before
    assert toml_files(tmp_path) == {}


def test_the_shipped_bundles_are_sound() -> None:
    """The shipped bundles have no fault, and each names the guide's line."""
    bundles, faults = read_bundles(SEED)

    assert faults == ()
    assert [fault for fault in check_folder(SEED)[1] if fault.file == BUNDLES] == []
    assert all(bundle.line for bundle in bundles)


def test_the_shipped_bundles_are_modest() -> None:
    """Degrees claim mathematics at moderate at most, Python at basic, no depth in ML."""
    milestones = {each.slug: each for each in read_catalogue(SEED)[0].milestones}
    mathematics = {"linear-algebra", "calculus", "probability", "statistics"}
    for bundle in read_bundles(SEED)[0]:
        levels = {bundle.skills.get(skill, "none") for skill in mathematics}
        assert levels <= {"none", "basic", "moderate"}
        assert bundle.skills.get("python", "none") in ("none", "basic")
        if bundle.slug.endswith(("-degree", "hs-phd", "other-phd")):
            shown = (milestones[slug].skills for slug in bundle.milestones)
            assert "ml-depth" not in {
                *bundle.skills,
                *(s for each in shown for s in each),
            }
