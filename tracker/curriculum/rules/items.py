"""An item: what the curriculum says, what the person recorded, and its hours."""

from datetime import date
from typing import NamedTuple

from tracker.choices import ENDLESS_KINDS

# Low, likely and high seconds.
Estimate = tuple[int, int, int]


class Gate(NamedTuple):
    """What somebody else must give before an item can begin, as last looked up.

    `needs` names it: an offer, a co-author. `hours` are low, likely and high seconds of
    applying, None where an item before it is the application; `letters` is how many
    references it asks for. `odds` and `window` say how many are taken and when to
    apply, as far as known on `as_of` (a year, month or day) at `url`. A `closed` one
    has no known next round.
    """

    needs: str
    hours: Estimate | None = None
    letters: int = 0
    odds: str | None = None
    window: str | None = None
    closed: bool = False
    as_of: str | None = None
    url: str | None = None


class Item(NamedTuple):
    """One thing to study or do. Estimates and hours logged are in seconds.

    `after` is the milestone that usually comes before it. `line` is the first and last
    line of the guide that it rests on. `changes` says what changed since the guide was
    written, `as_of` when that was looked up.
    The person records `state` (`done`, `skipped` or `dropped`), progress (`part` of
    `whole`), and the day of either (`state_day`).
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
    gate: Gate | None = None
    aka: tuple[str, ...] = ()
    state: str | None = None
    part: int | None = None
    whole: int | None = None
    state_day: date | None = None
    seconds: int = 0
    retired: bool = False

    @property
    def estimate(self) -> Estimate | None:
        """Low, likely and high seconds; None where the item has no estimate."""
        if self.low is None or self.likely is None or self.high is None:
            return None
        return self.low, self.likely, self.high

    @property
    def finishes(self) -> bool:
        """Whether it has an end: podcasts, newsletters, tools and habits have none."""
        return self.kind not in ENDLESS_KINDS

    @property
    def is_begun(self) -> bool:
        """Whether it has hours, a state or progress."""
        return self.seconds > 0 or self.state is not None or self.part is not None

    @property
    def status(self) -> str:
        """The status in JSON, where dropped items are `skipped` too.

        `planned`, `doing`, `done`, `skipped`, or `retired`: removed from the
        curriculum, and without a state.
        """
        if self.state:
            return "done" if self.state == "done" else "skipped"
        if self.retired:
            return "retired"
        return "doing" if self.is_begun else "planned"

    @property
    def shown_status(self) -> str:
        """One of `ITEM_STATUSES`: as `status`, but `dropped` apart from `skipped`."""
        return "dropped" if self.state == "dropped" else self.status

    @property
    def progress(self) -> float | None:
        """Progress from 0 to 1; None where none is recorded or the item has no end."""
        if not self.finishes:
            return None
        if self.state == "done":
            return 1.0
        if self.part is None or not self.whole:
            return None
        return self.part / self.whole


class ItemChange(NamedTuple):
    """An item before and after a command, and how its name was read.

    `typed` is the name as typed, `how` what it matched (as in `text.names.Choice`).
    """

    typed: str
    how: str
    before: Item
    after: Item


class Group(NamedTuple):
    """Items of which `choose` are enough; `prefer` are the guide's first choices."""

    slug: str
    title: str
    track: str
    choose: int
    items: tuple[str, ...]
    line: tuple[int, int] | None = None
    note: str | None = None
    prefer: tuple[str, ...] = ()


class OwnItem(NamedTuple):
    """An item that the person added; `hours` are low, likely and high seconds."""

    slug: str
    title: str
    kind: str
    track: str
    hours: Estimate | None = None
    url: str | None = None
    requires: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()


class OwnItemInput(NamedTuple):
    """What was typed for an own item; None was not typed. `hours` are low and high."""

    slug: str | None = None
    title: str | None = None
    track: str | None = None
    hours: tuple[int, int] | None = None
    url: str | None = None
    kind: str = "project"
    requires: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()
