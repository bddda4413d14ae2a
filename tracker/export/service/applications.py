"""Record an application or a report, and list those that were sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sqlite3 import Connection

from tracker.export.rules.applications import Application, title_sent
from tracker.export.rules.completions import find_completions
from tracker.export.rules.forms import Funder
from tracker.export.rules.pledges import ApplicationStatus, build_pledge, plan_on
from tracker.export.rules.promises import Outcomes
from tracker.export.service.works import read_subjects
from tracker.export.store.applications import read_applications, save_application
from tracker.plans.rules.plans import end_days, given_up_slugs, plan_end_days
from tracker.plans.store.plans import read_plans
from tracker.readiness.store.facts import read_facts

# The milestone that an application reaches.
MILESTONE = "funding-application"


@dataclass(frozen=True, slots=True)
class SentDetails:
    """What the person says of what they sent: the day, the amount asked, the file.

    It is a report, where `is_report`, on a form of any kind.
    """

    day: date
    asked: str | None = None
    file: str | None = None
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class RecordedApplication:
    """An application or report as it was just recorded.

    `earlier` are those of its kind recorded before for the same funder and day.
    `reached` says whether the milestone of an application is reached, or dropped.
    """

    status: ApplicationStatus
    earlier: Sequence[Application]
    reached: bool


def record_application(
    db: Connection, funder: Funder, details: SentDetails, now_utc: int
) -> RecordedApplication:
    """Record what was sent with the plan of its day; `now_utc` is UTC seconds."""
    facts, plans = read_facts(db), read_plans(db, for_others=True)
    application = Application(
        funder=funder.slug,
        day=details.day,
        asked=details.asked,
        file=details.file,
        plan=plan_on(
            details.day, plans, plan_end_days(facts, plans), given_up_slugs(facts)
        ),
        is_report=details.is_report or funder.is_report,
    )
    earlier = [each for each in read_applications(db) if _is_like(each, application)]
    save_application(db, application, now_utc)
    completions = find_completions(
        facts, plans, [application], read_subjects(db, facts)
    )
    title = title_sent(application, {funder.slug: funder})
    outcomes = Outcomes(completions, given_up_slugs(facts), details.day)
    pledge = build_pledge(application, title, plans, outcomes)
    status = ApplicationStatus(application, pledge)
    reached = MILESTONE in end_days(facts) or MILESTONE in facts.dropped
    return RecordedApplication(status, earlier, reached)


def _is_like(one: Application, other: Application) -> bool:
    """Whether two of one kind went to one funder on one day."""
    return (one.funder, one.day, one.is_report) == (
        other.funder,
        other.day,
        other.is_report,
    )


def list_applications(
    db: Connection, forms: Mapping[str, Funder], today: date
) -> list[ApplicationStatus]:
    """All that was sent, earliest first, and what became of its plans by `today`.

    `forms` are those of funders by slug.
    """
    facts, plans = read_facts(db), read_plans(db, for_others=True)
    applications = read_applications(db)
    about = read_subjects(db, facts)
    completions = find_completions(facts, plans, applications, about)
    outcomes = Outcomes(completions, given_up_slugs(facts), today)
    statuses = []
    for application in applications:
        title = title_sent(application, forms)
        pledge = build_pledge(application, title, plans, outcomes)
        statuses.append(ApplicationStatus(application, pledge))
    return statuses
