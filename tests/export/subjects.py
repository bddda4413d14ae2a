"""Two milestones and three items that results and attempts of tests are about."""

from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.export.rules.subjects import Subjects
from tracker.limits import HOUR
from tracker.milestones.rules.records import Milestone
from tracker.text.periods import Period

ALL = Period(None, None)
BOUND = (200 * HOUR, 400 * HOUR)
ITEMS = {
    "ppo": Item(
        "ppo", "PPO", "replication", "replications", low=1, high=2, origin="own"
    ),
    "gan": Item("gan", "GAN", "replication", "replications", origin="own"),
    "essay": Item("essay", "An essay", "article", "views"),
}
MILESTONES = {
    "long": Milestone(
        "long",
        "A long replication",
        within=BOUND,
        kinds=("repo", "post", "letter", "review"),
    ),
    "course": Milestone("course", "A course", kinds=("repo",)),
}

SUBJECTS = Subjects(ITEMS, MILESTONES, {})


def with_items(items: dict[str, Item]) -> Subjects:
    """The same milestones with other items."""
    return Subjects(items, MILESTONES, {})


def day(number: int) -> date:
    """A day of June 2026."""
    return date(2026, 6, number)
