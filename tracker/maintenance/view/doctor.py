"""The doctor's findings as text and as JSON."""

from collections.abc import Sequence
from pathlib import PurePath
from textwrap import indent
from typing import TypedDict

from tracker.clock import LocalZone
from tracker.maintenance.rules.findings import (
    Figures,
    Finding,
    is_damaged,
    is_restorable,
    is_well,
)
from tracker.maintenance.view.settings import ZoneData, say_zone, zone_data
from tracker.maintenance.view.sizes import say_size
from tracker.text.columns import count_noun, wrap


def checking_text(place: PurePath, size: int) -> str:
    """What takes a while, said before it begins."""
    return f"Checking all of {place}, {say_size(size)}."


class FindingData(Figures):
    """One thing found; a `fault` is wrong, anything else only worth knowing."""

    what: str
    says: str
    fault: bool


class FindingsData(TypedDict):
    """What was found; `ok` without a fault."""

    ok: bool
    findings: list[FindingData]
    zone: ZoneData | None


def findings_data(zone: LocalZone | None, findings: Sequence[Finding]) -> FindingsData:
    """The findings as JSON."""
    rows: list[FindingData] = [
        {"what": f.what, "says": f.text, "fault": f.fault, **f.figures}
        for f in findings
    ]
    return {"ok": is_well(findings), "findings": rows, "zone": zone_data(zone)}


def findings_text(
    hint: str, zone: LocalZone | None, findings: Sequence[Finding]
) -> str:
    """The number of faults, each fault, then all other findings and the zone in use.

    `hint` says how to restore a backup, or to salvage; it ends the text where that
    could mend a fault. Where the file is damaged, the error says it instead.
    """
    faults = [finding for finding in findings if finding.fault]
    others = [finding for finding in findings if not finding.fault]
    lines = ["All is well."]
    if faults:
        lines = [f"{count_noun(len(faults), 'fault')} found."]
    for finding in faults:
        lines += [wrap(f"! {finding.says}"), indent(finding.command, "    ")]
    for finding in others:
        lines += [wrap(finding.says, indent=2), indent(finding.command, "    ")]
    if zone:
        lines.append(wrap(f"Time zone: {say_zone(zone)}.", indent=2))
    if is_restorable(faults) and not is_damaged(faults):
        lines.append(hint)
    return "\n".join(filter(str.strip, lines))
