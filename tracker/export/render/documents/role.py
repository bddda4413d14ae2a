"""Readiness for a role."""

from tracker.export.render.blocks import Para
from tracker.export.render.phrases import role as phrases
from tracker.export.rules.progress import RoleStatus


def role_line(status: RoleStatus | None) -> Para:
    """The required lines in three counts, which add up to all, and the open ones."""
    if status is None:
        return Para(phrases.NO_ROLE)
    required = phrases.REQUIRED
    if status.variant:
        required = phrases.required_of(status.variant)
    counts = ", ".join(
        (
            phrases.with_evidence(status.met, status.total),
            phrases.claimed(status.claimed),
            phrases.still_open(status.open),
        )
    )
    sentence = f"{required}: {counts}."
    if status.open_musts:
        sentence += f" {phrases.OPEN}: {'; '.join(status.open_musts)}."
    return Para(sentence)
