"""An item as it stands: what is shipped of it, what the person said of it, and the hours logged on it."""

from dataclasses import dataclass
from datetime import date

ENDLESS = frozenset({"podcast", "newsletter", "habit", "tool"})
STATUSES = ("planned", "doing", "done", "skipped", "dropped", "retired")


def in_words(status: str) -> str:
    """A status as text says it: `planned` is the data's word, and would be taken for what `tracker plan` plans."""
    return "not begun" if status == "planned" else status


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to study or do. Estimates and hours logged are in seconds.

    `after` is the milestone usual before it, `line` the guide's lines it rests on, `changed` what changed since. What
    the person said: `state` (`done`, `skipped` or `dropped`), how far (`part` of `whole`), and the day they `said` it.
    """

    slug: str
    title: str
    kind: str
    track: str
    author: str | None = None
    year: int | None = None
    group: str | None = None
    low: int | None = None
    likely: int | None = None
    high: int | None = None
    hours_from: str | None = None
    url: str | None = None
    origin: str = "guide"
    requires: tuple[str, ...] = ()
    after: str | None = None
    skills: tuple[str, ...] = ()
    line: tuple[int, int] | None = None
    note: str | None = None
    changes: str | None = None
    as_of: str | None = None
    aka: tuple[str, ...] = ()
    state: str | None = None
    part: int | None = None
    whole: int | None = None
    state_day: date | None = None
    seconds: int = 0
    retired: bool = False

    @property
    def finishes(self) -> bool:
        """Whether there is an end to it: feeds, habits and tools have none."""
        return self.kind not in ENDLESS

    @property
    def is_begun(self) -> bool:
        """Whether anything was logged on it or said of it."""
        return self.seconds > 0 or self.state is not None or self.part is not None

    @property
    def status(self) -> str:
        """`planned`, `doing`, `done`, `skipped` (dropped too) or `retired` (shipped no more, and nothing said)."""
        if self.state:
            return "done" if self.state == "done" else "skipped"
        if self.retired:
            return "retired"
        return "doing" if self.is_begun else "planned"

    @property
    def shown_status(self) -> str:
        """One of `STATUSES`: the status, but that what was dropped is told from what was skipped."""
        return "dropped" if self.state == "dropped" else self.status

    @property
    def progress(self) -> float | None:
        """How far, from 0 to 1; None where nothing was said, or where there is no end to it."""
        if not self.finishes:
            return None
        if self.state == "done":
            return 1.0
        return self.part / self.whole if self.part is not None and self.whole else None


@dataclass(frozen=True, slots=True)
class Group:
    """Items of which `choose` are enough."""

    slug: str
    title: str
    track: str
    choose: int
    items: tuple[str, ...]
    line: tuple[int, int] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A part of the curriculum, and what it is for."""

    slug: str
    title: str
    purpose: str


@dataclass(frozen=True, slots=True)
class OwnItem:
    """An item of the person's own as they say it is; `hours` are low, likely and high, in seconds."""

    slug: str
    title: str
    kind: str
    track: str
    hours: tuple[int, int, int] | None = None
    url: str | None = None
    requires: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()
