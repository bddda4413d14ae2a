"""A progress report with something in each part, and what reads a page."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

from tracker.export.rules.hours import Hours, SourceHours, TrackHours
from tracker.export.rules.person import Person
from tracker.export.rules.progress import (
    BoundHours,
    Letter,
    Moved,
    Progress,
    Promise,
    RequirementCounts,
    RoleStatus,
    UnderWay,
    Work,
    WorkLink,
)
from tracker.limits import HOUR
from tracker.milestones.rules.figures import WorkFigures

LEDGER = BoundHours(spent=302 * HOUR, low=200 * HOUR, high=400 * HOUR, over=False)
# Text that Markdown, HTML, a table or a spreadsheet would act on, and a long word.
HOSTILE = (
    "|a|`b`\n\n# <script>alert('x')</script> \u202e[l](javascript:1) =cmd\t\\| *"
    + "x" * 10_000
)


def make_progress(text: str = "") -> Progress:
    """A report with something in each part; `text` replaces each text of a person's."""
    return Progress(
        as_of=date(2027, 3, 1),
        since=date(2025, 11, 24),
        until=date(2026, 12, 7),
        standing=_role_status(text),
        works=_works(text),
        unseen=(_unseen(text),),
        under_way=_under_way(text),
        plan=(_promise(text),),
        hours=_hours(text),
        letters=(_letter(text),),
        person=Person(
            text or "Ida Example", text or "ida@mail.example", text or "git.example/ida"
        ),
    )


def _role_status(text: str) -> RoleStatus:
    return RoleStatus(
        role="r",
        title=text or "Research lead",
        variant=text or "in theory",
        total=4,
        met=1,
        possible=2,
        claimed=1,
        open=2,
        open_musts=(text or "Taste", "Three"),
        expected=RequirementCounts(total=5, met=1, claimed=1, open=3),
    )


def _works(text: str) -> tuple[Work, ...]:
    repo = WorkLink("repo", "https://git.example/you/b", date(2026, 6, 14))
    paper = WorkLink("paper", None, date(2026, 11, 12))
    replication = Work(
        title=text or "A",
        item="z",
        milestones=("m",),
        day=date(2026, 11, 12),
        links=(paper, repo),
        summary=text or "A paper on preferences, done again",
        part=text or "half",
        figures=(WorkFigures.of("86%", "74% (400 pairs)"),),
        ledger=LEDGER,
    )
    transformer = Work("B", None, ("n",), date(2026, 6, 14), links=(repo,))
    return replication, transformer


def _letter(text: str) -> Letter:
    return Letter(
        about=text or "Python (strong level)",
        milestone=None,
        skill="python",
        kind="letter",
        address=None,
        day=date(2026, 5, 30),
    )


def _unseen(text: str) -> Work:
    return Work(
        title=text or "C",
        item="c",
        milestones=("m",),
        day=date(2026, 5, 4),
        figures=(WorkFigures.of("9", None),),
        ledger=replace(LEDGER, spent=431 * HOUR, over=True),
    )


def _under_way(text: str) -> tuple[UnderWay, ...]:
    attempt = UnderWay(
        title=text or "D",
        milestone="m",
        item="d",
        since=date(2026, 9, 12),
        spent=161 * HOUR,
        low=200 * HOUR,
        high=400 * HOUR,
        ledger=replace(LEDGER, spent=161 * HOUR),
    )
    item = UnderWay(
        title="E",
        milestone=None,
        item="e",
        since=None,
        spent=5400,
        low=None,
        high=None,
    )
    return attempt, item


def _promise(text: str) -> Promise:
    return Promise(
        title=text or "F",
        subject="f",
        said=date(2026, 1, 2),
        due=date(2026, 2, 3),
        moved=(
            Moved(date(2026, 1, 20), date(2026, 3, 6), text or "flu"),
            Moved(date(2026, 2, 8), None, ""),
        ),
        delivered=date(2026, 2, 15),
        late=12,
    )


def _hours(text: str) -> Hours:
    return Hours(
        seconds=504 * HOUR,
        overlap=7 * HOUR,
        overlap_days=3,
        sessions=611,
        changed=4,
        by_track=(
            TrackHours("t", text or "Replications", 488 * HOUR),
            TrackHours("u", "Maths", 16 * HOUR),
        ),
        by_source=(
            SourceHours("imported", text or "toggl", 386 * HOUR, 77),
            SourceHours("live", None, 125 * HOUR, 23),
        ),
        recollected=120 * HOUR,
        author=504 * HOUR,
    )


class Page(HTMLParser):
    """The tags of a page, its text without its style, and every address in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.links: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and the addresses in it."""
        self.tags.append(tag)
        self.links += [
            value
            for name, value in attrs
            if name in ("href", "src", "style", "action", "srcset")
        ]

    def handle_data(self, data: str) -> None:
        """Note the text."""
        if self.tags[-1:] != ["style"]:
            self.text.append(data)
