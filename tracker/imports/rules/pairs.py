"""Pairs of new entries and of sessions that their log does not name any more."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from tracker.imports.rules.entries import ReadySession
from tracker.journal.rules.imported import ImportedSession


class Likeness(NamedTuple):
    """What an entry and a session in its place may have in common."""

    seconds: bool
    project: bool


# The closest first: an equal length tells more than an equal project.
_LIKENESSES = (
    Likeness(seconds=True, project=True),
    Likeness(seconds=True, project=False),
    Likeness(seconds=False, project=True),
    Likeness(seconds=False, project=False),
)


def pair_vanished(
    entries: Sequence[ReadySession], rows: Sequence[ImportedSession]
) -> dict[str, ImportedSession]:
    """The session that each entry was before, by the uid of the entry.

    Both are of one day, and of one start if they have one. A session with an id, and an
    entry with one, have no partner; none has two.
    """
    partners: dict[str, ImportedSession] = {}
    rest = [row for row in rows if row.entry_states is None]
    for likeness in _LIKENESSES:
        by_key: dict[Hashable, list[ImportedSession]] = defaultdict(list)
        for row in reversed(rest):
            place = (row.day, row.started_at)
            by_key[_key(likeness, place, row.seconds, row.project)].append(row)
        for entry in entries:
            part = entry.parts[0]
            place = (part.day, part.started_at)
            like = by_key[_key(likeness, place, entry.seconds, entry.project)]
            if like and not entry.has_id and entry.uid not in partners:
                partners[entry.uid] = like.pop()
        taken = {row.uid for row in partners.values()}
        rest = [row for row in rest if row.uid not in taken]
    return partners


def _key(
    likeness: Likeness, place: tuple[str, int | None], seconds: int, project: str
) -> Hashable:
    """What is equal for all entries and sessions that are so alike."""
    return (place, seconds * likeness.seconds, project * likeness.project)
