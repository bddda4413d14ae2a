"""Which rows of the curriculum the numbers in a damaged database name."""

from collections import Counter
from collections.abc import Collection

from tracker.database.damaged.file import FileTable
from tracker.maintenance.rules.salvage_rows import (
    SHIPPED_UID,
    indexed_values,
    is_shipped_uid,
)


def find_slugs(table: FileTable, seed_slugs: Collection[str]) -> dict[int, str]:
    """The slug of each row of the curriculum by its number, from rows and indexes.

    The person's own items are not among them.

    Where these differ, the one that the curriculum has is right. A number without one
    slug is left out, and so are two numbers with the same.
    """
    slugs: dict[int, str] = {}
    has_uids = any("uid" in index.columns for index in table.indexes)
    for number in _numbers(table):
        uids = [*indexed_values(table, number, "uid")]
        if number in table.rows:
            uids.append(table.rows[number][0].get("uid"))
        if has_uids and not any(map(is_shipped_uid, uids)):
            continue
        names = _slugs_of(table, number)
        chosen = names.intersection(seed_slugs) or names
        if len(chosen) == 1:
            slugs[number] = chosen.pop()
    repeated = Counter(slugs.values())
    return {number: slug for number, slug in slugs.items() if repeated[slug] == 1}


def _slugs_of(table: FileTable, number: int) -> set[str]:
    values, _ = table.rows.get(number, ({}, False))
    slugs = {str(values["slug"])} if "slug" in values else set()
    slugs |= {str(slug) for slug in indexed_values(table, number, "slug")}
    for uid in (values.get("uid"), *indexed_values(table, number, "uid")):
        if is_shipped_uid(uid):
            slugs.add(str(uid).removeprefix(SHIPPED_UID))
    return slugs


def _numbers(table: FileTable) -> set[int]:
    numbers = set(table.rows)
    for index in table.indexes:
        numbers |= index.values.keys()
    return numbers
