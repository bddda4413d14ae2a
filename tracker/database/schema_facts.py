"""The schema of a database, in a form that is equal if created or migrated."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache

MADE_OF = """select type, name, sql from sqlite_master
             where sql is not null order by type, name"""
_SIGNS = "(),=<>"
# A row as JSON in a trigger, such as json_object('id',new.id,'day',new.day).
_ROW_AS_JSON = re.compile(r"json_object\([^()]*\)")
# One of its columns, such as 'day',new.day.
_COLUMN = re.compile(r"'\w+',\w+\.\w+")
# A quoted text, a blank, a quoted name, or any other single letter.
_TOKEN = re.compile(r"'(?:[^']|'')*'|\s+|\"\w+\"|.", re.DOTALL)


def schema_facts(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The SQL of each table, index, view and trigger, in parts, by `table session`.

    Blanks, quotes around names and letter case outside quoted text do not count. The
    order of columns and constraints does not count either, in a table or a trigger: a
    column that a revision adds comes last, wherever the `Table` names it.
    """
    return {
        f"{kind} {name}": _normalise(kind, sql)
        for kind, name, sql in db.execute(MADE_OF)
    }


@cache  # two databases that are compared say mostly the same
def _normalise(kind: str, sql: str) -> tuple[str, ...]:
    text = _squeeze(sql)
    if kind == "trigger":
        return (_ROW_AS_JSON.sub(_sorted_row, text),)
    if kind != "table":
        return (text,)
    head, _, rest = text.partition("(")
    body, _, tail = rest.rpartition(")")
    return (head.strip(), *sorted(_split(body)), tail.strip())


def _sorted_row(row: re.Match[str]) -> str:
    """A row as JSON, its columns sorted by name."""
    columns = re.findall(_COLUMN, row[0])
    return f"json_object({','.join(sorted(columns))})"


def _squeeze(sql: str) -> str:
    """`sql` in small letters, without quotes round names, with few blanks.

    Quoted text stays unchanged.
    """
    squeezed, blank = "", False
    for token in (match[0] for match in _TOKEN.finditer(sql)):
        if token.isspace():
            blank = True
            continue
        if blank and token not in _SIGNS and squeezed[-1:] not in _SIGNS:
            squeezed += " "
        is_text = token[0] == "'"
        squeezed += token if is_text else token.strip('"').lower()
        blank = False
    return squeezed


def _split(body: str) -> Iterator[str]:
    """The parts between commas of `body`, except commas in parentheses or quotes."""
    depth, part = 0, ""
    for token in (match[0] for match in _TOKEN.finditer(body)):
        depth += {"(": 1, ")": -1}.get(token, 0)
        if token == "," and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += token
    yield part.strip()
