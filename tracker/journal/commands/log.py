"""`log`: log a session."""

from datetime import date

from tracker.app import App
from tracker.command import argument, command, option
from tracker.journal.commands.moment import command_moment
from tracker.journal.commands.shared import note_option, offer_overlap, show_written
from tracker.journal.rules.word_times import TimeOptions
from tracker.journal.service.sessions import LogOptions, log_words
from tracker.modules import load_module
from tracker.text.params import DayParam
from tracker.text.placeholders import check_no_placeholder

LATEST = 10


@command(
    "log",
    examples="""tracker log fastai 1h30m
                tracker log fastai 9am - 10:30am +pair "lesson 3"
                tracker log 45m yesterday
                tracker log""",
    emptied=("note",),
)
@argument("words", nargs=-1, metavar="[ITEM] [WORDS]...")
@option("--on", "day", kind=DayParam(), help="The day studied (default: today).")
@option("--from", "start", metavar="TIME", help="The start; add --to or an amount.")
@option("--to", "end", metavar="TIME", help="The end; add --from or an amount.")
@note_option("What the session was about.", "")
@option("--overlap", is_flag=True, help="Allow an overlap with another session.")
def log(
    app: App,
    words: tuple[str, ...],
    day: date | None,
    start: str | None,
    end: str | None,
    note: str,
    overlap: bool,
) -> None:
    """Log a session on ITEM, or on the last one.

    WORDS come in any order: an amount (1h30m, 90m, 1.5h) or a range (9am-10:30), a day
    (yesterday, fri), +tags, and a note in quotes. Without any, the latest sessions are
    listed.
    """
    times = TimeOptions(day, start, end)
    if not words and times == TimeOptions() and not note:
        load_module("tracker.journal.commands.sessions").show_latest(app, LATEST)
        return
    for word in words:
        check_no_placeholder(word)
    moment = command_moment(app)
    with offer_overlap(app), app.journal(write=True) as db:
        options = LogOptions(note.strip(), overlap, app.without_log)
        logged = log_words(db, words, times, moment, options)
    show_written(
        app,
        "Logged",
        logged.typed_item,
        logged.answer,
        word_note=logged.word_note,
        has_day=logged.has_day,
    )
