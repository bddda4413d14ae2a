"""What several commands of the journal share."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from shlex import join

from tracker.app import App
from tracker.journal.rules.checks import OverlapRefused
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import WrittenSessions
from tracker.journal.view.written_sessions import (
    overlap_text,
    written_data,
    written_text,
)


def command_moment(app: App) -> LocalMoment:
    """When this command runs, as the rules need it."""
    return LocalMoment(app.now, app.today, app.zone, app.settings.day_starts)


@contextmanager
def offer_overlap(app: App) -> Iterator[None]:
    """Add the command as typed, with --overlap, to the hint of a refused overlap."""
    try:
        yield
    except OverlapRefused as refusal:
        command = f"  tracker {join(app.arguments)} --overlap"
        refusal.hint = f"If both ran at once:\n{command}\n{refusal.hint}"
        raise


def show_written(app: App, verb: str, typed: str, answer: WrittenSessions) -> None:
    """Show what was written, and remark on sessions that ran at the same time.

    `verb` is `Logged` or `Changed to`; `typed` is the item as typed.
    """
    if answer.overlapping:
        app.remark(overlap_text(app.today, app.zone, answer.overlapping))
    text = partial(written_text, verb, typed, app.today, app.zone)
    app.show("session", answer, written_data, text)
