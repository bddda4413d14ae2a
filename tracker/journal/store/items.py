"""Items by name: a session needs one, and people type as little of it as they can."""

from sqlite3 import Connection

from tracker.errors import NotFound
from tracker.journal.rules.records import ChosenItem
from tracker.text.names import Name, choose

# An item that the curriculum no longer has can still be named once it was begun.
NAMES = """select id, slug, title, coalesce(author, '') as author, retired,
           exists (select 1 from session where item_id = item.id)
           or exists (select 1 from item_state where item_id = item.id) as begun,
           exists (select 1 from item_state where item_id = item.id
                   and state in ('skipped', 'dropped')) as left
           from item order by position, slug"""
# The names of the curriculum have the uid that it gave them.
AKA = "select item_id, name, uid not like 'seed:%' as own from item_aka order by name"
MILESTONE = "select slug from milestone where slug = :typed"
TRACKS = "select slug, title from track order by position"

# For completion only; other folders read these tables with more about each row.
SLUGS = {
    "milestone": "select slug from milestone where retired = 0 order by position",
    "role": "select slug from role order by position",
    "skill": "select slug from skill order by position",
    "question": "select slug from prompt where retired = 0 order by position",
    "subject": """select kind as slug from prompt
                  union select subject from prompt where subject is not null""",
}


def choose_item(
    db: Connection, typed: str, rule: str = "hours are logged on an item"
) -> ChosenItem:
    """The item that `typed` names. Raises NotFound or Ambiguous, with the candidates.

    `rule` says, where `typed` is a milestone, why an item is needed.
    """
    numbers = _item_numbers(db)
    try:
        choice = choose(typed, list(numbers))
    except NotFound as fault:
        slug = typed.casefold()
        if db.execute(MILESTONE, {"typed": slug}).fetchone():
            fault.message = f"{slug} is a milestone, and {rule}."
            fault.instead = ()  # no item is meant
            fault.hint = f"To see what it takes: tracker show {slug}"
        raise
    name = next(name for name in numbers if name.slug == choice.slug)
    return ChosenItem(numbers[name], name.slug, name.title, choice.how)


def item_names(db: Connection) -> list[Name]:
    """All items that can be named, in the curriculum's order."""
    return list(_item_numbers(db))


def slugs(db: Connection, kind: str) -> list[str]:
    """The names of all things of a `kind` in `SLUGS`, in the curriculum's order."""
    return [slug for (slug,) in db.execute(SLUGS[kind])]


def choose_track(db: Connection, typed: str) -> str:
    """The slug of the track that `typed` names. Raises NotFound or Ambiguous."""
    tracks = [Name(slug, title) for slug, title in db.execute(TRACKS)]
    return choose(typed, tracks, "track").slug


def _item_numbers(db: Connection) -> dict[Name, int]:
    """The number of each item that can be named, in the curriculum's order."""
    other_names: dict[int, tuple[list[str], list[str]]] = {}
    for item_id, name, own in db.execute(AKA):
        other_names.setdefault(item_id, ([], []))[own].append(name)
    numbers = {}
    for item_id, slug, title, author, retired, begun, left in db.execute(NAMES):
        if begun or not retired:
            aka, own = map(tuple, other_names.get(item_id, ((), ())))
            name = Name(slug, title, aka, author, bool(begun), bool(left), own)
            numbers[name] = item_id
    return numbers
