"""Days of plans and breaks, each under the name of its event in other calendars."""

from datetime import date
from typing import NamedTuple


class CalendarDays(NamedTuple):
    """The days from `since` to `until`, both included: a break, or a plan's due day.

    `uid` names the event in every calendar that has it.
    """

    uid: str
    since: date
    until: date
