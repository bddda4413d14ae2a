"""`report`: hours by item, track, tag, day, week or month."""

from functools import partial

from tracker.app import App
from tracker.choices import GROUPINGS
from tracker.command import command, option
from tracker.errors import Unreadable
from tracker.journal.commands.filters import session_filters
from tracker.journal.commands.remarks import show_with_remarks
from tracker.journal.rules.report_period import TypedFilter
from tracker.journal.service.reports import hours_report
from tracker.journal.service.session_choice import chosen_timer, read_filter
from tracker.journal.view.report import report_data, report_text
from tracker.journal.view.session_filter import say_options
from tracker.text.columns import join_words, quoted
from tracker.text.periods import week_of

_MOST = 2


class GroupingsParam:
    """One grouping, or two with a comma: `day,item`."""

    name = "groupings"

    def convert(self, text: str, clock: object) -> tuple[str, ...]:
        """The groupings; raises Unreadable for other words, and for more than two."""
        words = text.casefold().replace(",", " ").split()
        for word in words:
            if word not in GROUPINGS:
                raise _unknown(text, word)
        by = tuple(dict.fromkeys(words))
        if len(by) != len(words) or not 1 <= len(by) <= _MOST:
            message = f"{quoted(text)} is more than two groupings, or one twice."
            instead = [",".join(by[:_MOST]) or GROUPINGS[0]]
            raise Unreadable(
                message, "Type them like day,item.", typed=text, instead=instead
            )
        return by


def _unknown(text: str, word: str) -> Unreadable:
    """The error of a word that is no grouping, with the one it begins with, or the first."""
    begins = [each for each in GROUPINGS if word.startswith(each)]
    near = begins or GROUPINGS
    return Unreadable(
        f"{quoted(word)} is not one of {join_words(GROUPINGS, 'or')}.",
        "Type one of them, or two like day,item.",
        typed=text,
        instead=[text.casefold().replace(word, near[0])],
        candidates=near,
    )


@command(
    "report",
    examples="""tracker report
                tracker report fastai oct
                tracker report --month --by day
                tracker report last week --by day,item""",
)
@session_filters
@option(
    "--by",
    kind=GroupingsParam(),
    metavar=f"[{'|'.join(GROUPINGS)}]",
    default="item",
    show_default=True,
    help="One row for each of these, or two of them: day,item.",
)
def report(app: App, typed: TypedFilter, by: tuple[str, ...]) -> None:
    """Total the hours of this week, or of another period.

    ITEM, PERIOD and a +tag may come in any order. The total is the hours on the clock: time
    that two sessions share counts once, and the report names it.
    """
    with app.journal() as db:
        chosen = read_filter(db, typed, app.today, week_of(app.today))
        running = chosen_timer(db, chosen, app.now, app.today)
        hours = hours_report(db, chosen, by, app.today, running)
    text = partial(report_text, app.today, app.zone)
    remarks = []
    if not hours.total.sessions and (chosen.since or chosen.until):
        remarks.append(f"For all time: tracker report{say_options(chosen)} --all")
    show = partial(app.show, "report", hours, report_data, text)
    show_with_remarks(app, show, remarks)
