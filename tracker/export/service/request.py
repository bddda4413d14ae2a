"""One export as it was asked for, and as it is answered."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from tracker.database.settings import Settings
from tracker.export.render.reports import ExportReport
from tracker.export.rules.options import ExportOptions

if TYPE_CHECKING:  # exports without forecasts load no plans
    from tracker.plans.rules.forecasts import ForecastAnswer


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One export, and what it may read.

    `database` is the path of the database: forms and budgets lie beside it. `open`
    opens it; files are read before. `remark` tells the person something on stderr.
    `forecasts` were made for this export, None where nobody asked for any.
    """

    options: ExportOptions
    today: date
    settings: Settings
    database: str
    open: Callable[[], AbstractContextManager[Connection]]
    remark: Callable[[str], None]
    forecasts: "ForecastAnswer | None" = None


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A report to lay out, or a table as it is.

    `summary` is added to "Wrote FILE: KIND"; `remarks` are for the person, on stderr.
    """

    report: ExportReport | str | bytes
    remarks: tuple[str, ...] = ()
    summary: str = ""
