"""What the catalogue says of the road to a role reaches the records, whole."""

import sqlite3
from pathlib import Path

import pytest

from tests.database.rows import NOON
from tracker.curriculum.rules.items import Gate
from tracker.curriculum.store.items import read_groups, read_item
from tracker.database.history import recorded, transaction
from tracker.database.seed.sync import sync
from tracker.limits import HOUR
from tracker.milestones.store.milestones import read_milestones
from tracker.plans.store.questions import read_prompts
from tracker.readiness.rules.records import Bar, Requirement, Variant
from tracker.readiness.store.facts import read_roles

ITEMS = """
[[item]]
slug = "zz-camp"
title = "A camp"
kind = "programme"
track = "coding"
hours = [10, 20, 30]
hours_from = "estimate"
skills = ["python"]
group = "zz-camps"
origin = "extension"
[item.gate]
needs = "an offer"
hours = [8, 22.5, 40]
letters = 2
odds = "120 of about 2,200"
window = "summer 2027: about Mar-Apr 2027"
closed = true
as_of = "2026-09"
url = "https://example.org/camp"

[[item]]
slug = "zz-paper"
title = "A paper with others"
kind = "project"
track = "coding"
hours = [10, 20, 30]
hours_from = "estimate"
skills = ["python"]
group = "zz-camps"
gate = { needs = "a co-author" }
origin = "extension"
"""
GROUP = """
[[group]]
slug = "zz-camps"
title = "A camp"
track = "coding"
choose = 1
prefer = ["zz-paper", "zz-camp"]
line = 1
"""
MILESTONES = """
[[milestone]]
slug = "zz-camp-done"
title = "A camp is done"
stage = "research"
criterion = "It is done."
evidence = ["post"]
skills = { python = "basic" }
show_hours = [1, 2, 3]
show_by = "Link it."
budget_hours = 50
budget_split = { reading = 20, writing = 30 }
phase_items = { writing = "zz-paper", reading = "zz-camp" }
groups = ["zz-camps"]
origin = "extension"

[[milestone]]
slug = "zz-three-camps"
title = "Three camps are done"
stage = "apply"
criterion = "They are done."
evidence = ["post"]
skills = { python = "basic" }
show_hours = [1, 2, 3]
show_by = "Link them."
count = 3
counted = "zz-camp-done"
origin = "extension"
"""
ROLE = """
[[role]]
slug = "zz-guide"
title = "Camp guide"
does = "Guides."
where = "In the woods."
phd = "not required"
line = [1, 2]
tracks = ["coding", "math"]
apply = ["zz-paper", "zz-camp"]

[[role.variant]]
slug = "night"
title = "At night"
does = "Guides at night."
tracks = ["career"]
line = 3

[[role.requirement]]
slug = "python"
skill = "python"
level = "basic"
level_is_ours = true
weight = "must"
stated = true
quote = "some words"
line = 4

[[role.requirement]]
slug = "camps"
milestone = "zz-three-camps"
weight = "helps"
stated = false
line = 5

[[role.bar]]
slug = "wood"
who = "The wood"
says = "three camps"
milestone = "zz-three-camps"
as_of = "2026-05"
url = "https://example.org/wood"
apply = "zz-camp"
"""
PROMPT = """
[[prompt]]
slug = "zz-why"
kind = "view"
question = "Why?"
subject = "phd"
line = 6
"""


@pytest.fixture(name="db")
def _db(memory: sqlite3.Connection, house: Path) -> sqlite3.Connection:
    """A database with the shipped seed and the entries above."""
    for name, text in (
        ("items/coding.toml", ITEMS),
        ("groups.toml", GROUP),
        ("milestones.toml", MILESTONES),
        ("roles/zz-guide.toml", ROLE),
        ("prompts.toml", PROMPT),
    ):
        with (house / "seed" / name).open("a", encoding="utf-8") as file:
            file.write(text)
    with transaction(memory):
        sync(memory, house / "seed")
    return memory


def test_gate(db: sqlite3.Connection) -> None:
    """An item has its gate, with seconds of applying; most items have none."""
    assert read_item(db, "zz-camp").gate == Gate(
        needs="an offer",
        hours=(8 * HOUR, 22 * HOUR + HOUR // 2, 40 * HOUR),
        letters=2,
        odds="120 of about 2,200",
        window="summer 2027: about Mar-Apr 2027",
        closed=True,
        as_of="2026-09",
        url="https://example.org/camp",
    )
    assert read_item(db, "zz-paper").gate == Gate("a co-author")
    assert read_item(db, "fastai").gate is None


def test_first_choices(db: sqlite3.Connection) -> None:
    """A group has its first choices in their order."""
    groups = {group.slug: group for group in read_groups(db)}

    assert groups["zz-camps"].items == ("zz-camp", "zz-paper")
    assert groups["zz-camps"].prefer == ("zz-paper", "zz-camp")


def test_milestones(db: sqlite3.Connection) -> None:
    """A milestone has its stage, what it counts, and the items of its phases in order."""
    milestones = {milestone.slug: milestone for milestone in read_milestones(db)}
    one, three = milestones["zz-camp-done"], milestones["zz-three-camps"]

    assert (one.stage, one.count, one.counted) == ("research", None, None)
    assert one.phases == (("reading", 20 * HOUR), ("writing", 30 * HOUR))
    assert one.phase_items == ("zz-camp", "zz-paper")
    assert (three.stage, three.count, three.counted) == ("apply", 3, "zz-camp-done")
    assert three.phase_items == ()


def test_role(db: sqlite3.Connection) -> None:
    """A role has its place, its tracks, how one applies, and all of its parts."""
    (role,) = [role for role in read_roles(db) if role.slug == "zz-guide"]

    assert (role.where, role.line) == ("In the woods.", (1, 2))
    assert (role.tracks, role.apply) == (("coding", "math"), ("zz-paper", "zz-camp"))
    assert role.variants == (
        Variant("night", "At night", "Guides at night.", ("career",), (3, 3)),
    )
    assert role.requirements == (
        Requirement(
            "python",
            "must",
            skill="python",
            level="basic",
            line=(4, 4),
            quote="some words",
            level_is_ours=True,
        ),
        Requirement(
            "camps", "helps", milestone="zz-three-camps", stated=False, line=(5, 5)
        ),
    )
    assert role.bars == (
        Bar(
            "wood",
            "The wood",
            "three camps",
            "zz-three-camps",
            "2026-05",
            url="https://example.org/wood",
            apply="zz-camp",
        ),
    )


def test_question(db: sqlite3.Connection) -> None:
    """A question has its subject."""
    prompts = {prompt.slug: prompt for prompt in read_prompts(db, [])}

    assert prompts["zz-why"].subject == "phd"


LINKED = ("item_gate", "group_prefer", "milestone_phase", "role_apply", "bar")


def test_keys_that_are_removed(
    db: sqlite3.Connection, memory: sqlite3.Connection, house: Path
) -> None:
    """Rows of what the seed no longer says are gone, and a removed item has no gate."""
    seed = house / "seed"
    for name, text in (("items/coding.toml", ITEMS), ("groups.toml", GROUP)):
        path = seed / name
        path.write_text(path.read_text(encoding="utf-8").replace(text, ""))
    (seed / "roles/zz-guide.toml").unlink()
    path = seed / "milestones.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(MILESTONES, ""))
    with transaction(memory):
        sync(db, seed)

    ours = "(select id from item where slug like 'zz-%')"
    for table in LINKED:
        column = "apply_id" if table == "bar" else "item_id"
        rows = memory.execute(f"select * from {table} where {column} in {ours}")
        assert rows.fetchall() == [], table
    assert (read_item(db, "zz-camp").retired, read_item(db, "zz-camp").gate) == (
        True,
        None,
    )


def test_own_item_has_no_gate(
    memory: sqlite3.Connection, house: Path, db: sqlite3.Connection
) -> None:
    """An item of the person keeps its own words when one of the same name is shipped."""
    with recorded(memory, "test", NOON):
        memory.execute("update item set origin = 'own' where slug = 'zz-camp'")
    with transaction(memory):
        sync(db, house / "seed")

    assert read_item(db, "zz-camp").gate is None
    groups = {group.slug: group for group in read_groups(db)}
    assert groups["zz-camps"].prefer == ("zz-paper", "zz-camp")
