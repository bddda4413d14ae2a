"""What cannot be planned."""

from datetime import date

from tracker.errors import Refused
from tracker.plans.rules.plans import PlanStatus, end_days, given_up_slugs
from tracker.readiness.rules.records import Facts


def check_open(subject: str, facts: Facts) -> None:
    """Raises Refused for what is done, reached, skipped or dropped."""
    day = end_days(facts).get(subject)
    if day:
        hint = f"If it is not done: tracker reopen {subject}"
        is_implied = subject in {each.slug for each in facts.milestones}
        if is_implied and subject not in {each.milestone for each in facts.results}:
            hint = f"See what reached it: tracker show {subject}"
        raise Refused(f"{subject} is done since {day}.", hint)
    if subject in given_up_slugs(facts):
        raise Refused(
            f"{subject} is skipped or dropped.",
            f"To take it up again: tracker reopen {subject}",
        )


def check_not_just_reached(subject: str, facts: Facts, today: date) -> None:
    """Raises Refused for an item with a result entered today: its plan is complete."""
    for result in facts.results:
        if (result.item, result.entered) == (subject, today):
            raise Refused(
                f"You reached {result.milestone} with {subject} today:"
                " that completes its plan.",
                "Plan the next milestone by its name, or plan the item tomorrow.",
            )


def check_due(subject: str, due: date, plan: PlanStatus | None, today: date) -> None:
    """Raises Refused for a day that has passed, and for the day already planned."""
    if due < today:
        raise Refused(
            f"{due} has passed. A plan needs today or a later day.",
            f"For example: tracker plan {subject} --by DAY",
        )
    if plan and plan.state == "open" and plan.due == due:
        raise Refused(
            f"{subject} is already planned for {due}.",
            f"To add a reason: tracker plan {subject} --because WHY",
        )


def check_planned(subject: str, plan: PlanStatus | None) -> PlanStatus:
    """The plan; raises Refused for a reason without one."""
    if plan is None:
        raise Refused(
            f"{subject} is not planned.",
            f"To plan it: tracker plan {subject} --by DAY --because WHY",
        )
    return plan


def check_reason(plan: PlanStatus) -> None:
    """Raises Refused for a plan without any reason, which none can be private."""
    if not plan.all_reasons:
        raise Refused(
            f"The plan for {plan.subject} has no reason yet.",
            "Add one:",
            added=[("--because", "WHY")],
        )


def check_withdrawable(subject: str, plan: PlanStatus | None) -> None:
    """Raises Refused where there is no open plan to withdraw."""
    if plan is None or plan.state != "open":
        raise Refused(
            f"{subject} is not planned.", f"To plan it: tracker plan {subject} --by DAY"
        )
