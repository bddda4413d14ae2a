"""One milestone whole: how it stands, the hours against its bound, and what it asks for."""

from collections.abc import Sequence

from tracker.curriculum.view import say_estimate
from tracker.journal.rules.experiments import QUESTIONS
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.phases import attempt_phases, find_budget, is_decision_due
from tracker.milestones.rules.records import Milestone
from tracker.milestones.rules.role_milestones import reach_command
from tracker.milestones.view.fields import (
    Field,
    layout_fields,
    layout_heading,
    say_guide_lines,
    say_sources,
)
from tracker.milestones.view.figures import say_figures
from tracker.milestones.view.ledger import ledger_fields
from tracker.milestones.view.milestone_list import say_hours_used
from tracker.milestones.view.other_results import other_result_fields
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import ledger_bar, wrap
from tracker.text.days import say_day

HOUR = 3600


def milestone_details_text(told: MilestoneDetails) -> str:
    """The ledger first, then the evidence, then what the milestone is."""
    milestone = told.status.milestone
    parts = [*_standing_fields(told), *_definition_fields(told)]
    lines = [
        layout_heading(milestone.title, say_guide_lines(milestone.line)),
        layout_fields(parts),
        _closing(told),
    ]
    return "\n".join(filter(None, lines))


def _standing_fields(told: MilestoneDetails) -> list[Field]:
    standing = told.status
    result, tried = standing.result, standing.result or standing.attempt
    return [
        ("state", _state(told)),
        (
            "with",
            f"{tried.item}, {told.titles.get(tried.item, '')}"
            if tried and tried.item
            else "",
        ),
        *(_hours_fields(told) if tried and tried.item else []),
        ("figure", say_figures(result.claimed, result.reproduced) if result else ""),
        ("own part", (result.part or "") if result else ""),
        ("expected", _expected(told)),
        *(
            (
                "evidence",
                f"{e.kind} {e.place}, {say_day(e.day, told.today)}".replace(" ,", ","),
            )
            for e in standing.evidence
        ),
        ("evidence", "" if standing.evidence else "none yet"),
        *other_result_fields(told),
    ]


def _state(told: MilestoneDetails) -> str:
    standing = told.status
    facts = [f"{standing.slug}: {standing.state}"]
    if standing.result:
        facts.append(f"on {say_day(standing.result.day, told.today)}")
        if standing.result.entered != standing.result.day:
            facts.append(f"(entered {say_day(standing.result.entered, told.today)})")
    elif standing.implied_by:
        facts.append(f"by {', '.join(standing.implied_by)}")
    return " ".join(facts)


def _hours_fields(told: MilestoneDetails) -> list[Field]:
    ledger, milestone = told.status.ledger, told.status.milestone
    drawn = (
        ledger_bar(ledger.spent / HOUR, ledger.low / HOUR, ledger.high / HOUR)
        if ledger.low and ledger.high
        else ""
    )
    whole = find_budget(told.status.counted_attempt, milestone)
    if whole and not drawn:
        drawn = ledger_bar(ledger.spent / HOUR, 0, whole / HOUR)
    return [
        ("hours", _hours(told)),
        ("", drawn),
        ("counted", _counted(told)),
        *ledger_fields(told.days, told.today),
        *_experiment(told),
        ("how", say_sources(told.hours_by_source, ledger.spent)),
    ]


def _hours(told: MilestoneDetails) -> str:
    standing, ledger = told.status, told.status.ledger
    used = say_hours_used(standing)
    if standing.result:
        return f"{used}: over its bound" if standing.result.over else used
    if standing.is_spent_up:
        return f"{used}: this try is over its bound"
    tried = standing.counted_attempt
    if (
        tried
        and not ledger.high
        and not tried.decision
        and find_budget(tried, standing.milestone)
    ):
        return f"{used}{': time for its decision' if _is_due(told) else ', then a decision'}; running out is no failure"
    return (
        f"{used}; after {say_hours(ledger.left)} more this try misses the bar"
        if ledger.left
        else used
    )


def _experiment(told: MilestoneDetails) -> list[Field]:
    """The phases of the attempt that counts, and its decision: said, or due."""
    attempt, milestone = told.status.counted_attempt, told.status.milestone
    if attempt is None:
        return []
    used = ", ".join(
        f"{p.name} {say_hours(p.spent)} of {say_hours(p.seconds)}"
        for p in attempt_phases(attempt, milestone)
    )
    decided = (
        f"{attempt.decision} ({say_day(attempt.decided, told.today)})"
        if attempt.decided
        else ""
    )
    return [
        ("phases", used),
        ("decision", decided or (QUESTIONS if _is_due(told) else "")),
    ]


def _is_due(told: MilestoneDetails) -> bool:
    """Whether the decision of an experiment is due: its hours are used, and there is no result either."""
    tried = told.status.counted_attempt
    return (
        tried is not None
        and not told.status.result
        and is_decision_due(tried, told.status.milestone)
    )


def _phases(listed: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{say_hours(seconds)} {name}" for name, seconds in listed)


def _counted(told: MilestoneDetails) -> str:
    ledger, attempt = told.status.ledger, told.status.counted_attempt
    if ledger.since is None:
        return "nothing logged on it yet"
    said = f"from {say_day(ledger.since, told.today)}"
    if attempt:
        said += f" (attempt entered {say_day(attempt.entered, told.today)})"
    else:
        said += " (its first session; no attempt was entered)"
    return f"{said}, to {'today' if ledger.until == told.today else say_day(ledger.until, told.today)}"


def _expected(told: MilestoneDetails) -> str:
    attempt = told.status.counted_attempt
    if not attempt or attempt.low is None or attempt.high is None:
        return ""
    said = f"{say_bound(attempt.low, attempt.high)}, said on {say_day(attempt.entered, told.today)}"
    return (
        f"{said}; passed on {say_day(told.day_expected_passed, told.today)}"
        if told.day_expected_passed
        else said
    )


def _definition_fields(told: MilestoneDetails) -> list[Field]:
    milestone = told.status.milestone
    return [
        ("criterion", milestone.criterion),
        ("shown by", f"{', '.join(milestone.kinds)}. {milestone.show_by}"),
        ("", f"That takes {say_estimate(milestone.show)} once the work is there."),
        ("shows", ", ".join(f"{slug} {level}" for slug, level in milestone.skills)),
        ("covers", ", ".join(told.implied)),
        (
            "before it",
            ", ".join(
                f"{slug} ({told.other_states.get(slug, 'open')})"
                for slug in milestone.needs
            ),
        ),
        ("from", ", ".join((*milestone.items, *milestone.groups))),
        ("phases", "" if told.status.attempt else _phases(milestone.phases)),
        ("note", milestone.note or ""),
    ]


def _closing(told: MilestoneDetails) -> str:
    """What the bound means from here on, and the next line to type."""
    standing, milestone, tried = (
        told.status,
        told.status.milestone,
        told.status.counted_attempt,
    )
    if tried and _is_due(told):
        return f'To decide: tracker attempt {milestone.slug} --with {tried.item} --decision "..."'
    if standing.state == "trying" and milestone.within:
        return wrap(_past(milestone, told.implied))
    if standing.state == "over":
        return wrap(f"It is kept{_for(told.implied)}, and does not count for this bar.")
    if standing.state == "open":
        return _next(milestone)
    return ""


def _past(milestone: Milestone, covers: Sequence[str]) -> str:
    high = say_hours(milestone.within[1]) if milestone.within else ""
    return (
        f"Past {high} a result is kept, as `over`{_for(covers)}, but not for this bar."
    )


def _for(covers: Sequence[str]) -> str:
    return f": it still counts for {', '.join(covers)}" if covers else ""


def _next(milestone: Milestone) -> str:
    if milestone.within or milestone.budget:
        return f"Try it: tracker attempt {milestone.slug} --with {next(iter(milestone.items), 'ITEM')}"
    return f"Done? {reach_command(milestone)}"
