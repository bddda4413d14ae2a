"""The status of an item, from what is recorded of it and logged on it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.choices import ENDLESS_KINDS, ITEM_STATUSES
from tracker.curriculum.rules.checks import (
    check_item_reopenable,
    check_name_free,
    check_own,
    check_progress,
    with_likely,
)
from tracker.curriculum.rules.item_filter import filter_items
from tracker.curriculum.rules.items import Item
from tracker.errors import Refused

COURSE = Item(
    "fastai",
    "Practical Deep Learning for Coders",
    "course",
    "deep-learning",
    author="Jeremy Howard",
)
FEED = Item("import-ai", "Import AI", "newsletter", "ml-breadth")
ITEMS = st.builds(
    lambda kind, **drawn: Item("a", "A", kind, "math", **drawn),
    st.sampled_from(["course", "paper", *sorted(ENDLESS_KINDS)]),
    state=st.sampled_from([None, "done", "skipped", "dropped"]),
    part=st.sampled_from([None, 0, 3, 7]),
    whole=st.just(7),
    seconds=st.integers(0, 10**6),
    retired=st.booleans(),
)


@pytest.mark.parametrize(
    ("recorded", "status", "progress"),
    [
        ({}, "planned", None),
        ({"seconds": 60}, "doing", None),
        ({"part": 3, "whole": 7}, "doing", 3 / 7),
        ({"state": "done", "part": 3, "whole": 7}, "done", 1.0),
        ({"state": "skipped"}, "skipped", None),
        ({"state": "dropped", "seconds": 60}, "skipped", None),
        ({"retired": True}, "retired", None),
        ({"retired": True, "state": "done"}, "done", 1.0),
    ],
)
def test_status(recorded: dict[str, Any], status: str, progress: float | None) -> None:
    """Status and progress follow from state and hours; done stays done if retired."""
    item = COURSE._replace(**recorded)

    assert (item.status, item.progress) == (status, progress)


@given(ITEMS)
def test_progress_is_a_share(item: Item) -> None:
    """The status is a known one, and progress lies between 0 and 1."""
    assert item.status in ITEM_STATUSES
    assert item.progress is None or 0 <= item.progress <= 1


@given(ITEMS)
def test_endless_have_no_progress(item: Item) -> None:
    """An item that never finishes has no progress, even when it is done."""
    assert item.finishes or item.progress is None


def test_progress_of_a_feed() -> None:
    """Progress of a newsletter is refused."""
    with pytest.raises(Refused, match="import-ai is a newsletter: it never finishes"):
        check_progress(FEED)


def test_only_own_items_change() -> None:
    """Only an item that the person added can be changed."""
    with pytest.raises(Refused, match="fastai is part of the shipped curriculum"):
        check_own(COURSE)
    check_own(COURSE._replace(origin="own"))


def test_only_finished_items_reopen() -> None:
    """Only a done, skipped or dropped item can be reopened."""
    with pytest.raises(
        Refused, match="fastai is not started; only done, skipped or dropped items"
    ):
        check_item_reopenable(COURSE)
    check_item_reopenable(COURSE._replace(state="dropped"))


def test_name_in_use() -> None:
    """A name in use is refused, with what has it."""
    with pytest.raises(
        Refused, match="'fastai' is already the name of the item fastai"
    ):
        check_name_free("fastai", {"fastai": "the item fastai"})
    check_name_free("my-notes", {"fastai": "the item fastai"})


@pytest.mark.parametrize(
    ("taken", "name", "free"),
    [
        (["notes"], "notes", "my-notes"),
        (["my-notes"], "my-notes", "my-notes-2"),
        (["a", "my-a", "my-a-2"], "a", "my-a-3"),
    ],
)
def test_free_name(taken: list[str], name: str, free: str) -> None:
    """The refusal offers a free name, with one `my-` before it."""
    with pytest.raises(Refused) as refused:
        check_name_free(name, dict.fromkeys(taken, "the item notes"))
    assert refused.value.hint == f"Choose another name, for example {free}."


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_likely(low: int, more: int) -> None:
    """The likely hours of an own item lie between its low and its high estimate."""
    first, likely, last = with_likely((low, low + more))

    assert (first, last) == (low, low + more)
    assert low <= likely <= low + more


def test_filter() -> None:
    """Items are filtered by track, status, and a part of slug, title, author or alias."""
    called = COURSE._replace(
        slug="ng", title="A course", author="Andrew Ng", aka=("deep-ng",)
    )
    items = [COURSE, called, FEED, FEED._replace(slug="old", retired=True)]

    assert filter_items(items, None, None, None) == [COURSE, called, FEED]
    assert filter_items(items, "ml-breadth", None, None) == [FEED]
    assert [i.slug for i in filter_items(items, None, "retired", None)] == ["old"]
    assert filter_items(items, None, None, "HOWARD") == [COURSE]
    assert filter_items(items, None, None, "deep") == [COURSE, called]
