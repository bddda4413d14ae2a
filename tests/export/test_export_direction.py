"""Text from right to left is isolated from what stands around it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.personas import empty_folder, run
from tracker.export.render.direction import isolate

SEEN = "2026-07-01T20:00"
# Letters of both directions, digits and signs.
TEXTS = st.text(st.sampled_from("abc שלום محاذاة 0123 :;,.()%-"))


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("Attention: 40%", "Attention: 40%"),
        ("שלום: 40%", "[שלום]: 40%"),
        ("Copy of محاذاة, 2 h", "Copy of [محاذاة], 2 h"),
        ("שלום, עולם (1 Jun 2026)", "[שלום, עולם] (1 Jun 2026)"),
        ("יש 5 ספרים", "[יש 5 ספרים]"),
        ("שלום and עולם", "[שלום] and [עולם]"),
        ("שלום: 40%, עולם: 50%", "[שלום]: 40%, [עולם]: 50%"),
    ],
)
def test_what_is_isolated(text: str, isolated: str) -> None:
    """Words from right to left with what is between them; not the figures after them."""
    assert isolate(text).replace("\u2068", "[").replace("\u2069", "]") == isolated


@given(text=TEXTS)
def test_nothing_is_lost(text: str) -> None:
    """Signs are added around each such word, and nothing else is changed."""
    isolated = isolate(text)

    assert re.sub("[\u2068\u2069]", "", isolated) == text
    outside = re.sub("\u2068[^\u2068\u2069]*\u2069", "", isolated)
    assert not re.search("[\u0590-\u08ff\u2068\u2069]", outside)


def test_a_page_isolates_titles() -> None:
    """On a page a title, a summary and a reason from right to left are isolated."""
    with empty_folder():
        run(["add", "x", "--title", "שלום עולם", "--track", "coding"], SEEN)
        run(["plan", "x", "--by", "2026-07-20", "--because", "סיבה: 40%"], SEEN)
        run(
            "reach transformer-in-pytorch --evidence repo:https://git.example/a "
            "--title שלום --summary 'Copy of محاذاة: 40%'",
            SEEN,
        )
        page = run("export progress --format html", SEEN)

    assert "<h3><span><bdi>שלום</bdi></span>" in page
    assert "Copy of <bdi>محاذاة</bdi>: 40%" in page
    assert "<bdi>שלום עולם</bdi></td>" in page
    assert "<bdi>סיבה</bdi>: 40%" in page
