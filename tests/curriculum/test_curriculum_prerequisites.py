"""What an item requires, and when that is met."""

import pytest

from tracker.curriculum.rules.items import Group, Item
from tracker.curriculum.rules.prerequisites import find_needs, is_group_met

PPO = Item("ppo", "PPO", "replication", "replications", requires=("mit-1806",))
STRANG = Item("mit-1806", "Linear Algebra", "course", "math", group="linear")
AXLER = STRANG._replace(slug="ladr")
OTHER = STRANG._replace(slug="3b1b")
GROUP = Group("linear", "Linear algebra", "math", 1, ("mit-1806", "ladr", "3b1b"))


def _need(choose: int = 1, **states: str) -> tuple[str, tuple[str, ...]]:
    items = {
        i.slug: i._replace(state=states.get(i.slug.replace("-", "_")))
        for i in (PPO, STRANG, AXLER, OTHER)
    }
    group = GROUP._replace(choose=choose)
    (need,) = find_needs(items["ppo"], items, {"linear": group})
    return need.state, need.by


@pytest.mark.parametrize(
    ("states", "state", "by"),
    [
        ({}, "open", ()),
        ({"mit_1806": "done"}, "done", ("mit-1806",)),
        ({"mit_1806": "skipped"}, "skipped", ("mit-1806",)),
        ({"mit_1806": "dropped"}, "open", ()),
        ({"ladr": "done"}, "done", ("ladr",)),
        ({"ladr": "skipped"}, "skipped", ("ladr",)),
        ({"ladr": "dropped"}, "open", ()),
    ],
)
def test_met_by_itself_or_its_group(
    states: dict[str, str], state: str, by: tuple[str, ...]
) -> None:
    """A requirement is met by the item or its group, done or skipped, not dropped."""
    assert _need(**states) == (state, by)


def test_a_group_of_two() -> None:
    """Where two of a group are needed, one is not enough."""
    assert _need(2, ladr="done") == ("open", ())
    assert _need(2, ladr="done", **{"3b1b": "skipped"}) == ("done", ("ladr", "3b1b"))


def test_no_group() -> None:
    """An item without a group is met by itself alone."""
    lone = STRANG._replace(group=None)
    (need,) = find_needs(
        PPO,
        {"ppo": PPO, "mit-1806": lone, "ladr": AXLER._replace(state="done")},
        {"linear": GROUP},
    )

    assert (need.state, need.by, need.group) == ("open", (), None)


def test_group_met() -> None:
    """Done and skipped items of a group count."""
    items = {
        i.slug: i
        for i in (STRANG._replace(state="done"), AXLER._replace(state="dropped"), OTHER)
    }

    assert is_group_met(GROUP, items)
    assert not is_group_met(GROUP._replace(choose=2), items)
