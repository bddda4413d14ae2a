"""How the format and the days of an export are chosen."""

from datetime import date

import pytest

from tracker.errors import Unreadable
from tracker.export.rules.kinds import KINDS, choose_format, say_formats
from tracker.export.rules.options import (
    choose_days,
)
from tracker.text.periods import Period

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "form", "name", "as_json", "chosen"),
    [
        ("progress", None, "", False, "md"),
        ("sessions", None, "", False, "csv"),
        ("progress", None, "", True, "json"),
        ("progress", "txt", "", False, "txt"),
        ("progress", None, "report.TXT", False, "txt"),
        ("progress", "txt", "report.md", False, "txt"),
        ("progress", None, "report.draft", False, "md"),
        ("progress", None, "report", True, "md"),
        ("sessions", "json", "x.csv", True, "json"),
    ],
)
def test_how_the_format_is_chosen(
    kind: str, form: str | None, name: str, as_json: bool, chosen: str
) -> None:
    """--format wins, then the file's ending, then --json, then the kind's first."""
    assert chosen == choose_format(kind, form, name, as_json=as_json)


@pytest.mark.parametrize(
    ("kind", "form", "name", "as_json", "chosen"),
    [
        ("progress", None, "", False, "txt"),
        ("hours", None, "", False, "txt"),
        ("sessions", None, "", False, "csv"),
        ("progress", "md", "", False, "md"),
        ("progress", None, "report.draft", False, "md"),
        ("progress", None, "", True, "json"),
    ],
)
def test_a_terminal_gets_plain_text(
    kind: str, form: str | None, name: str, as_json: bool, chosen: str
) -> None:
    """On a terminal plain text is the default, but not for files and for sessions."""
    assert chosen == choose_format(kind, form, name, as_json=as_json, on_terminal=True)


@pytest.mark.parametrize(
    ("kind", "form", "name", "as_json"),
    [
        ("progress", "csv", "", False),
        ("sessions", None, "a.pdf", False),
        ("progress", "pdf", "", False),
        ("progress", "md", "", True),
    ],
)
def test_a_format_that_does_not_fit_is_refused(
    kind: str, form: str | None, name: str, as_json: bool
) -> None:
    """Refused: a format of another kind, PDF without a file, --json with another."""
    with pytest.raises(Unreadable):
        choose_format(kind, form, name, as_json=as_json)


def test_the_format_offered_fits_json() -> None:
    """With --json, the format offered for an unknown one is JSON: no other is printed."""
    with pytest.raises(Unreadable) as caught:
        choose_format("sessions", "foo", "", as_json=True)

    assert caught.value.added == (("--format", "json"),)


def test_all_days_by_default() -> None:
    """An export covers everything, a period, or the days between two."""
    march = Period(date(2026, 3, 1), date(2026, 3, 31))

    assert Period(None, None) == choose_days(None, None, None, TODAY)
    assert march == choose_days(None, None, march, TODAY)
    assert Period(date(2026, 3, 1), None) == choose_days(
        date(2026, 3, 1), None, None, TODAY
    )


@pytest.mark.parametrize(
    ("since", "until", "period"),
    [
        (date(2026, 3, 1), None, Period(None, None)),
        (date(2026, 3, 2), date(2026, 3, 1), None),
        (date(2026, 11, 24), None, None),
    ],
)
def test_contradictory_days_are_refused(
    since: date | None, until: date | None, period: Period | None
) -> None:
    """Two periods, a reversed one and a future one are refused."""
    with pytest.raises(Unreadable):
        choose_days(since, until, period, TODAY)


def test_the_help_names_every_format() -> None:
    """The help of --format is built from the formats of each kind."""
    assert say_formats() == (
        "txt (default on a terminal), md (else), html, pdf, docx, json; "
        "hours: also csv; sessions: csv or json; plan: ics or json."
    )
    assert {form for forms in KINDS.values() for form in forms} == {
        "md",
        "txt",
        "html",
        "pdf",
        "docx",
        "json",
        "csv",
        "ics",
    }
