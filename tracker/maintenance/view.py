"""What care says, as text and as JSON."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Any

from tracker.database.catalogue.faults import Fault, describe
from tracker.maintenance.rules.findings import (
    Finding,
    is_damaged,
    is_restorable,
    is_well,
)
from tracker.maintenance.rules.item_folder import Addition
from tracker.maintenance.rules.settings import Setting
from tracker.text.columns import count_noun, table, wrap

# What there is to see of a demo, and the command that shows it.
SHOWN = {
    "This week, and what is next": "",
    "How far it is to the role they want": "ready",
    "What is missing, and what closes it": "gaps",
    "A long replication against its bound of hours": "show few-hundred-hour-replication",
    "When that will be done, at their own pace": "forecast",
    "What a mentor or a funder is handed": "export progress",
}


def reading_text(place: Path) -> str:
    """What takes a while, before it does."""
    return f"Reading all of {place}, {_size(place.stat().st_size)}."


def findings_data(findings: Sequence[Finding]) -> dict[str, Any]:
    """`{ok, findings:[{what, says, fault, ...}]}`."""
    listed = [
        {"what": f.what, "says": f.says, "fault": f.fault, **f.figures}
        for f in findings
    ]
    return {"ok": is_well(findings), "findings": listed}


def way_back(backups: Sequence[Path]) -> str:
    """What brings back the latest of the `backups` beside the database; where there are none, any other."""
    if backups:
        return (
            f"tracker restore {quote(str(backups[-1]))} brings the latest backup back."
        )
    return "tracker restore FILE brings a backup back."


def findings_text(back: str, findings: Sequence[Finding]) -> str:
    """Whether all is well, then the faults, then what is only worth knowing, and the way `back`.

    Of damage itself the way back is told with the error.
    """
    faults = [finding for finding in findings if finding.fault]
    head = (
        "All is well." if not faults else f"{count_noun(len(faults), 'fault')} found."
    )
    lines = [wrap(f"! {finding.says}") for finding in faults]
    lines += [wrap(finding.says, 2) for finding in findings if not finding.fault]
    if is_restorable(faults) and not is_damaged(faults):
        lines.append(back)
    return "\n".join([head, *lines])


def backup_data(copied: tuple[Path, int]) -> dict[str, Any]:
    """`{file, bytes}`."""
    return {"file": str(copied[0]), "bytes": copied[1]}


def backup_text(copied: tuple[Path, int]) -> str:
    """Where the copy is, and how large."""
    return f"Copied the database to {copied[0]} ({_size(copied[1])})."


def restored_data(restored: tuple[Path, Path | None]) -> dict[str, Any]:
    """`{file, kept}`: what was brought back, and where the one before is (null: there was none)."""
    return {"file": str(restored[0]), "kept": str(restored[1]) if restored[1] else None}


def restored_text(restored: tuple[Path, Path | None]) -> str:
    """What was brought back, and how to take that back."""
    file, kept = restored
    lines = [f"Restored the database from {file}."]
    if kept:
        lines.append(f"The one before is kept: tracker restore {kept}")
    return "\n".join(lines)


def demo_data(place: Path) -> dict[str, Any]:
    """`{database, commands}`: where the demo is, and what to type to look around in it."""
    return {"database": str(place), "commands": _lines(place)}


def demo_text(place: Path) -> str:
    """Where the demo is, what to paste, and how it goes away again."""
    return "\n".join(
        [
            "A year of an invented person, ending today. Your own data is not touched.",
            *(
                f"{what}\n  {line}"
                for what, line in zip(SHOWN, _lines(place), strict=True)
            ),
            "Every other command works on it too, with the same --db: log something, undo it.",
            "What it exports says that it is invented. To be rid of it:",
            f"  rm {quote(str(place))}",
        ]
    )


def _lines(place: Path) -> list[str]:
    return [
        f"tracker --db {quote(str(place))} {words}".rstrip() for words in SHOWN.values()
    ]


def settings_data(place: str, settings: Sequence[Setting]) -> dict[str, Any]:
    """`{database, settings: {key: value or null}}`."""
    return {
        "database": place,
        "settings": {setting.key: setting.value for setting in settings},
    }


def settings_text(place: str, settings: Sequence[Setting]) -> str:
    """Where the database lies; each key with its value, or where it has none, with what it is for."""
    rows = [
        (setting.key, setting.value or f"-  {setting.meaning}") for setting in settings
    ]
    return f"All of it is kept in {place}.\n{table(rows, align='ll')}"


def setting_text(settings: Sequence[Setting]) -> str:
    """One setting, as a sentence."""
    (setting,) = settings
    return (
        f"{setting.key} is {setting.value}."
        if setting.value
        else f"{setting.key} is not set: {setting.meaning}."
    )


def faults_data(faults: Sequence[Fault]) -> dict[str, Any]:
    """`{ok, faults:[{file, entry, key, message}]}`."""
    listed = [
        {"file": f.file, "entry": f.entry, "key": f.key, "message": f.message}
        for f in faults
    ]
    return {"ok": not faults, "faults": listed}


def faults_text(faults: Sequence[Fault]) -> str:
    """One line a fault."""
    return "\n".join(describe(faults)) or "No fault found."


def added_data(addition: Addition) -> dict[str, Any]:
    """`{added, there}`: slugs."""
    return {
        "added": [entry.slug for entry in addition.new],
        "there": list(addition.there),
    }


def added_text(addition: Addition) -> str:
    """What was added."""
    if not addition.new:
        return "Nothing to add: all of it is there already."
    slugs = ", ".join(entry.slug for entry in addition.new)
    return wrap(f"Added {len(addition.new)} of your own: {slugs}. Undo: tracker undo")


def _size(octets: int) -> str:
    return (
        f"{octets / 1_000_000:.1f} MB"
        if octets >= 100_000
        else f"{octets / 1000:.0f} kB"
    )
