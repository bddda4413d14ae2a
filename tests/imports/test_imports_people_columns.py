"""Columns that say whose row it is: known, asked about, or chosen in vain."""

from pathlib import Path

import pytest

from tests.imports.reading import read
from tracker.errors import Refused, Unreadable

ROWS = "2026-04-01,Ada Byron,2,x\n2026-04-01,Bo Berg,3,y\n2026-04-02,Ada Byron,1,z\n"


@pytest.mark.parametrize("header", ["Name", "Student", "Assignee", "Mitarbeiterin"])
def test_several_people(tmp_path: Path, header: str) -> None:
    """Under a header of people, the rows of two of them are refused without --user."""
    table = f"Date,{header},Hours,Note\n{ROWS}"

    with pytest.raises(Refused, match="the hours of 2 people: 'Ada Byron', 'Bo Berg'"):
        read(tmp_path, table)
    assert [s for *_, s in read(tmp_path, table, user="Ada Byron").amounts] == [
        7200,
        3600,
    ]


def test_names_below_an_unknown_header(tmp_path: Path) -> None:
    """Names of two people below an unknown header are asked about."""
    table = f"Date,Pair,Hours,Note\n{ROWS}"

    with pytest.raises(Unreadable, match="'Pair' could name people") as refused:
        read(tmp_path, table)

    assert refused.value.hint == (
        "If it does:\n  tracker import FILE --columns date=Date,hours=Hours,user=Pair\n"
        "If it does not:\n"
        "  tracker import FILE --columns date=Date,hours=Hours,project=Pair"
    )
    log = read(tmp_path, table, columns="date=Date,hours=Hours,project=Pair")
    assert [project for _, project, _ in log.amounts] == [
        "Ada Byron",
        "Bo Berg",
        "Ada Byron",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("deep learning", "linear algebra", "deep learning"),  # no capitals
        ("Ada Byron", "Bo Berg", "Cy Carl"),  # each once: titles
        ("Ada Byron", "Ada Byron", "Ada Byron"),  # one person
    ],
)
def test_texts_that_are_no_people(tmp_path: Path, cells: tuple[str, str, str]) -> None:
    """Texts without capitals, that are there once, or of one person are not asked about."""
    rows = "".join(f"2026-04-0{n},{cell},1.5,x\n" for n, cell in enumerate(cells, 1))

    assert len(read(tmp_path, f"Date,Pair,Hours,Note\n{rows}").amounts) == 3


def test_a_person_where_none_is_named(tmp_path: Path) -> None:
    """--user for a file that names no people is refused."""
    with pytest.raises(Unreadable, match="names no people, so --user cannot choose"):
        read(tmp_path, "Date,Hours\n2026-04-01,2.5\n", user="Ada")


def test_titles_below_name(tmp_path: Path) -> None:
    """Texts below `Name` that are each there once say what was done."""
    log = read(
        tmp_path, "Name,Date,Hours\nKL sweep,2026-04-09,1.5\nRead,2026-04-10,2\n"
    )

    assert [entry.note for entry in log.settled] == ["KL sweep", "Read"]


def test_authors_are_no_people(tmp_path: Path) -> None:
    """A column of authors, each there once, is neither a person nor a project.

    Names that come again are asked about: `Author` may be of a book or of a row.
    """
    rows = (
        "2026-04-09,Deep Learning,Ian Goodfellow,1.5\n2026-04-10,PRML,Chris Bishop,2\n"
    )

    log = read(tmp_path, f"Date,Book,Author,Hours\n{rows}")

    assert [project for _, project, _ in log.amounts] == ["Deep Learning", "PRML"]
    with pytest.raises(Unreadable, match="'Author' could name people"):
        read(tmp_path, f"Date,Book,Author,Hours\n{rows}{rows}")
