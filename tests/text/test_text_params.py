"""Parameter types: text becomes values, or an error of tracker; evidence and progress."""

import subprocess
import sys
from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from tracker.click_commands import HelpContext, to_click
from tracker.command import Kind, command, option
from tracker.errors import Unreadable
from tracker.text.evidence import EvidenceParam, parse_evidence
from tracker.text.fractions import parse_progress
from tracker.text.params import (
    AmountParam,
    DayParam,
    HoursParam,
    PeriodParam,
)
from tracker.text.periods import Period

BERLIN = ZoneInfo("Europe/Berlin")
APP = SimpleNamespace(
    today=date(2026, 11, 26),
    now=datetime(2026, 11, 26, 22, 4, tzinfo=BERLIN),
    zone=BERLIN,
    arguments=(),
)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (DayParam(), "fri", date(2026, 11, 20)),
        (DayParam(ahead=True), "fri", date(2026, 11, 27)),
        (AmountParam(), "1h30m", 5400),
        (
            PeriodParam(),
            "2026-11-20..today",
            Period(date(2026, 11, 20), date(2026, 11, 26)),
        ),
        (
            EvidenceParam(),
            "repo:https://example.org/x",
            ("repo", "https://example.org/x"),
        ),
        (HoursParam(), "5-12", (18000, 43200)),
    ],
)
def test_values(kind: Kind, text: str, value: object) -> None:
    """Text becomes a value by the app's clock."""
    assert kind.convert(text, APP) == value


@pytest.mark.parametrize(
    "kind",
    [
        DayParam(),
        AmountParam(),
        PeriodParam(),
        EvidenceParam(),
        HoursParam(),
    ],
)
def test_unreadable(kind: Kind) -> None:
    """Unreadable text raises an error."""
    with pytest.raises(Unreadable):
        kind.convert("nonsense", APP)


def test_help() -> None:
    """The help names what to type."""

    @command("log")
    @option("--on", kind=DayParam())
    @option("--evidence", kind=EvidenceParam())
    def log() -> None:
        """Log."""

    with HelpContext(to_click(log)) as context:
        text = to_click(log).get_help(context)

    assert "--on DAY" in text
    assert "--evidence KIND:WHERE" in text


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("repo:https://example.org/you/work", ("repo", "https://example.org/you/work")),
        ("Letter: from Ada, on request", ("letter", "from Ada, on request")),
        ("self", ("self", "")),
        ("self:", ("self", "")),
        ("self:I ran it", ("self", "I ran it")),
    ],
)
def test_evidence(text: str, evidence: tuple[str, str]) -> None:
    """Evidence is a kind and a place; `self` needs no place."""
    assert parse_evidence(text) == evidence


@pytest.mark.parametrize(
    "text", ["", "repo", "repo:", "repo:  ", "https://example.org", ":x", "blog:x"]
)
def test_refused_evidence(text: str) -> None:
    """An unknown kind and a missing place are refused; the hint shows the kinds."""
    with pytest.raises(Unreadable) as caught:
        parse_evidence(text)

    assert "certificate" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3/7", (3, 7)),
        ("0/7", (0, 7)),
        ("7/7", (7, 7)),
        ("3 of 7", (3, 7)),
        ("40%", (40, 100)),
        ("100 %", (100, 100)),
    ],
)
def test_progress(text: str, parts: tuple[int, int]) -> None:
    """Progress is parts of a total, or a percentage."""
    assert parse_progress(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9/7",
        "0/0",
        "3",
        "101%",
        "12.5%",
        "12,5%",
        "-1/7",
        "3/7/2",
        "a/b",
        "3/",
        "%",
    ],
)
def test_refused_progress(text: str) -> None:
    """More than the total, a total of zero and fractions of a percent are refused."""
    with pytest.raises(Unreadable) as caught:
        parse_progress(text)

    assert "3/7" in caught.value.hint


def test_nothing_slow_is_imported() -> None:
    """Everyday commands load neither dateutil nor SQLAlchemy, also to read a usual day."""
    script = (
        "import sys; from datetime import date; import tracker.text.params;"
        "import tracker.text.stretches, tracker.text.names;"
        "from tracker.text.days import parse_day;"
        "[parse_day(t, date(2026, 11, 26)) for t in ('fri', '2026-11-20', '2 days ago', '26th')];"
        "print(sorted({'dateutil', 'sqlalchemy', 'sqlite3'} & set(sys.modules)))"
    )
    got = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert got.stdout == "[]\n"
