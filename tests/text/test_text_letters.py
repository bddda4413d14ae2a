"""Documents handed over: whether a text names their giver and a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.letters import names_giver_and_day

TODAY = date(2026, 11, 23)
NAMED = """
    Ann Lee, 3 Nov 2026
    Ann Lee 2026-11-03
    2026-11-03, Ann Lee
    Ann Lee, Nov 3, 2026
    Ann Lee, November 3rd 2026
    Ann Lee (3rd of November, 2026)
    Ann Lee, 3-Nov-2026
    Ann Lee, 3 sept 2026
    Ann Lee, 20261103
    Ann Lee, 2026/11/3
    Ann Lee, 3.11.2026
    Ann Lee, Tue 3 Nov 2026
    Ann Lee, 23 Nov 2026
    letter from Ann Lee, 3 Nov 2026
    Ann Lee, supervisor, 3 Nov 2026
    Ann Lee, professor at MIT, 3 Nov 2026
    Ann Lee (DeepMind), 3 Nov 2026
    Prof. Dr. Ann Lee, head of research, ETH Zurich, 3 Nov 2026
    Prof. Roe, 12 May 2026
    Dr Lee, 12 May 2026
    J. R. Smith, 3 Nov 2026
    Guido van Rossum - 3 Nov 2026
    Prof. O'Neill, 3 Nov 2026
    Will Smith, 3 Nov 2026
    May Jan-Berg, 3 Nov 2026
    University of Oslo, 3 Nov 2026
    The Alan Turing Institute, 3 Nov 2026
    Univ X, 3 Feb 2026
    Élodie Roux, 3 Nov 2026
    李明, 3 Nov 2026
"""
# Institutions of one word, which give certificates and no letters.
INSTITUTIONS = """
    BlueDot, 3 Nov 2026
    MIT, 3 Nov 2026
    Stanford, 2026-11-03
    deeplearning.ai, 3 Nov 2026
    fast.ai, 3 Nov 2026
"""
NOT_NAMED = """
    on-request
    on request
    Ann Lee
    Ann Lee, Nov 2026
    Ann Lee, 3 Nov
    Ann Lee, 2026
    Ann Lee, yesterday
    Ann Lee, 24 Nov 2026
    Ann Lee, 3 Nov 2027
    Ann Lee, 31 Feb 2026
    Ann Lee, 3 Novel 2026
    Ann Lee, 3 Nov 26
    Ann Lee, 12026-11-03
    3 Nov 2026
    Tuesday 3 Nov 2026
    my boss, 3 Nov 2026
    My Supervisor, 3 Nov 2026
    someone, 3 Nov 2026
    ann lee, 3 Nov 2026
    A, 3 Nov 2026
    Dr. X, 3 Nov 2026
    Received 3 Nov 2026
    letter.pdf, 3 Nov 2026
    Letter.pdf, 3 Nov 2026
    On request, 3 Nov 2026
    Available, 3 Nov 2026
    Confidential letter, 3 Nov 2026
    Signed PDF on my Desktop, 3 Nov 2026
    Nov 2026, 3 Nov 2026
    WhatsApp, 3 Nov 2026
    TBD, 3 Nov 2026
    Ann Lee, promised for 3 Nov 2026
    Ann Lee, coming soon, 3 Nov 2026
    Ann Lee will write it, 3 Nov 2026
    Ann Lee, on request, 3 Nov 2026
    Ann Lee, asked 3 Nov 2026
    Ann Lee said so, verbally, 3 Nov 2026
    Ann Lee, by mail, 3 Nov 2026
    Ann Lee, of, 3 Nov 2026
    Ann Lee, 3 Nov 2026, renewed 3 Nov 2027
    Not yet, 3 Nov 2026
    Not Yet, 3 Nov 2026
    Hope to get it, 3 Nov 2026
    Hopefully Soon, 3 Nov 2026
    Waiting for it since 3 Nov 2026
    Waiting For Ann Lee, 3 Nov 2026
    Waiting since 3 Nov 2026
    Top 5%, 3 Nov 2026
    Top Ten Percent, 3 Nov 2026
    Will follow, 3 Nov 2026
    Will Follow, 3 Nov 2026
    Will Ask Ann Lee, 3 Nov 2026
    Handed in, 3 Nov 2026
    Handed In, 3 Nov 2026
    Google Drive, 3 Nov 2026
    Google Docs, 3 Nov 2026
    Passed With Distinction, 3 Nov 2026
    Next Week, 3 Nov 2026
    In Progress, 3 Nov 2026
    To Be Written, 3 Nov 2026
    Ann Lee Will Write It, 3 Nov 2026
    Expected 3 Nov 2026
    Submitted, 3 Nov 2026
    The University, 3 Nov 2026
    Research Group, 3 Nov 2026
    Dr Prof, 3 Nov 2026
    Prof., 3 Nov 2026
"""


@pytest.mark.parametrize("text", [line.strip() for line in NAMED.strip().splitlines()])
def test_named(text: str) -> None:
    """A name, perhaps a role or an institution, and a whole day up to today."""
    assert names_giver_and_day(text, TODAY)
    assert names_giver_and_day(text, TODAY, kind="certificate")


@pytest.mark.parametrize(
    "text", [line.strip() for line in INSTITUTIONS.split("\n")[1:-1]]
)
def test_institutions(text: str) -> None:
    """One word names an institution, which gives a certificate, and no person."""
    assert names_giver_and_day(text, TODAY, kind="certificate")
    assert not names_giver_and_day(text, TODAY)


@pytest.mark.parametrize(
    "text", [line.strip() for line in NOT_NAMED.strip().splitlines()]
)
def test_not_named(text: str) -> None:
    """No giver, no whole day, a day to come, or anything but name, role and day."""
    assert not names_giver_and_day(text, TODAY)
    assert not names_giver_and_day(text, TODAY, kind="certificate")


@pytest.mark.parametrize(
    ("text", "giver", "is_named"),
    [
        ("3 Nov 2026", "Ann", True),
        ("3 Nov 2026", "Ann Lee", True),
        ("Ann Lee, 3 Nov 2026", "Ann Lee", True),
        ("supervisor, 3 Nov 2026", "Ann Lee", True),
        ("on request, 3 Nov 2026", "Ann Lee", False),
        ("not yet, 3 Nov 2026", "Ann Lee", False),
        ("3 Nov 2026", "my boss", False),
        ("by mail", "Ann Lee", False),
    ],
)
def test_giver_is_known(text: str, giver: str, is_named: bool) -> None:
    """Whoever is named beside a document needs no name in it, and nothing else counts."""
    assert names_giver_and_day(text, TODAY, giver=giver) is is_named


@pytest.mark.parametrize("first", ["Not", "Hope", "Waiting", "Soon", "Asked", "Later"])
@pytest.mark.parametrize("name", ["Ann Lee", "Prof. Roe", "University of Oslo"])
def test_no_function_word_beside_a_name(first: str, name: str) -> None:
    """A word such as `not`, however written and wherever it stands, refuses a name."""
    for word in (first, first.lower(), first.upper()):
        for text in (f"{word} {name}", f"{name} {word}", f"{name}, {word}"):
            assert not names_giver_and_day(f"{text}, 3 Nov 2026", TODAY)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Ann Lee, 3 Nov 2026", False),
        ("84% on the final, marked by Ann Lee, 3 Nov 2026", True),
        ("4.6 of 5 from University of Oslo, 3 Nov 2026", True),
        ("top-1 76.1%", False),
        ("top-1 76.1%, 3 Nov 2026", False),
        ("ResNet 76.1%, 3 Nov 2026", False),
        ("BLEU 27.3 by my laptop, 3 Nov 2026", False),
    ],
)
def test_figures(text: str, is_named: bool) -> None:
    """In the text of a figure the giver follows `by` or `from`: a model is no giver."""
    assert names_giver_and_day(text, TODAY, kind="metric") is is_named


@given(st.dates(date(1990, 1, 1), TODAY), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_any_day(day: date, until: date) -> None:
    """A day counts exactly if it is not after the day on which it was recorded."""
    for text in (
        f"Ann Lee, {day:%d %b %Y}",
        f"Ann Lee, {day}",
        f"{day:%B %d, %Y}: Ann Lee",
    ):
        assert names_giver_and_day(text, until) is (day <= until)


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    """Any text is judged; without a figure in it it never names a day."""
    if not any(sign.isdigit() for sign in text):
        assert not names_giver_and_day(text, TODAY)
