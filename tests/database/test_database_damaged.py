"""Pages are read as SQLite reads them, and what is no page is never taken for one."""

import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tracker.database.damaged.file import DamagedFile
from tracker.database.damaged.pages import Pages
from tracker.database.damaged.records import Illegible, read_record
from tracker.database.damaged.trees import read_index, read_table

NUMBERS = st.integers(-(1 << 63), (1 << 63) - 1)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9)
ROWS = st.dictionaries(
    NUMBERS,
    st.tuples(st.none() | NUMBERS, TEXTS, st.integers(0, 900), st.floats(0, 9)),
    max_size=60,
)


@given(
    rows=ROWS,
    size=st.sampled_from([512, 1024, 4096, 65536]),
    encoding=st.sampled_from(["UTF-8", "UTF-16le", "UTF-16be"]),
    deleted=st.sets(st.integers(0, 59)),
)
def test_rows_are_those_of_sqlite(
    tmp_path: Path,
    rows: dict[int, tuple[int | None, str, int, float]],
    size: int,
    encoding: str,
    deleted: set[int],
) -> None:
    """Any rows of any page size and encoding are read as they are, long ones too."""
    place = tmp_path / "any.db"
    place.unlink(missing_ok=True)
    with closing(sqlite3.connect(place)) as db:
        db.execute(f"pragma page_size = {size}")
        db.execute(f"pragma encoding = '{encoding}'")
        db.execute("create table t (id integer primary key, a, b text, c real)")
        db.execute("create index i on t (b, a)")
        for number, (a, text, times, c) in rows.items():
            db.execute(
                "insert into t values (?, ?, ?, ?)", [number, a, text * times, c]
            )
        for at in deleted:
            db.execute("delete from t where id = ?", [[*rows, *range(60)][at]])
        db.commit()
        expected = {row[0]: row[1:] for row in db.execute("select * from t")}
        roots = [root for (root,) in db.execute("select rootpage from sqlite_master")]
    pages = Pages(place.read_bytes())
    tree = read_table(pages, roots[0], lambda values: True)
    index = read_index(pages, roots[1])

    assert {row.number: row.values[1:] for row in tree.rows} == expected
    assert tree.gaps == []
    assert all(row.is_sure for row in tree.rows)
    assert index.is_whole
    assert {entry[-1]: entry[:-1] for entry in index.entries} == {
        number: (b, a) for number, (a, b, c) in expected.items()
    }


@given(st.binary(max_size=200))
def test_bytes_that_are_no_record_are_refused(data: bytes) -> None:
    """Any bytes give values or are illegible; nothing else happens."""
    try:
        values = read_record(data, "utf-8")
    except Illegible:
        return
    assert isinstance(values, tuple)


@given(content=st.binary(max_size=9000), at=st.integers(0, 8999))
def test_any_file_is_read_without_an_error(
    template: Path, content: bytes, at: int
) -> None:
    """Random bytes, alone or over the first pages of a database, stop no reader."""
    whole = template.read_bytes()
    for file in (content, whole[:at] + content + whole[at + len(content) :]):
        assert isinstance(DamagedFile(file).tables, dict)
