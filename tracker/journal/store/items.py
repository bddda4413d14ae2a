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
MILESTONE = "select id from milestone where slug = :typed"
# The items that lead to a milestone, those that the person tries it with first.
LEADING = """select slug from (
                 select item_id, 0 as place from attempt
                 where milestone_id = :milestone and dropped is null
                 union all select item_id, 1 from milestone_item
                 where milestone_id = :milestone
                 union all select item.id, 2 from milestone_group
                 join item on item.group_id = milestone_group.group_id
                 where milestone_id = :milestone)
             join item on item.id = item_id where retired = 0
             group by slug order by min(place), position limit 3"""
TRACKS = "select slug, title from track order by position"
LAST_ITEM = """select item.id, item.slug, item.title
               from (select id, item_id, logged_at from session where source <> 'imported'
                     order by id desc limit 100) as added
               join item on item.id = added.item_id
               order by added.logged_at desc, added.id desc limit 1"""
LATEST_ITEMS = """select slug from item join session on session.item_id = item.id
                  group by item.id order by max(day) desc, item.position limit 3"""

# For a first word that is no command; other folders read these tables with more of a row.
SLUGS = {
    "milestone": "select slug from milestone where retired = 0 order by position",
    "role": "select slug from role order by position",
}


def choose_item(
    db: Connection,
    typed: str,
    rule: str = "hours are logged on an item",
    numbers: dict[Name, int] | None = None,
) -> ChosenItem:
    """The item that `typed` names. Raises NotFound or Ambiguous, with the candidates.

    `rule` says, where `typed` is a milestone, why an item is needed. `numbers` are the
    names that `item_numbers` has read already.
    """
    numbers = item_numbers(db) if numbers is None else numbers
    try:
        choice = choose(typed, list(numbers))
    except NotFound as fault:
        _offer_leading_items(db, typed, rule, fault)
        raise
    name = next(name for name in numbers if name.slug == choice.slug)
    is_familiar = choice.how == "aka" and name.begun
    how = "exact" if is_familiar else choice.how
    return ChosenItem(numbers[name], name.slug, name.title, how)


def _offer_leading_items(
    db: Connection, typed: str, rule: str, fault: NotFound
) -> None:
    """Let an error say that `typed` is a milestone, and offer the items that lead to it."""
    slug = typed.casefold()
    row = db.execute(MILESTONE, {"typed": slug}).fetchone()
    if not row:
        return
    items = [item for (item,) in db.execute(LEADING, {"milestone": row[0]})]
    fault.message = f"{slug} is a milestone, and {rule}."
    fault.typed, fault.instead = typed, tuple(items)
    fault.hint = f"To see what it takes: tracker show {slug}"
    if items:
        these = "This item leads" if len(items) == 1 else "These items lead"
        fault.hint += f"\n{these} to it:"


def item_names(db: Connection) -> list[Name]:
    """All items that can be named, in the curriculum's order."""
    return list(item_numbers(db))


def slugs(db: Connection, kind: str) -> list[str]:
    """The names of all things of a `kind` in `SLUGS`, in the curriculum's order."""
    return [slug for (slug,) in db.execute(SLUGS[kind])]


def choose_track(db: Connection, typed: str) -> str:
    """The slug of the track that `typed` names. Raises NotFound or Ambiguous."""
    tracks = [Name(slug, title) for slug, title in db.execute(TRACKS)]
    return choose(typed, tracks, "track").slug


def last_item(db: Connection) -> ChosenItem | None:
    """The item of the session logged or timed last here; None where none was.

    A merge adds sessions late that were logged before: of those added last, the one
    logged last counts.
    """
    row = db.execute(LAST_ITEM).fetchone()
    return ChosenItem(*row)._replace(how="last") if row else None


def latest_items(db: Connection) -> list[str]:
    """The slugs of the three items studied last, by day; imported sessions count."""
    return [slug for (slug,) in db.execute(LATEST_ITEMS)]


def item_numbers(db: Connection) -> dict[Name, int]:
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
