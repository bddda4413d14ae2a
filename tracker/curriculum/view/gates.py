"""What somebody else must give before an item can begin, as text and as JSON."""

from typing import TypedDict

from tracker.curriculum.rules.items import Gate
from tracker.curriculum.view.items import hours_number
from tracker.json_types import HourRange
from tracker.text.amounts import say_bound
from tracker.text.columns import count_noun


class GateData(TypedDict):
    """What an item takes of somebody else; `window` is when one can apply."""

    needs: str | None
    hours: HourRange | None
    letters: int | None
    odds: str | None
    window: str | None
    closed: bool
    as_of: str | None
    url: str | None


def gate_data(gate: Gate) -> GateData:
    """The keys of a gate."""
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
    """On one line: `a place; 2 reference letters; 8-40 h to apply`."""
    parts = [say_needs(gate)]
    if gate.hours:
        low, _, high = gate.hours
        parts.append(f"{say_bound(low, high)} to apply")
    if gate.closed:
        parts.append("closed")
    return "; ".join(parts)


def list_gate(gate: Gate) -> list[str]:
    """What it needs, the odds, and when to apply, as far as known."""
    parts = (say_gate(gate), gate.odds, say_rounds(gate))
    return [part for part in parts if part]


def say_needs(gate: Gate) -> str:
    """`a place; 2 reference letters`."""
    if not gate.letters:
        return gate.needs
    return f"{gate.needs}; {count_noun(gate.letters, 'reference letter')}"


def say_rounds(gate: Gate) -> str:
    """When to apply: `summer 2027: about March (as of 2026-09)`; empty if not known."""
    window = gate.window or ""
    if gate.closed:
        window = f"closed; {window}" if window else "closed; no next round is known"
    return f"{window} (as of {gate.as_of})" if window and gate.as_of else window
