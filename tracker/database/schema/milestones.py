"""Milestones as shipped, and the person's attempts, results and evidence."""

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint

from tracker.database.schema.base import (
    guide_lines,
    is_day,
    link,
    number,
    one_of,
    personal,
    shipped,
    words,
)
from tracker.text.choices import EVIDENCE_KINDS, LEVELS

milestone = shipped(
    "milestone",
    words("slug", required=True),
    words("title", required=True),
    words("criterion", required=True),
    number("within_low", comment="seconds within which the result surely counts"),
    number("within_high", comment="seconds past which it does not"),
    number("budget", comment="seconds of a bounded experiment"),
    words("ladder"),
    number("rung"),
    number("show_low", required=True, comment="seconds it takes to show what is there"),
    number("show_likely", required=True),
    number("show_high", required=True),
    words("show_by", required=True),
    words("note"),
    words("origin", required=True),
    number("position", required=True),
    number("retired", required=True),
    *guide_lines(),
    UniqueConstraint("slug", name="milestone_slug"),
    CheckConstraint("retired in (0, 1)", name="milestone_retired_is_a_flag"),
    CheckConstraint(
        "(within_low is null) = (within_high is null)", name="milestone_bound_is_whole"
    ),
    CheckConstraint(
        "(ladder is null) = (rung is null)", name="milestone_rung_of_a_ladder"
    ),
)


def _leads(name: str, target: str) -> Table:
    """What a milestone points to, each once."""
    return shipped(
        f"milestone_{name}",
        link("milestone_id", "milestone", f"milestone_{name}"),
        link(f"{name}_id", target, f"milestone_{name}"),
        UniqueConstraint("milestone_id", f"{name}_id", name=f"milestone_{name}_once"),
    )


milestone_covers = _leads("covers", "milestone")
milestone_needs = _leads("needs", "milestone")
milestone_item = _leads("item", "item")
milestone_group = _leads("group", "choice_group")

milestone_skill = shipped(
    "milestone_skill",
    link("milestone_id", "milestone", "milestone_skill"),
    link("skill_id", "skill", "milestone_skill"),
    words("level", required=True),
    UniqueConstraint("milestone_id", "skill_id", name="milestone_skill_once"),
    one_of("milestone_skill", "level", LEVELS),
)

milestone_evidence = shipped(
    "milestone_evidence",
    link("milestone_id", "milestone", "milestone_evidence"),
    words("kind", required=True),
    number("position", required=True),
    UniqueConstraint("milestone_id", "kind", name="milestone_evidence_once"),
    one_of("milestone_evidence", "kind", EVIDENCE_KINDS),
)

milestone_phase = shipped(
    "milestone_phase",
    link("milestone_id", "milestone", "milestone_phase"),
    words("phase", required=True),
    number("seconds", required=True),
    number("position", required=True),
    UniqueConstraint("milestone_id", "phase", name="milestone_phase_once"),
)

attempt = personal(
    "attempt",
    link("milestone_id", "milestone", "attempt"),
    link("item_id", "item", "attempt"),
    words("since", required=True, comment="its hours count from this day"),
    words("entered", required=True, comment="the day it was written down"),
    number("low", comment="seconds expected at the start"),
    number("high", comment="seconds expected at the start"),
    words("dropped", comment="the day it was given up"),
    words("phases", comment="its own phases, one a line: seconds, a blank, a name"),
    words(
        "decision", comment="what a bounded experiment came to, in the person's words"
    ),
    words("decided", comment="the day of the decision"),
    UniqueConstraint("milestone_id", "item_id", name="attempt_once"),
    *(is_day("attempt", name) for name in ("since", "entered", "dropped", "decided")),
    CheckConstraint(
        "(decision is null) = (decided is null)", name="attempt_decision_is_whole"
    ),
    CheckConstraint(
        "(low is null) = (high is null)", name="attempt_expectation_is_whole"
    ),
)

result = personal(
    "result",
    link("milestone_id", "milestone", "result"),
    link("item_id", "item", "result", required=False),
    words("day", required=True, comment="the day first reached"),
    words("entered", required=True, comment="the day it was written down"),
    words("claimed", comment="the figure the source gives"),
    words("reproduced", comment="the figure the person got"),
    words("part", comment="the person's own part"),
    is_day("result", "day"),
    is_day("result", "entered"),
    # One result of a milestone with each item (a result without an item is kept single by its store).
    Index("result_once", "milestone_id", "item_id", unique=True),
)

# No row: the milestone is not dropped.
milestone_state = personal(
    "milestone_state",
    link("milestone_id", "milestone", "milestone_state"),
    words("state", required=True),
    words("day", required=True),
    UniqueConstraint("milestone_id", name="milestone_state_milestone"),
    one_of("milestone_state", "state", ("dropped",)),
    is_day("milestone_state", "day"),
)

evidence = personal(
    "evidence",
    link("result_id", "result", "evidence", required=False),
    link("rating_id", "rating", "evidence", required=False),
    words("kind", required=True),
    words(
        "place",
        required=True,
        comment="where someone else could look; empty for one's own word",
    ),
    words("day", required=True, comment="the day it was given"),
    CheckConstraint(
        "(result_id is null) <> (rating_id is null)", name="evidence_of_one_thing"
    ),
    one_of("evidence", "kind", EVIDENCE_KINDS),
    is_day("evidence", "day"),
    Index("evidence_by_result", "result_id"),
    Index("evidence_by_rating", "rating_id"),
)
