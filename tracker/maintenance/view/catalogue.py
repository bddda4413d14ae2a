"""A folder of items as text and as JSON: its faults, and what was added from it."""

from collections.abc import Sequence
from typing import Any

from tracker.database.catalogue.faults import Fault, describe
from tracker.maintenance.rules.item_folder import Addition
from tracker.text.columns import count_noun, wrap


def faults_data(faults: Sequence[Fault]) -> dict[str, Any]:
    """`{ok, faults:[{file, entry, key, message}]}`."""
    rows = [
        {"file": f.file, "entry": f.entry, "key": f.key, "message": f.message}
        for f in faults
    ]
    return {"ok": not faults, "faults": rows}


def faults_text(faults: Sequence[Fault]) -> str:
    """One line a fault."""
    return "\n".join(describe(faults)) or "No faults found."


def added_data(addition: Addition) -> dict[str, Any]:
    """`{added, there}`: slugs of items added, and of those there already."""
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
