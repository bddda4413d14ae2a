"""Works by name: what the person can type for each, and the one that is meant."""

from collections.abc import Collection, Iterable, Iterator

from tracker.errors import Refused
from tracker.export.rules.progress import Work
from tracker.export.rules.subjects import Subjects
from tracker.milestones.rules.role_milestones import reach_command
from tracker.text.names import Name, choose
from tracker.text.periods import Period, say_period


def find_work(typed: str, works: Iterable[Work], subjects: Subjects) -> Work:
    """The work that `typed` means: its item, a milestone reached, or part of a title.

    Raises NotFound or Ambiguous as `choose` does, and Refused where there is none.
    """
    by_key = {work.key: work for work in works}
    if not by_key:
        raise Refused(
            "Nothing is reached yet, so there is no work to name.",
            "To record a work: tracker reach MILESTONE --evidence repo:URL",
        )
    names = [name for work in by_key.values() for name in _names(work, subjects)]
    return by_key[choose(typed, names, "work").slug]


def _names(work: Work, subjects: Subjects) -> Iterator[Name]:
    yield Name(work.key, work.title)
    if work.item:
        item = subjects.items[work.item]
        yield Name(work.key, item.title, aka=item.aka, by=item.author or "")
    for slug in work.milestones:
        title = subjects.milestones[slug].title
        yield Name(work.key, title, own=(slug,))


def refuse_unreached(kind: str, slug: str, subjects: Subjects) -> Refused:
    """The error for an item or a milestone that nothing was reached with."""
    if kind == "milestone":
        command = reach_command(subjects.milestones[slug])
    else:
        item = subjects.items[slug]
        led_to = [each for each in subjects.milestones.values() if each.has_item(item)]
        named = [each for each in led_to if slug in each.items] or led_to
        command = f"tracker reach MILESTONE --with {slug}"
        if named:
            command = reach_command(named[0], slug)
    return Refused(
        f"{slug} has no result yet, so it is not among your works.",
        f"To record one:\n  {command}",
    )


def check_within(chosen: Iterable[Work], shown: Collection[str], days: Period) -> None:
    """Raises Refused for a work chosen by name whose key is not among those `shown`.

    It is not of these days, or only a letter can show it and there is none.
    """
    for work in chosen:
        if work.key in shown:
            continue
        if work.vouched and days == Period(None, days.until):
            raise Refused(
                f"Only others can confirm {work.key}, and it has no letter yet.",
                "To add one:\n  tracker reach "
                f"{work.milestones[0]} --evidence 'letter:NAME, DAY'",
            )
        if work.day:
            day = work.day.isoformat()
            raise Refused(
                f"The day of {work.key} is {day}, outside this period:"
                f" {say_period(days)}.",
                "Type a period with that day, or leave the work out.",
                without=["--since --until --period"],
                added=[("--since", day)],
            )
