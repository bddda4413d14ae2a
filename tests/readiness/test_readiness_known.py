"""`known`: what a person can do already, as claims that one undo takes back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.journal.harness import dump
from tests.readiness.builders import item, rating, result
from tracker.app import App
from tracker.choices import LEVELS
from tracker.database.library import library
from tracker.readiness.rules.empty_record import is_record_empty
from tracker.readiness.rules.gaps import find_gaps
from tracker.readiness.rules.item_choices import PRACTICE
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.service.known import list_bundles
from tracker.readiness.store.facts import read_facts, read_roles

EMPIRICAL = "research-contributor-empirical"
BUNDLES = tuple(list_bundles())
WORDS = st.sampled_from(
    [*BUNDLES, "python", "python=strong", "proofs:moderate", "gan", "aisf-course-done"]
)
EXPORT = "export progress --format json"


def test_the_list_can_be_pasted(tracker: Tracker) -> None:
    """Each line of the list is a command that works, and the list says how to name single things."""
    text = tracker.ok("known")
    lines = [line.strip() for line in text.splitlines()]
    commands = [line.split("  ")[0] for line in lines if line.startswith("tracker ")]

    assert lines[0] == "What can you do already? Type each line that is true of you:"
    assert commands[: len(BUNDLES)] == [f"tracker known {slug}" for slug in BUNDLES]
    assert "tracker known python linear-algebra=moderate replication-done" in commands
    for command in commands:
        tracker.ok(command.removeprefix("tracker "))
    assert max(map(len, text.splitlines())) <= 80


def test_the_list_as_json(tracker: Tracker) -> None:
    """The JSON of the list has all that each bundle claims."""
    bundles = {each["slug"]: each for each in tracker.json("known")["bundles"]}

    assert list(bundles) == list(BUNDLES)
    assert bundles["fastai"] == {
        "slug": "fastai",
        "title": "fast.ai finished",
        "skills": {"python": "basic", "deep-learning": "basic"},
        "milestones": [],
        "items": ["fastai"],
        "line": 205,
        "note": "The course asks for a year of programming, and all of it is in Python.",
    }


def test_the_whole_answer(tracker: Tracker) -> None:
    """It says what was recorded, what was there, which steps that removes, and what comes next."""
    tracker.ok("reach calculus-done --evidence certificate:https://example.org/c")
    tracker.ok(f"target {EMPIRICAL}")

    assert tracker.ok("known maths-courses python=strong gan").splitlines()[:5] == [
        "maths-courses: University courses in linear algebra, multivariable calculus and",
        "probability.",
        "Recorded as claimed; evidence makes it shown:",
        "  skills      python strong",
        "  milestones  linear-algebra-done, probability-done",
    ]
    lines = tracker.ok("undo") and tracker.ok("known maths-courses gan").splitlines()
    assert lines[4:8] == [
        "  done        gan",
        "Recorded already, and not changed:",
        "  milestones  calculus-done",
        "No longer on your road to Research contributor (empirical):",
    ]
    assert lines[-2:] == ["What to do next: tracker next", "Undo: tracker undo"]


def test_without_a_target(tracker: Tracker) -> None:
    """Without a target it says how to choose one; where all is recorded, there is nothing to undo."""
    assert tracker.ok("known python calculus=moderate") == (
        "Recorded as claimed; evidence makes it shown:\n"
        "  skills      python basic, calculus moderate\n"
        "To see what it leaves to do, choose a role: tracker target\n"
        "Undo: tracker undo\n"
    )
    assert tracker.ok("known python") == (
        "Nothing changed: it was so already.\n"
        "Recorded already, and not changed:\n  skills      python basic\n"
    )


def test_the_answer_as_json(tracker: Tracker) -> None:
    """The JSON says as what each word was read, what was recorded and which steps that removed."""
    tracker.ok(f"target {EMPIRICAL}")
    tracker.ok("rate python strong")
    before = steps(tracker, EMPIRICAL)
    answer = tracker.json("known cs-degree linear-algebra=moderate strang python-done")

    assert answer["read_as"] == [
        {"typed": "cs-degree", "kind": "bundle", "slug": "cs-degree"},
        {"typed": "linear-algebra=moderate", "kind": "skill", "slug": "linear-algebra"},
        {"typed": "strang", "kind": "item", "slug": "mit-1806"},
        {"typed": "python-done", "kind": "milestone", "slug": "python-done"},
    ]
    assert answer["recorded"] == [
        {"kind": "skill", "slug": "algorithms", "level": "basic"},
        {"kind": "skill", "slug": "linear-algebra", "level": "moderate"},
        {"kind": "skill", "slug": "calculus", "level": "basic"},
        {"kind": "skill", "slug": "probability", "level": "basic"},
        {"kind": "milestone", "slug": "python-done"},
        {"kind": "item", "slug": "mit-1806"},
    ]
    assert answer["already"] == [{"kind": "skill", "slug": "python", "level": "basic"}]
    assert set(answer["removed_steps"]) >= before - steps(tracker, EMPIRICAL)
    assert "mit-1806" in answer["removed_steps"]
    assert answer["hours"]["after"] < answer["hours"]["before"]


def steps(tracker: Tracker, role_slug: str) -> set[str]:
    """The steps of the road to a role."""
    road = tracker.json(f"gaps {role_slug}")["road"]
    return {step for row in road for step in row["steps"]}


def test_nothing_is_lowered(tracker: Tracker) -> None:
    """A higher rating, a result with evidence and the day of either stay."""
    tracker.ok("rate python strong")
    tracker.ok("reach python-done --evidence repo:https://example.org/p")
    tracker.ok("done fastai --on 2026-05-04")
    before = dump(tracker.db)
    answer = tracker.json("known python=moderate python-done fastai")

    assert [each["slug"] for each in answer["already"]] == [
        "python",
        "python-done",
        "fastai",
    ]
    assert [each["slug"] for each in answer["recorded"]] == ["deep-learning"]
    after = dump(tracker.db)
    for table in ("result", "evidence", "item_state"):
        assert after[table] == before[table]
    assert set(after["rating"]) > set(before["rating"])


def test_hours_are_no_claim(tracker: Tracker) -> None:
    """A skill that was only practised is claimed once one says so."""
    tracker.ok("log fastai 20h --on 2026-10-01")
    tracker.ok("log fastai 20h --on 2026-10-02")
    tracker.ok("log fastai 20h --on 2026-10-03")
    assert tracker.json("skills deep-learning")["skills"][0]["strength"] == "practised"

    assert tracker.json("known deep-learning")["already"] == []


def test_what_was_dropped_is_taken_up(tracker: Tracker) -> None:
    """What was skipped or dropped, and is known now, counts as done and reached."""
    tracker.ok("skip gan")
    tracker.ok("drop aisf-course-done")
    tracker.ok("known gan aisf-course-done")

    assert tracker.json("show gan")["item"]["status"] == "done"
    state = tracker.json("show aisf-course-done")["milestone"]["state"]
    assert state == "reached"


def test_a_lower_rating_is_raised(tracker: Tracker) -> None:
    """One's own lower rating is raised; somebody else's stays beside it."""
    tracker.ok("rate python basic")
    tracker.ok('rate python basic --by "Ann Lee"')
    tracker.ok("known python=strong")

    line = tracker.json("skills python")["skills"][0]
    assert (line["level"], line["strength"]) == ("strong", "said")


def test_a_typed_level_corrects_a_bundle(tracker: Tracker) -> None:
    """A level typed beside a bundle replaces the bundle's, but a skill alone does not lower it."""
    typed = tracker.json(
        "known maths-degree proofs=strong calculus=basic linear-algebra"
    )
    levels = {each["slug"]: each.get("level") for each in typed["recorded"]}

    assert levels["proofs"] == "strong"
    assert levels["linear-algebra"] == "moderate"
    assert levels["calculus"] == "basic"


def test_the_day(tracker: Tracker) -> None:
    """--on gives the day since when, which exports name; a later day than today is refused."""
    tracker.ok("known swe-internship --on 2019-06-30")

    assert "2019-06-30" in tracker.ok(EXPORT)
    assert tracker("known python --on tomorrow").code == 4


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            "known python strong",
            2,
            "'strong' is a level, and belongs to a skill.\n"
            "Type it without a blank: python=strong\n"
            "  tracker known python=strong\n",
        ),
        (
            "known basic",
            2,
            "'basic' is a level, and belongs to a skill.\n"
            "Type it without a blank: python=basic\n"
            "  tracker known python=basic\n",
        ),
        (
            "known python none",
            2,
            "'none' is a level, and belongs to a skill.\n"
            "Type it without a blank: python=basic\n"
            "  tracker known python=basic\n",
        ),
        (
            "known python fastai=strong",
            3,
            "There is no skill called 'fastai'.\n"
            "To list them all, type: tracker skills\n",
        ),
        (
            "known pythn=strong",
            3,
            "There is no skill called 'pythn'.\n"
            "Did you mean python?\n"
            "  tracker known python=strong\n",
        ),
        (
            "known bundle-of-joy",
            3,
            "There is no item, milestone, skill or bundle called 'bundle-of-joy'.\n"
            "To search, type: tracker items --search WORD\n",
        ),
        (
            "known lilian",
            3,
            "There is no item, milestone, skill or bundle called 'lilian'.\n"
            "Did you mean lilian-weng?\n"
            "  tracker known lilian-weng\n",
        ),
        (
            "known python=none",
            2,
            "'none' is not a level that one can have.\n"
            "The levels are basic, moderate, strong and very-strong.\n"
            "  tracker known python=basic\n"
            "  tracker known python=moderate\n"
            "  tracker known python=strong\n"
            "  tracker known python=very-strong\n",
        ),
        (
            "known experience gan",
            3,
            "'experience' is a requirement of a role.\n"
            "Type what it asks for:\n"
            "  tracker known research-execution gan\n"
            "  tracker known research-project-done gan\n",
        ),
        (
            "known few-hundred-hour-replication",
            4,
            "few-hundred-hour-replication counts hours, up to 400 h, and needs an item to\n"
            "count them on.\n"
            "Name the item: tracker reach few-hundred-hour-replication --with typical-paper\n",
        ),
    ],
)  # fmt: skip
def test_refusals(tracker: Tracker, words: str, code: int, error: str) -> None:
    """A word that is not a whole name is refused with the corrected line, and nothing is recorded."""
    before = dump(tracker.db)
    output = tracker(words)

    assert (output.code, output.out, output.err) == (code, "", error)
    assert dump(tracker.db) == before


@pytest.mark.parametrize("word", ["SKILL", "MILESTONE", "SKILL=LEVEL", "python=LEVEL"])
def test_placeholders(tracker: Tracker, word: str) -> None:
    """A placeholder is no word."""
    output = tracker(f"known gan {word}")

    assert output.code == 2
    assert " is a placeholder, to be replaced." in output.err


def test_a_skill_and_an_item(tracker: Tracker) -> None:
    """An own item with a skill's name is refused with both lines; with a level it is the skill."""
    tracker.ok("add python --title Python --track coding")
    output = tracker("known python")

    assert (output.code, output.err) == (
        3,
        "python is a skill, and also an item of yours.\n"
        "The skill:\n  tracker known python=basic\n"
        "The item:\n  tracker done python\n",
    )
    assert tracker.json("known python=basic")["recorded"] == [
        {"kind": "skill", "slug": "python", "level": "basic"}
    ]


def test_the_offer(tracker: Tracker) -> None:
    """The first target offers `known` once, and only to a person with an empty record."""
    offer = "Know some of this already? Two minutes: tracker known"

    assert offer in tracker.ok(f"target {EMPIRICAL}").splitlines()
    assert offer not in tracker.ok("target professor").splitlines()
    assert offer not in tracker.ok("target").splitlines()


@pytest.mark.parametrize(
    "words", ["log fastai 1h", "rate python basic", "done gan", "progress fastai 1/7"]
)
def test_no_offer_with_a_record(tracker: Tracker, words: str) -> None:
    """Whoever has recorded anything is offered nothing."""
    tracker.ok(words)

    assert "tracker known" not in tracker.ok(f"target {EMPIRICAL}")


def test_empty_records() -> None:
    """A record is empty without ratings, results, attempts, hours and states of items."""
    assert is_record_empty(Facts(items=(item("a"),)))
    assert not is_record_empty(Facts(items=(item("a", logged=1),)))
    assert not is_record_empty(Facts(ratings=(rating("python", "basic"),)))
    assert not is_record_empty(Facts(results=(result("done"),)))


@settings(max_examples=10)
@given(words=st.lists(WORDS, min_size=1, max_size=4))
def test_undo_takes_all_back(tracker: Tracker, words: list[str]) -> None:
    """Any words are one command: undo brings back every row, and the export byte for byte."""
    tracker.ok(f"target {EMPIRICAL}")
    rows, exported = dump(tracker.db), tracker.ok(EXPORT)
    if tracker.json(["known", *words])["recorded"]:
        tracker.ok("undo")

    assert dump(tracker.db) == rows
    assert tracker.ok(EXPORT) == exported


@settings(max_examples=10)
@given(words=st.lists(WORDS, min_size=1, max_size=3))
def test_twice_is_once(tracker: Tracker, words: list[str]) -> None:
    """The same words a second time record nothing."""
    tracker.ok(["known", *words])
    rows, exported = dump(tracker.db), tracker.ok(EXPORT)
    again = tracker.json(["known", *words])

    assert again["recorded"] == []
    assert again["removed_steps"] == []
    assert dump(tracker.db) == rows
    assert tracker.ok(EXPORT) == exported
    tracker.ok("undo")


def taught_levels(facts: Facts) -> dict[str, set[tuple[str, str]]]:
    """By item, each skill that it builds, at the highest level that a milestone it leads to shows."""
    groups = {group.slug: group.items for group in facts.groups}
    levels: dict[str, dict[str, str]] = {
        each.slug: dict.fromkeys(each.skills, "basic") for each in facts.items
    }
    for milestone in facts.milestones:
        members = [slug for group in milestone.groups for slug in groups[group]]
        for slug in (*milestone.items, *members):
            for skill, level in milestone.skills:
                if skill in levels[slug]:
                    higher = max(level, levels[slug][skill], key=LEVELS.index)
                    levels[slug][skill] = higher
    return {slug: set(each.items()) for slug, each in levels.items()}


@pytest.mark.parametrize("bundle", BUNDLES)
def test_nothing_claimed_is_taught(tracker: Tracker, bundle: str) -> None:
    """After a bundle, no road of any role has a lesson in only what was claimed, nor a way to what was reached.

    Projects, replications and exercises are done to make something, courses for credit
    for the credit, not to learn a level.
    """
    tracker.ok(["known", bundle])
    with library(App(str(tracker.db))) as db:
        facts, roles = read_facts(db), read_roles(db)
    strengths = find_strengths(facts)
    claimed = {
        key for key, backing in strengths.skills.items() if backing.basis != "item"
    }
    items = {each.slug: each for each in facts.items}
    lessons = {
        slug: taught
        for slug, taught in taught_levels(facts).items()
        if taught and items[slug].kind not in PRACTICE and not items[slug].gate
    }
    for each in roles:
        for variant in each.variants or (None,):
            readiness = judge_readiness(each, variant, facts, strengths)
            gaps = find_gaps(readiness, facts, strengths)
            steps = {step for row in (*gaps.road, *gaps.steps) for step in row.steps}
            taught_again = {s for s in steps if s in lessons and lessons[s] <= claimed}
            assert taught_again == set(), each.slug
            ends = {row.action.milestone for row in gaps.road if row.action.steps}
            reached = {slug for slug in ends if slug and strengths.milestone(slug)}
            assert reached == set(), each.slug
