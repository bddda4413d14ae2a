"""What somebody else must give before an item can begin, as text and as JSON."""

from typing import Any

from tracker.curriculum.rules.items import Gate
from tracker.curriculum.view.items import hours_number, say_estimate
from tracker.text.columns import count_noun


def gate_data(gate: Gate) -> dict[str, Any]:
    """The keys of a gate; `hours` are low, likely and high, or null."""
    hours = None
    if gate.hours:
        hours = [hours_number(seconds) for seconds in gate.hours]
    return {
        "needs": gate.needs,
        "hours": hours,
        "letters": gate.letters,
        "odds": gate.odds,
        "window": gate.window,
        "closed": gate.closed,
        "as_of": gate.as_of,
        "url": gate.url,
    }


def say_gate(gate: Gate) -> str:
    """`a place; applying takes 8-40 h, likely 22 h; 2 reference letters`."""
    parts = [gate.needs]
    if gate.hours:
        parts.append(f"applying takes {say_estimate(gate.hours)}")
    if gate.letters:
        parts.append(count_noun(gate.letters, "reference letter"))
    return "; ".join(parts)


def say_rounds(gate: Gate) -> str:
    """When to apply: `summer 2027: about March (as of 2026-09)`; empty if not known."""
    window = gate.window or ""
    if gate.closed:
        window = f"closed; {window}" if window else "closed; no next round is known"
    return f"{window} (as of {gate.as_of})" if window and gate.as_of else window
