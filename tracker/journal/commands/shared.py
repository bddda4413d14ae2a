"""What several commands of the journal share, and needs the App."""

from collections.abc import Sequence

from tracker.app import App
from tracker.journal.rules.pieces import Moment
from tracker.journal.rules.records import Session, WrittenSessions
from tracker.journal.view.sessions import beside_text, rest_text


def moment(app: App) -> Moment:
    """When this command runs, as the rules need it."""
    return Moment(app.now, app.today, app.zone, app.settings.day_starts)


def say_rest(app: App, rest: Sequence[tuple[Session, str]]) -> None:
    """Name the rest, with short ids, of a stretch over a day's start, of which only a part was changed or removed."""
    if rest:
        app.remark(rest_text(app.today, app.zone, rest))


def say_beside(app: App, written: WrittenSessions) -> None:
    """Name the sessions that ran at the same time as what was written."""
    if written.beside:
        app.remark(beside_text(app.today, app.zone, written.beside))
