"""New short names: their letters, and those that mean something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Unreadable
from tracker.text.slugs import check_slug


@pytest.mark.parametrize(
    "slug", ["fastai", "ziegler-2019", "80000-hours", "3blue1brown", "a", "x" * 60]
)
def test_slugs(slug: str) -> None:
    """A slug is lower-case words of letters and digits, joined by dashes."""
    assert check_slug(slug) == slug


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("", "Type it like my-course."),
        ("Deep Learning", "Type it like deep-learning."),
        ("a_b", "Type it like a-b."),
        ("-a", "Type it like a."),
        ("a--b", "Type it like a-b."),
        ("a\n", "Type it like a."),
        ("last", "Type it like last-course."),
        ("90m", "Type it like 90m-course."),
        ("1h30", "Type it like 1h30-course."),
        ("2026", "Type it like 2026-course."),
        ("9am-11am", "Type it like 9am-11am-course."),
        ("5-12", "Type it like 5-12-course."),
        ("today", "Type it like today-course."),
        ("fri", "Type it like fri-course."),
        ("may", "Type it like may-course."),
        ("october", "Type it like october-course."),
        ("last-week", "Type it like last-week-course."),
        ("26th", "Type it like 26th-course."),
        ("log", "Type it like log-course."),
        ("x" * 61, "Type a shorter name."),
    ],
)
def test_refused_slugs(slug: str, hint: str) -> None:
    """Anything but a slug is refused with a slug, as is a slug with another meaning."""
    with pytest.raises(Unreadable) as caught:
        check_slug(slug, {"log"})

    assert caught.value.hint == hint


@given(st.text(max_size=70) | st.from_regex(r"[0-9]{1,4}( ?[ap]m)?( ?- ?[0-9]+)?"))
def test_offered_slugs(text: str) -> None:
    """The slug that is offered instead of a refused one is taken."""
    try:
        check_slug(text)
    except Unreadable as error:
        (offered,) = error.instead
        assert check_slug(str(offered)) == offered
