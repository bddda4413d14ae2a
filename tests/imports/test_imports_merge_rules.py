"""Rules of a merge and of items, and the tables that only a connection has."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.imports.stored import in_file
from tracker.errors import FileProblem
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.item_rules import FreeSlugs, Rule, RuleIndex, slug_of
from tracker.imports.rules.keys import (
    content_key,
    day_key,
    hash_text,
    id_key,
    repeat_key,
)
from tracker.imports.rules.merge import (
    RowChange,
    TableCount,
    Version,
    changes,
    count_changes,
    find_kept,
    last_slugs,
    later_tombstones,
    merge_versions,
)
from tracker.imports.rules.session_rows import later_uids, session_rows
from tracker.imports.rules.tags import tags_column
from tracker.imports.store import repeats, seen_sessions
from tracker.imports.store.rules_file import create_rules_file, read_rules
from tracker.text.slugs import LONGEST_SLUG, check_slug


def version(key: str, at: int, text: str = "", uid: str = "") -> Version:
    """A version with one value; its uid is its key where none is given."""
    return Version(key, uid or key, at, (("said", text),))


# Versions.
# Two rows of the thing `k`, and one of `l`.
KEYS = {"a": "k", "b": "k", "c": "l"}
VERSIONS = st.lists(
    st.builds(
        lambda uid, at, text: version(KEYS[uid], at, text, uid),
        st.sampled_from("abc"),
        st.integers(0, 5),
        st.sampled_from("xy"),
    ),
    max_size=6,
)
REMOVED = st.dictionaries(st.sampled_from("abc"), st.integers(0, 6), max_size=3)


@given(VERSIONS, REMOVED, st.data())
def test_order_of_versions(
    versions: list[Version], removed: dict[str, int], data: st.DataObject
) -> None:
    """What remains of versions does not depend on their order."""
    shuffled = data.draw(st.permutations(versions))

    merged, other = (merge_versions(v, removed) for v in (versions, shuffled))
    assert merged.remaining == other.remaining
    assert merged.tombstones == other.tombstones


@given(VERSIONS, REMOVED)
def test_merged_again(versions: list[Version], removed: dict[str, int]) -> None:
    """What remains, merged again with all there was, remains."""
    first = merge_versions(versions, removed)
    again = merge_versions([*first.remaining.values(), *versions], first.tombstones)

    assert again.remaining == first.remaining


@given(VERSIONS, REMOVED)
def test_what_remains_was_there(
    versions: list[Version], removed: dict[str, int]
) -> None:
    """Each thing that remains is a version that was there, edited after its removal."""
    for key, best in merge_versions(versions, removed).remaining.items():
        assert best in versions
        assert best.key == key
        assert best.edited_at > removed.get(best.uid, -1)


@pytest.mark.parametrize(
    ("versions", "removed", "remaining"),
    [
        ([version("k", 5)], {}, ["k"]),
        ([version("k", 5)], {"k": 4}, ["k"]),
        ([version("k", 5)], {"k": 5}, []),
        ([version("k", 5)], {"k": 6}, []),
        ([version("k", 5)], {"other": 6}, ["k"]),
        ([version("k", 5, uid="a"), version("k", 7, uid="b")], {"a": 6}, ["k"]),
        ([version("k", 5, uid="a"), version("k", 6, uid="b")], {"a": 6}, []),
    ],
)
def test_removed(
    versions: list[Version], removed: dict[str, int], remaining: list[str]
) -> None:
    """A removal counts for all rows of a thing that were not edited later."""
    assert list(merge_versions(versions, removed).remaining) == remaining


OLD, NEW = version("k", 1, "old"), version("k", 2, "new")


@pytest.mark.parametrize(
    ("ours", "remaining", "expected"),
    [
        ({}, {}, []),
        ({"k": (3, OLD)}, {"k": OLD}, []),
        ({"k": (3, OLD)}, {"k": NEW}, [RowChange("k", 3, OLD, NEW)]),
        ({"k": (3, OLD)}, {}, [RowChange("k", 3, OLD, None)]),
        ({}, {"k": NEW}, [RowChange("k", None, None, NEW)]),
    ],
)
def test_changes(
    ours: dict[str, tuple[int, Version]],
    remaining: dict[str, Version],
    expected: list[RowChange],
) -> None:
    """Only rows that differ from what remains are added, changed or deleted."""
    assert list(changes(ours, remaining)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "remaining", "numbers"),
    [
        ({}, [NEW], {"k": NEW}, (1, 0, 0, 0)),
        ({"k": (3, OLD)}, [NEW], {"k": NEW}, (0, 1, 0, 0)),
        ({"k": (3, NEW)}, [OLD], {"k": NEW}, (0, 0, 0, 1)),
        ({"k": (3, NEW)}, [NEW], {"k": NEW}, (0, 0, 0, 0)),
        ({"k": (3, OLD)}, [], {}, (0, 0, 1, 0)),
    ],
)
def test_count_changes(
    ours: dict[str, tuple[int, Version]],
    theirs: list[Version],
    remaining: dict[str, Version],
    numbers: tuple[int, int, int, int],
) -> None:
    """Rows are counted as added, changed, removed, or kept because newer here."""
    done, kept = changes(ours, remaining), find_kept(ours, theirs, remaining)

    assert count_changes("note", done, kept) == TableCount("note", *numbers)


@pytest.mark.parametrize(
    ("ours", "theirs", "slugs"),
    [
        ({"u": (1, "a")}, {"u": (1, "a")}, {}),
        ({"u": (2, "a")}, {"u": (1, "b")}, {"u": "a"}),
        ({"u": (1, "a")}, {"v": (2, "b")}, {}),
        ({"u": (1, "a")}, {"u": (1, "b")}, {"u": "b"}),
    ],
)
def test_last_slugs(
    ours: dict[str, tuple[int, str]],
    theirs: dict[str, tuple[int, str]],
    slugs: dict[str, str],
) -> None:
    """Of an item with two slugs the later one counts, whichever side is asked."""
    assert last_slugs(ours, theirs) == last_slugs(theirs, ours) == slugs


@given(REMOVED, REMOVED)
def test_later_tombstones(ours: dict[str, int], theirs: dict[str, int]) -> None:
    """Of two removals the later one counts, and none is lost."""
    later = later_tombstones(ours, theirs)

    assert later == later_tombstones(theirs, ours)
    assert later.keys() == ours.keys() | theirs.keys()
    assert all(later[uid] >= at for side in (ours, theirs) for uid, at in side.items())


# Two machines.
def test_merge_as_json(tracker: Tracker, tmp_path: Path) -> None:
    """The JSON of a merge has the tables in which anything came or changed."""
    tracker.ok("log ppo 1h")
    other = tmp_path / "other.db"
    tracker.ok(f"--db '{other}' log fastai 2h")

    answer = tracker.json(f"merge '{other}'")
    assert (answer["kind"], answer["file"]) == ("merge", str(other))
    assert answer["tables"] == {
        "session": {"came": 1, "changed": 0, "removed": 0, "kept": 0}
    }
    assert tracker.json(f"merge '{other}'")["tables"] == {}


def test_merge_of_two_own_items_of_one_name(tracker: Tracker, tmp_path: Path) -> None:
    """A rename on one machine to the name of an item on the other is refused."""
    tracker.ok("add one --title One --track math")
    other = tmp_path / "other.db"
    other.write_bytes(tracker.db.read_bytes())
    tracker.ok("add two --title Two --track math")
    tracker.ok(f"--db '{other}' rename one --slug two", now="2026-11-23T15:00")

    assert tracker(f"merge '{other}'") == Output(
        4,
        "",
        "After the merge, two items would have the name 'two': one of them was renamed on\n"
        "the other machine.\n"
        "Rename one of them first: tracker rename two --slug NAME\n",
    )


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda place: place.write_text("x"), "is not a tracker database"),
        (lambda place: place.mkdir(), ""),
        (lambda place: place.touch(), ""),
    ],
)
def test_no_other_database(
    tracker: Tracker, tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    """What is no database is refused, with what to name instead; nothing is written."""
    tracker.ok("log ppo 1h")
    before = tracker.db.read_bytes()
    make(tmp_path / "other.db")
    output = tracker(f"merge '{tmp_path}/other.db'")

    assert (output.code, output.out) == (6, "")
    assert said in " ".join(output.err.split())
    assert "Name the tracker database of your other machine" in output.err
    assert tracker.db.read_bytes() == before


def test_merge_of_a_demo(tracker: Tracker, tmp_path: Path) -> None:
    """The invented data of a demo is merged into nothing."""
    tracker.ok("log ppo 1h")
    other = tmp_path / "demo.db"
    assert tracker(f"--db '{other}' demo").code == 0

    output = tracker(f"merge '{other}'")
    assert output.code == 4
    assert "is a demo database with invented data." in " ".join(output.err.split())


# Rules for items.
@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (Rule("x", project="PPO"), True),
        (Rule("x", project="pp"), False),
        (Rule("x", project=""), False),
        (Rule("x", tag="DEEP"), True),
        (Rule("x", tag="dee"), False),
        (Rule("x", note="WEE"), True),
        (Rule("x", note=""), True),
        (Rule("x", note="other"), False),
        (Rule("x", project="ppo", tag="deep", note="sweep"), True),
        (Rule("x", project="ppo", tag="other", note="sweep"), False),
    ],
)
def test_rule_fits(rule: Rule, fits: bool) -> None:
    """A rule fits by a whole project, a whole tag and a part of the note, in any case."""
    entry = in_file(project="ppo", note="a sweep", tags=("deep", "kl"))

    assert rule.fits(entry) is fits
    index = RuleIndex([rule, Rule("y")])
    assert index.rule_for(entry) == (rule if fits else Rule("y"))


@pytest.mark.parametrize(
    ("rule", "only"),
    [
        (Rule("x", project="a"), True),
        (Rule("x", project="a", tag="t"), False),
        (Rule("x", project="a", note="n"), False),
    ],
)
def test_only_project(rule: Rule, only: bool) -> None:
    """A rule is of a project alone if it has no tag and no note."""
    assert rule.only_project is only


@pytest.mark.parametrize(
    ("project", "slug"),
    [
        ("Deep Work!", "deep-work"),
        ("  Ünï çodé ", "uni-code"),
        ("Straße", "strasse"),
        ("łódź & ørsted", "lodz-orsted"),
        ("C++ / C#", "c-c"),
        ("101", "project-101"),
        ("2026-11", "project-2026-11"),
    ],
)
def test_slug(project: str, slug: str) -> None:
    """A slug is the words of a project in plain small letters."""
    assert slug_of(project) == slug


@pytest.mark.parametrize("project", ["数学", "Математика", "!!!", "", "a数学の本"])
def test_slug_without_letters(project: str) -> None:
    """A project that few plain letters remain of has a slug made of its hash."""
    assert slug_of(project) == f"project-{hash_text(project)[:6]}"


@pytest.mark.parametrize(
    ("project", "slug"),
    [
        ("fastai", "fastai-2"),
        ("101", "project-101-2"),
        ("9am", "project-9am-2"),
        ("0PM", "project-0pm-2"),
    ],
)
def test_slug_with_a_number(project: str, slug: str) -> None:
    """The second item of a name has a number, and no name that reads as a range."""
    assert FreeSlugs([slug_of(project)]).take(project) == slug


@given(st.text(max_size=90) | st.from_regex(r"[0-9]{1,4}([ap]m)?"), st.integers(0, 3))
def test_slugs_are_valid_and_free(project: str, times: int) -> None:
    """Any project gets a valid slug that is not taken, however often it comes."""
    slugs, taken = FreeSlugs([]), list[str]()
    for _ in range(times + 1):
        slug = slugs.take(project)
        assert slug not in taken
        assert check_slug(slug) == slug
        assert len(slug) <= LONGEST_SLUG
        taken.append(slug)


@pytest.mark.parametrize(
    ("tags", "column"),
    [
        ((), ""),
        (("Deep work",), " deep-work "),
        (("b", "A", "b"), " a b "),
        (("--", "!"), ""),
        (("c++", "#x_1"), " c x_1 "),
    ],
)
def test_tags(tags: tuple[str, ...], column: str) -> None:
    """Tags are one word each, in small letters, sorted, each once."""
    assert tags_column(tags) == column


# Keys and rows.
@given(st.text(), st.integers(), st.text(), st.text())
def test_keys_differ(when: str, seconds: int, project: str, note: str) -> None:
    """An entry that differs in any part has another key."""
    key = content_key(when, seconds, project, note)

    assert len(key) == 16
    assert key != content_key(when, seconds + 1, project, note)
    assert key != content_key(when, seconds, project + "x", note)
    assert key != content_key(when, seconds, project, note + "x")
    assert len({key, *(repeat_key(key, n) for n in (2, 3)), day_key(key, 1)}) == 4
    assert day_key(key, 0) == key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("7", 1, "a"), ("7", 1, "a"), True),
        (("7", 1, "a"), ("7", 2, "a"), False),
        (("7", 1, "a"), ("7", 1, "b"), False),
        (("123456789", 1, "a"), ("123456789", 2, "b"), True),
        (("12345678", 1, "a"), ("12345678", 2, "a"), False),
    ],
)
def test_id_keys(
    one: tuple[str, int, str], other: tuple[str, int, str], same: bool
) -> None:
    """Nine digits name an entry wherever it is; fewer only on its day in its project."""
    assert (id_key(*one) == id_key(*other)) is same


@pytest.mark.parametrize(
    ("entry_id", "kept"), [("7", "7"), ("123456789", None), ("", None)]
)
def test_session_rows(entry_id: str, kept: str | None) -> None:
    """Each day of an entry is a row; only the first has what its log says of it."""
    entry = in_file(entry_id=entry_id, state="s", updated=9, parts=3, project="")
    rows = session_rows(entry, 4, 2, 100)

    assert [row.uid for row in rows] == [entry.uid, *later_uids(entry.uid)]
    assert {(row.item_id, row.batch_id, row.project) for row in rows} == {(4, 2, None)}
    assert {row.logged_at for row in rows} == {100}
    assert [row[-3:] for row in rows] == [(kept, "s", 9), *[(None, None, None)] * 2]


# Tables of a connection.
@pytest.fixture(name="db")
def _db() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:")
    db.execute("create table session (uid text, batch_id integer)")
    yield db
    db.close()


def test_seen_sessions(db: sqlite3.Connection) -> None:
    """What was seen is known until the next file begins, also when it is added twice."""
    db.executemany("insert into session values (?, ?)", [("a", 1), ("b", 2)])
    seen_sessions.begin(db)
    seen_sessions.add_seen(db, ["a", "a", "c"])
    seen_sessions.add_seen(db, ["a"])
    seen_sessions.add_seen(db, [])

    assert [seen_sessions.is_seen(db, uid) for uid in "abc"] == [True, False, True]
    assert [seen_sessions.has_seen_of(db, batch) for batch in (1, 2, 3)] == [
        True,
        False,
        False,
    ]
    seen_sessions.begin(db)
    assert not seen_sessions.is_seen(db, "a")
    assert not seen_sessions.has_seen_of(db, 1)


def _add_numbered(pieces: list[list[ReadySession]]) -> list[str]:
    """The uids of a file's entries, added in pieces to sessions that are in memory."""
    added: list[str] = []
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("create table session (uid text, batch_id integer)")
        repeats.begin(db)
        for piece in pieces:
            numbered = repeats.number_repeats(db, piece, set(added), (), 1)
            rows = [(entry.uid, 1) for entry in numbered]
            db.executemany("insert into session values (?, ?)", rows)
            added += [entry.uid for entry in numbered]
    return added


@given(uids=st.lists(st.sampled_from("abc"), max_size=9), cut=st.integers(0, 9))
def test_repeats(uids: list[str], cut: int) -> None:
    """Equal entries have different keys, the same ones however a file is cut."""
    entries = [in_file()._replace(uid=uid) for uid in uids]
    whole = _add_numbered([entries])

    assert _add_numbered([entries[:cut], entries[cut:]]) == whole
    assert len(set(whole)) == len(uids)
    assert set(uids) <= set(whole)


def test_timed_entries_do_not_repeat(db: sqlite3.Connection) -> None:
    """Equal entries with a start, or with an id, are one entry."""
    repeats.begin(db)
    entries = [in_file(start=1), in_file(start=1), in_file(entry_id="7")]

    assert repeats.number_repeats(db, entries, (), (), None) == entries


# The rules file.
@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("[[rule]]\nproject = 'a'\nitem = 'x'\n", [Rule("x", project="a")]),
        ("[[rule]]\nproject = 'a'\nitem = ''\n", [Rule("", project="a")]),
        ("[[rule]]\ntag = 't'\nskip = true\n", [Rule("", tag="t", skip=True)]),
        (
            "[[rule]]\nnote = 'n'\nitem = 'x'\nskip = false\n"
            "[[rule]]\nproject = ''\nitem = 'y'\n",
            [Rule("x", note="n"), Rule("y", project="")],
        ),
    ],
)
def test_read_rules(tmp_path: Path, text: str, rules: list[Rule]) -> None:
    """Rules are read in their order, each with its conditions and its outcome."""
    place = tmp_path / "rules.toml"
    place.write_text(text)

    assert read_rules(place) == rules


def test_rules_file_of_bytes(tmp_path: Path) -> None:
    """A rules file that is no text is refused by name."""
    place = tmp_path / "rules.toml"
    place.write_bytes(b"[[rule]]\nproject = '\xff'\n")

    with pytest.raises(FileProblem, match=r"rules\.toml is not a rules file"):
        read_rules(place)


def test_rules_file_in_no_folder(tmp_path: Path) -> None:
    """A rules file in a folder that is not there is not created."""
    with pytest.raises(FileProblem, match="cannot be written: No such file"):
        create_rules_file(tmp_path / "none" / "rules.toml", "x")

    assert list(tmp_path.iterdir()) == []
