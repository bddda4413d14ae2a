"""All facts for updates and applications: a progress report, and what forms also ask."""

from dataclasses import dataclass
from datetime import date

from tracker.export.rules.budget import Budget
from tracker.export.rules.progress import Progress


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished course or programme, with the day it was marked done.

    It is `claimed` where it has no evidence.
    """

    title: str
    item: str
    day: date | None
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class PacketNote:
    """A note on a view that `changed` or on a `decision`; never a private one."""

    day: date
    text: str
    changed: bool
    decision: bool


@dataclass(frozen=True, slots=True)
class Due:
    """An open plan with its due day; `criterion` says when a milestone is reached."""

    title: str
    subject: str
    due: date
    criterion: str | None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A forecast, made on `given`.

    It should come between `early` and `late` 8 times in 10, at `pace` seconds a week,
    the average of the person's last `weeks`.
    """

    title: str
    subject: str
    given: date
    early: date
    late: date
    pace: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Graded:
    """How earlier forecasts did: `held` of `due` ranges held."""

    due: int
    held: int


@dataclass(frozen=True, slots=True)
class Sent:
    """An application that was sent."""

    funder: str
    title: str
    day: date
    asked: str | None


@dataclass(frozen=True, slots=True)
class Packet:
    """All facts that an update or a form may ask for; a renderer adds none.

    Earlier forecasts are `graded` where this export makes forecasts.
    """

    progress: Progress
    finished: tuple[Finished, ...] = ()
    notes: tuple[PacketNote, ...] = ()
    due: tuple[Due, ...] = ()
    forecasts: tuple[Foreseen, ...] = ()
    graded: Graded | None = None
    sent: tuple[Sent, ...] = ()
    budget: Budget | None = None
