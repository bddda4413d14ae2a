"""All details of one item, as text."""

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.curriculum.rules.items import Gate, Item
from tracker.curriculum.rules.prerequisites import Need
from tracker.curriculum.view.gates import say_needs, say_rounds
from tracker.curriculum.view.items import say_estimate
from tracker.labels import MILESTONE_STATE_LABELS, STATUS_LABELS
from tracker.limits import HOUR
from tracker.milestones.rules.details import ItemDetails
from tracker.milestones.rules.status import MilestoneStatus
from tracker.milestones.view.fields import (
    Field,
    layout_fields,
    layout_heading,
    say_guide_lines,
    say_sources,
)
from tracker.milestones.view.milestone_list import say_hours_used
from tracker.text.amounts import round_to_unit, say_hours
from tracker.text.columns import count_noun
from tracker.text.days import say_day

_ESTIMATE_SOURCES: dict[str | None, str] = {
    "guide": "the guide's figure",
    "publisher": "the publisher's figure",
    "estimate": "tracker's estimate",
    "own": "your estimate",
}


def item_details_text(details: ItemDetails) -> str:
    """The title, then what the item is, its status, and what surrounds it."""
    item = details.item
    fields = [
        *_description_fields(item),
        *_status_fields(details),
        *_estimate_fields(item, details.ratio),
        *_gate_fields(item.gate),
        *_link_fields(details),
        *_note_fields(item),
    ]
    heading = layout_heading(item.title, say_guide_lines(item.line))
    return f"{heading}\n{layout_fields(fields)}"


def _description_fields(item: Item) -> list[Field]:
    author_and_year = (str(part) for part in (item.author, item.year) if part)
    return [
        ("item", f"{item.slug}, {item.kind} in {item.track}"),
        ("by", ", ".join(author_and_year)),
        ("link", item.url or ""),
    ]


def _status_fields(details: ItemDetails) -> list[Field]:
    item = details.item
    remembered = ""
    if details.remembered:
        remembered = f"{say_hours(details.remembered)}, not counted in any total"
    return [
        ("status", _say_status(details)),
        ("logged", _say_logged(details)),
        ("recorded", say_sources(details.logged.hours_by_source, item.seconds)),
        ("memory", remembered),
    ]


def _say_status(details: ItemDetails) -> str:
    item = details.item
    status = STATUS_LABELS[item.shown_status]
    if item.status == "doing" and item.progress is not None:
        return f"{status}, {item.progress:.0%} (self-reported)"
    if item.state and item.state_day:
        return f"{status} on {say_day(item.state_day, details.today)}"
    return status


def _say_logged(details: ItemDetails) -> str:
    logged = details.logged
    if not logged.first or not logged.last:
        return "nothing yet"
    span = say_day(logged.first, details.today)
    if logged.first != logged.last:
        span = f"{span} to {say_day(logged.last, details.today)}"
    sessions = count_noun(logged.sessions, "session")
    return f"{say_hours(details.item.seconds)} in {sessions}, {span}"


def _estimate_fields(item: Item, ratio: Ratio | None) -> list[Field]:
    if not item.estimate:
        return [("estimate", "none")]
    source = _ESTIMATE_SOURCES.get(item.hours_from, "from memory")
    fields = [("estimate", f"{say_estimate(item.estimate)} ({source})")]
    if ratio and item.finishes and not item.state:
        _, likely, _ = item.estimate
        hours = round_to_unit(round(likely * ratio.value), HOUR)
        finished = count_noun(ratio.count, f"finished {ratio.kind or 'item'}")
        kinds = "" if ratio.kind else " of any kind"
        times = f"{ratio.value:.1f} times the likely hours"
        fields.append(("", f"your {finished}{kinds} took {times}: here {hours} h"))
    return fields


def _gate_fields(gate: Gate | None) -> list[Field]:
    if gate is None:
        return []
    return [
        ("needs", say_needs(gate)),
        ("applying", say_estimate(gate.hours) if gate.hours else ""),
        ("odds", gate.odds or ""),
        ("rounds", say_rounds(gate)),
        ("see", gate.url or ""),
    ]


def _link_fields(details: ItemDetails) -> list[Field]:
    item, group = details.item, details.group
    choice = ""
    if group:
        choice = f"{group.choose} of {', '.join(group.items)}: {group.title}"
    return [
        *(("requires", _say_need(need)) for need in details.needs),
        ("after", _say_after(details)),
        ("choose", choice),
        *(("leads to", _say_milestone(status)) for status in details.milestones),
        ("skills", ", ".join(item.skills)),
    ]


def _say_need(need: Need) -> str:
    title = f"{need.item.title} ({need.item.slug})"
    if not need.is_met:
        return f"{title}: open{_say_alternatives(need)}"
    if need.by == (need.item.slug,):
        return f"{title}: {need.state}"
    return f"{title}: met by {', '.join(need.by)}, {need.state}"


def _say_alternatives(need: Need) -> str:
    """The other items of its choice group, which would meet it too."""
    if not need.group:
        return ""
    others = [slug for slug in need.group.items if slug != need.item.slug]
    if len(others) < need.group.choose:
        return ""
    return f" (or {need.group.choose} of {', '.join(others)})"


def _say_after(details: ItemDetails) -> str:
    """The milestone that usually comes before the item, and its state."""
    if details.after:
        return _say_milestone(details.after)
    return f"{details.item.after}: open" if details.item.after else ""


def _say_milestone(status: MilestoneStatus) -> str:
    state = MILESTONE_STATE_LABELS[status.state]
    used = f", {say_hours_used(status)}" if status.state == "trying" else ""
    return f"{status.milestone.title} ({status.slug}): {state}{used}"


def _note_fields(item: Item) -> list[Field]:
    changes = item.changes or ""
    if item.changes and item.as_of:
        changes = f"{item.changes} ({item.as_of})"
    origin = ""
    if item.origin == "own":
        origin = "added by you"
    elif item.origin == "extension" and not item.line:
        origin = "added to the guide's curriculum"
    return [
        ("aliases", ", ".join(item.aka)),
        ("note", item.note or ""),
        ("changed", changes),
        ("origin", origin),
    ]
