"""A page as HTML: its head, and a section after the other."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from tracker.page.rules.answer import PageAnswer
from tracker.page.view.templates import fill


class PageSection(NamedTuple):
    """A section of the page; `key` is where a link to it leads."""

    key: str
    title: str
    content: Markup


def page_html(answer: PageAnswer) -> str:
    """The whole page: no script, and nothing loaded from elsewhere."""
    return fill("page.html", answer=answer, sections=list(_sections(answer)))


def _sections(answer: PageAnswer) -> Iterator[PageSection]:
    """Those that there are facts for, in the order in which they are read."""
    yield PageSection("week", "This week", Markup(""))
