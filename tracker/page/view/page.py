"""A page as HTML: its head, and a section after the other."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from tracker.page.rules.answer import PageAnswer
from tracker.page.view.calendar import calendar_section
from tracker.page.view.hours import hours_section, limits_section
from tracker.page.view.plans import forecasts_section, plans_section
from tracker.page.view.readiness import NO_TARGET, readiness_section
from tracker.page.view.road_section import road_section
from tracker.page.view.steps import steps_section
from tracker.page.view.templates import fill
from tracker.plans.view.week import week_sentences
from tracker.plans.view.week_record import first_commands
from tracker.text.days import say_day

NO_HOURS = (
    "Nothing was logged in the last 52 weeks. To log today's study: "
    "tracker log fastai 1h30m"
)

# `<code>tracker target</code>`: a command of the page.
_CODE = re.compile(r"(?<=<code>)[^<]+(?=</code>)")


class PageSection(NamedTuple):
    """A section of the page; `key` is where a link to it leads.

    `empty` is the sentence that stands in place of its content.
    """

    key: str
    title: str
    content: Markup | None = None
    empty: str = ""


def page_html(answer: PageAnswer) -> str:
    """The whole page: no script, and nothing loaded from elsewhere."""
    week = answer.week
    return fill(
        "page.html",
        name=answer.progress.person.name,
        day=say_day(week.today, date.min),
        is_demo=answer.is_demo,
        sentences=list(week_sentences(week)) if week.begun else [],
        commands=[] if week.begun else first_commands(week),
        sections=list(_sections(answer)),
    )


def change_commands(html: str, change: Callable[[str], str]) -> str:
    """The page with each of its commands changed."""
    return _CODE.sub(lambda code: escape(change(Markup(code[0]).unescape())), html)


def _sections(answer: PageAnswer) -> Iterator[PageSection]:
    """In the order in which they are read: the past, the road, what is to come."""
    year = calendar_section(answer.year) if answer.year.seconds else None
    yield PageSection("year", "The last 52 weeks", year, NO_HOURS)
    readiness = None
    if answer.ready:
        readiness = readiness_section(answer.ready, answer.skills)
    yield PageSection("readiness", "Readiness", readiness, NO_TARGET)
    road = road_section(answer.road) if answer.road else None
    yield PageSection("map", "The road", road, NO_TARGET)
    has_hours = bool(answer.progress.hours.spans)
    hours = hours_section(answer.progress) if has_hours else None
    yield PageSection("hours", "Hours by week", hours, NO_HOURS)
    yield PageSection("limits", "Hours against limits", limits_section(answer.progress))
    yield PageSection("plans", "Plans", plans_section(answer))
    forecasts = forecasts_section(
        answer.forecast, answer.no_forecast, answer.week.today
    )
    yield PageSection("forecast", "Forecast", forecasts)
    yield PageSection("next", "Next", steps_section(answer.next))
