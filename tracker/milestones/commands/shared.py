"""What `done`, `drop`, `reopen` and `reach` share."""

from collections.abc import Sequence

from tracker.app import App
from tracker.milestones.rules.changes import Outcome
from tracker.milestones.view.outcomes import (
    outcomes_data,
    outcomes_kind,
    outcomes_remarks,
    outcomes_text,
)


def show_outcomes(app: App, outcomes: Sequence[Outcome]) -> None:
    """Show what the command changed, after the remarks on it."""
    for remark in outcomes_remarks(outcomes):
        app.remark(remark)
    app.show(outcomes_kind(outcomes), outcomes, outcomes_data, outcomes_text)
