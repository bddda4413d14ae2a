"""The superset of facts for updates and applications: a progress report, and what forms ask for beside it."""

from dataclasses import dataclass
from datetime import date

from tracker.export.rules.budget import Budget
from tracker.export.rules.progress import Progress


@dataclass(frozen=True, slots=True)
class Person:
    """Who it is, as they set it; what is not set is None."""

    name: str | None = None
    email: str | None = None
    links: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A course or programme that was finished, on the day it was said."""

    title: str
    item: str
    day: date | None


@dataclass(frozen=True, slots=True)
class PacketNote:
    """A dated line that a view `changed`, or of a `decision`; private ones are never among them."""

    day: date
    text: str
    changed: bool
    decision: bool


@dataclass(frozen=True, slots=True)
class Due:
    """What is meant now: by which day, and by what one sees that it is reached."""

    title: str
    subject: str
    due: date
    criterion: str | None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The latest forecast of something planned: 8 times in 10 within `early` and `late`, at `pace` seconds a week."""

    title: str
    subject: str
    given: date
    early: date
    late: date
    pace: int


@dataclass(frozen=True, slots=True)
class Graded:
    """How earlier forecasts held: of `due` ranges, `held` did."""

    due: int
    held: int


@dataclass(frozen=True, slots=True)
class Sent:
    """An application that went out."""

    funder: str
    title: str
    day: date
    asked: str | None


@dataclass(frozen=True, slots=True)
class Packet:
    """All facts that an update or a form may ask for, as of a day; what a renderer shows is in here."""

    progress: Progress
    person: Person = Person()
    finished: tuple[Finished, ...] = ()
    notes: tuple[PacketNote, ...] = ()
    due: tuple[Due, ...] = ()
    forecasts: tuple[Foreseen, ...] = ()
    graded: Graded = Graded(0, 0)
    sent: tuple[Sent, ...] = ()
    budget: Budget | None = None
