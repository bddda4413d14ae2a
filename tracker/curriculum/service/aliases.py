"""Give items names of the person's own, and take them away."""

from collections.abc import Container
from sqlite3 import Connection

from tracker.curriculum.rules.aliases import (
    Alias,
    check_no_removal,
    check_not_given,
    find_alias,
)
from tracker.curriculum.rules.checks import check_name_free
from tracker.curriculum.store.changes import add_names, remove_name
from tracker.curriculum.store.names import own_aliases, taken_names
from tracker.errors import NotFound
from tracker.journal.store.items import choose_item
from tracker.text.slugs import check_slug

_RULE = "only an item can have names of your own"


def add_alias(
    db: Connection, typed: tuple[str, str], now_utc: int, reserved: Container[str]
) -> Alias:
    """Give an item a name; `typed` are both, in any order. `now_utc` is UTC seconds.

    Raises Unreadable for a `reserved` name, Refused for one in use, NotFound or
    Ambiguous for the item.
    """
    check_no_removal(typed, own_aliases(db))
    name, item = _order_words(db, typed)
    chosen = choose_item(db, item, _RULE)
    alias = Alias(name, chosen.slug, chosen.title)
    aliases = own_aliases(db)
    if alias in aliases:
        return alias
    check_not_given(name, aliases)
    check_name_free(name, taken_names(db))
    add_names(db, chosen.slug, [check_slug(name, reserved)], now_utc)
    return alias._replace(is_new=True)


def remove_alias(db: Connection, name: str, now_utc: int) -> Alias:
    """Remove a name of the person's own. Raises Refused or NotFound for any other."""
    alias = find_alias(name, own_aliases(db), taken_names(db))
    remove_name(db, alias.name, now_utc)
    return alias


def _order_words(db: Connection, typed: tuple[str, str]) -> tuple[str, str]:
    """The new name, then the item: the only one of the two that names an item in full.

    If that does not decide it, the item is the last one, or the only one that a part
    names.
    """
    first, last = typed
    names = taken_names(db)
    if (first in names) != (last in names):
        return (last, first) if first in names else (first, last)
    try:
        choose_item(db, last, _RULE)
    except NotFound:
        try:
            choose_item(db, first, _RULE)
        except NotFound:
            return first, last
        return last, first
    return first, last
