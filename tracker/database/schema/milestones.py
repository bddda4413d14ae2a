"""Milestones as shipped, and the person's attempts, results and evidence."""

from sqlalchemy import Index, Table, UniqueConstraint

from tracker.choices import EVIDENCE_KINDS, LEVELS, STAGES
from tracker.database.schema.base import (
    guide_lines,
    integer,
    is_count,
    is_day,
    is_flag,
    is_sum,
    link,
    of_one_thing,
    one_of,
    personal,
    position,
    rule,
    shipped,
    slug,
    text,
    title,
)

BOTH = "of which it needs both or none"

milestone = shipped(
    "milestone",
    "Something that a person can show to others.",
    slug(),
    title(),
    text("criterion", "how to tell that it is reached", required=True),
    integer("within_low", "seconds of work up to which a result counts"),
    integer("within_high", "seconds of work after which a result does not count"),
    integer("budget", "seconds of a bounded experiment"),
    text("stage", "where it is on the road to a role", required=True),
    integer("count", "results of another milestone that reach it"),
    text("counted", "slug of that other milestone"),
    text("ladder", "the series of milestones that it is a step of"),
    integer("rung", "its step in the ladder, from 1"),
    integer("show_low", "seconds to make evidence, low estimate", required=True),
    integer("show_likely", "seconds to make evidence, most likely", required=True),
    integer("show_high", "seconds to make evidence, high estimate", required=True),
    text("show_by", "what to do for evidence", required=True),
    text("note", "a remark on the milestone"),
    text("origin", "who named it: guide or extension", required=True),
    position(),
    integer("retired", "1 or 0: removed from the curriculum", required=True),
    *guide_lines(),
    UniqueConstraint("slug", name="milestone_slug"),
    is_flag("milestone", "retired"),
    one_of("milestone", "stage", STAGES),
    rule("milestone", "count_of_another", "(count is null) = (counted is null)", BOTH),
    is_count("milestone", "count"),
    rule(
        "milestone",
        "bound_is_whole",
        "(within_low is null) = (within_high is null)",
        BOTH,
    ),
    rule("milestone", "rung_of_a_ladder", "(ladder is null) = (rung is null)", BOTH),
    is_sum("milestone", "within_low"),
    is_sum("milestone", "within_high"),
    is_sum("milestone", "budget"),
    is_sum("milestone", "show_low"),
    is_sum("milestone", "show_likely"),
    is_sum("milestone", "show_high"),
)


def _links(name: str, target: str, comment: str) -> Table:
    """The rows of `target` that milestones point to, each once."""
    return shipped(
        f"milestone_{name}",
        comment,
        link("milestone_id", "milestone", f"milestone_{name}"),
        link(f"{name}_id", target, f"milestone_{name}"),
        UniqueConstraint("milestone_id", f"{name}_id", name=f"milestone_{name}_once"),
    )


milestone_covers = _links(
    "covers", "milestone", "A milestone that counts as reached with another."
)
milestone_needs = _links("needs", "milestone", "A milestone that comes before another.")
milestone_item = _links("item", "item", "An item that leads to a milestone.")
milestone_group = _links(
    "group", "choice_group", "A choice of items that leads to a milestone."
)

milestone_skill = shipped(
    "milestone_skill",
    "A skill that a milestone shows.",
    link("milestone_id", "milestone", "milestone_skill"),
    link("skill_id", "skill", "milestone_skill"),
    text("level", "the level it shows", required=True),
    UniqueConstraint("milestone_id", "skill_id", name="milestone_skill_once"),
    one_of("milestone_skill", "level", LEVELS),
)

milestone_evidence = shipped(
    "milestone_evidence",
    "A kind of evidence that a milestone accepts.",
    link("milestone_id", "milestone", "milestone_evidence"),
    text("kind", "kind of evidence", required=True),
    integer("position", "place in the milestone's list, from 0", required=True),
    UniqueConstraint("milestone_id", "kind", name="milestone_evidence_once"),
    one_of("milestone_evidence", "kind", EVIDENCE_KINDS),
)

milestone_phase = shipped(
    "milestone_phase",
    "A phase of a bounded experiment.",
    link("milestone_id", "milestone", "milestone_phase"),
    text("phase", "name of the phase", required=True),
    integer("seconds", "how long the phase may take", required=True),
    link("item_id", "item", "milestone_phase", required=False),
    integer("position", "place in the experiment, from 0", required=True),
    UniqueConstraint("milestone_id", "phase", name="milestone_phase_once"),
    is_sum("milestone_phase", "seconds"),
)

attempt = personal(
    "attempt",
    "The person is trying to reach a milestone with an item.",
    link("milestone_id", "milestone", "attempt"),
    link("item_id", "item", "attempt"),
    text("since", "hours on the item count from this day", required=True),
    text("entered", "local day it was recorded", required=True),
    integer("low", "seconds expected at the start, low"),
    integer("high", "seconds expected at the start, high"),
    text("dropped", "local day it was given up"),
    text("phases", "its own phases, one a line: seconds, a blank, a name"),
    text("decision", "how a bounded experiment ended"),
    text("decided", "local day of the decision"),
    UniqueConstraint("milestone_id", "item_id", name="attempt_once"),
    is_day("attempt", "since"),
    is_day("attempt", "entered"),
    is_day("attempt", "dropped"),
    is_day("attempt", "decided"),
    rule(
        "attempt", "decision_is_whole", "(decision is null) = (decided is null)", BOTH
    ),
    rule("attempt", "expectation_is_whole", "(low is null) = (high is null)", BOTH),
    rule("attempt", "expectation_in_order", "low <= high", "which are not in order"),
    is_sum("attempt", "low"),
    is_sum("attempt", "high"),
)

result = personal(
    "result",
    "The person reached a milestone.",
    link("milestone_id", "milestone", "result"),
    link("item_id", "item", "result", required=False),
    text("day", "local day it was first reached", required=True),
    text("entered", "local day it was recorded", required=True),
    text("claimed", "figure that the source gives"),
    text("reproduced", "figure that the person got"),
    text("part", "the person's own part"),
    is_day("result", "day"),
    is_day("result", "entered"),
    # One result of a milestone with each item. Two nulls differ to SQLite, so the store
    # keeps a result without an item single.
    Index("result_once", "milestone_id", "item_id", unique=True),
)

work = personal(
    "work",
    "What exports say of a piece of work: all results with one item, or one milestone "
    "reached without an item.",
    link("item_id", "item", "work", required=False),
    link("milestone_id", "milestone", "work", required=False),
    text("title", "the person's title of it"),
    text("summary", "one line about it"),
    integer("rank", "its place, from 1; 0: left out"),
    of_one_thing("work", "item_id", "milestone_id"),
    is_count("work", "rank"),
    # Two nulls differ to SQLite, so the store keeps the work of a milestone single.
    Index("work_once", "milestone_id", "item_id", unique=True),
)

milestone_state = personal(
    "milestone_state",
    "A milestone that the person gave up. No row: it is open.",
    link("milestone_id", "milestone", "milestone_state"),
    text("state", "always dropped", required=True),
    text("day", "local day it was recorded", required=True),
    UniqueConstraint("milestone_id", name="milestone_state_milestone"),
    one_of("milestone_state", "state", ("dropped",)),
    is_day("milestone_state", "day"),
)

evidence = personal(
    "evidence",
    "Evidence for a result or for a rating.",
    link("result_id", "result", "evidence", required=False),
    link("rating_id", "rating", "evidence", required=False),
    text("kind", "kind of evidence", required=True),
    text("place", "link or document; empty for the person's own word", required=True),
    text("day", "local day it was recorded", required=True),
    of_one_thing("evidence", "result_id", "rating_id"),
    one_of("evidence", "kind", EVIDENCE_KINDS),
    is_day("evidence", "day"),
    Index("evidence_by_result", "result_id"),
    Index("evidence_by_rating", "rating_id"),
)
