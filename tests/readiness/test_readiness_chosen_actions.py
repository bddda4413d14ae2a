"""Choosing actions: what a required line needs stays, whatever serves the others."""

from tests.readiness.builders import HOUR
from tracker.readiness.rules.actions import NOT_BEGUN, Action
from tracker.readiness.rules.chosen_actions import choose_actions


def _action(slug: str, hours: int) -> Action:
    seconds = hours * HOUR
    return Action(NOT_BEGUN, f"do {slug}", slug, ((slug, (seconds, seconds, seconds)),))


def test_a_required_action_stays() -> None:
    """One that a required line needs stays, though it also serves two expected ones."""
    long, first, second = _action("long", 90), _action("first", 1), _action("second", 1)
    expected = ((first, long), (second, long))

    assert choose_actions(expected, choose_actions([(long,)])) == (long,)
