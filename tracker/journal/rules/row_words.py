"""What a row of the person's tables is called, and its values, for undo and history."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple

from tracker.database.command_log import Row
from tracker.database.values import text_to_day
from tracker.text.amounts import say_amount
from tracker.text.columns import count_noun, plain, shorten
from tracker.text.days import say_day

# The most columns that a value of the person's takes in a sentence.
_LONGEST = 40
# What several rows are called; a table that is not here has a plain plural.
_PLURALS = {
    "item_aka": "other name",
    "item_requires": "prerequisite",
    "item_skill": "skill of items",
    "item_state": "item",
    "milestone_state": "milestone",
    "evidence": "piece of evidence",
    "time_off": "break",
    "recollection": "estimate from memory",
    "import_batch": "import",
    "work": "entry of exports",
}
_IRREGULAR = {
    "piece of evidence": "pieces of evidence",
    "skill of items": "skills",
    "entry of exports": "entries of exports",
}
_AMOUNTS = ("seconds", "low", "likely", "high", "pace")
_DAYS = ("day", "due", "since", "until", "entered", "dropped", "decided", "week")


class RowWords(NamedTuple):
    """Says rows to a person whose day is `today`.

    `find_name` gives the slug of a row, by its table and number.
    """

    find_name: Callable[[str, Any], str]
    today: date
    zone: tzinfo

    def day(self, day: str | date) -> str:
        """A day, or its ISO text: `Tue 3 Nov`."""
        if isinstance(day, str):
            day = text_to_day(day)
        return say_day(day, self.today)

    def moment(self, instant: int) -> str:
        """`20:05`, or `Fri 30 Oct 20:05` where it is not today; from UTC seconds."""
        moment = datetime.fromtimestamp(instant, self.zone)
        if moment.date() == self.today:
            return f"{moment:%H:%M}"
        return f"{say_day(moment.date(), self.today)} {moment:%H:%M}"

    def subject(self, row: Row) -> str:
        """The item or the milestone that a row is about."""
        if row.get("item_id"):
            return self.find_name("item", row["item_id"])
        return self.find_name("milestone", row["milestone_id"])

    def value(self, column: str, value: Any) -> str:
        """A value as a person reads it."""
        if value in (None, ""):
            return "none"
        if column in _AMOUNTS:
            return say_amount(value)
        if column in _DAYS:
            return self.day(value)
        if column.endswith("_id"):
            return self.find_name(column.removesuffix("_id"), value)
        return shorten(plain(str(value)), _LONGEST)

    def noun(self, table: str, row: Row) -> str:
        """What one row is: `the note of Tue 3 Nov`."""
        say = _NOUNS.get(table)
        return say(self, row) if say else f"a row of {table}"


def say_count(count: int, table: str) -> str:
    """`12 notes`, `2 pieces of evidence`."""
    noun = _PLURALS.get(table, table)
    if count > 1 and noun in _IRREGULAR:
        return f"{count} {_IRREGULAR[noun]}"
    return count_noun(count, noun)


def _say_name(words: RowWords, row: Row) -> str:
    return f"the name {row['name']} of {words.find_name('item', row['item_id'])}"


def _say_prerequisite(words: RowWords, row: Row) -> str:
    required = words.find_name("item", row["requires_id"])
    return f"the prerequisite {required} of {words.find_name('item', row['item_id'])}"


def _say_skill(words: RowWords, row: Row) -> str:
    skill = words.find_name("skill", row["skill_id"])
    return f"the skill {skill} of {words.find_name('item', row['item_id'])}"


def _say_attempt(words: RowWords, row: Row) -> str:
    milestone = words.find_name("milestone", row["milestone_id"])
    return f"the attempt at {milestone} with {words.find_name('item', row['item_id'])}"


def _say_result(words: RowWords, row: Row) -> str:
    milestone = words.find_name("milestone", row["milestone_id"])
    if not row["item_id"]:
        return f"the result of {milestone}"
    return f"the result of {milestone} with {words.find_name('item', row['item_id'])}"


def _say_evidence(words: RowWords, row: Row) -> str:
    place = shorten(plain(row["place"]), _LONGEST) or row["kind"]
    of = "result" if row["result_id"] else "rating"
    return f"the evidence {place} of {words.find_name(of, row[f'{of}_id'])}"


def _say_plan(words: RowWords, row: Row) -> str:
    if not row["due"]:
        return f"the withdrawal of the plan for {words.subject(row)}"
    return f"the plan for {words.subject(row)} by {words.day(row['due'])}"


def _say_rating(words: RowWords, row: Row) -> str:
    by = f" by {plain(row['rater'])}" if row["rater"] else ""
    return f"the rating of {words.find_name('skill', row['skill_id'])}{by}"


def _say_note(words: RowWords, row: Row) -> str:
    kind = "answer" if row["prompt_id"] else "note"
    return f"the {kind} of {words.day(row['day'])}"


def _say_recollection(words: RowWords, row: Row) -> str:
    item = words.find_name("item", row["item_id"])
    return f"{say_amount(row['seconds'])} from memory on {item}"


def _say_break(words: RowWords, row: Row) -> str:
    return f"the break of {words.day(row['since'])} to {words.day(row['until'])}"


def _say_application(words: RowWords, row: Row) -> str:
    kind = "report" if row.get("report") else "application"
    return f"the {kind} to {plain(row['funder'])} of {words.day(row['day'])}"


_NOUNS: dict[str, Callable[[RowWords, Row], str]] = {
    "application": _say_application,
    "attempt": _say_attempt,
    "evidence": _say_evidence,
    "forecast": lambda words, row: (
        f"the forecast for {words.subject(row)} of {words.day(row['day'])}"
    ),
    "import_batch": lambda words, row: f"the import of {plain(row['file'])}",
    "item": lambda words, row: f"the item {row['slug']}",
    "item_aka": _say_name,
    "item_requires": _say_prerequisite,
    "item_skill": _say_skill,
    "item_state": lambda words, row: f"the state of {words.subject(row)}",
    "milestone_state": lambda words, row: f"the state of {words.subject(row)}",
    "note": _say_note,
    "plan": _say_plan,
    "rating": _say_rating,
    "recollection": _say_recollection,
    "result": _say_result,
    "session": lambda words, row: f"the session of {words.day(row['day'])}",
    "setting": lambda words, row: f"the setting {row['key']}",
    "time_off": _say_break,
    "work": lambda words, row: f"what exports say of {words.subject(row)}",
    "timer": lambda words, row: f"the timer on {words.subject(row)}",
}
