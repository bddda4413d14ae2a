"""Which item the entries of a log go to: rules, moves, and texts that are notes."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.imports.rules.projects import are_notes, is_note, nearest_projects
from tracker.imports.store import rules_file

TOGGL = """\
Project,Description,Start date,Start time,End date,End time,Duration,Tags
fast.ai course,lesson 3,2026-09-01,20:00:00,2026-09-01,21:30:00,01:30:00,
Reading group,goals,2026-09-05,10:00:00,2026-09-05,12:00:00,02:00:00,
Lunch,,2026-09-05,12:00:00,2026-09-05,12:30:00,00:30:00,
"""
SENTENCES = (
    "Read the chapter on value functions",
    "Worked through exercises about policy gradients",
    "Found why the KL term explodes",
    "Wrote up the goal misgeneralisation paper",
    "Watched two lectures on attention",
    "Tried to reproduce the first figure",
)


@pytest.fixture(autouse=True)
def _folder(tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tracker("items")
    Path("toggl.csv").write_text(TOGGL)


def _write_log(texts: tuple[str, ...] = SENTENCES, header: str = "Topic") -> None:
    """`log.csv` with an hour of each text, from 2 November on."""
    rows = [f"2026-11-{day:02},1,{text}\n" for day, text in enumerate(texts, 2)]
    Path("log.csv").write_text(f"Date,Hours,{header}\n{''.join(rows)}")


def _rules(text: str) -> None:
    Path("rules.toml").write_text(text)


def _items(tracker: Tracker, words: str) -> dict[str, tuple[str, int]]:
    """Project, item and seconds of each share of an import, by item."""
    shares = tracker.json(words)["projects"]
    return {share["item"]: (share["project"], share["seconds"]) for share in shares}


def test_answer_says_how_to_map(tracker: Tracker) -> None:
    """An import that makes items says how to move them, and how to assign all."""
    assert tracker("import toggl.csv") == Output(
        0,
        "toggl.csv is a Toggl export: 3 entries, times in Europe/Berlin.\n"
        "  Added 3 entries, 4h00m, Tue 1 Sep to Sat 5 Sep.\n"
        "  2h00m  reading-group   Reading group, new item in track unsorted\n"
        "  1h30m  fast-ai-course  fast.ai course, new item in track unsorted\n"
        "    30m  lunch           Lunch, new item in track unsorted\n"
        "To move sessions to another item: tracker move 'Reading group' ITEM\n"
        "To assign all at once, undo this import, then:\n"
        "  tracker import toggl.csv --dry-run --map projects.toml\n"
        "Undo: tracker undo\n",
        "",
    )


def test_lines_to_paste(tracker: Tracker) -> None:
    """What the answers say to paste works, also with --db and odd names."""
    odd = "  --all 'my' \"stuff\" in a project with a name that is longer than a line"
    Path("my log.csv").write_text(
        'date,hours,project\n2026-11-02,1,x y z\n2026-11-03,9,"'
        + odd.strip().replace('"', '""')
        + '"\n'
    )
    dry = tracker.ok("--db other.db import 'my log.csv' --zone UTC --dry-run")
    paste = "--db other.db import 'my log.csv' --zone UTC --dry-run --map projects.toml"
    assert f"To assign projects to items:\n  tracker {paste}\n" in dry
    assert "Created projects.toml." in tracker.ok(paste)

    lines = tracker.ok("--db other.db import 'my log.csv'").splitlines()
    at = lines.index("To move sessions to another item:")
    pasted = lines[at + 1].strip().removeprefix("tracker ")
    assert tracker(pasted).code == 2  # ITEM is to be replaced
    moved = tracker.ok(pasted.replace("ITEM", "ppo"))
    assert moved.startswith("Moved 1 session of --all 'my' \"stuff\"")


@pytest.mark.parametrize("words", ["", " --dry-run"])
def test_no_hint_without_new_items(tracker: Tracker, words: str) -> None:
    """An import says nothing of mapping where each project has an item."""
    _write_log(("ppo", "fastai"))

    assert "To assign" not in tracker.ok(f"import log.csv{words}")


def test_skip(tracker: Tracker) -> None:
    """Entries of a rule with `skip` are skipped, counted, and make no item."""
    _rules("[[rule]]\nproject = 'lunch'\nskip = true\n")
    answer = tracker.json("import toggl.csv --map rules.toml")

    assert (answer["entries"], answer["added"], answer["seconds"]) == (3, 2, 12600)
    assert answer["skipped"] == [{"line": 4, "why": "skipped by your rule"}]
    assert "lunch" not in {item["slug"] for item in tracker.json("items")["items"]}


def test_skip_by_note_and_tag(tracker: Tracker) -> None:
    """The first rule that fits counts, also where it skips."""
    _rules(
        "[[rule]]\nproject = 'Reading group'\nitem = 'ppo'\n"
        "[[rule]]\nnote = 'goal'\nskip = true\n"
        "[[rule]]\nnote = 'lesson'\nskip = true\n"
        "[[rule]]\nproject = 'Lunch'\nitem = ''\n"
    )

    assert _items(tracker, "import toggl.csv --map rules.toml") == {
        "ppo": ("Reading group", 7200),
        "lunch": ("Lunch", 1800),
    }


EXAMPLE = "For example:\n  [[rule]]\n  project = 'Maths'\n  item = 'linear-algebra'\n"


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        (
            "[[rule]]\nproject = 'x'\nitem = 'ppo'\nskip = true\n",
            "Rule 1 of rules.toml has an item and skip = true.\n"
            "Remove its item to skip these entries, or its skip to import them.\n",
        ),
        (
            "[[rule]]\nproject = 'x'\nskip = true\n[[rule]]\nskip = true\n",
            "Rule 2 of rules.toml needs an item or skip = true, and at least one of project,"
            f"\ntag and note.\n{EXAMPLE}",
        ),
        (
            "[[rule]]\nproject = 'x'\nskip = false\n",
            "Rule 1 of rules.toml needs an item or skip = true, and at least one of project,"
            f"\ntag and note.\n{EXAMPLE}",
        ),
        ("# nothing yet\n", f"rules.toml has no rules.\n{EXAMPLE}"),
        (
            "[[rule]]\nproject = 'x'\nskip = 'yes'\n",
            "rules.toml is not a rules file: Expected `bool`, got `str` - at\n"
            f"`$.rule[0].skip`.\n{EXAMPLE}",
        ),
    ],
)
def test_rules_refused(tracker: Tracker, rules: str, error: str) -> None:
    """A rule that says two things, or nothing, is refused with a sentence."""
    _rules(rules)

    assert tracker("import toggl.csv --map rules.toml") == Output(6, "", error)


def test_map_that_did_nothing(tracker: Tracker) -> None:
    """Where no rule fits an entry, the import says so; a dry run names each rule."""
    _rules("[[rule]]\nproject = 'Gardening'\nitem = 'ppo'\n")
    nothing = "No rule of the rules file fits an entry."

    dry = tracker.json("import toggl.csv --map rules.toml --dry-run")
    assert dry["remarks"] == [
        nothing,
        "The rule for project 'Gardening' fits no entry.",
    ]
    assert tracker.json("import toggl.csv --map rules.toml")["remarks"] == [nothing]


def test_misspelt_project(tracker: Tracker) -> None:
    """A rule for a project that is not in the file names the nearest one that is."""
    _rules(
        "[[rule]]\nproject = 'Lunch'\nitem = 'ppo'\n"
        "[[rule]]\nproject = 'Readnig group'\nitem = 'ppo'\n"
        "[[rule]]\nproject = 'Lunches'\nitem = 'ppo'\n"  # Lunch has its rule
    )

    assert tracker.json("import toggl.csv --map rules.toml")["remarks"] == [
        "The rule for project 'Readnig group' fits no entry. The nearest project is"
        " 'Reading group'."
    ]


def test_rules_of_several_files(tracker: Tracker) -> None:
    """A rule that fits an entry of one of several files is used."""
    _write_log(("Chess", "Go"))
    _rules(
        "[[rule]]\nproject = 'Chess'\nitem = 'ppo'\n"
        "[[rule]]\nproject = 'Lunch'\nskip = true\n"
    )

    answer = tracker.json("import toggl.csv log.csv --map rules.toml --dry-run")
    assert "remarks" not in answer


def test_rules_leave_earlier_imports(tracker: Tracker) -> None:
    """Rules change new entries only; the answer says how to move the earlier ones."""
    tracker.ok("import toggl.csv")
    _rules(
        "[[rule]]\nproject = 'Lunch'\nskip = true\n"
        "[[rule]]\nproject = 'Reading group'\nitem = 'ppo'\n"
        "[[rule]]\nproject = 'fast.ai course'\nitem = 'fast-ai-course'\n"
    )

    assert tracker("import toggl.csv --map rules.toml").err == (
        "What was imported of 'Reading group' before stays where it is. To move it:\n"
        "  tracker move 'Reading group' ppo\n"
        "What was imported of 'Lunch' before stays where it is.\n"
    )
    tracker.ok("move 'Reading group' ppo")
    assert tracker("import toggl.csv --map rules.toml").err == (
        "What was imported of 'Lunch' before stays where it is.\n"
    )


def test_no_draft_without_new_entries(tracker: Tracker) -> None:
    """Where all was imported before, no draft is made, and the answer names `move`."""
    tracker.ok("import toggl.csv")

    assert tracker("import toggl.csv --dry-run --map rules.toml") == Output(
        0,
        "toggl.csv is a Toggl export: 3 entries, times in Europe/Berlin.\n"
        "  Would add 0 entries; 3 already imported.\n"
        "Dry run: nothing was written to the database.\n",
        "No entry needs a rule, so rules.toml was not created. To move what was imported"
        "\nbefore: tracker move PROJECT ITEM\n",
    )
    assert not Path("rules.toml").exists()


def test_missing_rules_and_items(tracker: Tracker) -> None:
    """A rules file that is missing, or names no item, is refused with what to type."""
    assert tracker("import toggl.csv --zone UTC --map rules.toml").err == (
        "rules.toml cannot be read: No such file or directory.\n"
        "To create it, type:\n"
        "  tracker import toggl.csv --zone UTC --map rules.toml --dry-run\n"
    )
    _rules("[[rule]]\nproject = 'Lunch'\nitem = 'fastia'\n")
    assert tracker("import toggl.csv --map rules.toml").err == (
        "The rules file names 'fastia', but there is no such item.\n"
        "Did you mean fastai? Find the slug: tracker items --search WORD\n"
    )


def test_same_file_read_otherwise(tracker: Tracker) -> None:
    """A remark says if a file that was imported before gives new entries."""
    Path("log.csv").write_text("date,hours,a,b\n2026-11-02,1,x,y\n")
    for added in (1, 0):
        answer = tracker.json("import log.csv --columns date,hours,project,note")
        assert answer["added"] == added
        assert "remarks" not in answer

    other = tracker.json(
        "import log.csv --columns date,hours,note,project", now="2026-11-24T09:00"
    )
    assert other["added"] == 1
    assert other["remarks"] == [
        "The same file was imported on Mon 23 Nov, and 1 entry is new."
        " Check that nothing is counted twice."
    ]


@pytest.mark.parametrize(
    ("when", "columns"),
    [
        ("2026-11-02,", "date,-,hours,tags,note"),
        ("2026-11-02,9:00", "date,start,hours,tags,note"),
    ],
)
def test_tags_that_are_projects_now(tracker: Tracker, when: str, columns: str) -> None:
    """Entries imported with their project as a tag are known, in a longer log too."""
    header = "date,start,hours,tag,note\n"
    rows = [f"{when},1,Deep work,x\n", f"{when},2,Maths,x\n"]
    Path("log.csv").write_text(header + rows[0])
    tracker.ok(f"import log.csv --columns {columns}")

    Path("log.csv").write_text(header + "".join(rows))
    answer = tracker.json("import log.csv --dry-run")

    assert (answer["added"], answer["duplicates"]) == (1, 1)
    assert answer["projects"][0]["project"] == "Maths"


def test_move_names_the_nearest(tracker: Tracker) -> None:
    """A move of a project that was not imported offers those that were."""
    Path("diary.csv").write_text("date,hours\n2026-11-02,1\n")
    tracker.ok("import toggl.csv diary.csv")

    assert tracker("move 'reading grup' ppo") == Output(
        3,
        "",
        "Nothing was imported as 'reading grup'.\nDid you mean 'Reading group'?\n"
        "  tracker move 'Reading group' ppo\n",
    )
    assert tracker("move course ppo").err.endswith("move 'fast.ai course' ppo\n")
    assert tracker("move dairy ppo").err.endswith("  tracker move diary ppo\n")
    for nothing_near in ("zzzz", "di"):
        assert tracker(["move", nothing_near, "ppo"]).err == (
            f"Nothing was imported as '{nothing_near}'.\n"
            "To list the projects of a file: tracker import FILE --dry-run\n"
        )


def test_sentences_are_notes(tracker: Tracker) -> None:
    """Long projects, nearly all different, become notes of one item's entries."""
    _write_log((*SENTENCES, "Chess", "ppo"))

    output = tracker("import log.csv")
    assert output == Output(
        0,
        "log.csv is a table: 8 entries, times in Europe/Berlin.\n"
        "  Added 8 entries, 8h00m, Mon 2 Nov to Mon 9 Nov.\n"
        "  6h00m  log    (no project), new item in track unsorted\n"
        "  1h00m  chess  Chess, new item in track unsorted\n"
        "  1h00m  ppo    ppo, matched by name\n"
        "To move sessions to another item: tracker move log ITEM\n"
        "To assign all at once, undo this import, then:\n"
        "  tracker import log.csv --dry-run --map projects.toml\n"
        "Undo: tracker undo\n",
        "The projects of 6 entries are long and rare, so they became notes. To keep them"
        "\nas projects:\n"
        "  tracker import log.csv --columns date=Date,hours=Hours,project=Topic\n",
    )
    notes = [session["note"] for session in tracker.json("sessions log")["sessions"]]
    assert notes == list(SENTENCES)
    again = tracker.json("import log.csv")
    assert (again["added"], again["duplicates"]) == (0, 8)
    assert tracker.ok("move log ppo").startswith("Moved 6 sessions of log (6h00m)")


def test_sentences_kept_as_projects(tracker: Tracker) -> None:
    """The option that the answer names keeps them; their entries stay the same."""
    _write_log()
    kept = "import log.csv --columns date=Date,hours=Hours,project=Topic"
    tracker.ok("import log.csv")

    assert tracker.json(kept)["duplicates"] == 6
    tracker.ok("undo")
    assert len(_items(tracker, kept)) == 6
    # Later imports go on so.
    _write_log((*SENTENCES, "Chess"))
    assert _items(tracker, "import log.csv") == {"chess": ("Chess", 3600)}


def test_sentences_of_one_of_several_files(tracker: Tracker) -> None:
    """The line to paste is about the file with the sentences alone."""
    _write_log()
    remark = tracker.json("import toggl.csv log.csv --dry-run")["remarks"][0]

    assert remark == (
        "log.csv: The projects of 6 entries are long and rare, so they became notes. To"
        " keep them as projects:\n"
        "  tracker import log.csv --columns date=Date,hours=Hours,project=Topic"
    )


def test_sentences_and_rules(tracker: Tracker) -> None:
    """A sentence that a rule names stays a project; rules read the others as notes."""
    _write_log()
    _rules(
        f"[[rule]]\nproject = '{SENTENCES[0]}'\nitem = ''\n"
        "[[rule]]\nnote = 'exercises'\nitem = 'ppo'\n"
        "[[rule]]\nproject = ''\nitem = 'fastai'\n"
    )

    assert _items(tracker, "import log.csv --map rules.toml --dry-run") == {
        "read-the-chapter-on-value-functions": (SENTENCES[0], 3600),
        "ppo": ("", 3600),
        "fastai": ("", 14400),
    }


def test_draft_of_sentences(tracker: Tracker) -> None:
    """The draft of a log of sentences has one rule, for entries without a project."""
    _write_log()
    tracker.ok("import log.csv --dry-run --map rules.toml")

    assert Path("rules.toml").read_text() == (
        "# Which item each project of a log counts for: tracker import FILE --map THIS\n"
        "# The first rule that fits counts: equal project and tag, note part of the note."
        "\n# With an empty item, the project becomes a new item of yours in track unsorted"
        ".\n# To leave a project out, put skip = true in place of its item.\n"
        "\n# 6.0 h in 6 entries without a project\n"
        '[[rule]]\nproject = ""\nitem = ""\n'
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("log.csv", "{0},1h,{1}\n"),
        ("log.csv", "{0},1h,{1},at home\n"),
        ("log.md", "{0} {1}: 1h\n"),
    ],
)
def test_sentences_in_other_logs(tracker: Tracker, name: str, text: str) -> None:
    """Sentences are notes also without a header, and before a colon in a diary."""
    days = [f"2026-11-{day:02}" for day in range(2, 8)]
    sentences = [f"Read it up to line {day[-1]}" for day in days]
    rows = map(text.format, days, sentences)
    Path(name).write_text("".join(rows))

    assert _items(tracker, f"import {name}") == {"log": ("", 21600)}


def test_few_sentences_are_projects(tracker: Tracker) -> None:
    """A few long names, or long ones among more short ones, are projects."""
    for texts in (SENTENCES[:5], (*SENTENCES, "Go", "Chess", "A b", "Ü", "C", "D")):
        _write_log(texts)
        assert len(_items(tracker, "import log.csv --dry-run")) == len(texts)


NAME = st.text("ab", min_size=1, max_size=3)
PROJECT = st.lists(NAME, min_size=1, max_size=6).map(" ".join)


@given(st.dictionaries(PROJECT, st.integers(1, 4)), st.sets(PROJECT))
def test_notes_are_rare_and_long(counts: dict[str, int], known: set[str]) -> None:
    """A word, or a project of three entries, is no note; known projects decide nothing."""
    notes = {project for project in counts if is_note(project, counts)}

    assert all(" " in project and counts[project] < 3 for project in notes)
    unknown = {name: count for name, count in counts.items() if name not in known}
    assert are_notes(counts, known.__contains__) == are_notes(
        unknown, set().__contains__
    )
    assert not are_notes(dict.fromkeys(counts, 3), known.__contains__)
    if are_notes(counts, known.__contains__):
        assert len(notes) > 5


@pytest.mark.parametrize(
    ("text", "is_sentence"),
    [
        ("機械学習", False),
        ("バックプロパゲーション", False),
        ("价值函数的章节读完了", False),
        ("读完了关于价值函数的那一章内容", True),
        ("Deep Work & Rest", False),
        ("Read it once more", True),
    ],
)
def test_words_of_scripts_without_blanks(text: str, is_sentence: bool) -> None:
    """Three letters of a script without blanks make a word; signs make none."""
    counts = {f"{text}{number}": 1 for number in range(6)}

    assert are_notes(counts, set().__contains__) == is_sentence


@given(st.lists(st.text(max_size=8), max_size=6), st.text(max_size=8))
def test_nearest_projects(projects: list[str], typed: str) -> None:
    """The nearest projects are among those there are, and one that is equal comes first."""
    assert set(nearest_projects(typed, projects)) <= set(projects)
    if typed:
        assert nearest_projects(typed, [*projects, typed])[:1] == [typed]


def test_draft_is_whole_or_missing(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft is put in place when it is whole; a failure leaves no file."""

    def killed(*_: object) -> bool:
        raise KeyboardInterrupt

    before = set(Path().iterdir())
    with monkeypatch.context() as patched:
        patched.setattr(rules_file, "put_in_place", killed)
        assert tracker("import toggl.csv --dry-run --map rules.toml").code == 1
    assert set(Path().iterdir()) == before

    monkeypatch.setattr("os.fsync", _full)
    assert tracker("import toggl.csv --dry-run --map rules.toml") == Output(
        6,
        "",
        "rules.toml cannot be written: No space left on device.\n"
        "Name another file with --map.\n",
    )
    assert set(Path().iterdir()) == before


def _full(_: int) -> None:
    """A disk is full."""
    raise OSError(28, os.strerror(28))


def test_draft_overwrites_nothing(tracker: Tracker) -> None:
    """A rules file that appears meanwhile stays as it is."""
    _rules("mine")
    with pytest.raises(Exception, match="exists already"):
        rules_file.create_rules_file(Path("rules.toml"), "draft")
    assert Path("rules.toml").read_text() == "mine"
    assert list(Path().glob("rules*")) == [Path("rules.toml")]


def test_rules_that_skip_are_not_remembered(tracker: Tracker) -> None:
    """An import that a rule left something out of says what to paste next time."""
    _rules("[[rule]]\nproject = 'lunch'\nskip = true\n")
    line = (
        "Rules that skip count only with --map: tracker import FILE --map rules.toml\n"
    )

    assert line not in tracker.ok("import toggl.csv --map rules.toml --dry-run")
    assert line in tracker.ok("import toggl.csv --map rules.toml")
    assert tracker.json("import toggl.csv")["added"] == 1


def test_move_of_sessions_without_a_project(tracker: Tracker) -> None:
    """Later imports do not follow, as the help says, and the answer promises nothing."""
    place = Path("diary.csv")
    place.write_text("date,hours\n2026-11-02,1\n")
    tracker.ok("import diary.csv")
    moved = tracker.ok("move diary ppo")
    place.write_text("date,hours\n2026-11-02,1\n2026-11-03,1\n")
    answer = tracker.json("import diary.csv")

    assert "Later imports" not in moved
    assert answer["projects"][0]["item"] == "diary"
    help_text = " ".join(tracker.ok("move --help").split())
    assert "later imports without a project do not follow." in help_text
