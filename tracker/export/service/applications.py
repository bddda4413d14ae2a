"""Record an application, and list those that were sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from tracker.export.rules.applications import Application
from tracker.export.rules.completions import find_completions
from tracker.export.rules.forms import Funder
from tracker.export.rules.pledges import ApplicationStatus, build_pledge, plan_on
from tracker.export.store.applications import read_applications, save_application
from tracker.plans.rules.plans import given_up_slugs, plan_end_days
from tracker.plans.store.plans import read_plans
from tracker.readiness.store.facts import read_facts


@dataclass(frozen=True, slots=True)
class SentDetails:
    """What the person says of an application: the day, the amount asked, the file."""

    day: date
    asked: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedApplication:
    """An application as it was just recorded.

    `earlier` are those recorded before for the same funder and day.
    """

    status: ApplicationStatus
    earlier: Sequence[Application]


def record_application(
    db: Connection, funder: Funder, details: SentDetails, now_utc: int
) -> RecordedApplication:
    """Record an application with the plan of its day; `now_utc` is UTC seconds."""
    facts, plans = read_facts(db), read_plans(db, for_others=True)
    earlier = [
        application
        for application in read_applications(db)
        if (application.funder, application.day) == (funder.slug, details.day)
    ]
    application = Application(
        funder=funder.slug,
        day=details.day,
        asked=details.asked,
        file=details.file,
        plan=plan_on(
            details.day, plans, plan_end_days(facts, plans), given_up_slugs(facts)
        ),
    )
    save_application(db, application, now_utc)
    completions = find_completions(facts, plans, [application])
    pledge = build_pledge(application, funder.title, plans, completions)
    return RecordedApplication(ApplicationStatus(application, pledge), earlier)


def list_applications(
    db: Connection, titles: Mapping[str, str]
) -> list[ApplicationStatus]:
    """All applications, earliest first; `titles` are those of funders by slug."""
    plans, applications = read_plans(db), read_applications(db)
    completions = find_completions(read_facts(db), plans, applications)
    statuses = []
    for application in applications:
        title = titles.get(application.funder, application.funder)
        pledge = build_pledge(application, title, plans, completions)
        statuses.append(ApplicationStatus(application, pledge))
    return statuses
