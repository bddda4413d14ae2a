"""The first day of an update: the day on which the last one was sent, or the application."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tracker.export.rules.applications import Application
from tracker.export.rules.forms import Funder
from tracker.export.rules.report_start import find_report_start, report_forms

TODAY = date(2026, 11, 23)


def form(
    slug: str, by: str, kind: str = "application", period: str | None = None
) -> Funder:
    return Funder(slug, slug, by, kind, "open", "2026", "a", "b", period=period)


FORMS = {
    each.slug: each
    for each in (
        form("a-grant", "A"),
        form("a-update", "A", "progress report"),
        form("a-end", "A", "progress report"),
        form("b-grant", "B"),
        form("b-week", "B", "progress report", "week"),
    )
}


def sent(funder: str, day: int) -> Application:
    is_report = FORMS[funder].is_report
    return Application(funder, date(2026, 10, day), None, None, (), is_report)


def start(applications: list[Application], slug: str | None) -> date | None:
    found = find_report_start(applications, FORMS, FORMS[slug] if slug else None, TODAY)
    return found.day if found else None


def test_it_begins_with_the_application() -> None:
    """Before any update, it begins on the day of the latest application to its reader."""
    applications = [sent("a-grant", 1), sent("a-grant", 5), sent("b-grant", 9)]

    assert start(applications, "a-grant") == date(2026, 10, 5)
    assert start(applications, "a-update") == date(2026, 10, 5)
    assert start(applications, None) == date(2026, 10, 9)
    assert start(applications[2:], "a-grant") is None


def test_it_begins_with_the_last_update() -> None:
    """It begins with the last update to its reader, also after a new application."""
    applications = [sent("a-grant", 1), sent("a-update", 5), sent("a-grant", 9)]

    assert start(applications, "a-grant") == date(2026, 10, 5)
    assert start(applications, "a-update") == date(2026, 10, 5)
    assert start(applications, "a-end") == date(2026, 10, 9)


def test_a_weekly_report_covers_a_week() -> None:
    """A weekly report begins with the last one; the first covers seven days with today."""
    assert start([sent("b-grant", 1)], "b-week") == date(2026, 11, 17)
    assert start([sent("b-week", 20)], "b-week") == date(2026, 10, 20)


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(FORMS)), st.integers(0, 60), st.booleans())
    ),
    st.sampled_from(sorted(FORMS)),
)
def test_it_begins_with_something_sent_to_its_reader(
    rows: list[tuple[str, int, bool]], slug: str
) -> None:
    """It never begins after today, nor with what went to somebody else."""
    applications = [
        Application(
            *(funder, TODAY + timedelta(days - 50), None, None, ()),
            is_report=FORMS[funder].is_report or is_report,
        )
        for funder, days, is_report in sorted(rows, key=lambda row: row[1])
    ]
    found = find_report_start(applications, FORMS, FORMS[slug], TODAY)

    past = [each for each in applications if each.day <= TODAY]
    mine = [each for each in past if FORMS[each.funder].by == FORMS[slug].by]
    if found is None:
        assert [each for each in mine if not each.is_report] == []
    elif found.sent:
        assert found.sent in mine
        assert found.day == found.sent.day <= TODAY
    else:
        assert (slug, found.day) == ("b-week", TODAY - timedelta(6))


def test_forms_for_reports() -> None:
    """The report forms of a funder are those that share its name."""
    reports = report_forms(FORMS["a-grant"], FORMS)

    assert [each.slug for each in reports] == ["a-update", "a-end"]


@pytest.fixture(name="applicant")
def _applicant(tracker: Tracker) -> Tracker:
    """Somebody with hours before and after an application to Manifund."""
    tracker.ok("log ppo 3h --on 2026-06-01", "2026-06-01T20:00")
    tracker.ok("log ppo 2h --on 2026-06-20", "2026-06-20T20:00")
    tracker.ok("applied manifund-project", "2026-06-20T21:00")
    tracker.ok("log ppo 4h --on 2026-07-01", "2026-07-01T20:00")
    tracker.now = "2026-07-02T12:00"
    return tracker


def test_the_day_of_sending_is_included(applicant: Tracker) -> None:
    """An update covers the day of the application; stderr says so, and how to get all."""
    output = applicant("export update --for manifund-project --format txt")

    assert output.err == (
        "From Sat 20 Jun 2026, when you applied to Manifund project (regular grant).\n"
        "All days:\n  tracker export update --for manifund-project --format txt --until today\n"
        "Manifund has forms for progress reports. To fill one in:\n"
        "  tracker export update --format txt --for manifund-final-report\n"
        "  tracker export update --format txt --for manifund-update\n"
    )
    assert "20 Jun to 2 Jul 2026." in output.out
    assert "Hours logged: 6.0 h" in output.out
    assert "Hours logged: 9.0 h" in applicant.ok(
        "export update --for manifund-project --until today --format txt"
    )
    assert "Hours logged: 5.0 h" in applicant.ok(
        "export update --for manifund-project --until 2026-06-30 --format txt"
    )


def test_an_update_sent_ends_the_period_before(applicant: Tracker) -> None:
    """After an update was sent the next one begins on its day."""
    assert applicant.ok("applied manifund-update", "2026-07-02T13:00").startswith(
        "Recorded: sent Manifund progress update, Thu 2 Jul. Undo: tracker undo\n"
    )

    output = applicant("export update --format txt", "2026-07-09T12:00")

    assert output.err == (
        "From Thu 2 Jul 2026, when you sent Manifund progress update.\n"
        "All days:\n  tracker export update --format txt --until today\n"
    )
    assert "2 Jul to 9 Jul 2026." in output.out


def test_a_report_on_a_form_of_an_application(applicant: Tracker) -> None:
    """With `--report` it is no application: the next update begins there, and says so."""
    tracker = applicant
    tracker.ok("plan ppo --by 2026-08-01")
    assert tracker.ok("applied manifund-project --report").startswith(
        "Recorded: sent the report to Manifund project (regular grant), Thu 2 Jul."
    )

    output = tracker(
        "export update --for manifund-project --format txt", "2026-07-09T12:00"
    )

    assert output.err.splitlines()[0] == (
        "From Thu 2 Jul 2026, when you sent the report to Manifund project (regular"
    )
    assert (
        "Promised in the report to Manifund project (regular grant) on 2 Jul 2026:"
        in output.out
    )
    kinds = [each["kind"] for each in tracker.json("applications")["applications"]]
    assert kinds == ["application", "report"]
    assert [line[7:] for line in tracker.ok("applications").splitlines()[:2]] == [
        "Sat 20 Jun: applied to Manifund project (regular grant)",
        "Thu 2 Jul: sent the report to Manifund project (regular grant)",
    ]
    history = tracker.ok("export application --for emergent-ventures --format json")
    assert '"is_report": true' not in history


def test_one_way_to_a_report(applicant: Tracker) -> None:
    """`update --for` a form of reports prints that form, as `application` does."""
    for form in ("md", "txt", "json"):
        update = applicant(f"export update --for manifund-update --format {form}")
        other = applicant(f"export application --for manifund-update --format {form}")
        assert update.out == other.out
    assert "Update for" not in update.out
    assert update.err.startswith(
        "From Sat 20 Jun 2026, when you applied to Manifund project (regular grant).\n"
        "All days:\n  tracker export update --for manifund-update --format json --until today\n"
    )
    assert other.err.startswith(
        "Manifund progress update is a progress report. Its command:\n"
        "  tracker export update --for manifund-update --format json\n"
    )


def test_an_application_covers_all_days(applicant: Tracker) -> None:
    """A form of an application covers all days, as does an update to somebody new."""
    for words in ("application --for manifund-project", "update --for taif"):
        output = applicant(f"export {words} --format txt")
        assert "Hours logged: 9.0 h" in output.out
        assert "From " not in output.err


def test_a_report_says_its_period(applicant: Tracker) -> None:
    """A report form has its days on a line of their own under the title."""
    text = applicant.ok("export update --for manifund-update --format txt")

    assert text.startswith("Manifund progress update\n20 Jun to 2 Jul 2026.\n")


def test_nothing_sent_is_remarked(tracker: Tracker) -> None:
    """A report on all days, since nothing was sent, says so and how to choose others."""
    report = tracker("export update --for manifund-update --redact")
    update = tracker("export update")

    assert report.err.split("\n")[1:4] == [
        "All days: you have recorded nothing sent to Manifund. Other days:",
        "  tracker export update --for manifund-update --redact --since DAY",
        "2 of 2 required questions are empty. To see them:",
    ]
    assert update.err == (
        "All days: you have recorded nothing sent. Other days:\n"
        "  tracker export update --since DAY\n"
    )


def test_a_letter_begins_no_period(tracker: Tracker) -> None:
    """All days begin with the first session or work, not with an older letter."""
    tracker.ok("log ppo 1h --on 2026-03-10")
    tracker.ok(
        "rate software-engineering strong --by 'Ann Lee' "
        "--evidence 'letter:Ann Lee, 3 Nov 2025'"
    )

    assert "\n10 Mar to 23 Nov 2026." in tracker.ok("export progress --format txt")
