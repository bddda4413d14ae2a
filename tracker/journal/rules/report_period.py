"""Which days a report is asked for."""

from collections.abc import Sequence
from datetime import date

from tracker.errors import Unreadable
from tracker.text.periods import Period, month_of, week_of, year_of

_HINT = "Type one of --week, --month, --year, --all, --period, or --since and --until."


def chosen_period(
    spans: Sequence[str],
    since: date | None,
    until: date | None,
    period: Period | None,
    today: date,
) -> Period:
    """The one period asked for, `spans` being names of some (`week`, `month`, `year`, `all`); this week where none is.

    Raises Unreadable for two periods, and for one that ends before it begins.
    """
    between = Period(since, until) if since or until else None
    if len(spans) + sum(asked is not None for asked in (between, period)) > 1:
        raise Unreadable("That names more than one period.", _HINT)
    if since and until and since > until:
        raise Unreadable(
            f"{since} to {until} ends before it begins.",
            "Type the earlier day as --since.",
        )
    if between or period:
        return between or period or Period(None, None)
    span = spans[0] if spans else "week"
    known = {"month": month_of, "year": year_of, "week": week_of}
    return Period(None, None) if span == "all" else known[span](today)
