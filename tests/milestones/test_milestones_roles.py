"""The milestones that count towards a role, and the command `milestones`."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.choices import LEVELS, WEIGHTS
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.milestones.rules.role_milestones import (
    RoleMilestone,
    find_role_milestones,
    group_by_weight,
    reach_command,
    shows_level,
)
from tracker.milestones.rules.status import milestone_statuses

DAY = date(2026, 11, 23)
HOUR = 3600
ROLE = "research-contributor-empirical"
FREE = Milestone("free", "Free", kinds=("repo", "post"), skills=(("ml", "moderate"),))
BOUND = Milestone("bound", "Bound", within=(HOUR, 2 * HOUR), kinds=("self", "letter"))
PLAIN = Milestone("plain", "Plain")
NEED = RoleMilestone("need", "must", milestone="free")


@pytest.mark.parametrize(
    ("milestone", "item", "command"),
    [
        (FREE, None, "tracker reach free --evidence repo:URL"),
        (FREE, "ppo", "tracker reach free --with ppo --evidence repo:URL"),
        (BOUND, None, "tracker reach bound --with ITEM --evidence letter:WHO"),
        (BOUND, "ppo", "tracker reach bound --with ppo --evidence letter:WHO"),
        (PLAIN, None, "tracker reach plain"),
    ],
)
def test_reach_command(milestone: Milestone, item: str | None, command: str) -> None:
    """The command asks for the first kind of evidence, and for an item if one is named or hours count."""
    assert reach_command(milestone, item) == command


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_levels(shown: str, asked: str) -> None:
    """A level that is shown meets that level and the lower ones, of that skill alone."""
    milestone = Milestone("m", "M", skills=(("ml", shown),))

    assert shows_level(milestone, "ml", asked) == (
        LEVELS.index(shown) >= LEVELS.index(asked)
    )
    assert not shows_level(milestone, "python", asked)


def _matches(*requirements: RoleMilestone) -> list[tuple[str, str, int]]:
    statuses = milestone_statuses([PLAIN, FREE, BOUND], (), (), (), DAY)
    matches = find_role_milestones(requirements, statuses)
    return [(m.status.slug, m.weight, len(m.requirements)) for m in matches]


def test_what_a_role_asks_for() -> None:
    """A milestone counts if the role names it, or a skill that it shows at that level."""
    skill = RoleMilestone("ml", "helps", skill="ml", level="basic")
    too_high = RoleMilestone("ml-strong", "helps", skill="ml", level="strong")

    assert _matches(NEED) == [("free", "must", 1)]
    assert _matches(skill) == [("free", "helps", 1)]
    assert _matches(too_high) == []
    assert _matches(RoleMilestone("vague", "must")) == []


def test_what_is_implied_counts_towards_a_role() -> None:
    """A milestone meets what those that it covers meet; it comes after those."""
    whole = Milestone("whole", "Whole", covers=("free",))
    over = Milestone("over", "Over", covers=("whole",))
    skill = RoleMilestone("ml", "must", skill="ml", level="basic")
    statuses = milestone_statuses([over, whole, FREE, PLAIN], (), (), (), DAY)

    for asked in (NEED, skill):
        matches = find_role_milestones([asked], statuses)
        assert [match.status.slug for match in matches] == ["free", "over", "whole"]


def test_the_list_and_gaps_agree(tracker: Tracker) -> None:
    """Each milestone of `gaps` is in `milestones --for`, for the same requirements."""
    listed = {
        each["slug"]: set(each["requirements"])
        for each in tracker.json(f"milestones --for {ROLE}")["milestones"]
    }
    steps = {
        (action["milestone"], gap["requirement"])
        for gap in tracker.json(f"gaps {ROLE}")["gaps"]
        for action in gap["actions"]
        if action.get("milestone")
    }

    assert steps
    assert [step for step in steps if step[1] not in listed.get(step[0], ())] == []


def test_order_of_a_role() -> None:
    """Required milestones come first, then those that meet more requirements."""
    requirements = [
        RoleMilestone("one", "helps", milestone="plain"),
        RoleMilestone("two", "should", milestone="bound"),
        RoleMilestone("three", "should", milestone="free"),
        RoleMilestone("four", "helps", skill="ml", level="basic"),
    ]

    assert _matches(*requirements) == [
        ("free", "should", 2),
        ("bound", "should", 1),
        ("plain", "helps", 1),
    ]


def test_groups() -> None:
    """Every weight has a group, and each milestone stands in that of its heaviest."""
    statuses = milestone_statuses([FREE], (), (), (), DAY)
    matches = find_role_milestones([NEED], statuses)

    assert tuple(group_by_weight(matches)) == WEIGHTS
    assert [len(group) for group in group_by_weight(matches).values()] == [1, 0, 0]


@pytest.mark.parametrize(
    ("piece", "is_claimed_only"),
    [
        (Evidence("self", "", DAY), True),
        (Evidence("letter", "Ann", DAY), True),
        (Evidence("repo", "https://git.example/u", DAY), False),
    ],
)
def test_claimed_only(piece: Evidence, is_claimed_only: bool) -> None:
    """A milestone that is reached without valid evidence still needs its command."""
    result = Result("free", None, DAY, DAY, evidence=(piece,))
    statuses = milestone_statuses([FREE], (), [result], (), DAY)
    (match,) = find_role_milestones([NEED], statuses)

    assert match.status.is_claimed_only is is_claimed_only


def test_list(tracker: Tracker) -> None:
    """Milestones are listed by state, reached ones first; slugs are never cut."""
    tracker.ok("reach transformer-in-pytorch --evidence repo:a.example/u")
    tracker.ok("attempt few-hundred-hour-replication --with ppo")
    tracker.ok("done arxiv-paper")
    tracker.ok("drop phd-done")
    lines = tracker.ok("milestones").splitlines()

    assert lines[:10] == [
        "95 milestones: 90 open, 1 with an open attempt, 3 reached, 1 dropped.",
        "Reached",
        "  transformer-in-pytorch  repo - A transformer in PyTorch, by oneself",
        "  research-project-done   by arxiv-paper - Research done",
        "  arxiv-paper             claimed - A paper on arXiv",
        "With an open attempt",
        "  few-hundred-hour-replication  0 h of 200-400 h  A typical ML paper reproduced",
        " " * 50 + "within a few hundred hours",
        "Open",
        "  python-done                              Reads and writes Python",
    ]
    assert lines[-3:-1] == ["Dropped", "  phd-done  A PhD finished"]
    assert tracker(lines[-1].removeprefix("Show one: tracker ")).code == 0


def test_only_evidence_that_counts_is_listed(tracker: Tracker) -> None:
    """Evidence of a kind that shows nothing leaves a milestone claimed in the list."""
    tracker.ok("reach linear-algebra-done --evidence repo:https://a.example/me/la")
    tracker.ok("reach arxiv-paper --evidence letter:'Ann Lee, 3 Nov 2026'")
    claimed = tracker.ok("milestones")
    tracker.ok("reach arxiv-paper --evidence paper:https://a.example/me/paper.html")
    shown = tracker.ok("milestones")

    assert "linear-algebra-done    claimed - Linear algebra" in claimed
    assert "arxiv-paper            claimed - A paper on arXiv" in claimed
    assert "arxiv-paper            paper - A paper on arXiv" in shown


def test_keys_of_a_list(tracker: Tracker) -> None:
    """A milestone in JSON has its state, its evidence, and its hours with the limit."""
    tracker.ok("log ppo 90m")
    tracker.ok("attempt few-hundred-hour-replication --with ppo")
    tracker.ok("reach transformer-in-pytorch --evidence repo:a.example/u")
    listed = {m["slug"]: m for m in tracker.json("milestones")["milestones"]}

    assert len(listed) == 95
    assert listed["few-hundred-hour-replication"] == {
        "slug": "few-hundred-hour-replication",
        "title": "A typical ML paper reproduced within a few hundred hours",
        "state": "trying",
        "evidence": [],
        "hours": {"spent": 1.5, "low": 200, "high": 400},
        "count": None,
    }
    assert listed["transformer-in-pytorch"]["evidence"] == [
        {"kind": "repo", "where": "a.example/u"}
    ]


def test_only_open(tracker: Tracker) -> None:
    """--open leaves out what is reached, over the limit or dropped, not what is begun."""
    tracker.ok("done transformer-in-pytorch")
    tracker.ok("drop phd-done")
    tracker.ok("attempt replication-done --with ppo")
    listed = tracker.json("milestones --open")["milestones"]
    slugs = {milestone["slug"] for milestone in listed}

    assert len(slugs) == 93
    assert not {"transformer-in-pytorch", "phd-done"} & slugs
    assert "replication-done" in slugs


def test_role(tracker: Tracker) -> None:
    """A role's milestones come by weight, each with the requirements it meets."""
    tracker.ok("reach basic-dl-done --evidence certificate:a.example/u")
    text = tracker.ok(f"milestones --for {ROLE}")

    assert text.startswith(
        "Research contributor (empirical): 55 milestones count towards this role.\n"
        "When you have done one, type its command. Replace the words in capitals.\n"
        "Reached: Basic deep learning, whole.\n"
        "Required\n"
        "  A residency at a lab\n"
        "    for taste (required), execution (expected), experience (helpful), ml-depth\n"
        "    (expected)\n"
        "    tracker reach residency-done --evidence letter:WHO\n"
    )
    assert "\nExpected\n" in text
    assert "\nHelpful\n" in text
    # A command is never cut: it can be pasted.
    lines = [line for line in text.splitlines() if "tracker reach" not in line]
    assert max(map(len, lines)) <= 80


def test_role_in_json(tracker: Tracker) -> None:
    """In JSON each has its weight, the requirements it meets, and the command."""
    answer = tracker.json(f"milestones --for {ROLE}")
    (milestone,) = (
        m for m in answer["milestones"] if m["slug"] == "three-replications"
    )

    assert answer["role"] == ROLE
    assert (milestone["weight"], milestone["requirements"], milestone["type"]) == (
        "must",
        ["replications", "ml-depth"],
        "tracker reach replication-done --with ITEM --evidence repo:URL",
    )


def test_role_by_another_name(tracker: Tracker) -> None:
    """A role can be named by another name or a part; all are the same list."""
    text = tracker.ok("milestones --for software-engineer")

    assert tracker.ok("milestones --for software") == text
    assert tracker.ok(["milestones", "--for", "Software Engineer"]) == text


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("milestones --for nobody-at-all", 3),
        ("milestones --for research", 3),
        ("milestones --for ROLE", 2),
        ("milestones --for ''", 2),
        ("milestones arxiv-paper", 2),
    ],
)
def test_refused(tracker: Tracker, words: str, code: int) -> None:
    """An unknown role or one of several exits 3; a placeholder or nothing exits 2."""
    tracker.ok("items")
    output = tracker(words)

    assert (output.code, output.out) == (code, "")


@pytest.mark.parametrize("role", [ROLE, "software-engineer", "professor"])
def test_commands_pasted_as_they_are(tracker: Tracker, role: str) -> None:
    """No command that a role's list prints records anything before it is filled in."""
    text = tracker.ok(f"milestones --for {role}")
    commands = [line.strip() for line in text.splitlines() if " reach " in line]
    before = tracker.json("milestones")

    assert commands
    for command in commands:
        if "--evidence" in command:
            output = tracker(command.removeprefix("tracker "))
            assert (output.code, output.out) == (2, ""), command
            assert "is a placeholder" in output.err
    assert tracker.json("milestones") == before


def test_placeholder_of_evidence(tracker: Tracker) -> None:
    """The refusal of a placeholder shows the whole evidence as it could be."""
    tracker.ok("items")

    assert tracker("reach arxiv-paper --evidence paper:URL") == Output(
        2,
        "",
        "URL is a placeholder, to be replaced.\n"
        "Type your own in its place, for example: paper:https://example.org/you/work\n"
        "For help, type: tracker reach --help\n",
    )
    assert (
        "for example: 'letter:Ann Lee, 3 Nov 2026'\n"
        in tracker("reach choices-vouched --evidence letter:WHO").err
    )
