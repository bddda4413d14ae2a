"""The commands: what they print, save and refuse."""

from typing import Any

import pytest

from tests.conftest import NOW, Output, Tracker
from tests.readiness.persona_runs import PERSONAS, answers, expected, live
from tracker.choices import LEVELS

EMPIRICAL = "research-contributor-empirical"


def persona_tracker(tracker: Tracker, persona: str) -> Tracker:
    """A tracker with all that a persona did, and their first role as the target."""
    live(PERSONAS[persona], tracker.ok)
    tracker.ok(f"target {PERSONAS[persona]['roles'][0]}")
    return tracker


@pytest.mark.parametrize("persona", PERSONAS)
def test_personas(tracker: Tracker, persona: str) -> None:
    """The whole of `ready` and `gaps` for twelve people and the one of the docs, checked by hand against the guide."""
    live(PERSONAS[persona], tracker.ok)
    told = answers(PERSONAS[persona], tracker.ok)

    assert told == expected(persona).read_text(encoding="utf-8")
    # Commands to paste are never broken.
    lines = [line for line in told.splitlines()[1:] if "  tracker " not in line]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("role", "musts", "shoulds", "helps"),
    [
        ("professor", 9, 5, 2),
        (EMPIRICAL, 4, 5, 9),
        ("research-contributor-theoretical", 1, 5, 5),
        ("research-lead-empirical", 8, 5, 6),
        ("research-lead-theoretical", 6, 4, 8),
        ("research-lead-theoretical --variant mathematical", 6, 4, 10),
        ("software-engineer", 1, 2, 5),
    ],
)
def test_all_roles(
    tracker: Tracker, role: str, musts: int, shoulds: int, helps: int
) -> None:
    """Each role has its counts, and a line of the guide and a reason for each requirement, in 80 columns."""
    answer = tracker.json(f"ready {role}")

    assert [answer[name]["total"] for name in ("musts", "shoulds", "helps")] == [
        musts,
        shoulds,
        helps,
    ]
    assert all(
        each["line"] and each["because"] and each["strength"] == "none"
        for each in answer["requirements"]
    )
    texts = (tracker.ok(f"ready {role} --helpful"), tracker.ok(f"gaps {role} --all"))
    assert max(len(line) for text in texts for line in text.splitlines()) <= 80


def test_counts_in_json_and_text(tracker: Tracker) -> None:
    """Shown, claimed and open add up in both; `possible` stays shown and claimed together."""
    persona_tracker(tracker, "pictured")
    assert tracker.json("ready")["musts"] == {
        "total": 4,
        "met": 1,
        "claimed": 1,
        "possible": 2,
        "open": 2,
    }
    lines = tracker.ok("ready --helpful").splitlines()
    assert lines[1:4] == [
        "Required: 1 of 4 shown, 1 claimed, 2 open.",
        "Expected: 1 of 5 shown, 1 claimed, 3 open.",
        "Helpful:  1 of 9 shown, 0 claimed, 8 open.",
    ]
    assert any(line.startswith("Helpful  ~ experience") for line in lines)
    folded = tracker.ok("ready").splitlines()
    assert folded[3] == f"{lines[3]}  (tracker ready --helpful)"


def test_rate_names_all_levels(tracker: Tracker) -> None:
    """The help of `rate` lists the levels that it reads."""
    help_text = " ".join(tracker.ok("rate --help").split())

    assert f"Levels: {', '.join(LEVELS)}." in help_text


def test_ready_without_a_target(tracker: Tracker) -> None:
    """Without a target and without a role, `ready` refuses and lists the six roles."""
    said = tracker("ready")

    assert said == Output(
        4,
        "",
        "You have no target yet.\n"
        "Choose a role:\n"
        "  tracker target professor\n"
        "  tracker target research-contributor-empirical\n"
        "  tracker target research-contributor-theoretical\n"
        "  tracker target research-lead-empirical\n"
        "  tracker target research-lead-theoretical\n"
        "  tracker target software-engineer\n",
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ready no-such-role", 3),
        ("ready research", 3),
        ("ready professor --variant mathematical", 3),
        ("ready research-lead-theoretical --variant none-such", 3),
        ("ready professor --roles", 2),
        ("ready --roles --helps", 2),
        ("gaps", 4),
        ("rate python godlike", 2),
        ("rate pithon basic", 3),
        ("rate python strong --evidence letter:here", 2),
        ("rate python strong --by Ann --evidence nonsense", 2),
        ("skills no-such-skill", 3),
        ("ready professor --if 'burn everything'", 2),
        ("ready professor --if 'reach no-such-thing'", 3),
        ("ready professor --if 'reach gpt2-small --evidence nonsense'", 2),
        ("ready professor --if 'reach gpt2-small --nonsense 1'", 2),
        ("ready professor --if 'reach gpt2-small --on tomorrow'", 4),
        ("ready professor --if 'reach few-hundred-hour-replication'", 4),
    ],
)
def test_refusals(tracker: Tracker, words: str, code: int) -> None:
    """What cannot be read, found or allowed is refused with its code, and nothing is written."""
    before = tracker.db.read_bytes()
    said = tracker(words)

    assert (said.code, said.out, bool(said.err)) == (code, "", True)
    assert tracker.db.read_bytes() == before


def test_target_is_saved_and_undone(tracker: Tracker) -> None:
    """The target is found by part of its name, `ready` is then about it, and it can be undone."""
    assert tracker.json("target lead-theo --variant math")["variant"] == "mathematical"
    assert tracker.json("ready")["variant"] == "mathematical"
    assert (
        tracker.json("ready research-lead-theoretical --variant concep")["variant"]
        == "conceptual"
    )

    assert tracker.json("target professor")["role"] == "professor"
    assert tracker.json("target")["variant"] is None
    tracker.ok("undo")
    assert tracker.json("target") | {"roles": []} == {
        "schema": 1,
        "kind": "target",
        "role": "research-lead-theoretical",
        "variant": "mathematical",
        "roles": [],
        "subjects": ["theory", "phd"],
    }


def test_the_first_variant_is_named(tracker: Tracker) -> None:
    """Without a variant, the first is counted and named, with how to ask for the other."""
    assert tracker.ok("ready research-lead-theoretical").splitlines()[1] == (
        "Variant: conceptual (the first). Other: --variant mathematical"
    )


@pytest.mark.parametrize(
    "supposed",
    [
        "transformer-in-pytorch",
        "transformer-in-pytorch --evidence repo:git.example/tf",
        "basic-dl-done --evidence post:blog.example/dl",
        "engineering-two-years --evidence 'letter:Ann Lee, 3 Nov 2026'",
        "few-hundred-hour-replication --evidence repo:git.example/rep",
        "few-hundred-hour-replication --with ppo --evidence metric:git.example/rep",
        "replication-done --evidence repo:git.example/ppo",
        "few-hundred-hour-replication --on 2026-10-01 --evidence=repo:git.example/rep --claimed 86% --reproduced 74%",
        "few-hundred-hour-replication --with vae --evidence repo:git.example/vae --part all",
        "ml-library-contribution --with small-gpt2 --evidence repo:git.example/pr",
        "transformer-in-pytorch --with transformer-from-scratch --evidence 'letter:Ann Lee, 3 Nov 2026'",
    ],
)
def test_what_if_equals_doing_it(tracker: Tracker, supposed: str) -> None:
    """A what-if answers what `ready` says after the command.

    Until then nothing is written.
    """
    persona_tracker(tracker, "pictured")
    tracker.ok("attempt few-hundred-hour-replication --with vae --since 2026-01-01")
    tracker.ok("drop few-hundred-hour-replication", "2026-09-05T12:00")
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-09-12",
        NOW,
    )
    for day in range(1, 18):
        tracker.ok(f"log vae 24h --on 2026-09-{day:02}")
    tracker.ok("log small-gpt2 24h --on 2026-09-20")
    tracker.ok("reach gpt2-small --evidence repo:git.example/gpt2 --on 2026-06-14")
    tracker.ok("drop ml-library-contribution")
    before = tracker.db.read_bytes()
    answer = tracker.json(["ready", "--if", f"reach {supposed}"])
    assert tracker.db.read_bytes() == before

    tracker(f"reach {supposed}")
    assert answer.pop("if") == f"reach {supposed}"
    assert answer == tracker.json("ready")


def test_what_if_takes_a_pasted_line(tracker: Tracker) -> None:
    """A line of `milestones --for` can be supposed as it is, with `tracker` before it."""
    pasted, typed = (
        tracker.ok(
            [
                "ready",
                EMPIRICAL,
                "--if",
                f"{before}reach mnist-mlp --evidence repo:git.example/u",
            ]
        )
        for before in ("tracker ", "")
    )

    assert pasted == typed


def test_what_if_says_what_changes(tracker: Tracker) -> None:
    """A what-if names the requirements that would change, and says that nothing is written."""
    text = tracker.ok(
        [
            "ready",
            EMPIRICAL,
            "--if",
            "reach engineering-two-years --evidence letter:git.example/ann",
        ]
    )

    assert text.splitlines()[1:] == [
        "If you type: reach engineering-two-years --evidence letter:git.example/ann",
        "(nothing is written)",
        "  programming: open -> verified",
        "  swe-internship: open -> verified",
        "  80k-engineers (bar): open -> met",
        "Required: 1 of 4 shown (was 0), 0 claimed (was 0), 3 open (was 4).",
        "Helpful:  1 of 9 shown (was 0), 0 claimed (was 0), 8 open (was 9).",
        "To see all lines, add --helpful.",
    ]
    whole = tracker.ok(["ready", EMPIRICAL, "--helpful", "--if", "done ppo"])
    assert "What employers have said" in whole
    nothing = tracker.ok(["ready", EMPIRICAL, "--if", "rate python basic"])
    assert nothing.splitlines()[2:] == [
        "  No requirement and no bar of this role would change.",
        "To see all lines, add --helpful.",
    ]


def test_rate_says_what_it_counts_as(tracker: Tracker) -> None:
    """A rating is confirmed with what it counts as and what would show more."""
    assert tracker.ok("rate software-engineering strong") == (
        "Software engineering: strong, your own rating. Undo: tracker undo\n"
        "  It counts as claimed: your rating, no letter yet.\n"
        "  To show it: ml-library-contribution within its hours, research-tooling-used,\n"
        "  or engineering-two-years: professional work, confirmed by a reviewer.\n"
    )
    assert tracker.ok(
        "rate soft strong --by 'Ann Lee' --evidence 'letter:Ann Lee, 3 Nov 2026'"
    ) == (
        "Software engineering: strong, rated by Ann Lee. Undo: tracker undo\n"
        "  It counts as verified: letter by Ann Lee, 3 Nov 2026.\n"
    )
    rated = tracker.ok(
        "rate ml-depth strong --by 'Jo Ray' --evidence letter:'2 Nov 2026'"
    )
    assert "verified: letter by Jo Ray, 2 Nov 2026.\n" in rated


def test_a_letter_is_for_its_level(tracker: Tracker) -> None:
    """A letter counts for its own level: another level needs a letter of its own, which replaces it."""
    tracker.ok("rate python strong --by Ann --evidence 'letter:Ann Lee, 3 Nov 2026'")
    assert tracker("rate python very-strong --by Ann").code == 4
    assert tracker("rate python very-strong --by Ann --evidence repo:one").code == 4
    assert skill(tracker, "python") == ("strong", "checked")

    tracker.ok("rate python strong --by Ann")
    assert skill(tracker, "python") == ("strong", "checked")
    tracker.ok("rate python moderate --by Ann --evidence 'review:Ann Lee, 4 Nov 2026'")
    assert skill(tracker, "python") == ("moderate", "checked")
    tracker.ok("undo")
    assert skill(tracker, "python") == ("strong", "checked")


def test_evidence_that_is_no_letter(tracker: Tracker) -> None:
    """Somebody's rating with other evidence than a letter or review is saved with a remark, and is claimed."""
    said = tracker("rate python strong --by Ann --evidence repo:git.example/ann")

    assert (said.code, skill(tracker, "python")) == (0, ("strong", "said"))
    assert said.err.startswith("The repo does not count: a rating needs a")


RATE = "rate python strong --by 'Ann Lee' --evidence"


@pytest.mark.parametrize(
    ("evidence", "strength", "remark"),
    [
        ("'letter:3 Nov 2026'", "checked", ""),
        ("'review:Ann Lee, supervisor, 3 Nov 2026'", "checked", ""),
        ("letter:letters.example/ann", "checked", ""),
        ("letter:on-request", "said", "'on-request' does not say who gave the letter"),
        ("letter:~/ann.pdf", "said", "~/ann.pdf is on your own machine, and nobody"),
        ("'letter:3 Dec 2026'", "said", "The day of '3 Dec 2026' is still to come."),
        (
            "'letter:promised, 3 Nov 2026'",
            "said",
            "'promised, 3 Nov 2026' does not say",
        ),
        ("certificate:a.example", "said", "The certificate does not count: a rating"),
    ],
)
def test_evidence_of_a_rating(
    tracker: Tracker, evidence: str, strength: str, remark: str
) -> None:
    """A letter verifies a rating by its address or its day: the giver is the rater."""
    said = tracker(f"{RATE} {evidence}")

    assert (said.code, skill(tracker, "python")) == (0, ("strong", strength))
    assert said.err.startswith(remark)
    assert bool(said.err) is bool(remark)


def test_a_letter_of_a_rating_twice(tracker: Tracker) -> None:
    """A letter is saved once for a rating, and a rating that was claimed can change."""
    tracker.ok(f"{RATE} letter:on-request")
    tracker.ok("rate python moderate --by 'Ann Lee'")
    tracker.ok(f"{RATE} letter:letters.example/ann")
    said = tracker(f"{RATE} review:https://LETTERS.example/ann/")

    assert said.err == (
        "https://LETTERS.example/ann/ is there already, and is saved once:\n"
        "  letter letters.example/ann\n"
    )


def test_rate_asks_for_a_letter_or_a_review(tracker: Tracker) -> None:
    """Evidence for a rating that cannot be read is answered with whole commands."""
    assert tracker("rate python strong --by Ann --evidence foo").err == (
        "'foo' does not begin with a kind of evidence.\nType a letter or a review, such as letter:WHO or review:WHO.\n"
        "  tracker rate python strong --by Ann --evidence letter:WHO\n"
        "  tracker rate python strong --by Ann --evidence review:WHO\n"
    )


def test_the_hours_of_a_limited_result_are_shown(tracker: Tracker) -> None:
    """With a limit of hours, the logged hours stand beside the evidence and the bar."""
    role = "ready research-contributor-empirical"
    tracker.ok("log ziegler-2019 45m")
    tracker.ok(
        "reach few-hundred-hour-replication --with ziegler-2019 --evidence repo:git.example/z"
    )
    because = {r["slug"]: r["because"] for r in tracker.json(role)["requirements"]}
    tracker.ok("rm last")

    assert because["one-long-replication"] == ["repo, 23 Nov, 45m logged"]
    assert because["ml-engineering"] == [
        "few-hundred-hour-replication: repo, 23 Nov, 45m logged"
    ]
    none = " ".join(tracker.ok(role).split())
    assert "repo, 23 Nov, no hours logged" in none
    assert (
        "a few hundred hours, 0 h of 200-400 h, reached 23 Nov (guide line 138)" in none
    )


def test_skills_list_the_best_level(tracker: Tracker) -> None:
    """One row for each skill: its best level, the reason, and what is claimed above it."""
    tracker.ok("rate python strong")
    tracker.ok("reach python-done --evidence repo:git.example/you")

    assert tracker.ok("skills").splitlines()[0] == (
        "python  basic  shown  python-done: repo, 23 Nov; strong claimed"
    )
    answer = tracker.json("skills")["skills"]
    assert len(answer) == 26
    assert answer[0] == {"slug": "python", "level": "basic", "strength": "shown"}
    assert answer[1] == {
        "slug": "software-engineering",
        "level": "none",
        "strength": "none",
    }


def test_a_skill_lists_its_levels(tracker: Tracker) -> None:
    """One skill: what it means, and for each level its strength and what would show it."""
    assert tracker.ok("skills algorithms").splitlines()[:4] == [
        "Algorithms and coding interviews (algorithms)                     guide line 141",
        "Solves unseen problems in data structures and algorithms against the clock.",
        "basic       open",
        "            An algorithms course passed, or fifty easy problems solved with",
    ]
    levels = tracker.json("skills algorithms")["skills"][0]["levels"]
    assert [each["level"] for each in levels] == [
        "basic",
        "moderate",
        "strong",
        "very-strong",
    ]


def test_hours_of_an_attempt_logged_later(tracker: Tracker) -> None:
    """Hours after a result do not change it.

    Hours before it can put it over the limit, whenever logged.
    """
    tracker.ok(
        "attempt few-hundred-hour-replication --with typical-paper --since 2026-06-01"
    )
    for day in range(1, 20):
        tracker.ok(f"log typical-paper 20h --on 2026-06-{day:02}")
    tracker.ok(
        "reach few-hundred-hour-replication --with typical-paper --evidence repo:git.example/x --on 2026-07-01"
    )
    musts = tracker.json(f"ready {EMPIRICAL}")["musts"]
    assert musts["met"] == 1

    tracker.ok("log typical-paper 24h --on 2026-07-02")
    assert tracker.json(f"ready {EMPIRICAL}")["musts"] == musts
    tracker.ok("log typical-paper 21h --on 2026-06-30")
    assert tracker.json(f"ready {EMPIRICAL}")["musts"]["met"] == 0
    assert tracker.json("ready research-lead-empirical")["musts"]["met"] == 1


def test_roles_side_by_side(tracker: Tracker) -> None:
    """`ready --roles` has a row for each variant of each role, and what several of them ask for."""
    answer = persona_tracker(tracker, "pictured").json("ready --roles")

    assert [
        (each["role"], each["variant"], each["musts"]["met"])
        for each in answer["roles"]
    ] == [
        ("professor", None, 0),
        (EMPIRICAL, None, 1),
        ("research-contributor-theoretical", None, 0),
        ("research-lead-empirical", None, 2),
        ("research-lead-theoretical", "conceptual", 0),
        ("research-lead-theoretical", "mathematical", 0),
        ("software-engineer", None, 0),
    ]
    assert "mentor-found" in [each["slug"] for each in answer["shared"]]
    assert max(map(len, tracker.ok("ready --roles").splitlines())) <= 80


def test_next_is_short(tracker: Tracker) -> None:
    """`next` has at most five things: work in progress, quick evidence, then first steps."""
    actions: list[dict[str, Any]] = persona_tracker(tracker, "pictured").json("next")[
        "actions"
    ]

    assert len(actions) <= 5
    assert (actions[0]["do"], actions[0]["hours"]) == (
        "continue ziegler-2019",
        [58.5, 117.0, 214.5],
    )


def test_next_without_a_target(tracker: Tracker) -> None:
    """`next` works without a target: it lists work in progress, or says to choose a role."""
    assert (
        tracker.ok("next")
        == "Nothing is in progress. Choose a role: tracker target ROLE\n"
    )
    tracker.ok("log fastai 2h --on 2026-11-20")
    assert tracker.ok("next").splitlines()[1:] == [
        "  43 -   78 -   128  continue fastai: Practical Deep Learning for Coders",
        "                     Open it: tracker open fastai",
    ]


def test_next_asks_for_a_decision_that_is_due(tracker: Tracker) -> None:
    """An item whose experiment has used its hours asks for a decision first."""
    tried = "attempt conceptual-fit-test --with propose-for-elk"
    tracker.ok(f'{tried} --since 2026-11-02 --phase "reading 3h" --phase "writing 2h"')
    tracker.ok("log propose-for-elk 4h --on 2026-11-02")
    before = what_next(tracker)
    tracker.ok("log propose-for-elk 1h --on 2026-11-03")
    due = what_next(tracker)
    tracker.ok([*tried.split(), "--decision", "liked it"])

    assert before == what_next(tracker) == "continue propose-for-elk"
    assert due == "decide on propose-for-elk: tracker show conceptual-fit-test"


def what_next(tracker: Tracker) -> str:
    """The first thing that `next` would do."""
    first: str = tracker.json("next")["actions"][0]["do"]
    return first


def test_next_with_nothing_left(tracker: Tracker) -> None:
    """With a target, `next` says that all is shown, and where to apply."""
    tracker.ok("target software-engineer")
    for slug in (
        "research-tooling-used",
        "engineering-two-years",
        "leetcode-ready",
        "aisf-course-done",
    ):
        tracker.ok(
            f"reach {slug} --evidence 'letter:Ann Lee, 3 Nov 2026' --evidence 'review:Ann Lee, 4 Nov 2026' --evidence 'certificate:Ann Lee, 5 Nov 2026'"
        )
    open_ones = tracker.json("gaps")["gaps"]
    tracker.ok(
        "rate deep-learning basic --by Ann --evidence 'letter:Ann Lee, 3 Nov 2026'"
    )
    shown = tracker.ok("next")

    assert [gap["requirement"] for gap in open_ones] == ["deep-learning"]
    assert shown.splitlines()[0] == "Apply now"
    assert shown.splitlines()[-2:] == [
        "    tracker done job-applications          Apply for jobs",
        "You have shown all that this role asks for: Software engineer.",
    ]


def test_kinds_of_evidence_are_listed(tracker: Tracker) -> None:
    """The reason lists all kinds that count, and not the repo, which does not."""
    tracker.ok(
        "reach research-tooling-used --evidence repo:git.example/u --evidence 'letter:Ann Lee, 3 Nov 2026' --evidence 'review:Ann Lee, 4 Nov 2026'"
    )

    reasons = [
        reason
        for line in tracker.json("ready software-engineer")["requirements"]
        for reason in line["because"]
    ]
    assert "review and letter by Ann Lee, 3 Nov 2026" in reasons


def test_hours_from_memory_count_nowhere(tracker: Tracker) -> None:
    """A recollection practises nothing."""
    tracker.ok("recall fastai 200h --over 2026-05")

    assert {each["strength"] for each in tracker.json("skills")["skills"]} == {"none"}


def skill(tracker: Tracker, slug: str) -> tuple[str, str]:
    """A skill's level and strength."""
    found = next(
        each for each in tracker.json("skills")["skills"] if each["slug"] == slug
    )
    return found["level"], found["strength"]


def test_gaps_in_json_have_what_the_text_has(tracker: Tracker) -> None:
    """The JSON has the bars that need evidence, and the requirements without a path: none."""
    persona_tracker(tracker, "bootcamp")
    contributor, lead = (
        tracker.json(f"gaps {role}") for role in (EMPIRICAL, "research-lead-empirical")
    )

    assert contributor["bars"] == [
        {
            "slug": "redwood",
            "who": "A Redwood Research staff member",
            "milestone": "transformer-in-pytorch",
            "do": "Publish the code with the test that compares its outputs with a reference.",
            "hours": [1, 4, 12],
        }
    ]
    assert (contributor["closed"], lead["closed"]) == ([], [])
    assert {gap["requirement"] for gap in contributor["gaps"] if gap["step"]} == {
        "mentor",
        "funding",
        "evaluation",
    }
    assert {gap["any_of"] for gap in contributor["gaps"] if gap["any_of"]} == {
        "few-or-one-whole"
    }
    assert contributor["ratios"] == []


@pytest.mark.parametrize(
    "words", ["target 'research engineer'", "config target research-engineer"]
)
def test_another_name_of_a_role(tracker: Tracker, words: str) -> None:
    """A role is found by its other name, wherever a role is named."""
    tracker.ok("items")
    tracker.ok(words)

    assert tracker.json("ready")["role"] == "research-contributor-empirical"
    assert tracker.ok("milestones --for 'Research Engineer'") == tracker.ok(
        "milestones --for research-contributor-empirical"
    )
