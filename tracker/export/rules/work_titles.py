"""What a work is called where the person gave it no title: for a reader who knows none."""

from collections.abc import Iterable, Sequence

from tracker.choices import TASK_KINDS
from tracker.curriculum.rules.items import Item
from tracker.export.rules.progress import Work
from tracker.export.rules.subjects import Subjects, is_vouched


def title_of_work(
    item: str | None, milestones: Sequence[str], subjects: Subjects
) -> str:
    """The title of an item, or of a milestone without one (slugs, the latest first).

    An item whose title is a task has that of a milestone that says what came of it,
    best one that only it leads to. A title that tells of hours says nothing of that,
    nor do letters: then its kind leads, `Project: Train a small GPT`.
    """
    reached = [subjects.milestones[slug] for slug in milestones]
    if item is None or item in reached[0].phase_items:
        return reached[0].title
    named = subjects.items[item]
    title = title_of_item(named)
    is_task = named.kind in TASK_KINDS or (
        named.kind == "replication" and not named.author
    )
    if not is_task or named.origin == "own":
        return title
    telling = [m for m in reached if "hour" not in m.title and not is_vouched(m)]
    telling.sort(key=lambda each: (each.items != (item,), each.within is not None))
    if telling and (named.kind != "replication" or telling[0].items == (item,)):
        return telling[0].title
    return f"{named.kind.replace('-', ' ').capitalize()}: {title}"


def title_of_plan(
    subject: str, title: str, works: Iterable[Work], subjects: Subjects
) -> str:
    """What a plan is called: as the work it is about, which `works` may have.

    A milestone that other items lead to keeps its `title`, and names its work too.
    """
    with_subject = [work for work in works if subject in (work.item, *work.milestones)]
    for work in with_subject:
        if work.key == subject:
            return work.title
    if subject in subjects.items:
        return title_of_item(subjects.items[subject])
    if len(with_subject) != 1:
        return title
    (work,) = with_subject
    if subjects.milestones[subject].items == (work.item,) or work.title == title:
        return work.title
    return f"{title}: {work.title}"


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
