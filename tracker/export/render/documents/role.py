"""Readiness for a role."""

from collections.abc import Iterator

from tracker.export.render.blocks import Link, Para
from tracker.export.render.phrases import role as phrases
from tracker.export.rules.progress import RequirementCounts, RoleStatus


def role_blocks(status: RoleStatus | None) -> Iterator[Para]:
    """Required and expected lines in three counts each, the open ones, the source."""
    if status is None:
        yield Para(phrases.NO_ROLE)
        return
    required = phrases.REQUIRED
    if status.variant:
        required = phrases.required_of(status.variant)
    sentence = _say_counts(required, status)
    if status.open_musts:
        sentence += f" {phrases.OPEN}: {'; '.join(status.open_musts)}."
    yield Para(sentence)
    if status.expected.total:
        yield Para(_say_counts(phrases.EXPECTED, status.expected))
    source = phrases.source(status.title, status.source)
    yield Para(Link(status.source_address, source))


def _say_counts(lead: str, counts: RoleStatus | RequirementCounts) -> str:
    """`Required: 1 of 4 has evidence, 1 is claimed, 2 are open.`."""
    parts = (
        phrases.with_evidence(counts.met, counts.total),
        phrases.claimed(counts.claimed),
        phrases.still_open(counts.open),
    )
    return f"{lead}: {', '.join(parts)}."
