"""Items by name: a session needs one, and people type as little of it as they can."""

from sqlite3 import Connection

from tracker.errors import NotFound
from tracker.journal.rules.records import ChosenItem
from tracker.text.names import Name, choose

# A retired item can still be meant by whoever began it.
NAMES = """select id, slug, title, coalesce(author, '') as author, retired,
           exists (select 1 from session where item_id = item.id)
           or exists (select 1 from item_state where item_id = item.id) as begun
           from item order by position, slug"""
AKA = "select item_id, name from item_aka order by name"
MILESTONE = "select slug from milestone where slug = :typed"
TRACKS = "select slug, title from track order by position"

# For completing alone: who names them, reads them with more about them.
SLUGS = {
    "milestone": "select slug from milestone where retired = 0 order by position",
    "role": "select slug from role order by position",
    "skill": "select slug from skill order by position",
}


def choose_item(
    db: Connection, typed: str, rule: str = "hours are logged on an item"
) -> ChosenItem:
    """The item that `typed` means. Raises NotFound or Ambiguous, with what could be meant.

    `rule` is what is said where it means a milestone: why it is an item that is asked for.
    """
    known = _items(db)
    try:
        choice = choose(typed, [name for name, _ in known])
    except NotFound as fault:
        if found := db.execute(MILESTONE, {"typed": typed.casefold()}).fetchone():
            fault.message = f"{found[0]} is a milestone, and {rule}."
            fault.hint = f"tracker show {found[0]} says what it takes; tracker attempt and tracker reach are about it."
        raise
    name, item_id = next(pair for pair in known if pair[0].slug == choice.slug)
    return ChosenItem(item_id, name.slug, name.title, choice.how)


def item_names(db: Connection) -> list[Name]:
    """All items that can be meant, in the curriculum's order."""
    return [name for name, _ in _items(db)]


def slugs(db: Connection, kind: str) -> list[str]:
    """The slugs of all milestones, roles or skills, in the curriculum's order."""
    return [slug for (slug,) in db.execute(SLUGS[kind])]


def choose_track(db: Connection, typed: str) -> str:
    """The slug of the track that `typed` means. Raises NotFound or Ambiguous."""
    return choose(
        typed, [Name(slug, title) for slug, title in db.execute(TRACKS)], "track"
    ).slug


def _items(db: Connection) -> list[tuple[Name, int]]:
    also: dict[int, list[str]] = {}
    for item_id, name in db.execute(AKA):
        also.setdefault(item_id, []).append(name)
    rows = db.execute(NAMES).fetchall()
    return [
        (Name(slug, title, tuple(also.get(item_id, ())), author, bool(begun)), item_id)
        for item_id, slug, title, author, retired, begun in rows
        if begun or not retired
    ]
