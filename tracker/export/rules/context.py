"""What every part of an export is built with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tracker.database.settings import Settings
from tracker.export.rules.applications import Application, title_sent
from tracker.export.rules.forms import Funder
from tracker.text.periods import Period

if TYPE_CHECKING:  # exports without forecasts load no plans
    from tracker.plans.rules.forecasts import ForecastAnswer


@dataclass(frozen=True, slots=True)
class ExportContext:
    """The days, the person's settings, and the applications that an export reports on.

    `forms` are those of funders by slug. With `redact` it is without the person, their
    notes, reasons, part, summaries and own tags. Of what was promised, an export lists
    what was sent to its reader, whose slugs are in `promised_to`, and else nothing.
    Only a form that asks for the history of applications (`asks_history`) lists those
    to others. `forecasts` were made for this export, None where nobody asked for any.
    `only` are names of works as typed: it then lists these alone.
    """

    today: date
    period: Period
    redact: bool
    settings: Settings
    forms: Mapping[str, Funder] = field(default_factory=dict)
    applications: tuple[Application, ...] = ()
    promised_to: Collection[str] = ()
    asks_history: bool = False
    forecasts: "ForecastAnswer | None" = None
    only: tuple[str, ...] = ()

    @property
    def until(self) -> date:
        """The last day of the period, but never after today."""
        return min(self.period.until or self.today, self.today)

    @property
    def days(self) -> Period:
        """The period up to today at most."""
        return Period(self.period.since, self.until)

    def title_of(self, sent: Application) -> str:
        """What an application or a report is called."""
        return title_sent(sent, self.forms)
