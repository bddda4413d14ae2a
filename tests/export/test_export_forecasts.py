"""Forecasts in exports: none unless asked for, and then only new ones."""

import pytest

from tests.conftest import NOW, Tracker
from tests.plans.harness import MONDAY, WEEK, log_weeks

HEAD = "Forecasts (each range should hold 8 times in 10)"
KINDS = ("update", "application --for taif", "progress")


@pytest.fixture(name="planner")
def _planner(tracker: Tracker) -> Tracker:
    """Somebody with eleven weeks and a plan, forecast two weeks before its work began."""
    log_weeks(tracker, 11)
    tracker.ok("plan ppo --by 2027-03-31", "2026-11-09T14:30")
    tracker.ok("forecast ppo")
    tracker.ok("log ppo 20h", NOW)
    return tracker


@pytest.mark.parametrize("kind", KINDS)
def test_no_forecast_unless_asked_for(planner: Tracker, kind: str) -> None:
    """An export has neither a forecast nor a track record by itself."""
    assert "orecast" not in planner.ok(f"export {kind} --format txt")


@pytest.mark.parametrize("kind", KINDS[:2])
def test_a_stale_forecast_is_made_again(planner: Tracker, kind: str) -> None:
    """With --forecast it has the forecast that `tracker forecast` makes now, and no other."""
    text = planner.ok(f"export {kind} --format txt --forecast")
    (made,) = planner.json("forecast")["forecasts"]

    exported = planner.json(f"export {kind} --forecast")
    facts = exported.get("facts", exported)
    assert [
        (each["subject"], each["given"], each["early"], each["late"], each["pace"])
        for each in facts["forecasts"]
    ] == [("ppo", "2026-11-23", made["most"]["since"], made["most"]["until"], 36_000)]
    assert HEAD in text
    assert " ".join(text.split()).count("forecast on 23 Nov 2026 at 10.0 h a week") == 1
    assert "average of the last 11 weeks" in " ".join(text.split())


def test_an_exported_forecast_is_saved(planner: Tracker) -> None:
    """What was told to others is compared with the day on which it is done."""
    planner.ok("export update --forecast")

    assert planner.json("forecast ppo", "2026-11-24T12:00")["record"]["open"] == 2


def test_the_record_of_forecasts_is_told_with_a_new_one(planner: Tracker) -> None:
    """A new forecast stands with the track record that `tracker forecast` gives."""
    planner.ok("done ppo", "2026-12-28T12:00")
    log_weeks(planner, 6, until=MONDAY + 7 * WEEK)
    planner.ok("plan vae --by 2027-06-30", "2027-01-11T12:00")
    record = planner.json("forecast")["record"]
    sentence = (
        f"Forecast track record: {record['held']} of {record['given']} past forecasts held"
        " (expected: 8 in 10)."
    )

    assert record["given"]
    for kind in ("update", "application --for manifund-project --worksheet"):
        assert sentence in planner.ok(f"export {kind} --format txt --forecast")
        assert "track record" not in planner.ok(f"export {kind} --format txt")


def test_a_stated_pace_is_no_forecast(tracker: Tracker) -> None:
    """Below eight weeks nothing is forecast for others, also with a pace that was set."""
    log_weeks(tracker, 7)
    tracker.ok("plan ppo --by 2027-03-31", NOW)
    tracker.ok("config hours-a-week 12h")

    refused = tracker("export update --forecast")

    assert (refused.code, refused.out, refused.err) == (
        4,
        "",
        "A forecast needs 8 whole weeks of your log; it has 7.\n"
        "Leave the forecast out.\n  tracker export update\n",
    )
    tracker.ok("export update")


def test_progress_has_no_forecasts(planner: Tracker) -> None:
    """A report of progress says what is done, so it takes no --forecast."""
    refused = planner("export progress --forecast")

    assert refused.code == 2
    planner.ok(refused.err.strip().rpartition("tracker ")[2])
