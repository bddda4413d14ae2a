import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tracker.database.catalogue.check import check_catalogue, check_folder
from tracker.database.catalogue.digest import toml_files
from tracker.database.catalogue.read import build_catalogue
from tracker.database.catalogue.records import Catalogue

ROOT = Path(__file__).parents[3]
SEED, SHARED = ROOT / "seed", ROOT.parent / "shared"

SAME = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "\u2011": "-",
        "\u00a0": " ",
        "…": "...",
    }
)


@cache
def _shipped() -> Catalogue:
    catalogue, faults = check_folder(SEED)
    assert faults == ()
    return catalogue


def _entries(folder: Path) -> dict[tuple[str, str], Any]:
    """Every entry of the folder's files, as TOML has it."""
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in toml_files(folder).values()
    ]
    return {
        (kind, row["slug"]): row
        for table in tables
        for kind, rows in table.items()
        for row in rows
        if isinstance(row, dict)
    }


def _beside(name: str) -> Path:
    """The source of the catalogue, if it lies beside this checkout."""
    if not (SHARED / name).exists():
        pytest.skip(f"{name} is not here")
    return SHARED / name


def _alike(text: str) -> str:
    return " ".join(text.translate(SAME).split())


def test_the_shipped_catalogue_has_no_fault() -> None:
    """seed/ has no fault."""
    assert check_folder(SEED)[1] == ()


def test_the_shipped_catalogue_is_all_there() -> None:
    """seed/README.md has the right counts."""
    shipped = _shipped()
    counts = {kind: len(getattr(shipped, kind)) for kind in shipped.__struct_fields__}

    assert counts == {
        "tracks": 13,
        "groups": 49,
        "items": 384,
        "skills": 26,
        "roles": 6,
        "milestones": 95,
        "prompts": 57,
        "files": 630,
    }
    assert sum(len(role.requirements) for role in shipped.roles) == 101
    assert sum(len(role.bars) for role in shipped.roles) == 16
    table = re.findall(
        r"\[\[(\w+)\]\].*\| (\d+) \|", (SEED / "README.md").read_text(encoding="utf-8")
    )
    assert {f"{kind}s": int(count) for kind, count in table} == {
        k: n for k, n in counts.items() if k != "files"
    }


def test_a_programme_without_a_known_next_round_is_closed() -> None:
    """Where the window says that no later date was found, nobody is sent there."""
    windows = {
        item.slug: item.gate
        for item in _shipped().items
        if item.gate and re.search(r"no (later|next|second)", item.gate.window or "")
    }

    assert windows
    assert [slug for slug, gate in windows.items() if not gate.closed] == []


# Skills of judgement, which nobody shows by a document of their own.
JUDGEMENT = {
    "research-taste", "research-agenda", "epistemics", "mentoring", "own-views",
    "alignment-knowledge", "conceptual-reasoning",
}  # fmt: skip


def test_strong_judgement_is_shown_by_somebody_elses_word() -> None:
    """A letter or a review shows it, and forecasts by their scores; no paper or post does."""
    kinds = {
        milestone.slug: set(milestone.evidence) - {"self"}
        for milestone in _shipped().milestones
        for skill, level in milestone.skills.items()
        if skill in JUDGEMENT and level in ("strong", "very-strong")
    }

    assert kinds.pop("calibration-record") == {"metric"}
    assert len(kinds) > 5
    assert {s: each for s, each in kinds.items() if each - {"letter", "review"}} == {}


def test_what_one_applies_by_can_be_done() -> None:
    """An item of `apply` is an application or an open programme, and no reading."""
    items = {item.slug: item for item in _shipped().items}
    for role in _shipped().roles:
        slugs = [*role.apply, *(bar.apply for bar in role.bars if bar.apply)]
        for item in (items[slug] for slug in slugs):
            is_application = re.search(r"(?i)\b(apply|applications)\b", item.title)
            assert item.kind == "programme" or is_application, item.slug
            assert not (item.gate and item.gate.closed), item.slug
        assert any(items[slug].kind != "programme" for slug in role.apply)


def test_videos_supplement_courses() -> None:
    """Only what needs a first calculus requires a video: the guide names no course of it."""
    items = _shipped().items
    requiring = [item for item in items if any("3b1b" in s for s in item.requires)]

    assert {item.group for item in requiring} == {
        "multivariable-calculus",
        "probability-course",
    }
    assert {slug for item in requiring for slug in item.requires} == {"3b1b-calculus"}


def test_tracks_and_skills_keep_their_slugs() -> None:
    """The tracks are shown in their order, and no skill goes by another name."""
    assert [track.slug for track in _shipped().tracks] == [
        "coding",
        "math",
        "deep-learning",
        "ml-breadth",
        "replications",
        "engineering",
        "research",
        "alignment",
        "theory-conceptual",
        "theory-mathematical",
        "views",
        "career",
        "wellbeing",
    ]
    assert {skill.slug for skill in _shipped().skills} == {
        "python",
        "software-engineering",
        "ml-engineering",
        "algorithms",
        "linear-algebra",
        "calculus",
        "probability",
        "statistics",
        "math-maturity",
        "theoretical-cs",
        "proofs",
        "deep-learning",
        "ml-breadth",
        "ml-depth",
        "paper-reading",
        "research-execution",
        "research-taste",
        "research-agenda",
        "mentoring",
        "teaching",
        "technical-communication",
        "alignment-knowledge",
        "own-views",
        "epistemics",
        "conceptual-reasoning",
        "distillation",
    }


def test_the_page_for_contributors_shows_a_sound_item() -> None:
    """The example in seed/README.md can be added unchanged."""
    (example,) = re.findall(
        r"```toml\n(.*?)```",
        (SEED / "README.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )

    catalogue, faults = build_catalogue({"example.toml": tomllib.loads(example)})

    assert (len(catalogue.items), faults, check_catalogue(catalogue, _shipped())) == (
        1,
        (),
        (),
    )


def test_the_coverage_page_names_what_is_there() -> None:
    """Every file and every slug that docs/guide-coverage.md names is in seed/."""
    page = (ROOT / "docs" / "guide-coverage.md").read_text(encoding="utf-8")
    shipped = _shipped()
    parts = {
        part.slug
        for role in shipped.roles
        for part in (*role.requirements, *role.bars, *role.variants)
    }
    groups = {
        requirement.any_of
        for role in shipped.roles
        for requirement in role.requirements
    }
    ladders = {milestone.ladder for milestone in shipped.milestones}
    slugs = {slug for _, slug in shipped.files} | parts | groups | ladders
    keys = {
        "any_of",
        "as_of",
        "needs",
        "where",
        "phd",
        "phd-",
        "show_hours",
        "show_by",
        "covers",
        "step",
        "aka",
    }

    for name in (
        set(re.findall(r"`([^`]+)`", page)) - keys - {"seed/", "stated = false"}
    ):
        assert (SEED / name).exists() if re.search(r"/|\.", name) else name in slugs, (
            name
        )


def test_the_coverage_page_leaves_out_no_line() -> None:
    """The rows of docs/guide-coverage.md cover the guide in order, all but blank lines."""
    page = (ROOT / "docs" / "guide-coverage.md").read_text(encoding="utf-8")
    rows = [
        (int(first), int(last or first))
        for first, last in re.findall(r"^\| (\d+)(?:–(\d+))? \|", page, re.M)
    ]
    guide = _beside("guide.txt").read_text(encoding="utf-8").split("\n")

    assert rows == sorted(rows)
    covered = {line for first, last in rows for line in range(first, last + 1)}
    assert [
        n for n, text in enumerate(guide, 1) if text.strip() and n not in covered
    ] == []


# Where the shipped catalogue is better than the facts it was made from: the entry, the
# part, the key, what it is now, and why.
# fmt: off
BETTERED: dict[tuple[str, str, str], tuple[Any, str]] = {
    ("item", "cartpole-reinforce", "kind"): ("exercise", "a warm-up for replications: it has no paper's main result"),
    ("item", "anthropic-hiring-process", "kind"): ("exercise", "by it one applies, so that it can be done"),
    ("item", "replicate-foundational", "kind"): ("project", "several papers in turn: no one result reaches the first rung of the ladder"),
    ("item", "small-gpt2", "kind"): ("exercise", "by a ready implementation: gpt2-small covers no replication"),
    ("role", "software-engineer", "ml-engineering.quote"): (
        "consider applying to non-ML roles immediately, or retraining as an ML engineer", "the quote argued the other way",
    ),
    ("role", "software-engineer", "deep-learning.quote"): (None, "the quote argued the other way"),
}
# fmt: on

# What the guide or a publisher states of an entry and of a part of a role. Titles,
# estimates, and which item leads where are ours to better.
STATED = {
    "line", "fills_line", "origin", "kind", "by", "year", "choose", "question", "phd",
    "budget_hours", "budget_split", "within_hours", "ladder", "rung", "hours_from",
}  # fmt: skip
STATED_OF_PARTS = {
    "line", "stated", "weight", "level", "skill", "milestone", "quote", "says", "who",
    "any_of", "variant", "step", "as_of",
}  # fmt: skip


def _state(entry: dict[str, Any]) -> dict[str, Any]:
    """What is stated of an entry, and as `part.key` of each part of a role."""
    keys = STATED
    if entry.get("hours_from") in ("guide", "publisher"):
        keys = keys | {"hours"}
    stated = {key: entry[key] for key in keys if key in entry}
    for kind in ("requirement", "bar", "variant"):
        for part in entry.get(kind, ()):
            for key in STATED_OF_PARTS & part.keys():
                stated[f"{part['slug']}.{key}"] = part[key]
    return stated


def test_nothing_was_lost_from_the_facts() -> None:
    """The shipped catalogue states what its facts state, but for what is named here."""
    shipped, facts = _entries(SEED), _entries(_beside("catalogue"))

    lost = [
        (*entry, key)
        for entry, fact in facts.items()
        for key, value in _state(fact).items()
        if _state(shipped[entry]).get(key) != value
    ]

    assert sorted(lost) == sorted(BETTERED)
    for (kind, slug, key), (value, _) in BETTERED.items():
        assert _state(shipped[kind, slug]).get(key) == value


def test_every_line_is_one_of_the_guide() -> None:
    """Every line that an entry or a part of a role names is in the guide, and is not blank."""
    guide = _beside("guide.txt").read_text(encoding="utf-8").split("\n")
    shipped = _shipped()
    named: list[Any] = [
        *shipped.tracks,
        *shipped.groups,
        *shipped.items,
        *shipped.skills,
        *shipped.milestones,
        *shipped.prompts,
    ]
    named += [
        part
        for role in shipped.roles
        for part in (role, *role.variants, *role.requirements, *role.bars)
    ]

    for entry in named:
        for first, last in filter(
            None, (entry.line, getattr(entry, "fills_line", None))
        ):
            assert last <= len(guide), entry.slug
            assert " ".join(guide[first - 1 : last]).strip(), entry.slug


def test_every_quote_is_the_guides() -> None:
    """Every quote without an address is on its line of the guide, letter for letter."""
    guide = _beside("guide.txt").read_text(encoding="utf-8").split("\n")
    quotes = [
        (
            role.slug,
            part.slug,
            part.line,
            part.quote if hasattr(part, "quote") else part.says,
        )
        for role in _shipped().roles
        for part in (*role.requirements, *role.bars)
        if not getattr(part, "url", None)
    ]

    for role, slug, line, quote in quotes:
        assert line, (role, slug)
        assert _alike(quote or "") in _alike(" ".join(guide[line[0] - 1 : line[1]])), (
            role,
            slug,
        )


def test_no_text_names_a_place_on_a_machine() -> None:
    """No shipped file holds an absolute path."""
    for path in toml_files(SEED).values():
        assert not re.search(
            r"(?<![\w./:-])/[a-z]+/", path.read_text(encoding="utf-8")
        ), path.name
