"""What a work is called where the person gave it no title: for a reader who knows none."""

from collections.abc import Sequence

from tracker.curriculum.rules.items import Item
from tracker.export.rules.subjects import Subjects

# Items of these kinds have a task as their title: `Train an MLP on MNIST`.
TASKS = frozenset({"exercise", "project", "reading-list", "habit"})


def title_of_work(
    item: str | None, milestones: Sequence[str], subjects: Subjects
) -> str:
    """The title of an item, or of a milestone without one (slugs, the latest first).

    An item whose title is a task has that of a milestone that only it leads to, which
    says what came of it. One with a limit is left out: its title tells of the hours.
    """
    reached = [subjects.milestones[slug] for slug in milestones]
    if item is None or item in reached[0].phase_items:
        return reached[0].title
    named = subjects.items[item]
    own = [each for each in reached if each.items == (item,) and not each.within]
    is_task = named.kind in TASKS or (named.kind == "replication" and not named.author)
    return own[0].title if own and is_task else title_of_item(named)


def title_of_item(item: Item) -> str:
    """`Practical Deep Learning for Coders, fast.ai`; a replication says of what.

    `Replication of Schulman et al. (2017): Proximal Policy Optimization Algorithms`.
    """
    author = item.author or ""
    if item.kind == "replication" and author and item.year:
        return f"Replication of {_cite(author)} ({item.year}): {item.title}"
    parts = author.split(", ")
    is_named = any(part.casefold() in item.title.casefold() for part in parts)
    if is_named:
        return item.title
    # `Jeremy Howard, fast.ai` ends with where they work, `Ann Lee, Bo Berg and Cy Day`
    # with a person.
    return f"{item.title}, {author if ' and ' in parts[-1] else parts[-1]}"


def _cite(author: str) -> str:
    """`John Schulman and others, OpenAI` as `Schulman et al.`; two by both names."""
    first, *others = author.split(", ")[0].split(" and ")
    surname = first.split()[-1]
    if " and others" in author:
        return f"{surname} et al."
    return " and ".join([surname, *(other.split()[-1] for other in others)])
