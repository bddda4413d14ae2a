"""A person's own folder of items: checked against the shipped curriculum, and added."""

from collections.abc import Sequence
from pathlib import Path
from sqlite3 import Connection

from tracker.curriculum.store.items import read_items
from tracker.curriculum.store.names import taken_names
from tracker.database.catalogue.check import check_folder
from tracker.database.catalogue.faults import Fault, describe
from tracker.database.catalogue.read import read_catalogue
from tracker.database.catalogue.records import Catalogue, ItemEntry
from tracker.errors import Refused
from tracker.maintenance.rules.item_folder import Addition, find_addition
from tracker.maintenance.store.item_entries import add_entries
from tracker.paths import seed_folder
from tracker.text.columns import count_noun


def find_faults(folder: Path) -> tuple[Fault, ...]:
    """What is wrong with the entries in `folder`."""
    return check_folder(folder, _shipped_catalogue())[1]


def read_items_to_add(folder: Path) -> Sequence[ItemEntry]:
    """The items in `folder`; raises Refused for faults and for other entries."""
    catalogue, faults = check_folder(folder, _shipped_catalogue())
    if faults:
        raise Refused(
            f"{folder} has {count_noun(len(faults), 'fault')}; nothing was added.",
            describe(faults[:1])[0],
        )
    other_kinds = sorted({kind for kind, _ in catalogue.files} - {"item"})
    if other_kinds:
        raise Refused(
            f"{folder} also holds entries of these kinds: {', '.join(other_kinds)}.",
            "Leave only [[item]] entries in it.",
        )
    return catalogue.items


def add_items(db: Connection, items: Sequence[ItemEntry], now_utc: int) -> Addition:
    """Add the items that are not there yet; raises as `find_addition` does."""
    addition = find_addition(items, read_items(db), taken_names(db))
    add_entries(db, addition.new, now_utc)
    return addition


def _shipped_catalogue() -> Catalogue:
    return read_catalogue(Path(seed_folder()))[0]
