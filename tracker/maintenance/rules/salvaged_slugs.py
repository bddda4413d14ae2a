"""Which rows of the curriculum the numbers in a damaged database name."""

from collections import Counter
from collections.abc import Collection, Mapping

from tracker.database.damaged.file import Columns, FileTable
from tracker.maintenance.rules.history_copies import logged_row, whole
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


def place_by_order(
    table: FileTable,
    seed: Mapping[str, Columns],
    slugs: Mapping[int, str],
    logged: Mapping[int, str],
) -> dict[int, str]:
    """The slugs of further numbers, where all that is known has a first run's numbers.

    A first run gives the rows of `seed` their "id", in order. `slugs` are those that
    rows and indexes tell, `logged` those that the person typed; one that differs from
    the order is enough to trust none.
    """
    known = {number: _slugs_of(table, number) for number in _numbers(table)}
    for number, slug in logged.items():
        known.setdefault(number, set()).add(slug)
    shipped = {number: names.intersection(seed) for number, names in known.items()}
    agreeing = [
        any(seed[name]["id"] == number for name in names)
        for number, names in shipped.items()
        if names
    ]
    if not agreeing or not all(agreeing):
        return {}
    own = {
        number
        for number, (values, _) in table.rows.items()
        if not is_shipped_uid(values.get("uid", "seed:"))
    }
    own |= {number for number, names in known.items() if names and not shipped[number]}
    placed = set(slugs.values())
    by_order = {int(str(row["id"])): slug for slug, row in seed.items()}
    return {
        number: slug
        for number, slug in by_order.items()
        if number not in slugs and number not in own and slug not in placed
    }


def logged_slugs(
    tables: Mapping[str, FileTable], seed_slugs: Collection[str]
) -> dict[int, str]:
    """The slugs that the person typed, by the number of the item.

    The history has `log fastai 1h` beside the session that this wrote.
    """
    commands = tables.get("command", FileTable()).rows
    slugs: dict[int, str] = {}
    for change, _ in tables.get("change", FileTable()).rows.values():
        row, _ = commands.get(whole(change.get("command_id")), ({}, False))
        verb, name = [*str(row.get("words")).split(), "", ""][:2]
        is_log = verb == "log" and change.get("tbl") == "session"
        if is_log and not change.get("old") and name in seed_slugs:
            for _, values in logged_row(change):
                slugs[whole((values or {}).get("item_id"))] = name
    return slugs


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
