"""All details of one milestone, as text."""

from collections.abc import Iterable

from tracker.curriculum.rules.items import Group
from tracker.curriculum.view.gates import say_gate
from tracker.curriculum.view.items import say_estimate
from tracker.journal.rules.experiments import QUESTIONS
from tracker.journal.rules.lines import line_id
from tracker.labels import CLAIMED, MILESTONE_STATE_LABELS
from tracker.milestones.rules.counted_results import CountedWork, say_count
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.evidence import CLAIM, is_open_to_others
from tracker.milestones.rules.records import Evidence, Milestone
from tracker.milestones.view.fields import (
    Field,
    layout_fields,
    layout_heading,
    say_guide_lines,
)
from tracker.milestones.view.figures import say_figures
from tracker.milestones.view.milestone_hours import hours_fields, is_due, say_expected
from tracker.milestones.view.other_results import other_result_fields
from tracker.text.amounts import say_hours
from tracker.text.columns import wrap
from tracker.text.days import say_day
from tracker.text.screen import SCREEN


def milestone_details_text(details: MilestoneDetails) -> str:
    """The title, the status with its hours and evidence, then the definition."""
    milestone = details.status.milestone
    fields = [*_status_fields(details), *_definition_fields(details)]
    lines = [
        layout_heading(milestone.title, say_guide_lines(milestone.line)),
        layout_fields(fields),
        _say_next(details),
    ]
    return "\n".join(line for line in lines if line)


def _status_fields(details: MilestoneDetails) -> list[Field]:
    status = details.status
    result, counted = status.result, status.result or status.attempt
    fields = [("milestone", status.slug), ("state", _say_state(details))]
    fields += _work_fields(details)
    if counted and counted.item:
        titles = details.item_titles
        fields += [("with", f"{slug}, {titles.get(slug, '')}") for slug in status.items]
        fields.extend(hours_fields(details))
    if result:
        figures = say_figures(result.claimed, result.reproduced)
        fields += [("figure", figures), ("your part", result.part or "")]
        fields += [("title", result.title or ""), ("summary", result.summary or "")]
    fields.append(("expected", say_expected(details)))
    if status.results or not (status.counted and status.counted.has_begun):
        fields += _evidence_fields(details)
    return [*fields, *other_result_fields(details)]


def _say_state(details: MilestoneDetails) -> str:
    """`reached on Mon 23 Nov (recorded Tue 24 Nov), claimed`, or what reaches it."""
    claim = f", {CLAIMED}" if details.status.is_unshown else ""
    return f"{_say_when_reached(details)}{claim}"


def _say_when_reached(details: MilestoneDetails) -> str:
    status, today = details.status, details.today
    state = MILESTONE_STATE_LABELS[status.state]
    if status.result:
        day, entered = status.result.day, status.result.entered
        recorded = f" (recorded {say_day(entered, today)})" if entered != day else ""
        return f"{state} on {say_day(day, today)}{recorded}"
    if status.counted and status.counted.day:
        return f"{state} on {say_day(status.counted.day, today)}"
    if status.implied_by:
        return f"{state} by {_say_titles(details, status.implied_by)}"
    return state


def _work_fields(details: MilestoneDetails) -> list[Field]:
    """How many results of another milestone count, then each item with its evidence."""
    counted = details.status.counted
    if counted is None or not counted.has_begun:
        return []
    fields = [("results", say_count(counted))]
    for work in counted.works:
        day = say_day(work.day, details.today)
        shown = ", ".join(f"{piece.kind} {piece.place}" for piece in work.evidence)
        evidence = shown or _say_unshown(work)
        fields.append(("results", f"{work.item or 'no item'}, {day}: {evidence}"))
    started = ", ".join(counted.started)
    return [*fields, ("results", f"started: {started}")] if started else fields


def _say_unshown(work: CountedWork) -> str:
    pieces = (piece for result in work.results for piece in result.evidence)
    is_repeated = any(is_open_to_others(piece) for piece in pieces)
    return "no evidence of its own" if is_repeated else "no evidence yet"


def _evidence_fields(details: MilestoneDetails) -> list[Field]:
    """Its evidence; a claim only where nothing else counts."""
    pieces = details.status.evidence
    if details.status.counted_evidence:
        pieces = tuple(piece for piece in pieces if piece.kind != CLAIM)
    fields = [("evidence", _say_evidence(piece, details)) for piece in pieces]
    none = f"none yet: {CLAIMED}" if details.status.results else "none yet"
    return fields or [("evidence", none)]


def _say_evidence(piece: Evidence, details: MilestoneDetails) -> str:
    day = say_day(piece.day, details.today)
    if piece.kind == CLAIM:
        place = f" ({piece.place})" if piece.place else ""
        return f"none yet: {CLAIMED} on {day}{place}"
    is_counted = piece in details.status.counted_evidence
    remark = "" if is_counted else "; it does not count"
    return f"{line_id(piece.uid)} {piece.kind} {piece.place}, {day}{remark}"


def _definition_fields(details: MilestoneDetails) -> list[Field]:
    milestone = details.status.milestone
    showing = f"Showing finished work takes {say_estimate(milestone.show)}."
    needs = (
        f"{details.milestone_titles.get(slug, slug)} "
        f"({MILESTONE_STATE_LABELS[details.other_states.get(slug, 'open')]})"
        for slug in milestone.needs
    )
    phases = ""
    if not details.status.attempt:
        phases = ", ".join(f"{name} {say_hours(s)}" for name, s in milestone.phases)
    return [
        ("criterion", milestone.criterion),
        ("counts", _say_counted(details)),
        ("shown by", f"{', '.join(milestone.kinds)}. {_say_how(milestone)}"),
        ("", showing),
        ("skills", ", ".join(f"{skill} {level}" for skill, level in milestone.skills)),
        ("implies", _say_titles(details, details.implied)),
        ("before it", "; ".join(needs)),
        ("items", ", ".join(milestone.items)),
        *(("items", _say_group(group)) for group in details.groups),
        *(("needs", f"{slug}: {say_gate(gate)}") for slug, gate in details.gates),
        ("phases", phases),
        ("note", milestone.note or ""),
    ]


def _say_group(group: Group) -> str:
    return f"{group.choose} of {', '.join(group.items)}"


def _say_counted(details: MilestoneDetails) -> str:
    """What the milestone counts; empty for one without a count."""
    count, counted = details.status.milestone.count, details.counted
    if not count or not counted:
        return ""
    return (
        f"{count} results, each with another item, of: {counted.title} ({counted.slug})"
    )


def _say_titles(details: MilestoneDetails, slugs: Iterable[str]) -> str:
    return "; ".join(details.milestone_titles.get(slug, slug) for slug in slugs)


def _say_how(milestone: Milestone) -> str:
    """How to show it, without the hint to what is being read."""
    return milestone.show_by.replace(f" (tracker show {milestone.slug})", "")


def _say_next(details: MilestoneDetails) -> str:
    """What the limit means from here on, or the next command."""
    status, milestone = details.status, details.status.milestone
    attempt = status.counted_attempt
    if attempt and is_due(details):
        return (
            f"The guide asks: {QUESTIONS}\nTo record the decision:\n"
            f"  tracker attempt {milestone.slug} --with {attempt.item} --decision TEXT"
        )
    if status.state == "trying" and milestone.within:
        limit = say_hours(milestone.within[1])
        return wrap(f"After {limit} a result{_say_still_counts(details)}")
    if status.state == "over":
        return wrap(f"The result{_say_still_counts(details)}")
    counted = status.counted
    is_shown = status.state == "reached" and not status.is_claimed_only
    if counted and counted.unshown and not is_shown:
        return f"To show it, add evidence:\n  {details.next_command}"
    if status.state != "open":
        return ""
    if milestone.phase_items:
        return f"To start: tracker attempt {milestone.slug}"
    if milestone.within or milestone.budget:
        item = next(iter(milestone.items), "ITEM")
        return f"To start: tracker attempt {milestone.slug} --with {item}"
    label = "For each one" if counted else "When it is done"
    return _with_command(label, details.next_command)


def _with_command(text: str, command: str) -> str:
    """A text and a command, which has a line of its own where one is too short."""
    line = f"{text}: {command}"
    return line if len(line) <= SCREEN.columns else f"{text}:\n  {command}"


def _say_still_counts(details: MilestoneDetails) -> str:
    """Of a result over the limit: it does not count here; what it still counts for."""
    text = " does not count for this milestone."
    if not details.implied:
        return text
    return f"{text} It still counts for: {_say_titles(details, details.implied)}."
