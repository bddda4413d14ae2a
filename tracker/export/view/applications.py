"""Applications and reports as text."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker.export.render.outcomes import say_link, say_outcome
from tracker.export.rules.pledges import ApplicationStatus
from tracker.export.rules.progress import Promise, WorkLink
from tracker.journal.rules.lines import line_id
from tracker.text.columns import wrap
from tracker.text.days import say_day
from tracker.text.tables import list_row

NO_APPLICATIONS = (
    "No applications recorded yet. To record one:\n"
    "  tracker applied taif --asked '30,000 USD'"
)


def applied_text(today: date, status: ApplicationStatus) -> str:
    """What was just sent, and the plan saved with it."""
    return "\n".join(_applied_lines(today, status))


def _applied_lines(today: date, status: ApplicationStatus) -> Iterator[str]:
    application, pledge = status.application, status.pledge
    day = f"{say_day(application.day, today)}{_asked(status)}"
    yield wrap(f"Recorded: {_say_sent(status)}, {day}. Undo: tracker undo")
    if not pledge.promises:
        yield wrap("You had no plan on that day, so no plan was saved as promised.")
        return
    yield "Saved as promised, your plan of that day:"
    for promise in pledge.promises:
        yield _promise_line(promise, today)


def applications_text(today: date, statuses: Sequence[ApplicationStatus]) -> str:
    """What was sent, the latest last, with what became of each plan."""
    if not statuses:
        return NO_APPLICATIONS
    return "\n".join(line for status in statuses for line in _lines(today, status))


def _lines(today: date, status: ApplicationStatus) -> Iterator[str]:
    application, pledge = status.application, status.pledge
    file = f"; {application.file}" if application.file else ""
    day = say_day(application.day, today)
    number = line_id(application.uid)
    sent = f"{number} {day}: {_say_sent(status)}{_asked(status)}{file}"
    yield list_row((0, sent))
    for promise in pledge.promises:
        yield _promise_line(promise, today)


def _say_sent(status: ApplicationStatus) -> str:
    """`applied to Manifund project`, or `sent Manifund progress update`."""
    verb = "sent" if status.application.is_report else "applied to"
    return f"{verb} {status.pledge.title}"


def _asked(status: ApplicationStatus) -> str:
    asked = status.application.asked
    return f", asked for {asked}" if asked else ""


def _promise_line(promise: Promise, today: date) -> str:
    due = say_day(promise.due, today)
    outcome = _outcome(promise, today)
    line = f"{promise.title}, planned for {due}{outcome}"
    links = [_link_line(link) for link in promise.links]
    return "\n".join([list_row((2, line)), *links])


def _link_line(link: WorkLink) -> str:
    return wrap(f"{say_link(link)} {link.address or ''}".rstrip(), indent=4)


def _outcome(promise: Promise, today: date) -> str:
    """`; delivered Tue 10 Nov, 15 days late`, `; moved to Thu 31 Dec`, `; withdrawn`."""
    if promise.completed:
        return f"; {say_outcome(promise, lambda day: say_day(day, today))}"
    if not promise.moved:
        return ""
    due = promise.moved[-1].due
    if due is None:
        return "; withdrawn"
    is_again = any(change.due is None for change in promise.moved[-2:])
    verb = "planned again for" if is_again else "moved to"
    return f"; {verb} {say_day(due, today)}"
