"""Labels: every key that a person can meet has one."""

from tracker import labels
from tracker.choices import (
    BACKUP_REASONS,
    ITEM_STATUSES,
    MILESTONE_STATES,
    SOURCES,
    STAGES,
    STRENGTHS,
    WEIGHTS,
)
from tracker.imports.formats.known_formats import FORMAT_NAMES


def test_every_key_has_a_label() -> None:
    """Each list of choices and its labels have the same keys, in the same order."""
    assert tuple(labels.WEIGHT_LABELS) == WEIGHTS
    assert tuple(labels.STRENGTH_LABELS) == STRENGTHS
    assert tuple(labels.STAGE_LABELS) == STAGES
    assert tuple(labels.SOURCE_LABELS) == SOURCES
    assert tuple(labels.LOG_LABELS) == FORMAT_NAMES
    assert tuple(labels.STATUS_LABELS) == ITEM_STATUSES
    assert tuple(labels.MILESTONE_STATE_LABELS) == MILESTONE_STATES
    assert tuple(labels.BACKUP_LABELS) == BACKUP_REASONS
