import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.database.catalogue.check import check_catalogue
from tracker.database.catalogue.digest import toml_files
from tracker.database.catalogue.faults import describe
from tracker.database.catalogue.read import build_catalogue
from tracker.database.catalogue.records import KINDS, Catalogue

SEED = Path(__file__).parents[3] / "seed"


@cache
def _shipped() -> dict[str, dict[str, Any]]:
    return {
        name: tomllib.loads(path.read_text(encoding="utf-8"))
        for name, path in toml_files(SEED).items()
    }


@cache
def _whole() -> Catalogue:
    return build_catalogue(_shipped())[0]


def _damaged(
    file: str, kind: str, number: int, row: object
) -> tuple[list[str], Catalogue]:
    rows = list(_shipped()[file][kind])
    rows[number] = row
    catalogue, faults = build_catalogue({file: _shipped()[file] | {kind: rows}})
    return describe(faults), catalogue


ENTRIES = [
    (file, kind, n)
    for file, table in _shipped().items()
    for kind in table
    for n in range(len(table[kind]))
]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(ENTRIES), st.randoms())
def test_a_required_key_that_is_dropped_is_missed(
    where: tuple[str, str, int], chance: random.Random
) -> None:
    """If any required key of any shipped entry is missing, the fault names file, entry and key."""
    file, kind, number = where
    row = _shipped()[file][kind][number]
    key = chance.choice(
        [
            field.encode_name
            for field in msgspec.structs.fields(KINDS[kind])
            if field.required
        ]
    )

    faults, catalogue = _damaged(
        file, kind, number, {name: row[name] for name in row if name != key}
    )

    entry = f"{kind} number {number + 1}" if key == "slug" else f"{kind} {row['slug']}"
    assert faults == [f"{file}: {entry}: {key}: is missing"]
    check_catalogue(catalogue)
    check_catalogue(catalogue, _whole())


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(ENTRIES), st.randoms())
def test_a_value_of_another_type_is_never_taken(
    where: tuple[str, str, int], chance: random.Random
) -> None:
    """If any value of any shipped entry has another type, the fault names file and key."""
    file, kind, number = where
    row = _shipped()[file][kind][number]
    key = chance.choice(sorted(row))
    other = chance.choice(
        [
            value
            for value in (7.5, "", [[]], {"": []}, -1)
            if type(value) is not type(row[key])
            # Hours may be 7 or 7.5.
            and not (isinstance(value, float) and isinstance(row[key], int))
        ]
    )

    faults, catalogue = _damaged(file, kind, number, row | {key: other})

    entry = f"{kind} number {number + 1}" if key == "slug" else f"{kind} {row['slug']}"
    assert len(faults) == 1
    assert faults[0].startswith(f"{file}: {entry}: {key}: must be ")
    check_catalogue(catalogue)
    check_catalogue(catalogue, _whole())


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(ENTRIES),
    st.recursive(st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner)),
)
def test_an_entry_that_is_no_table_is_a_fault(
    where: tuple[str, str, int], row: object
) -> None:
    """Reading and checking go on, whatever stands in place of an entry."""
    file, kind, number = where

    faults, catalogue = _damaged(file, kind, number, row)

    assert faults == [f"{file}: {kind} number {number + 1}: must be a table"]
    check_catalogue(catalogue)
