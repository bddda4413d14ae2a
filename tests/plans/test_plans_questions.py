"""`ask`: the guide's questions, which come again in time."""

import io
import re
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.choices import PROMPT_KINDS
from tracker.database import locks
from tracker.errors import Ambiguous, NotFound
from tracker.labels import GUIDE_NOTE
from tracker.plans.rules.notes import Note
from tracker.plans.rules.questions import Prompt, choose_prompt, find_prompts
from tracker.plans.view.questions import prompts_text
from tracker.readiness.rules.records import Role, Variant
from tracker.readiness.rules.role_subjects import role_subjects

ROLES = (
    "professor",
    "research-contributor-empirical",
    "research-contributor-theoretical",
    "research-lead-empirical",
    "research-lead-theoretical",
    "software-engineer",
)
# What nobody should meet in their first question (guide line 349).
DOOM = re.compile(
    r"extinct|doom|die\b|kill|misalign|goes badly|superintelligence|go wrong",
    re.IGNORECASE,
)


@pytest.fixture(name="types")
def _types(monkeypatch):
    """Type `text` at the next prompt."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def question(slug: str, *days: int, kind: str = "view", **more) -> Prompt:
    """A question that was answered on these days of January."""
    answers = tuple(Note(date(2026, 1, day), "yes") for day in days)
    return Prompt(slug, kind, f"{slug}?", answers=answers, **more)


def left(slug: str, day: int, at: int = 0) -> Prompt:
    """A question that was left unanswered on that day of January."""
    return question(slug, left=date(2026, 1, day), left_at=at)


def leave(tracker: Tracker, types, words: str = "ask", now: str | None = None) -> str:
    """Leave the question that `words` ask unanswered; return its name."""
    types("\n")
    return tracker.ok(words, now).partition(",")[0]


@pytest.mark.parametrize(
    ("prompts", "expected"),
    [
        ([question("a", 1), question("b"), question("c")], "b"),
        ([question("a", 3), question("b", 1, 4), question("c", 2)], "c"),
        ([left("a", 5), question("b"), question("c", 1)], "b"),
        ([left("a", 5), question("b", 6), question("c", 4)], "c"),
        ([left("a", 5), question("b", 6)], "a"),
        ([left("a", 5, at=20), left("b", 5, at=10)], "b"),
        ([left("a", 5, at=20), question("b", 5)], "b"),
        ([question("a"), question("b")], "a"),
    ],
)
def test_order(prompts: list[Prompt], expected: str) -> None:
    """Never asked comes first, then answered or left longest ago, then first listed."""
    assert choose_prompt(prompts, None).slug == expected


def test_subjects_of_the_target_come_first() -> None:
    """Among questions never asked, those about the target's subjects come first."""
    prompts = [question("a"), question("b", subject="phd"), question("c")]
    asked = [question("a"), question("b", 1, subject="phd"), question("c")]

    assert choose_prompt(prompts, None, ("phd",)).slug == "b"
    assert choose_prompt(asked, None, ("phd",)).slug == "a"


@given(
    st.lists(st.sampled_from(["leave", "answer"]), min_size=1, max_size=12),
    st.lists(st.booleans(), min_size=4, max_size=4),
)
def test_all_come_before_one_comes_again(moves: list[str], wanted: list[bool]) -> None:
    """However they are answered or left, four questions come in rounds of four."""
    prompts = [
        question(slug, subject="phd" if is_wanted else None)
        for slug, is_wanted in zip("abcd", wanted, strict=True)
    ]
    seen = []
    for at, move in enumerate(moves):
        day = date(2026, 2, 1 + at)
        chosen = choose_prompt(prompts, None, ("phd",))
        seen.append(chosen.slug)
        answers = (*chosen.answers, Note(day, "yes")) if move == "answer" else ()
        is_left = move == "leave"
        changed = Prompt(
            chosen.slug,
            chosen.kind,
            chosen.question,
            answers=answers or chosen.answers,
            subject=chosen.subject,
            left=day if is_left else chosen.left,
        )
        prompts = [changed if p.slug == chosen.slug else p for p in prompts]

    rounds = [seen[at : at + 4] for at in range(0, len(seen), 4)]
    assert all(len(set(asked)) == len(asked) for asked in rounds)
    assert all(asked == rounds[0][: len(asked)] for asked in rounds)


PROMPTS = [
    question("phd-advisor", kind="decision", subject="phd"),
    question("phd-money", kind="decision", subject="phd"),
    question("first-agi", kind="forecast", subject="risk"),
    question("time-off", kind="wellbeing", subject="wellbeing"),
]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (None, ["phd-advisor", "phd-money", "first-agi", "time-off"]),
        ("phd", ["phd-advisor", "phd-money"]),
        ("PhD", ["phd-advisor", "phd-money"]),
        ("forecast", ["first-agi"]),
        ("wellbeing", ["time-off"]),
        ("phd-money", ["phd-money"]),
        ("phd money", ["phd-money"]),
        ("advisor", ["phd-advisor"]),
    ],
)
def test_which_questions(typed: str | None, expected: list[str]) -> None:
    """A subject, a kind, a name or a part of a name chooses questions."""
    assert [prompt.slug for prompt in find_prompts(PROMPTS, typed)] == expected


def test_no_such_question() -> None:
    """What is spelled like a subject, kind or name is offered; two are both named."""
    with pytest.raises(NotFound) as wrong:
        find_prompts(PROMPTS, "forcast")
    with pytest.raises(NotFound) as unknown:
        find_prompts(PROMPTS, "zzz")
    with pytest.raises(Ambiguous) as two:
        find_prompts(PROMPTS, "phd-")

    assert wrong.value.instead == ("forecast",)
    assert unknown.value.hint == "To list all questions: tracker ask --list"
    assert two.value.candidates == ("phd-advisor", "phd-money")


def test_list_as_text() -> None:
    """The list has each subject once, and says of no wellbeing question if answered."""
    prompts = [
        question("phd-advisor", 1, kind="decision", subject="phd"),
        question("first-agi", kind="forecast"),
        question("time-off", 1, kind="wellbeing", subject="wellbeing"),
        question("phd-money", kind="decision", subject="phd"),
    ]

    assert prompts_text(prompts) == (
        "phd\n"
        "  phd-advisor  decision, answered  phd-advisor?\n"
        "  phd-money    decision            phd-money?\n"
        "forecast\n"
        "  first-agi    forecast            first-agi?\n"
        "wellbeing\n"
        "  time-off     wellbeing           time-off?\n"
        "To answer one: tracker ask phd-advisor"
    )


def test_subjects_of_roles() -> None:
    """A PhD matters where it helps, theory where its tracks lead to the role."""
    theory = Variant("conceptual", "Conceptual", tracks=("theory-conceptual",))

    assert role_subjects(Role("a", "A", phd="not required", tracks=("math",))) == ()
    assert role_subjects(Role("a", "A", phd="required")) == ("phd",)
    assert role_subjects(Role("a", "A", phd="usual")) == ("phd",)
    assert role_subjects(Role("a", "A", phd="helpful", variants=(theory,))) == (
        "theory",
        "phd",
    )


def test_person_with_a_phd_is_not_asked_about_one(tracker: Tracker) -> None:
    """Once a PhD is reached, neither `target` nor `ask` offers its questions."""
    tracker.ok("reach ml-phd-done")

    assert "tracker ask" not in tracker.ok("target professor")
    assert tracker.json("ask")["subject"] != "phd"
    assert tracker.json("ask phd")["subject"] == "phd"


@pytest.mark.parametrize("words", ["ask", *(f"ask {kind}" for kind in PROMPT_KINDS)])
def test_first_questions_frighten_nobody(tracker: Tracker, words: str) -> None:
    """For nobody is the first question, of all or of a kind, about extinction."""
    asked = [tracker.json(words)]
    for role in ROLES:
        tracker.ok(f"target {role}")
        asked.append(tracker.json(words))

    assert [a["question"] for a in asked if DOOM.search(a["question"])] == []
    assert [a["slug"] for a in asked if a["subject"] == "risk"] == []


@pytest.mark.parametrize("role", ROLES)
def test_target_names_its_questions(tracker: Tracker, role: str) -> None:
    """The commands that `target` names for its questions work, and ask about that."""
    answer = tracker.ok(f"target {role}")
    subjects = tracker.json("target")["subjects"]
    named = re.findall(r"tracker (ask .*)", answer)

    assert [tracker.json(words)["subject"] for words in named] == subjects
    assert (tracker.json("ask")["subject"] in subjects) == bool(subjects)
    assert ("phd" in subjects) == ("lead" in role or role == "professor")
    assert ("theory" in subjects) == ("theoretical" in role)


def test_question_shows_earlier_answers(tracker: Tracker, types) -> None:
    """A question shows its name, its line in the guide, and your earlier answers."""
    types("thirty percent\n")
    assert tracker.ok("ask extinction") == (
        "extinction, forecast, guide line 291\n"
        "How likely is it that AI leads to human extinction?\n"
        f"{GUIDE_NOTE}\n"
        "> \n"
        "Noted, Mon 23 Nov. Undo: tracker undo\n"
    )

    types("twenty\n")
    assert tracker.ok("ask extinction", "2026-12-24T10:00").splitlines()[1:3] == [
        "How likely is it that AI leads to human extinction?",
        "  Mon 23 Nov: thirty percent",
    ]
    assert [note["text"] for note in tracker.json("note")["notes"]] == [
        "thirty percent",
        "twenty",
    ]


@pytest.mark.parametrize("typed", ["", "\n", "  \n"])
def test_empty_answer_saves_nothing(tracker: Tracker, types, typed: str) -> None:
    """An empty line, or none, saves nothing, is no error and nothing to undo."""
    tracker.ok("items")
    types(typed)

    output = tracker("ask theory-risk")

    assert (output.code, output.out.splitlines()[-1], output.err) == (
        0,
        "> ",
        "Nothing was saved. To answer it another time: tracker ask theory-risk\n",
    )
    assert tracker.json("note")["notes"] == []
    assert tracker.json("history")["commands"] == []


def test_left_question_comes_after_the_others(tracker: Tracker, types) -> None:
    """Questions left unanswered come again once the others were asked, in order."""
    every = [p["slug"] for p in tracker.json("ask wellbeing --list")["questions"]]
    asked = [
        leave(tracker, types, "ask wellbeing", f"2026-11-23T14:{minute:02}")
        for minute in range(2 * len(every))
    ]

    assert asked == [*every, *every]


def test_left_questions_are_kept(tracker: Tracker, types) -> None:
    """The list says in JSON on which day each was left; an answer comes after that."""
    first = leave(tracker, types)
    tracker.ok(f"ask {first} --answer yes", "2026-11-25T10:00")
    second = leave(tracker, types, now="2026-11-26T10:00")
    days = {p["slug"]: p["left"] for p in tracker.json("ask --list")["questions"]}

    assert first != second
    assert {slug: day for slug, day in days.items() if day} == {
        first: "2026-11-23",
        second: "2026-11-26",
    }
    assert tracker.ok("undo --older")
    assert tracker.json("ask")["slug"] not in (first, second)


def test_asking_in_json_leaves_nothing(tracker: Tracker) -> None:
    """With --json a question waits for no answer, so it is not left either."""
    tracker.ok("items")
    before = tracker.json("ask")

    assert tracker.json("ask") == before
    assert (before["kind"], before["answers"], before["left"]) == ("ask", [], None)


def test_locked_database(
    tracker: Tracker, types, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the database is locked, a question can be asked and left all the same."""
    tracker.ok("items")
    types("\n")
    monkeypatch.setattr(locks, "BUSY_SECONDS", 0)
    with closing(sqlite3.connect(tracker.db)) as writer:
        writer.execute("begin immediate")
        output = tracker("ask theory-risk")

    assert (output.code, output.err) == (
        0,
        f"Another process is writing to {tracker.db}, so it could not be used.\n"
        "Nothing was saved. To answer it another time: tracker ask theory-risk\n",
    )
    assert tracker.json("ask theory-risk")["left"] is None


def test_undo_ignores_left_questions(tracker: Tracker, types, tmp_path: Path) -> None:
    """What was left stays when a merge that brought the same is undone and redone."""
    other = tmp_path / "other.db"
    leave(tracker, types, "ask theory-risk", "2026-11-20T10:00")
    shutil.copyfile(tracker.db, other)
    tracker.db.unlink()
    tracker.ok("log ppo 5m", "2026-11-21T10:00")
    tracker.ok(["merge", str(other)])
    assert tracker.json("ask theory-risk")["left"] == "2026-11-20"
    tracker.ok("undo")
    leave(tracker, types, "ask theory-risk", "2026-11-22T10:00")
    tracker.ok("redo --older")

    assert tracker.json("ask theory-risk")["left"] == "2026-11-22"
    tracker.ok("undo --older")
    assert tracker.json("ask theory-risk")["left"] == "2026-11-22"


def test_list(tracker: Tracker) -> None:
    """The list has every question under its subject, or those of one subject or kind."""
    text = tracker.ok("ask --list")
    questions = tracker.json("ask --list")["questions"]
    heads = [line for line in text.splitlines()[:-1] if not line.startswith(" ")]

    assert heads == list(dict.fromkeys(q["subject"] for q in questions))
    named = re.findall(r"^  (\S+)", text, re.MULTILINE)
    assert sorted(named) == sorted(q["slug"] for q in questions)
    assert max(map(len, text.splitlines())) <= 80
    assert {q["about"] for q in questions} == set(PROMPT_KINDS)
    assert {q["subject"] for q in tracker.json("ask phd --list")["questions"]} == {
        "phd"
    }
    assert tracker.json("ask theory-risk --list")["questions"] == [
        {k: v for k, v in tracker.json("ask theory-risk").items() if k in questions[0]}
    ]


def test_answer_option_names_the_question(tracker: Tracker) -> None:
    """With --answer, the output names the question."""
    assert tracker.ok('ask strategies-that-align --answer "less sure"') == (
        "Noted, Mon 23 Nov. Undo: tracker undo\n"
        "  Question: Which strategies for alignment would in fact align the AI, and where\n"
        "  would each fail first?\n"
    )
    assert [note["prompt"] for note in tracker.json("note")["notes"]] == [
        "strategies-that-align"
    ]


def test_answers_about_wellbeing_are_private(tracker: Tracker) -> None:
    """Answers about wellbeing are always private, others only with --private."""
    tracker.ok("ask wellbeing --answer 'I would like a week off'")
    tracker.ok("ask view --answer x")
    tracker.ok("ask decision --answer y --private")

    assert [note["private"] for note in tracker.json("note")["notes"]] == [
        True,
        False,
        True,
    ]
    assert "answered" not in tracker.ok("ask wellbeing --list")


def test_text_that_cannot_be_saved(tracker, monkeypatch, tmp_path):
    """An answer from the editor stays in a file until it is saved, and is named."""
    tracker.ok("items")
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "more theory" > "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    with monkeypatch.context() as patch, closing(sqlite3.connect(tracker.db)) as writer:
        patch.setattr(locks, "BUSY_SECONDS", 0)
        writer.execute("begin immediate")
        output = tracker("ask view --editor")
    (file,) = tracker.db.parent.glob("tracker-*.txt")

    assert output.code == 5
    assert f"\nYour text is in {file}.\n" in output.err
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("more theory", 0o600)
    said = tracker("ask view --editor")
    assert (said.code, f"{file} is a text" in said.err) == (0, True)
    assert list(tracker.db.parent.glob("tracker-*.txt")) == [file]


def test_editor(tracker, monkeypatch, tmp_path):
    """An answer can be written in an editor; an unsaved file is no answer."""
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf 'one line\\nand another\\n' > \"$1\"\n")
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    tracker.ok("ask view --editor")
    monkeypatch.setenv("VISUAL", "true")

    assert tracker("ask view --editor").err.startswith("Nothing was saved. ")
    assert [note["text"] for note in tracker.json("note")["notes"]] == [
        "one line\nand another"
    ]


@pytest.mark.parametrize(
    ("editor", "message"),
    [("false", "false: Editing failed."), ("'", "$EDITOR could not be read.")],
)
def test_editor_that_does_not_run(tracker, monkeypatch, editor, message):
    """It is refused with a hint, and nothing is written."""
    monkeypatch.setenv("VISUAL", editor)
    output = tracker("ask view --editor")

    assert (output.code, output.err.splitlines()[-3:]) == (
        2,
        [
            message,
            "Set $EDITOR to your editor, or type it here:",
            "  tracker ask view",
        ],
    )
    assert tracker.json("note")["notes"] == []


def test_answer_in_json(tracker: Tracker) -> None:
    """With --json and --answer the note is printed, with the question it answers."""
    asked = tracker.json("ask wellbeing")
    answer = tracker.json("ask wellbeing --answer fine")

    assert (asked["about"], answer["kind"], answer["notes"][0]["prompt"]) == (
        "wellbeing",
        "note",
        asked["slug"],
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            "ask nonsense",
            3,
            "'nonsense' is no subject, kind or name of a question.\n"
            "To list all questions: tracker ask --list\n",
        ),
        (
            "ask decison",
            3,
            "'decison' is no subject, kind or name of a question.\n"
            "Did you mean decision?\n"
            "  tracker ask decision\n",
        ),
        (
            "ask --answer x --editor",
            2,
            "--answer and --editor do not go together.\n"
            "Type only one of them.\n"
            "  tracker ask --answer x\n"
            "  tracker ask --editor\n",
        ),
        (
            "ask phd --list --answer x",
            2,
            "--list answers no question.\n"
            "Leave --list out to answer, or type it alone.\n"
            "  tracker ask phd --answer x\n"
            "  tracker ask phd --list\n",
        ),
    ],
)
def test_refused(tracker: Tracker, words: str, code: int, message: str) -> None:
    """What is no question, and options that exclude each other, are refused."""
    tracker.ok("items")

    assert tracker(words) == Output(code, "", message)
