"""The JSON keys of applications, with what they promised."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, TypedDict

from tracker.choices import EVIDENCE_KINDS, PROMISE_STATES
from tracker.export.render.facts import facts_of
from tracker.export.rules.pledges import ApplicationStatus
from tracker.export.rules.progress import BoundHours, Promise, WorkLink
from tracker.json_types import Day


class MovedPromiseData(TypedDict):
    """A change of a promise; `due` is null where it was withdrawn."""

    day: Day
    due: Day | None
    because: str


class WorkLinkData(TypedDict):
    """Evidence at an address, or on request; `counts` if the milestone lists its kind."""

    kind: Annotated[str, EVIDENCE_KINDS]
    address: str | None
    day: Day
    counts: bool


class PromiseData(TypedDict):
    """A plan that was promised, and what became of it.

    `late` is the number of days from `due` to `completed`, or to today.
    """

    slug: str
    title: str
    due: Day
    said: Day
    because: str
    moved: list[MovedPromiseData]
    state: Annotated[str, PROMISE_STATES]
    completed: Day | None
    delivered: Day | None
    late: int | None
    links: list[WorkLinkData]
    ledger: Annotated[dict[str, Any], BoundHours] | None
    has_hours: bool | None


class ApplicationData(TypedDict):
    """An application, or a report for a grant, with the plan promised then."""

    id: str | None
    kind: Annotated[str, ("application", "report")]
    funder: str
    title: str
    day: Day
    asked: str | None
    file: str | None
    promises: list[PromiseData]


class AppliedData(TypedDict):
    """The application that was recorded."""

    application: ApplicationData


class ApplicationsData(TypedDict):
    """All applications."""

    applications: list[ApplicationData]


def applied_data(status: ApplicationStatus) -> AppliedData:
    """The application just recorded, as JSON."""
    return {"application": _data(status)}


def applications_data(statuses: Sequence[ApplicationStatus]) -> ApplicationsData:
    """Applications as JSON."""
    return {"applications": [_data(status) for status in statuses]}


def _data(status: ApplicationStatus) -> ApplicationData:
    application, pledge = status.application, status.pledge
    return {
        "id": application.uid or None,
        "kind": "report" if application.is_report else "application",
        "funder": application.funder,
        "title": pledge.title,
        "day": application.day.isoformat(),
        "asked": application.asked,
        "file": application.file,
        "promises": [_promise_data(promise) for promise in pledge.promises],
    }


def _promise_data(promise: Promise) -> PromiseData:
    return {
        "slug": promise.subject,
        "title": promise.title,
        "due": promise.due.isoformat(),
        "said": promise.said.isoformat(),
        "because": promise.because,
        "moved": [
            {
                "day": change.day.isoformat(),
                "due": _iso(change.due),
                "because": change.because,
            }
            for change in promise.moved
        ],
        "state": promise.state,
        "completed": _iso(promise.completed),
        "delivered": _iso(promise.delivered),
        "late": promise.late,
        "links": [_link_data(link) for link in promise.links],
        "ledger": facts_of(promise.ledger) if promise.ledger else None,
        "has_hours": promise.has_hours,
    }


def _link_data(link: WorkLink) -> WorkLinkData:
    return {
        "kind": link.kind,
        "address": link.address,
        "day": link.day.isoformat(),
        "counts": link.counts,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
