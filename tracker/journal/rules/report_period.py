"""Which days a report is about."""

from collections.abc import Sequence
from datetime import date

from tracker.errors import Unreadable
from tracker.text.periods import Period, month_of, week_of, year_of

_HINT = "Type one of --week, --month, --year, --all, --period, or --since and --until."
_PERIODS = {"month": month_of, "year": year_of, "week": week_of}
_ALL_TIME = Period(None, None)


def choose_period(
    spans: Sequence[str],
    since: date | None,
    until: date | None,
    period: Period | None,
    today: date,
) -> Period:
    """The one period asked for; this week where none is.

    `spans` are the flags given: `week`, `month`, `year`, `all`. Raises Unreadable for
    two periods, and for one that ends before it begins.
    """
    between = Period(since, until) if since or until else None
    if len(spans) + (between is not None) + (period is not None) > 1:
        options = [f"--{span}" for span in spans]
        options += ["--since --until"] if between else []
        options += ["--period"] if period else []
        others = [" ".join(set(options) - {option}) for option in options]
        raise Unreadable("Only one period fits in a report.", _HINT, without=others)
    if since and until and since > until:
        raise Unreadable(
            f"{since} to {until} ends before it begins.",
            "Type the earlier day first.",
            without=["--since --until"],
            added=[("--since", until.isoformat(), "--until", since.isoformat())],
        )
    if between or period:
        return between or period or _ALL_TIME
    span = spans[0] if spans else "week"
    return _ALL_TIME if span == "all" else _PERIODS[span](today)
