"""Keys of the road to a role: gates, first choices, stages, counts, tracks, applying."""

from pathlib import Path

import pytest

from tests.database.catalogue.test_catalogue_check import (
    ITEMS,
    MILESTONES,
    ROLE,
    WHOLE,
    _faults,
    _write,
)
from tracker.database.catalogue.check import check_folder
from tracker.database.catalogue.faults import describe

GATE = 'gate = { needs = "an offer", hours = [1, 2, 3], as_of = "2026-09" }\n'
GROUPS, PROMPTS = "groups.toml", "prompts.toml"
FASTAI, LIBRARY = 'group = "first-code"\n', "rung = 2\n"
PHASES = "budget_hours = 2\nbudget_split = { read = 1, write = 1 }\n"
SPLIT = f"{LIBRARY}{PHASES}"
LEVEL = 'level = "basic"\n'
LAB = 'as_of = "2022"\n'

GOOD = [
    (ITEMS, FASTAI, FASTAI + GATE),
    (ITEMS, FASTAI, FASTAI + 'gate = { needs = "a co-author" }\n'),
    (GROUPS, "choose = 1\n", 'choose = 1\nprefer = ["fastai"]\n'),
    (MILESTONES, 'stage = "show"', 'stage = "apply"'),
    (MILESTONES, LIBRARY, LIBRARY + 'count = 3\ncounted = "program-run"\n'),
    (
        MILESTONES,
        LIBRARY,
        SPLIT + 'phase_items = { read = "fastai", write = "fastai" }\n',
    ),
    (
        ROLE,
        "line = 4\n",
        'line = 4\ntracks = ["coding"]\napply = ["pandas", "fastai"]\n',
    ),
    (ROLE, "line = 5\n", 'line = 5\ntracks = ["coding"]\n'),
    (
        ROLE,
        'level = "basic"\nweight = "must"\nstated = false',
        'level = "basic"\nlevel_is_ours = true\nweight = "must"\nstated = true\nquote = "x"',
    ),
    (
        ROLE,
        "line = 8\n",
        'url = "https://example.org/words"\napply = "fastai"\n',
    ),
    (PROMPTS, "line = 9", 'line = 9\nsubject = "phd"'),
]


@pytest.mark.parametrize(("file", "old", "new"), GOOD)
def test_each_key_is_accepted(file: str, old: str, new: str, tmp_path: Path) -> None:
    """Each key may stand where it belongs."""
    assert _faults(tmp_path, file, old, new) == []


def _gate(old: str, new: str) -> str:
    assert old in GATE
    return FASTAI + GATE.replace(old, new)


WRONG = [
    (ITEMS, FASTAI, FASTAI + "gate = 3\n", "item fastai: gate: must be a table"),
    (
        ITEMS,
        FASTAI,
        _gate('needs = "an offer", ', ""),
        "item fastai: gate.needs: is missing",
    ),
    (
        ITEMS,
        FASTAI,
        _gate("hours", "hour"),
        "item fastai: gate.hour: is not a known key; did you mean 'hours'?",
    ),
    (
        ITEMS,
        FASTAI,
        _gate("[1, 2, 3]", "[1, 2]"),
        "item fastai: gate.hours: must be [low, likely, high]",
    ),
    (
        ITEMS,
        FASTAI,
        _gate("[1, 2, 3]", "[3, 2, 1]"),
        "item fastai: gate.hours: must be in order, the lowest first",
    ),
    (
        ITEMS,
        FASTAI,
        _gate("[1, 2, 3]", "[0, 0, 0]"),
        "item fastai: gate.hours: must be more than 0",
    ),
    (
        ITEMS,
        FASTAI,
        _gate("hours = [1, 2, 3]", "letters = -1"),
        "item fastai: gate.letters: must be a whole number from 0 to 20",
    ),
    (
        ITEMS,
        FASTAI,
        _gate('as_of = "2026-09"', 'window = "in May"'),
        "item fastai: gate.as_of: is required with odds, window or closed",
    ),
    (
        ITEMS,
        FASTAI,
        _gate('as_of = "2026-09"', "closed = true"),
        "item fastai: gate.as_of: is required with odds, window or closed",
    ),
    (
        GROUPS,
        "choose = 1\n",
        'choose = 1\nprefer = ["fastia"]\n',
        "group first-code: prefer: fastia is no item of this group;"
        " did you mean 'fastai'?",
    ),
    (
        GROUPS,
        "choose = 1\n",
        'choose = 1\nprefer = ["pandas"]\n',
        "group first-code: prefer: pandas is no item of this group",
    ),
    (
        GROUPS,
        "choose = 1\n",
        'choose = 1\nprefer = ["fastai", "fastai"]\n',
        "group first-code: prefer: names fastai twice",
    ),
    (
        MILESTONES,
        'stage = "show"',
        'stage = "later"',
        "milestone library-used: stage:"
        " must be one of foundations, show, research, apply",
    ),
    (
        MILESTONES,
        LIBRARY,
        LIBRARY + "count = 3\n",
        "milestone library-used: counted: is missing: count and counted go together",
    ),
    (
        MILESTONES,
        LIBRARY,
        LIBRARY + 'counted = "program-run"\n',
        "milestone library-used: count: is missing: count and counted go together",
    ),
    (
        MILESTONES,
        LIBRARY,
        LIBRARY + 'count = 3\ncounted = "program-ran"\n',
        "milestone library-used: counted: there is no milestone 'program-ran';"
        " did you mean 'program-run'?",
    ),
    (
        MILESTONES,
        LIBRARY,
        SPLIT + 'phase_items = { read = "fastai" }\n',
        "milestone library-used: phase_items:"
        " must name an item for each phase of budget_split",
    ),
    (
        MILESTONES,
        LIBRARY,
        SPLIT + 'phase_items = { read = "fastai", write = "fast" }\n',
        "milestone library-used: phase_items.write: there is no item 'fast';"
        " did you mean 'fastai'?",
    ),
    (
        ROLE,
        "line = 4\n",
        'line = 4\ntracks = ["code"]\n',
        "role engineer: tracks: there is no track 'code'; did you mean 'coding'?",
    ),
    (
        ROLE,
        "line = 4\n",
        'line = 4\napply = ["pandas", "pandas"]\n',
        "role engineer: apply: names pandas twice",
    ),
    (
        ROLE,
        "line = 4\n",
        'line = 4\napply = ["letter"]\n',
        "role engineer: apply: there is no item 'letter'",
    ),
    (
        ROLE,
        "line = 5\n",
        'line = 5\ntracks = ["music"]\n',
        "role engineer: variant.solo.tracks: there is no track 'music'",
    ),
    (
        ROLE,
        LEVEL,
        LEVEL + "level_is_ours = true\n",
        "role engineer: requirement.code.level_is_ours:"
        " is only for a level, with stated = true",
    ),
    (
        ROLE,
        LAB,
        LAB + 'apply = "letter"\n',
        "role engineer: bar.lab.apply: there is no item 'letter'",
    ),
    (ROLE, "line = 8\n", "", "role engineer: bar.lab.line: is missing"),
    (MILESTONES, 'stage = "show"\n', "", "milestone library-used: stage: is missing"),
]


@pytest.mark.parametrize(("file", "old", "new", "line"), WRONG)
def test_what_is_wrong_is_named(
    file: str, old: str, new: str, line: str, tmp_path: Path
) -> None:
    """A fault names the file, the entry and the key."""
    assert _faults(tmp_path, file, old, new) == [f"{file}: {line}"]


def test_what_a_milestone_counts_comes_before_it(tmp_path: Path) -> None:
    """A milestone neither counts itself nor one that needs it."""
    text = 'rung = 1\ncount = 2\ncounted = "library-used"\n'

    assert _faults(tmp_path, MILESTONES, "rung = 1\n", text) == [
        "milestones.toml: milestone library-used: comes before itself:"
        " library-used -> program-run -> library-used",
        "milestones.toml: milestone library-used: covers or needs itself:"
        " library-used -> program-run -> library-used",
    ]


def _change(file: str, *changes: tuple[str, str]) -> dict[str, str]:
    """The small catalogue with other texts in one file."""
    text = WHOLE[file]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return WHOLE | {file: text}


def _check(folder: Path, files: dict[str, str]) -> list[str]:
    return describe(check_folder(_write(folder, files))[1])


PAINT = """
[[item]]
slug = "paint"
title = "Paint"
kind = "book"
track = "art"
hours = [1, 2, 3]
hours_from = "estimate"
skills = []
origin = "extension"
"""
NO_ITEMS = ('items = ["pandas"]\n', ""), ('items = ["fastai"]\n', "")
NO_WAY = (
    "roles/engineer.toml: role engineer: requirement.{}: has no way: a milestone that"
    " shows it needs open items of the role's tracks,"
    " or only evidence that somebody else gives"
)


@pytest.mark.parametrize(
    ("changes", "without_way"),
    [
        (NO_ITEMS, ["code", "library"]),
        (NO_ITEMS[:1], ["library"]),
        (NO_ITEMS[1:], ["code", "library"]),
        ([*NO_ITEMS, ("rung = 2", 'rung = 2\ngroups = ["first-code"]')], []),
        ([*NO_ITEMS, ("rung = 1", 'rung = 1\ngroups = ["first-code"]')], ["library"]),
        ([NO_ITEMS[0], ("rung = 2", 'rung = 2\ncount = 2\ncounted = "program-run"')], []),
        ([*NO_ITEMS, ("rung = 2", 'rung = 2\ncount = 2\ncounted = "program-run"')],
         ["code", "library"]),
        ([*NO_ITEMS, ('"code"\nrung = 1', '"course"\nrung = 1'),
          ('ladder = "code"\nrung = 2\n', "")], ["library"]),
        ([*NO_ITEMS, ("rung = 2", 'rung = 2\nevidence = ["letter", "review"]'),
          ('evidence = ["repo"]\nskills = {}', "skills = {}")], []),
    ],
)  # fmt: skip
def test_each_requirement_has_a_way(
    changes: list[tuple[str, str]], without_way: list[str], tmp_path: Path
) -> None:
    """A milestone that shows it has something that leads to it, or others decide."""
    assert _check(tmp_path, _change(MILESTONES, *changes)) == [
        NO_WAY.format(slug) for slug in without_way
    ]


ART = """
[[track]]
slug = "art"
title = "Art"
purpose = "Draw."
line = 1
"""
# The items of the small catalogue without their group, and another item for that.
ALONE = WHOLE[ITEMS].replace('group = "first-code"\n', "")
MEMBER = PAINT.replace("paint", "loops").replace(
    '"art"', '"coding"\ngroup = "first-code"'
)


def test_a_closed_item_is_no_way(tmp_path: Path) -> None:
    """A milestone whose items take nobody any more has no way."""
    gate = 'gate = { needs = "a place", closed = true, as_of = "2026" }\norigin'
    closed = ALONE.replace("origin", gate) + MEMBER

    assert _check(tmp_path, WHOLE | {ITEMS: closed}) == [
        NO_WAY.format("code"),
        NO_WAY.format("library"),
    ]


def test_an_item_after_a_closed_one_is_no_way(tmp_path: Path) -> None:
    """What comes after an item that takes nobody any more has no way either."""
    gate = 'gate = { needs = "a place", closed = true, as_of = "2026" }\n'
    shut = PAINT.replace('"art"', '"coding"') + gate
    after = PAINT.replace("paint", "draw").replace('"art"', '"coding"')
    after += 'requires = ["paint"]\n'
    chain = ALONE.replace("origin", 'requires = ["draw"]\norigin', 1) + MEMBER
    faults = [NO_WAY.format("code"), NO_WAY.format("library")]

    assert _check(tmp_path, WHOLE | {ITEMS: chain + after + shut}) == faults


def test_an_item_after_a_milestone_without_a_way_is_none(tmp_path: Path) -> None:
    """An item that comes after a milestone needs that one to have a way."""
    files = _change(MILESTONES, ('evidence = ["repo"]', 'evidence = ["self"]'))

    assert 'after = "program-run"' in WHOLE[ITEMS]
    assert _check(tmp_path, files) == [NO_WAY.format("code"), NO_WAY.format("library")]


def test_a_claim_is_no_way(tmp_path: Path) -> None:
    """A milestone that only a claim shows is shown by nothing."""
    files = _change(MILESTONES, *[('evidence = ["repo"]', 'evidence = ["self"]')] * 2)

    assert _check(tmp_path, files) == [NO_WAY.format("code"), NO_WAY.format("library")]


def test_an_item_of_another_track_is_no_way(tmp_path: Path) -> None:
    """Of a role with tracks, only their items lead to a requirement."""
    files = _change(ROLE, ("line = 4\n", 'line = 4\ntracks = ["coding"]\n')) | {
        "tracks.toml": WHOLE["tracks.toml"] + ART,
        "items/art.toml": ALONE.replace('track = "coding"', 'track = "art"'),
        ITEMS: MEMBER,
    }

    assert _check(tmp_path, files) == [
        NO_WAY.format("code"),
        NO_WAY.format("library"),
    ]


def test_a_way_is_asked_of_each_variant(tmp_path: Path) -> None:
    """A variant adds its tracks; the fault stands once, whatever the variant."""
    other = """
[[role.variant]]
slug = "two"
title = "Two"
does = "Works in two."
tracks = ["coding"]
line = 5
"""
    head = "line = 4\n", 'line = 4\ntracks = ["art"]\n'
    files = _change(ROLE, head) | {
        "tracks.toml": WHOLE["tracks.toml"] + ART,
        "items/art.toml": PAINT,
    }
    both = files[ROLE].replace(
        "[[role.requirement]]", other + "\n[[role.requirement]]", 1
    )
    named = both.replace(
        'slug = "library"', 'slug = "library"\nvariant = "two"'
    ).replace('slug = "code"', 'slug = "code"\nvariant = "two"')
    faults = [NO_WAY.format("code"), NO_WAY.format("library")]

    assert _check(tmp_path, files) == faults
    assert _check(tmp_path, files | {ROLE: both}) == faults
    assert _check(tmp_path, files | {ROLE: named}) == []


def test_parts_lead_to_the_whole(tmp_path: Path) -> None:
    """A milestone has a way if each of its parts, which it needs and covers, has one."""
    part = """
[[milestone]]
slug = "{slug}"
title = "A part"
stage = "show"
criterion = "It runs."
evidence = ["repo"]
skills = {{ python = "basic" }}
show_hours = [1, 2, 3]
show_by = "Link it."
origin = "extension"
"""
    whole = "rung = 2", 'rung = 2\ncovers = ["one", "two"]'
    needs = 'needs = ["program-run"]', 'needs = ["one", "two"]'
    files = _change(MILESTONES, NO_ITEMS[0], whole, needs)
    one, two = (part.format(slug=slug) for slug in ("one", "two"))
    led = one + 'items = ["fastai"]\n'

    open_part = _check(tmp_path, files | {"parts.toml": led + two})
    all_parts = _check(
        tmp_path, files | {"parts.toml": led + two + 'items = ["fastai"]\n'}
    )

    assert (open_part, all_parts) == ([NO_WAY.format("library")], [])


PROGRAMME = """
[[item]]
slug = "camp"
title = "A camp"
kind = "programme"
track = "coding"
hours = [1, 2, 3]
hours_from = "estimate"
skills = ["python"]
origin = "extension"
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (ITEMS, "", "", ["leads nowhere: no milestone names it or its group"]),
        (ITEMS, 'skills = ["python"]', "skills = []", []),
        (ITEMS, '"programme"', '"project"', []),
        (MILESTONES, '["pandas"]', '["pandas", "camp"]', []),
    ],
)
def test_each_programme_leads_somewhere(
    file: str, old: str, new: str, says: list[str], tmp_path: Path
) -> None:
    """A programme that builds a skill leads to a milestone."""
    files = WHOLE | {ITEMS: WHOLE[ITEMS] + PROGRAMME}
    head, _, last = files[file].rpartition(old) if old else (files[file], "", "")

    assert _check(tmp_path, files | {file: head + new + last}) == [
        f"{ITEMS}: item camp: {text}" for text in says
    ]


def test_a_programmes_group_leads_somewhere_for_it(tmp_path: Path) -> None:
    """A programme leads to the milestones that its group leads to."""
    programme = PROGRAMME + 'group = "first-code"\n'
    files = _change(MILESTONES, ('items = ["fastai"]', 'groups = ["first-code"]'))

    assert _check(tmp_path, files | {ITEMS: WHOLE[ITEMS] + programme}) == []
