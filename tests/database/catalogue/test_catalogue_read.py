from pathlib import Path

import pytest

from tracker.database.catalogue.digest import seed_digest
from tracker.database.catalogue.faults import Fault, describe
from tracker.database.catalogue.read import read_catalogue
from tracker.database.catalogue.records import Catalogue
from tracker.errors import FileProblem

ITEM = """
[[item]]
slug = "fastai"
title = "Practical Deep Learning"
kind = "course"
track = "coding"
hours = [40, 70, 120]
hours_from = "estimate"
skills = ["python"]
origin = "extension"
"""
MILESTONE = """
[[milestone]]
slug = "python-done"
title = "Reads and writes Python"
criterion = "A second person ran it."
evidence = ["repo"]
skills = { python = "basic" }
show_hours = [0.5, 2, 6]
show_by = "Link a repository."
origin = "extension"
"""
ROLE = """
[[role]]
slug = "engineer"
title = "Engineer"
does = "Builds."
where = "Anywhere."
phd = "not required"
[[role.requirement]]
slug = "code"
milestone = "python-done"
weight = "must"
stated = false
"""


def _read(folder: Path, text: str) -> tuple[Catalogue, list[str]]:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    catalogue, faults = read_catalogue(folder)
    return catalogue, describe(faults)


def test_an_item_is_read_with_what_may_be_left_out(tmp_path: Path) -> None:
    """An item needs nine keys; the others are empty."""
    catalogue, faults = _read(tmp_path, ITEM)

    assert faults == []
    (item,) = catalogue.items
    assert (item.slug, item.hours, item.skills, item.requires) == (
        "fastai",
        (40.0, 70.0, 120.0),
        ("python",),
        (),
    )
    assert (item.after, item.url, item.line, item.aka) == (None, None, None, ())
    assert catalogue.files == {("item", "fastai"): "mine.toml"}


def test_a_single_line_is_a_passage_of_one(tmp_path: Path) -> None:
    """A line of the guide is read as first and last line."""
    catalogue, _ = _read(tmp_path, ITEM + "line = 195\nfills_line = [3, 4]\n")

    assert (catalogue.items[0].line, catalogue.items[0].fills_line) == (
        (195, 195),
        (3, 4),
    )


WRONG = [
    (
        ITEM,
        "hours = [40, 70, 120]\n",
        "hours = [40, 70]\n",
        ["item fastai: hours: must be [low, likely, high]"],
    ),
    (ITEM, "40", "true", ["item fastai: hours: must be [low, likely, high]"]),
    (ITEM, "40", "nan", ["item fastai: hours: must be [low, likely, high]"]),
    (ITEM, "120", "inf", ["item fastai: hours: must be [low, likely, high]"]),
    (ITEM, "40", "-40", ["item fastai: hours: must be [low, likely, high]"]),
    (ITEM, 'kind = "course"\n', "", ["item fastai: kind: is missing"]),
    (ITEM, 'slug = "fastai"\n', "", ["item number 1: slug: is missing"]),
    (
        ITEM,
        '"fastai"',
        "3",
        [
            "item number 1: slug: must be lower-case letters, digits and hyphens, 60 at most"
        ],
    ),
    (
        ITEM,
        '"fastai"',
        '"Fast AI"',
        [
            "item Fast AI: slug: must be lower-case letters, digits and hyphens, 60 at most"
        ],
    ),
    (
        ITEM,
        "hours_from",
        "hours_form",
        [
            "item fastai: hours_form: is not a known key; did you mean 'hours_from'?",
            "item fastai: hours_from: is missing",
        ],
    ),
    (
        ITEM,
        '"estimate"',
        '"guess"',
        ["item fastai: hours_from: must be one of guide, publisher, estimate"],
    ),
    (ITEM, '["python"]', '"python"', ["item fastai: skills: must be a list of slugs"]),
    (
        ITEM,
        '"Practical Deep Learning"',
        '" "',
        ["item fastai: title: must be text that is not empty"],
    ),
    (
        ITEM,
        "origin",
        'url = "http://a.org"\norigin',
        ["item fastai: url: must be an https address"],
    ),
    (
        ITEM,
        "origin",
        "year = 20222\norigin",
        ["item fastai: year: must be a year from 1900 to 2100"],
    ),
    (
        ITEM,
        "origin",
        'aka = ["a"]\norigin',
        [
            "item fastai: aka: must be a list of short names: letters, digits and hyphens, 2 to 24 long"
        ],
    ),
    (
        ITEM,
        "origin",
        "as_of = 2022-06-01\norigin",
        [
            'item fastai: as_of: must be a year, month or day, like "2026" or "2026-05-31"'
        ],
    ),
    (
        ITEM,
        "origin",
        "line = true\norigin",
        ["item fastai: line: must be a line of the guide, or [first, last]"],
    ),
    (
        ITEM,
        "origin",
        "line = [1, 2, 3]\norigin",
        ["item fastai: line: must be a line of the guide, or [first, last]"],
    ),
    (ITEM, "[[item]]", "[item]", ["item: must be written [[item]]"]),
    (
        ITEM,
        "[[item]]",
        "[[itme]]",
        ["itme: is not a kind of entry; did you mean 'item'?"],
    ),
    (ITEM, ITEM, "item = [1]", ["item number 1: must be a table"]),
    (ITEM, ITEM, ITEM + ITEM, ["item fastai: slug: is also in mine.toml"]),
    (
        MILESTONE,
        '["repo"]',
        '["tweet"]',
        [
            "milestone python-done: evidence: must be a list of some of "
            "repo, post, paper, certificate, letter, metric, review, self"
        ],
    ),
    (
        MILESTONE,
        '"basic"',
        '"some"',
        [
            "milestone python-done: skills: must be a table of skill = basic or moderate or strong or very-strong"
        ],
    ),
    (
        MILESTONE,
        "Link a repository.",
        "Link. Then wait.",
        ["milestone python-done: show_by: must be one sentence, with one full stop"],
    ),
    (
        MILESTONE,
        "origin",
        "within_hours = [1]\norigin",
        ["milestone python-done: within_hours: must be [low, high]"],
    ),
    (
        MILESTONE,
        "origin",
        "rung = 0\norigin",
        ["milestone python-done: rung: must be a whole number of 1 or more"],
    ),
    (
        MILESTONE,
        "origin",
        'budget_hours = "9"\norigin',
        ["milestone python-done: budget_hours: must be a number of hours"],
    ),
    (
        MILESTONE,
        "origin",
        "budget_split = 9\norigin",
        ["milestone python-done: budget_split: must be a table of phase = hours"],
    ),
    (
        ROLE,
        "stated = false",
        'stated = "no"',
        ["role engineer: requirement.code.stated: must be true or false"],
    ),
    (ROLE, 'slug = "code"\n', "", ["role engineer: requirement.1.slug: is missing"]),
    (
        ROLE,
        '"must"',
        '"may"',
        ["role engineer: requirement.code.weight: must be one of must, should, helps"],
    ),
    (
        ROLE,
        "[[role.requirement]]",
        "[role.requirement]",
        [
            "role engineer: requirement: must be written [[role.requirement]], once or more"
        ],
    ),
    (
        ROLE,
        "stated = false",
        f'stated = false\nquote = "{"word " * 31}"',
        ["role engineer: requirement.code.quote: must be a quote of 30 words at most"],
    ),
    (
        "[[prompt]]\nslug = 'why'\nkind = 'view'\nquestion = 'Why?'",
        "?",
        ".",
        ["prompt why: question: must be a question, with a question mark"],
    ),
    (
        "[[skill]]\nslug = 'art'\ntitle = 'Art'\nmeaning = 'Draws.'\nshown_by = {}",
        "{}",
        "{ none = 'Nothing.' }",
        ["skill art: shown_by: must be a table of level = text"],
    ),
]


@pytest.mark.parametrize(("text", "old", "new", "lines"), WRONG)
def test_what_is_not_of_its_form_is_named(
    text: str, old: str, new: str, lines: list[str], tmp_path: Path
) -> None:
    """A fault names the file, the entry and the key, and says what the key must hold."""
    assert _read(tmp_path, text)[1] == []

    assert _read(tmp_path, text.replace(old, new, 1))[1] == [
        f"mine.toml: {line}" for line in lines
    ]


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """One fault hides no other fault of the same or another entry."""
    text = (
        ITEM.replace("[40, 70, 120]", "3")
        .replace('"course"', '"lesson"')
        .replace("origin", "weight = 1\norigin")
    )

    catalogue, faults = _read(
        tmp_path, text + ITEM.replace("fastai", "sound") + MILESTONE
    )

    assert [line.split(": ")[2] for line in faults] == ["weight", "kind", "hours"]
    assert ([item.slug for item in catalogue.items], len(catalogue.milestones)) == (
        ["sound"],
        1,
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[[item]]\nslug = \n", "cannot be read: Invalid value (at line 2, column 8)"),
        (b'title = "caf\xe9"', "cannot be read: it is not UTF-8 text"),
        (
            b"a = " + b"[" * 50_000,
            "cannot be read: its tables are nested too deeply",
        ),
    ],
)
def test_a_file_that_cannot_be_parsed_is_named(
    content: bytes, message: str, tmp_path: Path
) -> None:
    """A file that is no TOML is one fault, with its line if known; the other files are read."""
    (tmp_path / "broken.toml").write_bytes(content)
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "sound.toml").write_text(ITEM)

    catalogue, faults = read_catalogue(tmp_path)

    assert faults == (Fault("broken.toml", "", "", message),)
    assert catalogue.files == {("item", "fastai"): "deeper/sound.toml"}


def test_a_folder_without_toml_is_a_fault(tmp_path: Path) -> None:
    """A folder without TOML is a fault."""
    (tmp_path / "own").mkdir()

    assert describe(read_catalogue(tmp_path / "own")[1]) == ["own: has no .toml file"]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """A missing folder is a problem with a file, with a hint."""
    with pytest.raises(FileProblem) as raised:
        read_catalogue(tmp_path / "none")

    assert raised.value.message == f"There is no folder {tmp_path / 'none'}."
    assert raised.value.hint == "Choose a folder with .toml files."


def test_the_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    """The digest changes with a TOML file's name or content, and with nothing else."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / "mine.toml").write_text(ITEM)
    (second / "README.md").write_text("words")
    before = seed_digest(first)

    assert seed_digest(second) == before
    (second / "mine.toml").rename(second / "ours.toml")
    assert seed_digest(second) != before
    (first / "mine.toml").write_text(ITEM + " ")
    assert seed_digest(first) != before
