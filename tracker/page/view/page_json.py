"""A page's facts as JSON: every number that it shows. Amounts are in seconds."""

from typing import Any

from tracker.page.rules.answer import PageAnswer
from tracker.plans.view.forecasts import forecast_data
from tracker.plans.view.plans import plans_data
from tracker.plans.view.week_json import week_data
from tracker.readiness.view.gaps_json import next_data
from tracker.readiness.view.ready_json import ready_data


def page_data(answer: PageAnswer) -> dict[str, Any]:
    """Each part as the command of its name answers it."""
    return {
        "today": answer.week.today.isoformat(),
        "week": week_data(answer.week),
        "ready": ready_data(answer.ready) if answer.ready else None,
        "next": next_data(answer.next),
        **plans_data(answer.plans),
        "forecast": forecast_data(answer.forecast) if answer.forecast else None,
    }
