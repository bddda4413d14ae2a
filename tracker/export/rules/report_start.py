"""The first day of an update, where its person names no days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.export.rules.applications import Application
from tracker.export.rules.forms import Funder, same_funder_slugs

# The days of a weekly report that is the first one, today among them.
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ReportStart:
    """The first `day` of a report, when `sent` went out; None where nothing did."""

    day: date
    sent: Application | None = None


def find_report_start(
    applications: Sequence[Application],
    forms: Mapping[str, Funder],
    form: Funder | None,
    today: date,
) -> ReportStart | None:
    """When the last update or else application went to the funder of `form`.

    Without a form it is the last that went to anybody. A report that is a form of its
    own begins with the last one of that form, or else with the application; a weekly
    one covers seven days instead. None where nothing was sent. `applications` come
    earliest first.
    """
    sent = [each for each in applications if each.day <= today]
    if form:
        slugs = same_funder_slugs(form, forms)
        sent = [each for each in sent if each.funder in slugs]
        reports = [each for each in sent if each.is_report]
        if form.is_report:
            reports = [each for each in reports if each.funder == form.slug]
            sent = [each for each in sent if not each.is_report]
        if form.period and not reports:
            return ReportStart(today - WEEK + timedelta(days=1))
        sent = reports or sent
    return ReportStart(sent[-1].day, sent[-1]) if sent else None


def report_forms(form: Funder, forms: Mapping[str, Funder]) -> list[Funder]:
    """The forms for progress reports of the funder of `form` that are not closed."""
    slugs = same_funder_slugs(form, forms)
    return [
        other
        for other in forms.values()
        if other.slug in slugs and other.is_report and other.status != "closed"
    ]
