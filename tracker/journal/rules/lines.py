"""What the person said besides sessions, line by line.

A line is a note, an answer, hours from memory, a rating, one piece of evidence, an
application, a forecast that was given, or an item of one's own. Each list shows the id
of a line, and `rm` takes it.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.database.values import text_to_day
from tracker.system import join
from tracker.text.amounts import say_hours
from tracker.text.columns import plain, shorten
from tracker.text.days import say_day
from tracker.text.periods import Period, say_period

# As many letters of an id as a list shows. A session's id is shown in fewer, since it
# is typed more often; one that fits two rows is asked about.
ID_LETTERS = 6
_LONGEST_TEXT = 60


class PersonalLine(NamedTuple):
    """One line of `table`: `what` it is, and the command that says it `again`.

    `again` is empty where nothing says it again.
    """

    table: str
    uid: str
    what: str
    again: str


def line_id(uid: str) -> str:
    """An id as lists show it."""
    return uid[:ID_LETTERS]


def note_line(
    uid: str,
    day: str,
    text: str,
    changed: int,
    decision: int,
    private: int,
    prompt: str | None,
    today: date,
) -> PersonalLine:
    """A note, or the answer to the question `prompt`."""
    kind = "answer" if prompt else "note"
    flags = {"--changed": changed, "--decision": decision, "--private": private}
    words = ["ask", prompt, "--answer", text] if prompt else ["note", text]
    words += ["--on", day, *(name for name, is_set in flags.items() if is_set)]
    what = f"the {kind} of {_say(day, today)}: {shorten(plain(text), _LONGEST_TEXT)}"
    again = _command(*words)
    return PersonalLine("note", uid, what, again)


def recollection_line(
    uid: str, item: str, seconds: int, since: str, until: str, today: date
) -> PersonalLine:
    """Hours from memory, over a period."""
    period = say_period(Period(text_to_day(since), text_to_day(until)))
    what = f"{say_hours(seconds)} on {item} from memory, {period}"
    amount = say_hours(seconds).replace(" ", "")
    again = _command("recall", item, amount, "--over", f"{since}..{until}")
    return PersonalLine("recollection", uid, what, again)


def rating_line(
    uid: str, skill: str, level: str, rater: str, evidence: str | None, today: date
) -> PersonalLine:
    """A rating, with its `evidence`: `letter:Ann, 3 Nov`, one a line; None for none."""
    by = f" by {rater}" if rater else ""
    words = ["rate", skill, level, *(["--by", rater] if rater else [])]
    words += _evidence_options((evidence or "").splitlines())
    what = f"the rating {skill} {level}{by}"
    return PersonalLine("rating", uid, what, _command(*words))


def evidence_line(
    uid: str,
    kind: str,
    place: str,
    milestone: str | None,
    item: str | None,
    skill: str | None,
    level: str | None,
    rater: str | None,
    today: date,
) -> PersonalLine:
    """One piece of evidence, of a milestone that was reached or of a rating."""
    piece = f"{kind}:{place}" if place else kind
    if milestone:
        subject = milestone
        words = ["reach", milestone, *(["--with", item] if item else [])]
    else:
        subject = f"the rating {skill} {level}"
        words = ["rate", skill or "", level or "", "--by", rater or ""]
    what = f"{kind} {place}".strip() + f" of {subject}"
    again = _command(*words, *_evidence_options([piece]))
    return PersonalLine("evidence", uid, what, again)


def application_line(
    uid: str,
    funder: str,
    day: str,
    asked: str | None,
    file: str | None,
    is_report: int,
    today: date,
) -> PersonalLine:
    """An application or a report that was sent."""
    words = ["applied", funder, "--on", day]
    words += ["--asked", asked] if asked else []
    words += ["--file", file] if file else []
    words += ["--report"] if is_report else []
    kind = "report" if is_report else "application"
    what = f"the {kind} to {funder} of {_say(day, today)}"
    return PersonalLine("application", uid, what, _command(*words))


def forecast_line(uid: str, subject: str, day: str, today: date) -> PersonalLine:
    """A forecast that was given. It is withdrawn, not removed."""
    what = f"the forecast for {subject} of {_say(day, today)}"
    return PersonalLine("forecast", uid, what, "")


def item_line(
    uid: str, slug: str, title: str, kind: str, track: str, today: date
) -> PersonalLine:
    """An item of the person's own."""
    words = ["add", slug, "--title", title, "--track", track, "--kind", kind]
    return PersonalLine("item", uid, f"the item {slug}: {title}", _command(*words))


def _say(day: str, today: date) -> str:
    return say_day(text_to_day(day), today)


def _evidence_options(pieces: Iterable[str]) -> list[str]:
    return [word for piece in pieces for word in ("--evidence", piece)]


def _command(*words: str | None) -> str:
    return join(["tracker", *(word for word in words if word)])
