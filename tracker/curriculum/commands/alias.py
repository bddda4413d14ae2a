"""The command `alias`."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.curriculum.service.aliases import add_alias, remove_alias
from tracker.curriculum.store.names import own_aliases
from tracker.curriculum.view.aliases import (
    alias_added_text,
    alias_data,
    alias_removed_text,
    aliases_data,
    aliases_text,
)
from tracker.database.library import library
from tracker.errors import Unreadable
from tracker.journal.commands.moment import command_moment


@command(
    "alias",
    examples="""
    tracker alias fa fastai
    tracker alias
    tracker alias fa --remove
    """,
)
@argument("name", required=False)
@argument("item", required=False)
@option("--remove", is_flag=True, help="Remove NAME, which you gave before.")
def alias(app: App, name: str | None, item: str | None, remove: bool) -> None:
    """Give ITEM a short NAME of your own, which works wherever you type an item.

    Without NAME, your names are listed.
    """
    if name is None and not remove:
        with library(app) as db:
            aliases = own_aliases(db)
        app.show("aliases", aliases, aliases_data, aliases_text)
        return
    _check_count(name, item, remove=remove)
    now_utc = command_moment(app).now_utc
    with library(app, write=True) as db:
        if remove:
            changed = remove_alias(db, name or "", now_utc)
        else:
            changed = add_alias(
                db, (name or "", item or ""), now_utc, app.reserved_words
            )
    text = alias_removed_text if remove else alias_added_text
    app.show("alias", changed, alias_data, text)


def _check_count(name: str | None, item: str | None, *, remove: bool) -> None:
    """Raises Unreadable where a name is missing, or too much is typed to remove one."""
    if remove and item is not None:
        raise Unreadable("--remove takes the name alone.", typed=item, instead=[()])
    if remove and name is None:
        raise Unreadable("Which name?", added=["NAME"])
    if not remove and item is None:
        raise Unreadable("Which item?", added=["ITEM"])
