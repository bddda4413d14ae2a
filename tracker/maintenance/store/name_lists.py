"""The names that a shell completes, each with what says what it is.

They come from tables of all folders, by statements of their own: completion must be
fast, and needs no more of a row than its name and its title.
"""

from collections.abc import Iterable, Mapping
from sqlite3 import Connection
from typing import Any

from tracker.journal.rules.lines import line_id
from tracker.journal.store.session_ids import short_id
from tracker.maintenance.rules.value_kinds import Named
from tracker.text.amounts import say_amount

# How many rows are looked through for tags and projects, the latest ones.
_LATEST = 5000
# By kind; the columns are the name, and what it is.
NAMES = {
    # Items in progress first.
    "item": """select slug, title from (
                   select item.*, exists (select 1 from session where item_id = item.id)
                   or exists (select 1 from item_state where item_id = item.id) as begun
                   from item)
               where begun or not retired order by begun desc, position, slug""",
    "own-item": "select slug, title from item where origin = 'own' order by slug",
    "alias": """select name, slug from item_aka join item on item.id = item_id
                where item_aka.uid not like 'seed:%' order by name""",
    "milestone": """select slug, title from milestone where retired = 0
                    order by position""",
    "role": "select slug, title from role order by position",
    "variant": """select role_variant.slug, role_variant.title from role_variant
                  join role on role.id = role_id
                  where role.slug = coalesce(
                      :role, (select value from setting where key = 'target'))
                  order by role_variant.position""",
    "skill": "select slug, title from skill order by position",
    "track": "select slug, title from track order by position",
    "bar": "select distinct slug || '-bar', who from bar order by slug",
    "subject": """select kind, '' from prompt
                  union select subject, '' from prompt where subject is not null""",
    "question": """select slug, question from prompt where retired = 0
                   order by position""",
    "work": """select distinct coalesce(item.slug, milestone.slug) as slug,
               coalesce(item.title, milestone.title) from result
               join milestone on milestone.id = milestone_id
               left join item on item.id = item_id order by slug""",
    "rater": """select distinct rater, '' from rating where rater <> ''
                order by rater""",
    "project": f"""select project, slug from (
                       select project, item_id from session where project is not null
                       order by id desc limit {_LATEST})
                   join item on item.id = item_id group by project order by project""",
    "done-command": """select id, words from command
                       where kind = 'do' and state = 'done' order by id desc limit 20""",
    "undone-command": """select id, words from command
                         where kind = 'do' and state = 'undone'
                         order by id desc limit 20""",
}
SESSIONS = """select session.uid, item.slug, day, session.seconds, session.note
              from session join item on item.id = item_id
              where part_of is null order by day desc, session.id desc limit 20"""
TAGS = f"""select distinct tags from (
               select tags, id from session order by id desc limit {_LATEST})
           where tags <> '' union select tags from timer"""
# What `rm` removes beside sessions; the latest of each.
LINES = """select * from (select uid, text from note order by id desc limit 10)
           union all select * from (
               select evidence.uid, kind || ':' || place from evidence
               order by id desc limit 10)
           union all select * from (
               select rating.uid, slug || ' ' || level from rating
               join skill on skill.id = skill_id order by rating.id desc limit 10)
           union all select recollection.uid, 'from memory: ' || slug from recollection
               join item on item.id = item_id
           union all select uid, 'application: ' || funder from application
           union all select forecast.uid, 'forecast of ' || forecast.day from forecast
               where withdrawn is null"""
KINDS = frozenset((*NAMES, "session", "line", "tag", "plus-tag"))


def list_names(db: Connection, kind: str, values: Mapping[str, Any]) -> Iterable[Named]:
    """The names of a kind, each with what it is; `values` are typed already."""
    special = {"session": _sessions, "line": _lines, "tag": _tags}
    if kind == "plus-tag":
        return [(f"+{tag}", what) for tag, what in _tags(db)]
    if kind in special:
        return special[kind](db)
    rows = db.execute(NAMES[kind], {"role": values.get("role") or values.get("name")})
    return [(str(name), what) for name, what in rows]


def _sessions(db: Connection) -> list[Named]:
    """The session recorded last, and the latest ones by day."""
    rows = db.execute(SESSIONS).fetchall()
    last = [("last", "the session recorded last")] if rows else []
    return last + [
        (short_id(db, uid), f"{day} {say_amount(seconds)} {item} {note}".strip())
        for uid, item, day, seconds, note in rows
    ]


def _tags(db: Connection) -> list[Named]:
    """The tags of the latest sessions and of the timer."""
    tags = {tag for (texts,) in db.execute(TAGS) for tag in texts.split()}
    return [(tag, "") for tag in sorted(tags)]


def _lines(db: Connection) -> list[Named]:
    return [(line_id(uid), what) for uid, what in db.execute(LINES)]
