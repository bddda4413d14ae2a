"""What a person recorded before their first hour: a target, work done, ratings."""

from typing import NamedTuple

from tracker.readiness.rules.records import Facts, Role


class FirstRecord(NamedTuple):
    """The title of the `target`, and what is recorded of items, milestones and skills.

    `done` and `in_progress` are slugs; each of `ratings` is a skill with the level that
    the person gave it, such as `python moderate`. `recalled` are seconds from memory.
    """

    target: str | None = None
    done: tuple[str, ...] = ()
    in_progress: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    recalled: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded."""
        return self == FirstRecord()


NO_RECORD = FirstRecord()


def first_record(facts: Facts, target: Role | None, recalled: int) -> FirstRecord:
    """What is recorded, milestones before items."""
    reached = [result.milestone for result in facts.results]
    done = [item.slug for item in facts.items if item.state == "done"]
    tried = [each.milestone for each in facts.attempts if not each.dropped]
    begun = [item.slug for item in facts.items if item.status == "doing"]
    own = [rating for rating in facts.ratings if not rating.rater]
    return FirstRecord(
        target=target.title if target else None,
        done=tuple(dict.fromkeys([*reached, *done])),
        in_progress=tuple(slug for slug in (*tried, *begun) if slug not in reached),
        ratings=tuple(f"{rating.skill} {rating.level}" for rating in own),
        recalled=recalled,
    )
