"""A folder of items as text and as JSON: its faults, and what was added from it."""

from collections.abc import Sequence
from typing import TypedDict

from tracker.database.catalogue.faults import Fault, describe
from tracker.maintenance.rules.item_folder import Addition
from tracker.text.columns import count_noun, wrap


class FaultData(TypedDict):
    """A fault; `entry` and `key` are empty where it is a whole file or entry."""

    file: str
    entry: str
    key: str
    message: str


class FaultsData(TypedDict):
    """The faults of a folder."""

    ok: bool
    faults: list[FaultData]


def faults_data(faults: Sequence[Fault]) -> FaultsData:
    """The faults as JSON."""
    rows: list[FaultData] = [
        {"file": f.file, "entry": f.entry, "key": f.key, "message": f.message}
        for f in faults
    ]
    return {"ok": not faults, "faults": rows}


def faults_text(faults: Sequence[Fault]) -> str:
    """One line a fault."""
    return "\n".join(describe(faults)) or "No faults found."


class AddedItemsData(TypedDict):
    """The slugs of items that were added, and of those there already."""

    added: list[str]
    there: list[str]


def added_data(addition: Addition) -> AddedItemsData:
    """The keys of what was added."""
    return {
        "added": [entry.slug for entry in addition.new],
        "there": list(addition.present),
    }


def added_text(addition: Addition) -> str:
    """Which items were added."""
    if not addition.new:
        return "Nothing to add: you have all of these items already."
    slugs = ", ".join(entry.slug for entry in addition.new)
    count = count_noun(len(addition.new), "item")
    return wrap(f"Added {count} of your own: {slugs}. Undo: tracker undo")
