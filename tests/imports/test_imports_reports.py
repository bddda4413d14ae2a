"""What import, move and merge answer: their texts, from reports made by hand."""

from datetime import date
from pathlib import Path

import pytest

from tracker.imports.rules.counts import counted, say_lines
from tracker.imports.rules.draft import draft_rules, item_spellings, likeliest_item
from tracker.imports.rules.entries import Skipped
from tracker.imports.rules.entry_changes import CORRECTED, KEPT, EntryChange
from tracker.imports.rules.item_rules import Rule
from tracker.imports.rules.merge import MergeReport, TableCount
from tracker.imports.rules.merge_remarks import SingleRows, replaced_remarks
from tracker.imports.rules.projects import move_words, nearest_projects
from tracker.imports.rules.questions import (
    answer,
    answers,
    columns_by_header,
    with_typed_command,
)
from tracker.imports.rules.remarks import note_remarks, reimport_remarks
from tracker.imports.rules.reports import (
    FileReport,
    ImportReport,
    MoveReport,
    ProjectShare,
)
from tracker.imports.rules.rule_remarks import (
    earlier_import_remarks,
    unused_rule_remarks,
)
from tracker.imports.view.entry_lines import (
    change_data,
    change_lines,
    question_lines,
    skipped_data,
)
from tracker.imports.view.import_json import import_data
from tracker.imports.view.import_report import import_text
from tracker.imports.view.map_hints import map_lines
from tracker.imports.view.merge_report import merge_data, merge_text
from tracker.imports.view.move_report import move_data, move_text
from tracker.journal.rules.records import Timer
from tracker.text.names import Name

TODAY = date(2026, 11, 23)
HEAD = "log.csv is a table: {}, times in UTC.\n"


def plain(command: str) -> str:
    """As without --db."""
    return command


def share(
    project: str, item: str, how: str = "new", seconds: int = 3600
) -> ProjectShare:
    """One entry of a project."""
    return ProjectShare(project, item, how, 1, seconds)


def file_report(
    *,
    file: str = "log.csv",
    entries: int = 0,
    added: int = 0,
    duplicates: int = 0,
    seconds: int = 0,
    changes: tuple[EntryChange, ...] = (),
    skipped: tuple[Skipped, ...] = (),
    shares: tuple[ProjectShare, ...] = (),
    days: tuple[date, ...] = (),
    remarks: tuple[str, ...] = (),
) -> FileReport:
    """The report of a table."""
    return FileReport(
        file=file,
        format="csv",
        zone="UTC",
        entries=entries,
        added=added,
        duplicates=duplicates,
        changes=changes,
        skipped=skipped,
        seconds=seconds,
        batch=None,
        shares=shares,
        days=days,
        remarks=remarks,
    )


def text_of(*files: FileReport, dry: bool = False, drafted: str | None = None) -> str:
    """The text of an import without hints."""
    return import_text(ImportReport(files, dry, (), drafted), TODAY, plain)


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (file_report(), HEAD.format("0 entries") + "  Added 0 entries."),
        (
            file_report(entries=2, duplicates=2),
            HEAD.format("2 entries") + "  Added 0 entries; 2 already imported.",
        ),
        (
            file_report(entries=1, added=1, seconds=5400, days=(date(2026, 11, 2),)),
            HEAD.format("1 entry")
            + "  Added 1 entry, 1h30m, Mon 2 Nov.\nUndo: tracker undo",
        ),
        (
            file_report(
                entries=1200,
                added=1100,
                duplicates=100,
                seconds=1100 * 3600,
                days=(date(2025, 1, 1), date(2026, 11, 2)),
            ),
            HEAD.format("1,200 entries")
            + "  Added 1,100 entries, 1100h00m, Wed 1 Jan 2025 to Mon 2 Nov; 100 already"
            "\n  imported.\nUndo: tracker undo",
        ),
        (
            file_report(
                entries=2,
                duplicates=2,
                changes=(EntryChange(4, CORRECTED, "ppo, 1h -> 2h"),),
            ),
            HEAD.format("2 entries")
            + "  Added 0 entries; 1 already imported; 1 corrected, because the file"
            " changed.\n  line 4: ppo, 1h -> 2h\nUndo: tracker undo",
        ),
        (
            file_report(
                entries=1,
                duplicates=1,
                changes=(EntryChange(4, KEPT, "ppo stays", ("To: tracker x",)),),
            ),
            HEAD.format("1 entry")
            + "  Added 0 entries; 1 already imported.\n  line 4: ppo stays\n"
            "    To: tracker x",
        ),
    ],
)
def test_outcome(report: FileReport, text: str) -> None:
    """The text has what was added, known, corrected and skipped, and nothing of no."""
    assert text_of(report) == text


@pytest.mark.parametrize(
    ("dry", "drafted", "last"),
    [
        (True, None, "Dry run: nothing was written to the database."),
        (False, None, "Undo: tracker undo"),
    ],
)
def test_last_line(dry: bool, drafted: str | None, last: str) -> None:
    """The text ends with how to take it back, or that nothing was written."""
    text = text_of(file_report(entries=1, added=1), dry=dry, drafted=drafted)

    assert text.splitlines()[-1] == last
    assert ("Would add" in text) is dry


def test_drafted() -> None:
    """A dry run that wrote a rules file says what to do with it."""
    text = text_of(file_report(), dry=True, drafted="my rules.toml")

    assert text.splitlines()[-3:-1] == [
        "Created my rules.toml. Check the items that are guesses, fill in the empty ones,",
        "then run the same command again.",
    ]


def test_many_projects() -> None:
    """Of very many projects the first twelve are shown, and the hours of the others."""
    shares = tuple(share(f"P{n}", f"p{n}", "name") for n in range(15))
    lines = text_of(file_report(shares=shares)).splitlines()

    assert lines[2] == "  1h00m  p0   P0, matched by name"
    assert lines[13] == "  1h00m  p11  P11, matched by name"
    assert lines[14] == "  and 3h00m of 3 more projects (all with --json)"


@pytest.mark.parametrize(
    ("project", "how", "said"),
    [
        ("", "new", "(no project), new item in track unsorted"),
        ("a\x1b[31mb", "rule", r"a\x1b[31mb, by your rule"),
        ("a", "before", "a, as in earlier imports"),
    ],
)
def test_project(project: str, how: str, said: str) -> None:
    """A project is shown plainly, with how its item was found."""
    text = text_of(file_report(shares=(share(project, "item", how),)))

    assert text.splitlines()[2].split("  ")[-1].replace("\ufffd", "") == said


def test_reasons() -> None:
    """Reasons are listed by how many lines have them, with at most 24 line numbers."""
    skipped = [Skipped(1, "rare"), *(Skipped(n, "often") for n in range(2, 32))]
    lines = text_of(file_report(entries=31, skipped=tuple(skipped))).splitlines()

    assert lines[1] == "  Added 0 entries; 31 skipped."
    numbers = ", ".join(map(str, range(2, 26)))
    assert (
        " ".join(" ".join(lines[2:4]).split()) == f"lines {numbers} and 6 more: often"
    )
    assert lines[-1] == "  line 1: rare"


def test_many_reasons() -> None:
    """Of very many reasons the first twelve are shown, and how many lines have others."""
    skipped = tuple(Skipped(n, f"reason {n:02}") for n in range(15))
    lines = text_of(file_report(entries=15, skipped=skipped)).splitlines()

    assert lines[2:4] == ["  line 0: reason 00", "  line 1: reason 01"]
    assert lines[-1] == "  3 lines more for other reasons (all with --json)"


def test_questions_come_last() -> None:
    """An entry that tracker asks about is no reason, but has its answers below it."""
    asked = Skipped(3, "ppo was 1h", ("If it changed: tracker edit ab12",))
    lines = text_of(file_report(skipped=(asked, Skipped(9, "x")))).splitlines()

    assert lines[2:] == [
        "  line 9: x",
        "  line 3: ppo was 1h",
        "    If it changed: tracker edit ab12",
    ]


@pytest.mark.parametrize(("count", "rest"), [(12, None), (13, 1), (30, 18)])
def test_many_changes_and_questions(count: int, rest: int | None) -> None:
    """Twelve changes and questions are shown, and how many more there are."""
    changes = [EntryChange(n, KEPT, "t", ("a",)) for n in range(count)]
    asked = [Skipped(n, "w", ("a", "b")) for n in range(count)]
    changed, questioned = change_lines(changes, plain), question_lines(asked, plain)

    assert (len(changed), len(questioned)) == (24 + bool(rest), 36 + bool(rest))
    if rest:
        s = "" if rest == 1 else "s"
        assert changed[-1] == f"  {rest} change{s} more (all with --json)"
        assert questioned[-1] == f"  {rest} question{s} more (all with --json)"


def test_answers_name_the_database() -> None:
    """The commands of changes and questions have the --db that was typed."""

    def with_db(text: str) -> str:
        return text.replace("tracker", "tracker --db x.db")

    change = EntryChange(1, KEPT, "t", ("To: tracker rm 1",))
    skipped = Skipped(2, "w", ("If: tracker rm 2",))

    assert change_lines([change], with_db)[1] == "    To: tracker --db x.db rm 1"
    assert change_data(change, with_db)["answers"] == ["To: tracker --db x.db rm 1"]
    assert skipped_data(skipped, with_db) == {
        "line": 2,
        "why": "w",
        "answers": ["If: tracker --db x.db rm 2"],
    }
    assert skipped_data(Skipped(2, "w"), with_db) == {"line": 2, "why": "w"}


def test_data_of_several_files() -> None:
    """The JSON of several files has their sums, and each skipped line with its file."""
    one = file_report(file="a.csv", entries=2, added=1, seconds=60, duplicates=1)
    two = file_report(file="b.csv", entries=1, skipped=(Skipped(3, "x"),))
    data = import_data(ImportReport((one, two), dry=False), plain)

    assert {
        key: data[key] for key in ("entries", "added", "duplicates", "seconds")
    } == {
        "entries": 3,
        "added": 1,
        "duplicates": 1,
        "seconds": 60,
    }
    assert data["skipped"] == [{"file": "b.csv", "line": 3, "why": "x"}]
    assert data["format"] == "csv"
    assert [each["file"] for each in data["files"]] == ["a.csv", "b.csv"]


def test_remarks_of_several_files() -> None:
    """The remarks of several files name theirs, and their commands are about it alone."""
    told = "Keep: tracker import FILE --columns x"
    one = file_report(file="my log.csv", remarks=(told,))
    two = file_report(file="b.csv", remarks=("Odd.",))

    assert ImportReport((one,), False, ("rule",)).remarks() == [told, "rule"]
    assert ImportReport((one, two), False, ("rule",)).remarks() == [
        "my log.csv: Keep: tracker import 'my log.csv' --columns x",
        "b.csv: Odd.",
        "rule",
    ]


# How to map projects to items.
NEW, NEW_TOO, KNOWN = share("A", "a"), share("B", "b"), share("C", "c", "name")
DRAFT = "tracker import log.csv --dry-run --map projects.toml"


@pytest.mark.parametrize(
    ("shares", "dry", "words", "lines"),
    [
        ((), False, "log.csv", []),
        ((KNOWN,), True, "log.csv --dry-run", []),
        (
            (KNOWN, NEW),
            False,
            "log.csv",
            ["To move sessions to another item: tracker move A ITEM"],
        ),
        (
            (NEW, NEW_TOO),
            False,
            "log.csv",
            [
                "To move sessions to another item: tracker move A ITEM",
                f"To assign all at once, undo this import, then: {DRAFT}",
            ],
        ),
        (
            (NEW,),
            True,
            "log.csv --dry-run",
            [f"To assign projects to items: {DRAFT}"],
        ),
        ((NEW, NEW_TOO), True, "log.csv --dry-run --map r.toml", []),
        ((NEW, NEW_TOO), True, "log.csv --dry-run --map=r.toml", []),
        (
            (share("-x", "x"),),
            False,
            "log.csv",
            ["To move sessions to another item: tracker move -- -x ITEM"],
        ),
        (
            (share("", "log"),),
            False,
            "log.csv",
            ["To move sessions to another item: tracker move log ITEM"],
        ),
        (
            (share("a\x07b", "ab"), NEW),
            False,
            "log.csv --map r.toml",
            ["To move sessions to another item: tracker move A ITEM"],
        ),
        ((share("a\x07b", "ab"),), False, "log.csv", []),
    ],
)
def test_map_lines(
    shares: tuple[ProjectShare, ...], dry: bool, words: str, lines: list[str]
) -> None:
    """Only where items are new does the answer say how to assign or move projects."""
    report = ImportReport((file_report(shares=shares),), dry)

    assert map_lines(report, ["tracker"], words.split()) == lines


def test_no_map_lines_after_a_draft() -> None:
    """Where the rules file was just created, nothing else says so."""
    report = ImportReport((file_report(shares=(NEW,)),), True, (), "projects.toml")

    assert map_lines(report, ["tracker"], ["log.csv", "--dry-run"]) == []


# Moves.
@pytest.mark.parametrize(
    ("report", "text"),
    [
        (
            MoveReport("A", "ppo", 2, 3, 5400, True),
            "Moved 3 sessions of A (1h30m) to ppo. Later imports of this project go there\n"
            "too.\nUndo: tracker undo",
        ),
        (
            MoveReport("old", "ppo", 1, 1, 60, False),
            "Moved 1 session of old (1m) to ppo.\nUndo: tracker undo",
        ),
        (
            MoveReport("A", "ppo", 0, 1, 60, True),
            "Nothing to move: 1 session of A (1m) is on ppo already.",
        ),
        (
            MoveReport("A", "ppo", 0, 2, 60, True),
            "Nothing to move: 2 sessions of A (1m) are on ppo already.",
        ),
    ],
)
def test_move_text(report: MoveReport, text: str) -> None:
    """A move says how many sessions went where, or that all are there."""
    assert move_text(report) == text
    assert move_data(report) == {
        "project": report.project,
        "item": report.item,
        "moved": report.moved,
        "sessions": report.sessions,
        "seconds": report.seconds,
        "removed_items": [],
    }


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("deep wrok", ["Deep Work"]),
        ("DEEP WORK", ["Deep Work"]),
        ("read", ["Reading group"]),
        ("xy", []),
        ("nothing at all", []),
    ],
)
def test_nearest_projects(typed: str, near: list[str]) -> None:
    """A project is near if it is spelled alike, or has the text within it."""
    assert nearest_projects(typed, ["Deep Work", "Reading group", "Lunch"]) == near


@pytest.mark.parametrize(
    ("project", "words"),
    [("a b", ["move", "a b", "x"]), ("--all", ["move", "--", "--all", "x"])],
)
def test_move_words(project: str, words: list[str]) -> None:
    """A project that begins with a dash is no option."""
    assert move_words(project, "x") == words


# Merges.
COUNTS = (
    TableCount("session", 1, 2, 0, 1),
    TableCount("note", 2, 0, 1, 0),
    TableCount("item", 0, 0, 0, 0),
)


def test_merge_text() -> None:
    """A merge says what was added, changed, removed and kept, and how to undo it."""
    assert merge_text(MergeReport("/x/o.db", COUNTS)) == (
        "Merged o.db.\n  Added: 1 session, 2 notes.\n  Changed: 2 sessions.\n"
        "  Removed: 1 note.\n  Kept, because edited later here: 1 session.\n"
        "Undo: tracker undo"
    )


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((), "Merged o.db: nothing to add or change."),
        (
            (TableCount("plan", 0, 0, 0, 2),),
            "Merged o.db.\n  Kept, because edited later here: 2 plans.",
        ),
    ],
)
def test_merge_without_changes(counts: tuple[TableCount, ...], text: str) -> None:
    """A merge that wrote nothing has nothing to undo."""
    assert merge_text(MergeReport("o.db", counts)) == text


def test_merge_data() -> None:
    """The JSON of a merge has the numbers of each table with any."""
    assert merge_data(MergeReport("/x/o.db", COUNTS)) == {
        "file": "/x/o.db",
        "tables": {
            "session": {"came": 1, "changed": 2, "removed": 0, "kept": 1},
            "note": {"came": 2, "changed": 0, "removed": 1, "kept": 0},
        },
    }


def _timer(uid: str, item: str) -> Timer:
    fields = dict.fromkeys(Timer.__annotations__)
    return Timer(**(fields | {"uid": uid, "item": item}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "remarks"),
    [
        (SingleRows({"zone": "UTC"}, None), SingleRows({"zone": "UTC"}, None), []),
        (SingleRows({"zone": "UTC"}, None), SingleRows({}, None), []),
        (SingleRows({}, None), SingleRows({"zone": "UTC"}, _timer("t", "a")), []),
        (SingleRows({}, _timer("t", "a")), SingleRows({}, _timer("t", "b")), []),
        (SingleRows({}, _timer("t", "a")), SingleRows({}, None), []),
        (
            SingleRows({"name": "Ada"}, _timer("t", "a")),
            SingleRows({"name": "Ben"}, _timer("u", "b")),
            [
                "Setting name is now 'Ben', the later choice. It was 'Ada' here.",
                "The timer on a was replaced by the other machine's timer on b. To log"
                " its time: tracker log a AMOUNT",
            ],
        ),
    ],
)
def test_replaced(before: SingleRows, after: SingleRows, remarks: list[str]) -> None:
    """Only a setting or a timer that another took the place of is told."""
    assert replaced_remarks(before, after) == remarks


# Words for numbers, lines and answers.
@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1200, "1,200 entries")],
)
def test_counted(number: int, text: str) -> None:
    """A number has its word, and a comma at thousands."""
    assert counted(number, "entry", "entries") == text


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([7], "line 7"),
        ([7, 9], "lines 7, 9"),
        ([1, 2, 3], "lines 1, 2, 3"),
        ([1, 2, 3, 4], "lines 1, 2, 3 and 1 more"),
        (range(2000), "lines 0, 1, 2 and 1,997 more"),
    ],
)
def test_say_lines(numbers: list[int], text: str) -> None:
    """Of many lines the first are named, and how many more there are."""
    assert say_lines(numbers, 3) == text


@pytest.mark.parametrize(
    ("hint", "command", "text"),
    [
        (
            answer("One", "--user Ada"),
            "tracker import log.csv",
            "One:\n  tracker import log.csv --user Ada",
        ),
        (
            answer("One", "--user Ada"),
            "tracker import 'a b.csv' --user Ben --zone UTC",
            "One:\n  tracker import 'a b.csv' --zone UTC --user Ada",
        ),
        (
            answer("One", "--user Ada"),
            "tracker import log.csv --user=Ben --user Eve",
            "One:\n  tracker import log.csv --user Ada",
        ),
        (
            answers({"A": "--dates day-first", "B": "--dates month-first"}),
            "tracker import x --dates year-first",
            "A:\n  tracker import x --dates day-first\n"
            "B:\n  tracker import x --dates month-first",
        ),
        ("No command here.", "tracker import x", "No command here."),
    ],
)
def test_typed_command(hint: str, command: str, text: str) -> None:
    """A hint has the command as it was typed, with the option that answers once."""
    assert with_typed_command(hint, command) == text


@pytest.mark.parametrize(
    ("headers", "option"),
    [
        ({"date": "Day", "hours": "Time"}, "--columns date=Day,hours=Time"),
        ({"date": "My day"}, "--columns 'date=My day'"),
        ({"date": "Tag's"}, "--columns 'date=Tag'\"'\"'s'"),
    ],
)
def test_columns_by_header(headers: dict[str, str], option: str) -> None:
    """The option has pairs of a part and a header, quoted for a shell."""
    assert columns_by_header(headers) == option


@pytest.mark.parametrize(
    ("added", "text"),
    [
        (1, "1 entry is new"),
        (2, "2 entries are new"),
        (1200, "1,200 entries are new"),
    ],
)
def test_reimport_remark(added: int, text: str) -> None:
    """A file imported before that gives new entries is told of."""
    assert reimport_remarks("Mon 2 Nov", added) == (
        f"The same file was imported on Mon 2 Nov, and {text}. Check that nothing is"
        " counted twice.",
    )


@pytest.mark.parametrize(
    ("entries", "option", "remarks"),
    [
        (0, "--columns x", ()),
        (
            1,
            "--columns x",
            (
                "The projects of 1 entry are long and rare, so they became notes. To keep"
                " them as projects:\n  tracker import FILE --columns x",
            ),
        ),
        (
            2,
            "",
            (
                "The projects of 2 entries are long and rare, so they became notes. To"
                " keep one as a project, name it in a rules file (--map).",
            ),
        ),
    ],
)
def test_note_remarks(entries: int, option: str, remarks: tuple[str, ...]) -> None:
    """Projects that became notes are told, with the way to keep them."""
    assert note_remarks(entries, option) == remarks


# Remarks on rules, and drafts of them.
GOOD, TYPO = Rule("ppo", project="Lunch"), Rule("ppo", project="Lunhc")
BOTH = Rule("ppo", tag="t", note="n")


@pytest.mark.parametrize(
    ("unused", "dry", "remarks"),
    [
        ([], True, []),
        ([BOTH], False, []),
        ([BOTH], True, ["The rule for tag 't', note 'n' fits no entry."]),
        (
            [TYPO],
            False,
            [
                "The rule for project 'Lunhc' fits no entry. The nearest project is 'Lunch'."
            ],
        ),
    ],
)
def test_unused_rules(unused: list[Rule], dry: bool, remarks: list[str]) -> None:
    """A dry run names each unused rule, an import only one that is misspelt."""
    rules = [Rule("ppo", project="Other"), *unused]

    assert unused_rule_remarks(rules, unused, ["Lunch"], dry=dry) == remarks


def test_rule_of_its_own_project_is_no_typo() -> None:
    """A project that has a rule is not offered for another rule's."""
    assert unused_rule_remarks([GOOD, TYPO], [TYPO], ["lunch"], dry=False) == []


def test_earlier_imports() -> None:
    """What a rule leaves where it is has its move, but not where the rule skips it."""
    assert earlier_import_remarks({"Deep Work": "ppo", "-x": "rl", "Lunch": ""}) == [
        "What was imported of 'Deep Work' before stays where it is. To move it: tracker"
        " move 'Deep Work' ppo",
        "What was imported of '-x' before stays where it is. To move it: tracker move --"
        " -x rl",
        "What was imported of 'Lunch' before stays where it is.",
    ]


NAMES = [
    Name("fastai", "Practical Deep Learning", ("fast.ai",)),
    Name("ppo", "PPO", ()),
]


@pytest.mark.parametrize(
    ("project", "slug"),
    [
        ("Fast AI", "fastai"),
        ("practical deep learning!", "fastai"),
        ("Practical deep learning, part 2", "fastai"),
        ("ppo", "ppo"),
        ("ppo again", ""),
        ("gardening", ""),
        ("!?", ""),
        ("", ""),
    ],
)
def test_likeliest_item(project: str, slug: str) -> None:
    """An item is likely by its slug, title or other name, else none is proposed."""
    assert likeliest_item(project, item_spellings(NAMES)) == slug


def test_likeliest_of_no_items() -> None:
    """Without items there is none to propose."""
    assert likeliest_item("ppo", []) == ""


def test_draft_sums_a_project() -> None:
    """A project that went to two items is one rule; those found by note need none."""
    shares = [
        share("", "ppo", "name"),
        share("Lunch", "lunch"),
        share("Lunch", "ppo", "rule", 1800),
        share("", "log", "new", 60),
    ]

    assert draft_rules(shares, NAMES).split("\n\n")[1:] == [
        '# 1.5 h in 2 entries\n[[rule]]\nproject = "Lunch"\nitem = "ppo"',
        '# 0.0 h in 1 entry without a project\n[[rule]]\nproject = ""\nitem = ""\n',
    ]
    assert draft_rules(shares[:1], NAMES) == ""


def test_path_is_not_shown() -> None:
    """The text names a file without its folder, the JSON with it."""
    report = file_report(file=str(Path("some") / "where" / "log.csv"))

    assert text_of(report).startswith("log.csv is a table")
    data = import_data(ImportReport((report,), dry=False), plain)
    assert data["file"] == "some/where/log.csv"
