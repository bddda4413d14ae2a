"""An item typed for a milestone, and a milestone typed for an item."""

import pytest

from tests.conftest import Output, Tracker


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            "reach mlp-on-mnist",
            "mlp-on-mnist is an item, not a milestone.\nIt leads to the milestone:\n"
            "  tracker reach mnist-mlp --with mlp-on-mnist\n",
        ),
        (
            "attempt typical-paper",
            "typical-paper is an item, not a milestone.\nIt leads to the milestone:\n"
            "  tracker attempt few-hundred-hour-replication --with typical-paper\n",
        ),
        (
            "attempt fast-ai --with ppo",
            "fastai is an item, not a milestone.\nIt leads to the milestone:\n"
            "  tracker attempt dl-practical-done --with ppo\n",
        ),
        (
            "reach ziegler-2019 --claimed 86%",
            "ziegler-2019 is an item, not a milestone.\nIt leads to the milestone:\n"
            "  tracker reach replication-done --with ziegler-2019 --claimed 86%\n",
        ),
        (
            "reach axrp",
            "axrp-podcast is an item, not a milestone.\n"
            "To mark an item as done: tracker done axrp-podcast\n",
        ),
    ],
)
def test_item_for_a_milestone(tracker: Tracker, words: str, error: str) -> None:
    """An item is called one, and the milestones that it leads to are offered."""
    tracker("items")

    assert tracker(words) == Output(3, "", error)
    tracker.ok(error.splitlines()[-1].partition("tracker ")[2])


def test_milestone_for_an_item(tracker: Tracker) -> None:
    """A milestone is called one; the items that lead to it are offered, one tried first."""
    tracker.ok("attempt few-hundred-hour-replication --with ziegler-2019")

    assert tracker("log few-hundred-hour-replication 1h") == Output(
        3,
        "",
        "few-hundred-hour-replication is a milestone, and hours are logged on an item.\n"
        "To see what it takes: tracker show few-hundred-hour-replication\n"
        "These items lead to it:\n  tracker log ziegler-2019 1h\n"
        "  tracker log typical-paper 1h\n",
    )
