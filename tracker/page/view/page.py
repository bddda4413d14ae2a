"""A page as HTML: its head, and a section after the other."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from tracker.page.rules.answer import PageAnswer
from tracker.page.view.calendar import calendar_section
from tracker.page.view.hours import TO_LIMIT, hours_section, limits_section
from tracker.page.view.plans import (
    TO_PLAN,
    forecasts_section,
    plans_section,
    say_how_to_forecast,
)
from tracker.page.view.readiness import readiness_section
from tracker.page.view.road_section import road_section
from tracker.page.view.steps import steps_section
from tracker.page.view.templates import fill
from tracker.plans.view.week import week_sentences
from tracker.plans.view.week_record import first_commands
from tracker.text.days import say_day

# How to fill a section that has nothing yet.
TO_LOG = "As soon as you log your study: tracker log {} 1h30m"
TO_CHOOSE = "As soon as you choose a role: tracker target"

# `<code>tracker target</code>`: a command of the page.
_CODE = re.compile(r"(?<=<code>)[^<]+(?=</code>)")


class PageSection(NamedTuple):
    """A section of the page; `key` is where a link to it leads.

    Without content it is not on the page; `how` says how it comes there.
    """

    key: str
    title: str
    content: Markup | None
    how: str = ""


def page_html(answer: PageAnswer) -> str:
    """The whole page: no script, and nothing loaded from elsewhere."""
    week, sections = answer.week, list(_sections(answer))
    return fill(
        "page.html",
        name=answer.progress.person.name,
        day=say_day(week.today, date.min),
        is_demo=answer.is_demo,
        sentences=list(week_sentences(week, answer.titles)) if week.begun else [],
        commands=[] if week.begun else first_commands(week),
        next=steps_section(answer),
        sections=[each for each in sections if each.content],
        missing=_join_missing(each for each in sections if not each.content),
    )


def _join_missing(sections: Iterable[PageSection]) -> list[tuple[str, str]]:
    """`The last 52 weeks, hours by week`, and how these come on the page."""
    names: dict[str, str] = {}
    for section in sections:
        title, before = section.title, names.get(section.how)
        if before:
            title = f"{before}, {title[:1].lower()}{title[1:]}"
        names[section.how] = title
    return [(name, how) for how, name in names.items()]


def change_commands(html: str, change: Callable[[str], str]) -> str:
    """The page with each of its commands changed."""
    return _CODE.sub(lambda code: escape(change(Markup(code[0]).unescape())), html)


def _sections(answer: PageAnswer) -> Iterator[PageSection]:
    """In the order in which they are read: the past, the road, what is to come."""
    item = answer.week.steps.item
    to_log = TO_LOG.format(item.slug if item else "fastai")
    year = calendar_section(answer.year) if answer.year.seconds else None
    yield PageSection("year", "The last 52 weeks", year, to_log)
    yield PageSection("readiness", "Readiness", readiness_section(answer), TO_CHOOSE)
    road = road_section(answer.road) if answer.road else None
    yield PageSection("map", "The road", road, TO_CHOOSE)
    hours = hours_section(answer.progress)
    yield PageSection("hours", "Hours by week", hours, to_log)
    limits = limits_section(answer.progress)
    yield PageSection("limits", "Hours against limits", limits, TO_LIMIT)
    yield PageSection("plans", "Plans", plans_section(answer), TO_PLAN)
    forecasts = forecasts_section(answer)
    yield PageSection("forecast", "Forecast", forecasts, say_how_to_forecast(answer))
