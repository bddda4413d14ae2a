"""What the commands in `ready --if` would change."""

from collections.abc import Iterator

from tracker.readiness.rules.answers import ReadyAnswer
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.view.bars import BAR_STATES, find_state
from tracker.text.columns import wrap


def what_if_lines(answer: ReadyAnswer) -> Iterator[str]:
    """What would be different; nothing without a what-if."""
    if answer.before is None:
        return
    yield wrap(f"If you type: {answer.supposed} (nothing is written)")
    before, after = _states(answer.before), _states(answer.readiness)
    changes = [name for name, state in after.items() if state != before[name]]
    for name in changes:
        yield wrap(f"{name}: {before[name]} -> {after[name]}", indent=2)
    if not changes:
        yield "  No requirement and no bar of this role would change."


def _states(readiness: Readiness) -> dict[str, str]:
    """The state of each requirement, then of each bar, by its name."""
    states = {line.requirement.slug: line.strength.label for line in readiness.lines}
    for line in readiness.bars:
        states[f"{line.bar.slug} (bar)"] = BAR_STATES[find_state(line)]
    return states
