import shutil
from pathlib import Path

import pytest

from tracker.database.catalogue.check import check_folder
from tracker.database.catalogue.digest import toml_files
from tracker.database.catalogue.faults import describe

# A whole catalogue, as small as one can be: one of each kind, and a second item and milestone to point at.
SMALL = Path(__file__).parent / "small"
WHOLE = {
    name: path.read_text(encoding="utf-8") for name, path in toml_files(SMALL).items()
}
ITEMS, MILESTONES, ROLE = "items/coding.toml", "milestones.toml", "roles/engineer.toml"


def _faults(folder: Path, file: str, old: str, new: str) -> list[str]:
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    assert old in WHOLE[file]
    (folder / file).write_text(WHOLE[file].replace(old, new, 1), encoding="utf-8")
    return describe(check_folder(folder)[1])


BY_ITSELF = [
    (
        ITEMS,
        "[40, 70, 120]",
        "[70, 40, 120]",
        "item fastai: hours: must be in order, the lowest first",
    ),
    (ITEMS, "[40, 70, 120]", "[0, 0, 0]", "item fastai: hours: must be more than 0"),
    (
        ITEMS,
        '"extension"',
        '"guide"',
        'item fastai: line: is required with origin = "guide"',
    ),
    (
        ITEMS,
        '"extension"',
        '"extension"\nline = [9, 8]',
        "item fastai: line: must be in order, the first line first",
    ),
    (
        ITEMS,
        '"extension"',
        '"extension"\nfills_line = [1, 26]',
        "item fastai: fills_line: spans 26 lines: name one passage, of 25 at most",
    ),
    (
        ITEMS,
        '"extension"',
        '"extension"\nstatus = "moved"',
        "item fastai: as_of: is required with status",
    ),
    (
        ITEMS,
        '["fastai"]',
        '["fastai", "fastai"]',
        "item pandas: requires: names fastai twice",
    ),
    (
        "skills.toml",
        'basic = "`program-run`: someone ran it."\n',
        "",
        "skill python: shown_by: must have basic, moderate, strong, very-strong, in this order",
    ),
    (
        MILESTONES,
        "[1, 2, 3]",
        "[0, 2, 3]",
        "milestone program-run: show_hours: must be more than 0",
    ),
    (
        MILESTONES,
        "[1, 2, 3]",
        "[1, 2, 1]",
        "milestone program-run: show_hours: must be in order, the lowest first",
    ),
    (
        MILESTONES,
        "rung = 1",
        "rung = 1\nwithin_hours = [9, 8]",
        "milestone program-run: within_hours: must be in order, the lowest first",
    ),
    (
        MILESTONES,
        "rung = 1",
        "rung = 1\nbudget_hours = 0",
        "milestone program-run: budget_hours: must be more than 0",
    ),
    (
        MILESTONES,
        "rung = 1",
        "rung = 1\nbudget_hours = 9\nbudget_split = { reading = 4, trying = 4 }",
        "milestone program-run: budget_split: must add up to budget_hours",
    ),
    (
        MILESTONES,
        'ladder = "code"\nrung = 2',
        "rung = 2",
        "milestone library-used: ladder: is missing: ladder and rung go together",
    ),
    (
        ROLE,
        'slug = "library"',
        'slug = "code"',
        "role engineer: requirement: names code twice",
    ),
    (
        ROLE,
        'milestone = "library-used"\nweight',
        'skill = "python"\nlevel = "strong"\nweight',
        "role engineer: requirement.library: asks for the same thing as code",
    ),
    (
        ROLE,
        'milestone = "library-used"\nweight',
        "weight",
        "role engineer: requirement.library.skill: must name a skill or a milestone, not both",
    ),
    (
        ROLE,
        'level = "basic"\n',
        "",
        "role engineer: requirement.code.level: is required with a skill, and only then",
    ),
    (
        ROLE,
        "stated = false",
        "stated = true",
        "role engineer: requirement.code.quote: is required with stated = true",
    ),
    (
        ROLE,
        "stated = false",
        "stated = false\nstep = true",
        "role engineer: requirement.code.step: is only for a milestone with weight should or helps",
    ),
    (
        ROLE,
        "stated = false",
        'stated = false\nvariant = "duo"',
        "role engineer: requirement.code.variant: this role has no variant 'duo'",
    ),
    (
        ROLE,
        'as_of = "2022"',
        'as_of = "2022"\nvariant = "duo"',
        "role engineer: bar.lab.variant: this role has no variant 'duo'",
    ),
]

BETWEEN = [
    (
        "groups.toml",
        '"coding"',
        '"codnig"',
        "group first-code: track: there is no track 'codnig'; did you mean 'coding'?",
    ),
    (
        "groups.toml",
        "choose = 1",
        "choose = 2",
        "group first-code: choose: asks for 2 of 1 items",
    ),
    (
        ITEMS,
        'track = "coding"\nhours = [1',
        'track = "maths"\nhours = [1',
        "item pandas: track: there is no track 'maths'",
    ),
    (
        ITEMS,
        '["python"]',
        '["cooking"]',
        "item fastai: skills: there is no skill 'cooking'",
    ),
    (
        ITEMS,
        '["fastai"]',
        '["fasta"]',
        "item pandas: requires: there is no item 'fasta'; did you mean 'fastai'?",
    ),
    (
        ITEMS,
        '"program-run"',
        '"fastai"',
        "item pandas: after: there is no milestone 'fastai'",
    ),
    (
        ITEMS,
        "requires",
        'group = "others"\nrequires',
        "item pandas: group: there is no group 'others'",
    ),
    (ITEMS, '"pd"', '"python"', "item pandas: aka: python is a slug already (skill)"),
    (
        ITEMS,
        '"pd"',
        '"program-run"',
        "item pandas: aka: program-run is a slug already (milestone)",
    ),
    (
        "skills.toml",
        "`program-run`",
        "`program-ran`",
        "skill python: shown_by.basic: there is no milestone 'program-ran'; did you mean 'program-run'?",
    ),
    (
        "skills.toml",
        "A library.",
        "`library-used`.",
        "skill python: shown_by.moderate: milestone library-used does not show this skill",
    ),
    (
        MILESTONES,
        "skills = {}",
        'skills = { art = "basic" }',
        "milestone library-used: skills.art: there is no skill 'art'",
    ),
    (
        MILESTONES,
        '["program-run"]',
        '["program"]',
        "milestone library-used: needs: there is no milestone 'program'; did you mean 'program-run'?",
    ),
    (
        MILESTONES,
        '["fastai"]',
        '["go"]',
        "milestone program-run: items: there is no item 'go'",
    ),
    (
        MILESTONES,
        "items =",
        'groups = ["go"]\nitems =',
        "milestone program-run: groups: there is no group 'go'",
    ),
    (
        MILESTONES,
        "needs =",
        'covers = ["go"]\nneeds =',
        "milestone library-used: covers: there is no milestone 'go'",
    ),
    (
        MILESTONES,
        "needs =",
        'covers = ["program-run"]\nneeds =',
        "milestone library-used: covers: program-run is a lower rung of its ladder, so it is covered already",
    ),
    (
        MILESTONES,
        "rung = 2",
        "rung = 3",
        "milestone library-used: rung: ladder code has 2 rungs: number them 1, 2, 3 and so on",
    ),
    (
        ROLE,
        '"python"',
        '"art"',
        "role engineer: requirement.code.skill: there is no skill 'art'",
    ),
    (
        ROLE,
        '"library-used"\nweight',
        '"library"\nweight',
        "role engineer: requirement.library.milestone: there is no milestone 'library'; did you mean 'library-used'?",
    ),
    (
        ROLE,
        '"library-used"\nline',
        '"fame"\nline',
        "role engineer: bar.lab.milestone: there is no milestone 'fame'",
    ),
    (
        ITEMS,
        'requires = ["fastai"]',
        'requires = ["pandas"]',
        "item pandas: comes before itself: pandas -> pandas",
    ),
    (
        ITEMS,
        "group =",
        'after = "program-run"\ngroup =',
        "item fastai: comes before itself: fastai -> program-run -> fastai",
    ),
    (
        MILESTONES,
        "items = [",
        'covers = ["library-used"]\nitems = [',
        "milestone library-used: covers or needs itself: library-used -> program-run -> library-used",
    ),
]

OF_THE_WHOLE = [
    ("tracks.toml", "line = 1", "", "tracks.toml: track coding: line: is missing"),
    (
        ROLE,
        "line = 5",
        "",
        "roles/engineer.toml: role engineer: variant.solo.line: is missing",
    ),
    (
        ROLE,
        "line = 6",
        "",
        "roles/engineer.toml: role engineer: requirement.code.line: is missing",
    ),
    (
        ROLE,
        "line = 8",
        "",
        "roles/engineer.toml: role engineer: bar.lab.line: is missing",
    ),
    (
        ROLE,
        'level = "basic"',
        'level = "strong"',
        "roles/engineer.toml: role engineer: requirement.code.level: no milestone shows python at strong",
    ),
    (
        ROLE,
        '"engineer"',
        '"builder"',
        "roles/engineer.toml: role builder: belongs in roles/builder.toml",
    ),
    (ITEMS, '["python"]', "[]", "skills.toml: skill python: no item builds it"),
    (
        "tracks.toml",
        "line = 1",
        'line = 1\n[[track]]\nslug = "art"\ntitle = "Art"\npurpose = "Draw."\nline = 1',
        "tracks.toml: track art: has no item",
    ),
    (
        MILESTONES,
        'rung = 2\nneeds = ["program-run"]\norigin = "extension"',
        """rung = 2
needs = ["program-run"]
origin = "extension"

[[milestone]]
slug = "fame"
title = "Fame"
stage = "show"
criterion = "Known."
evidence = ["post"]
skills = {}
show_hours = [1, 2, 3]
show_by = "Link it."
origin = "extension"
""",
        "milestones.toml: milestone fame: leads nowhere: no role asks for it, or for a skill that it shows",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line"), [*BY_ITSELF, *BETWEEN])
def test_an_unsound_entry_is_named(
    file: str, old: str, new: str, line: str, tmp_path: Path
) -> None:
    """An entry that breaks a rule is one fault, with its file and key."""
    assert _faults(tmp_path, file, old, new) == [f"{file}: {line}"]


@pytest.mark.parametrize(("file", "old", "new", "line"), OF_THE_WHOLE)
def test_a_whole_catalogue_has_rules_of_its_own(
    file: str, old: str, new: str, line: str, tmp_path: Path
) -> None:
    """A fault of a whole catalogue names the entry to correct."""
    assert _faults(tmp_path, file, old, new) == [line]
