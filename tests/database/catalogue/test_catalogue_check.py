from pathlib import Path

import pytest

from tracker.database.catalogue.check import check_catalogue, check_folder
from tracker.database.catalogue.digest import toml_files
from tracker.database.catalogue.faults import describe
from tracker.database.catalogue.read import read_catalogue

# A whole catalogue, as small as one can be: one of each kind, and a second item and milestone to point at.
SMALL = Path(__file__).parent / "small"
WHOLE = {
    name: path.read_text(encoding="utf-8") for name, path in toml_files(SMALL).items()
}
ITEMS, MILESTONES, ROLE = "items/coding.toml", "milestones.toml", "roles/engineer.toml"


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _faults(folder: Path, file: str, old: str, new: str) -> list[str]:
    assert old in WHOLE[file]
    return describe(
        check_folder(_write(folder, WHOLE | {file: WHOLE[file].replace(old, new, 1)}))[
            1
        ]
    )


def test_a_sound_catalogue_has_no_fault(tmp_path: Path) -> None:
    """A small whole catalogue passes every rule."""
    catalogue, faults = check_folder(_write(tmp_path, WHOLE))

    assert faults == ()
    assert (len(catalogue.items), len(catalogue.milestones), len(catalogue.files)) == (
        2,
        2,
        9,
    )


def test_a_group_and_its_items_share_a_track(tmp_path: Path) -> None:
    """An item in a group of another track is a fault."""
    track = '[[track]]\nslug = "art"\ntitle = "Art"\npurpose = "Draw."\nline = 1\n'
    item = (
        WHOLE[ITEMS]
        .split("\n\n")[0]
        .replace("fast", "draw")
        .replace('track = "coding"', 'track = "art"')
    )

    _, faults = check_folder(
        _write(tmp_path, WHOLE | {"art.toml": track, "items/art.toml": item})
    )

    assert describe(faults) == [
        "items/art.toml: item drawai: group: first-code is of track coding, not art"
    ]


def test_two_items_share_no_short_name(tmp_path: Path) -> None:
    """A short name of two items is a fault of both."""
    assert _faults(tmp_path, ITEMS, '"pd"', '"fast"') == [
        "items/coding.toml: item fastai: aka: fast is pandas's too",
        "items/coding.toml: item pandas: aka: fast is fastai's too",
    ]


def test_two_milestones_share_no_rung(tmp_path: Path) -> None:
    """A rung of two milestones is a fault of both."""
    assert _faults(tmp_path, MILESTONES, "rung = 2", "rung = 1") == [
        "milestones.toml: milestone program-run: rung: ladder code has two rungs 1",
        "milestones.toml: milestone library-used: rung: ladder code has two rungs 1",
    ]


def test_an_item_and_a_milestone_share_no_slug(tmp_path: Path) -> None:
    """An item with the slug of a milestone is a fault."""
    item = (
        WHOLE[ITEMS]
        .split("\n\n")[0]
        .replace('"fastai"', '"library-used"')
        .replace('"fast"', '"quick"')
    )

    _, faults = check_folder(_write(tmp_path, WHOLE | {"items/more.toml": item}))

    assert describe(faults) == [
        "items/more.toml: item library-used: slug: "
        "is also a milestone's slug: an item and a milestone need different slugs"
    ]


def test_a_step_is_a_step_in_every_role(tmp_path: Path) -> None:
    """A milestone that is a step in only one of two roles is a fault of both."""
    other = (
        WHOLE[ROLE]
        .replace('"engineer"', '"builder"')
        .replace('"should"', '"should"\nstep = true')
    )

    _, faults = check_folder(_write(tmp_path, WHOLE | {"roles/builder.toml": other}))

    assert describe(faults) == [
        "roles/builder.toml: role builder: requirement.library.step: library-used is no step in engineer",
        "roles/engineer.toml: role engineer: requirement.library.step: library-used is a step in builder",
    ]


def test_a_milestone_that_covers_a_useful_one_leads_somewhere(tmp_path: Path) -> None:
    """A milestone is useful if it covers one that a role asks for."""
    more = (
        WHOLE[MILESTONES]
        .split("\n\n")[0]
        .replace("program-run", "fame")
        .replace('ladder = "code"\nrung = 1', "")
    )
    more = more.replace('{ python = "basic" }', "{}").replace(
        "items =", 'covers = ["library-used"]\nitems ='
    )

    assert check_folder(_write(tmp_path, WHOLE | {"more.toml": more}))[1] == ()


def test_an_item_stands_in_the_file_of_its_track(tmp_path: Path) -> None:
    """In a whole catalogue, each item is in the file of its track."""
    files = {name: text for name, text in WHOLE.items() if name != ITEMS} | {
        "items/all.toml": WHOLE[ITEMS]
    }

    assert describe(check_folder(_write(tmp_path, files))[1]) == [
        "items/all.toml: item fastai: belongs in items/coding.toml",
        "items/all.toml: item pandas: belongs in items/coding.toml",
    ]


def test_what_is_missing_altogether_is_said(tmp_path: Path) -> None:
    """A whole catalogue has each kind of entry."""
    catalogue, _ = read_catalogue(
        _write(
            tmp_path, {name: WHOLE[name] for name in WHOLE if name != "prompts.toml"}
        )
    )

    assert describe(check_catalogue(catalogue)) == ["prompt: there is no prompt"]


OWN = """
[[item]]
slug = "numpy"
title = "Numpy"
aka = ["np"]
kind = "book"
track = "coding"
hours = [1, 2, 3]
hours_from = "estimate"
skills = ["python"]
requires = ["fastai"]
origin = "extension"
"""


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("", "", []),
        ('"numpy"', '"pandas"', ["item pandas: slug: tracker ships this item already"]),
        (
            '"numpy"',
            '"library-used"',
            [
                "item library-used: slug: is also a milestone's slug: an item and a milestone need different slugs"
            ],
        ),
        ('"np"', '"pd"', ["item numpy: aka: pd is pandas's too"]),
        (
            '["fastai"]',
            '["numpy"]',
            ["item numpy: comes before itself: numpy -> numpy"],
        ),
        ('["fastai"]', '["scipy"]', ["item numpy: requires: there is no item 'scipy'"]),
        ("requires", 'group = "first-code"\nrequires', []),
    ],
)
def test_a_persons_own_folder_rests_on_the_shipped_one(
    old: str, new: str, lines: list[str], tmp_path: Path
) -> None:
    """A folder of items alone may refer to shipped entries, and uses no shipped slug."""
    known, _ = read_catalogue(_write(tmp_path / "seed", WHOLE))
    own = _write(tmp_path / "own", {"mine.toml": OWN.replace(old, new, 1)})

    assert describe(check_folder(own, known)[1]) == [
        f"mine.toml: {line}" for line in lines
    ]


def test_a_whole_folder_is_checked_by_itself(tmp_path: Path) -> None:
    """A copy of the shipped catalogue is checked by itself, as a whole one."""
    known, _ = read_catalogue(_write(tmp_path / "seed", WHOLE))
    copy = _write(tmp_path / "copy", WHOLE)

    assert check_folder(copy, known)[1] == ()
    (copy / "tracks.toml").write_text(WHOLE["tracks.toml"].replace("line = 1", ""))
    assert describe(check_folder(copy, known)[1]) == [
        "tracks.toml: track coding: line: is missing"
    ]


def test_reading_comes_before_checking(tmp_path: Path) -> None:
    """If an entry cannot be read, references to it are not faults."""
    assert _faults(tmp_path, ITEMS, "[40, 70, 120]", "40") == [
        "items/coding.toml: item fastai: hours: must be [low, likely, high]"
    ]
