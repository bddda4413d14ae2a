"""What stands at the head of documents and sections."""

from datetime import date

from tracker.export.render.blocks import Para
from tracker.export.render.figures import say_date
from tracker.export.render.phrases import documents as phrases
from tracker.export.rules.cv import Cv
from tracker.export.rules.progress import Progress
from tracker.text.periods import Period, say_period


def period_line(progress: Progress | Cv) -> Para:
    """The days covered, and who checked the facts."""
    period = say_days(progress.since, progress.until)
    left_out = progress.left_out if isinstance(progress, Cv) else {}
    if progress.letters or "letters" in left_out:
        return Para(phrases.from_own_log_with_letters(period))
    return Para(phrases.from_own_log(period))


def say_days(since: date | None, until: date) -> str:
    """`24 Nov 2025 to 7 Dec 2026`."""
    return say_period(Period(since or until, until))


def with_date(heading: str, progress: Progress | Cv) -> str:
    """`In progress, as of 30 Jun 2026`, in a report on an earlier period.

    Such a part shows today's status, not that of the period's last day.
    """
    if progress.until == progress.as_of:
        return heading
    return heading + phrases.as_of(say_date(progress.as_of))
