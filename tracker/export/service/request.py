"""One export as it was asked for, and as it is answered."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from sqlite3 import Connection
from typing import TYPE_CHECKING, Protocol

from tracker.database.settings import Settings
from tracker.export.output_file import Content
from tracker.export.render.reports import ExportReport
from tracker.export.rules.options import ExportOptions

if TYPE_CHECKING:  # exports without forecasts load no plans
    from tracker.plans.rules.forecasts import ForecastAnswer


class Retype(Protocol):
    """The command that was typed as one line, changed so that it prints its export."""

    def __call__(self, *added: str, without: Sequence[str] = (), kind: str = "") -> str:
        """It has `added` at its end, not the options `without`, and another `kind`."""


class OpenChecked(Protocol):
    """The database, once it is known to be whole.

    With `meanwhile` it is checked while it is read, and what was read must not leave
    before the database is closed: it raises what is wrong then.
    """

    def __call__(
        self, *, meanwhile: bool = False
    ) -> AbstractContextManager[Connection]:
        """Open it for reading."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One export, and what it may read.

    `database` is the path of the database: forms and budgets lie beside it. `open`
    opens it; files are read before. `remark` tells the person something on stderr.
    `retype` is the command that was typed, for a hint. `forecasts` were made for this
    export, None where nobody asked for any.
    """

    options: ExportOptions
    today: date
    settings: Settings
    database: str
    open: OpenChecked
    remark: Callable[[str], None]
    retype: Retype
    forecasts: "ForecastAnswer | None" = None


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A report to lay out, or a table as it is: a long one is made part by part.

    `summary` is added to "Wrote FILE: KIND".
    """

    report: ExportReport | Content
    summary: str = ""
