"""A PhD shows what its field needs, and no other field."""

from tests.conftest import Tracker


def _shown(tracker: Tracker) -> dict[str, str]:
    """The skills that are shown, with their levels."""
    skills = tracker.json("skills")["skills"]
    return {s["slug"]: s["level"] for s in skills if s["strength"] == "shown"}


THESIS = "--evidence certificate:https://uni.example/thesis"


def test_topology(tracker: Tracker) -> None:
    """A PhD in topology shows proofs and maturity, and no depth in ML."""
    tracker.ok(f"reach theory-phd-done {THESIS}")
    shown = _shown(tracker)

    assert (shown["proofs"], shown["math-maturity"]) == ("strong", "strong")
    assert shown["research-execution"] == "strong"
    assert shown.keys().isdisjoint({"ml-depth", "ml-engineering", "deep-learning"})


def test_machine_learning(tracker: Tracker) -> None:
    """A PhD in ML shows depth in ML, and no proofs."""
    tracker.ok(f"reach ml-phd-done {THESIS}")
    shown = _shown(tracker)

    assert (shown["ml-depth"], shown["research-execution"]) == ("strong", "strong")
    assert shown.keys().isdisjoint({"proofs", "math-maturity", "theoretical-cs"})


def test_any_field(tracker: Tracker) -> None:
    """A PhD in any field shows research, and neither field."""
    tracker.ok(f"reach phd-done {THESIS}")
    shown = _shown(tracker)

    assert shown["research-execution"] == "strong"
    assert shown.keys().isdisjoint({"ml-depth", "deep-learning", "proofs"})
    for field in ("ml-phd-done", "theory-phd-done"):
        assert tracker.json(f"show {field}")["milestone"]["state"] == "open"
