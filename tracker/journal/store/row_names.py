"""The names of rows that the log refers to by number."""

from collections.abc import Callable, Iterable
from sqlite3 import Connection
from typing import Any

from tracker.database.command_log import LoggedChange

NAMES = {
    "result": """select milestone.slug from result
                 join milestone on milestone.id = result.milestone_id
                 where result.id = :id""",
    "rating": """select skill.slug from rating
                 join skill on skill.id = rating.skill_id where rating.id = :id""",
    "batch": "select file from import_batch where id = :id",
    "after": "select slug from milestone where id = :id",
    "group": "select slug from choice_group where id = :id",
    "requires": "select slug from item where id = :id",
}
NAME = "select slug from {} where id = :id"


def name_finder(
    db: Connection, changes: Iterable[LoggedChange]
) -> Callable[[str, Any], str]:
    """What gives the name of a row by its table and number.

    Rows that `changes` removed are known by them.
    """
    names: dict[tuple[str, Any], str] = {}
    for change in changes:
        slug = change.values.get("slug") or change.values.get("file")
        if slug:
            names[change.table, change.row] = str(slug)

    def find(table: str, number: Any) -> str:
        key = table, number
        if key not in names:
            row = db.execute(NAMES.get(table, NAME.format(table)), {"id": number})
            found = row.fetchone()
            names[key] = str(found[0]) if found else f"a removed {table}"
        return names[key]

    return find
