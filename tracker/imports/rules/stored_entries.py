"""Entries of a log as they are here now, compared with what a file says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import state_of
from tracker.imports.rules.tags import tags_column
from tracker.journal.rules.imported import ImportedSession
from tracker.limits import DAY

# 1970-01-01 as a start is written: in seconds from the first day of the calendar.
_EPOCH = date(1970, 1, 1).toordinal() * DAY
# So many states of an entry are remembered.
MOST_STATES = 8


class Match(Enum):
    """What an entry is to a session here: the same, corrected, perhaps, or another."""

    SAME = "same"
    CORRECTED = "corrected"
    PERHAPS = "perhaps"
    OTHER = "other"


class SameLog(Enum):
    """Whether a file is the log that sessions came from, in a later edition.

    For sure, if it has others of their import; perhaps, if it has the same name.
    """

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


_OF_LOG = {
    SameLog.YES: Match.CORRECTED,
    SameLog.PERHAPS: Match.PERHAPS,
    SameLog.NO: Match.OTHER,
}


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """The sessions of one entry: the first, and those of later days by uid."""

    first: ImportedSession
    later: Mapping[str, ImportedSession]

    @property
    def seconds(self) -> int:
        """The seconds of all its days."""
        return self.first.seconds + sum(other.seconds for other in self.later.values())

    @property
    def states(self) -> list[str]:
        """The digests of what the log said of it, the latest first."""
        return (self.first.entry_states or "").split()

    @property
    def is_edited(self) -> bool:
        """Whether the person changed what it says, beside its item, after its import.

        Sessions imported up to revision 0001 have no digest: there any edit counts.
        """
        if not self.states:
            return bool(self.first.changed)
        return self.states[0] not in self._possible_states()

    def says(self, entry: ReadySession) -> bool:
        """Whether the sessions say what `entry` says.

        Their item is not compared, nor the day of timed ones: tracker chose both.
        """
        first, part = self.first, entry.parts[0]
        in_file = (part.started_at, entry.note, tags_column(entry.tags))
        if (first.started_at, first.note, first.tags) != in_file:
            return False
        if part.started_at is None and first.day != part.day:
            return False
        if self.seconds != entry.seconds:
            return False
        return bool(entry.item) or first.project == entry.project

    def is_like(self, entry: ReadySession) -> bool:
        """Whether the sessions say what `entry` of another file says.

        Its tags may be others, and its note may be on one line where commands had it.
        """
        notes = [" ".join(note.split()) for note in (self.first.note, entry.note)]
        copy = entry._replace(note=self.first.note, tags=self._tags)
        return notes[0] == notes[1] and self.says(copy)

    def _has_as_tag(self, entry: ReadySession) -> bool:
        """Whether the sessions have the project of `entry` as a tag, and no project.

        A column headed `Tag` was one of tags before it was one of projects.
        """
        tags = tags_column((entry.project,)).split()
        is_tag = bool(tags) and tags[0] in self._tags
        return is_tag and self.is_like(entry._replace(project=""))

    @property
    def _tags(self) -> tuple[str, ...]:
        return tuple(self.first.tags.split())

    def is_before_last(self, entry: ReadySession) -> bool:
        """Whether `entry` is what the log said before its last import.

        Its own `updated` decides, where the log has one; else the earlier digests.
        """
        last = self.first.entry_updated
        if entry.updated is not None and last is not None and entry.updated != last:
            return entry.updated < last
        return entry.state in self.states[1:]

    def states_with(self, state: str) -> str:
        """The column of digests after `state` was read."""
        others = [other for other in self.states if other != state]
        return " ".join([state, *others][:MOST_STATES])

    def match(self, entry: ReadySession, log: SameLog) -> Match:
        """What `entry` is to these sessions, if it has no key of its own here.

        Without an id, a session with the same start and project may have changed, or
        one without times that has the same day, project and note. An entry without a
        project belongs to its log.
        """
        if self.is_like(entry) or self._has_as_tag(entry):
            return Match.SAME
        is_alike = self.first.project == entry.project
        if entry.has_id or not is_alike or not (entry.project or log is not SameLog.NO):
            return Match.OTHER
        return Match.PERHAPS

    def match_of_id(self, entry: ReadySession, log: SameLog) -> Match:
        """The same where the log of these sessions gives them the short id of `entry`.

        Such an id may be another log's. So the day and the project decide, or all but
        the day; in the same log one of the two is enough.
        """
        if entry.state in self.states[:1] or self.says(entry):
            return Match.SAME
        first = self.first
        has_day = first.day == entry.parts[0].day
        has_project = first.project == entry.project
        is_named = bool(entry.project and has_project)
        is_moved = (first.note, self.seconds) == (entry.note, entry.seconds)
        if (has_day and has_project) or (is_named and entry.note and is_moved):
            return Match.CORRECTED
        return _OF_LOG[log] if has_day or is_named else Match.OTHER

    def is_answered(self, entry: ReadySession, rows: Sequence[ImportedSession]) -> bool:
        """Whether the person has logged `entry` as another session.

        `rows` are all sessions in its place.
        """
        return is_logged(entry, self.first.item_id, rows)

    def _possible_states(self) -> set[str]:
        """The digests of a log that says what the sessions say.

        A log writes a start in UTC, or in local time.
        """
        first = self.first
        starts: list[int | str] = [first.day]
        if first.started_at is not None:
            local = first.started_at + (first.utc_offset or 0)
            starts = [first.started_at, _EPOCH + local]
        return {
            state_of(start, self.seconds, project, first.note, first.tags)
            for start in starts
            for project in (first.project, "")
        }


def is_logged(
    entry: ReadySession, item_id: int, rows: Sequence[ImportedSession]
) -> bool:
    """Whether the person has logged `entry` on that item; `rows` are all in its place."""
    return any(
        row.batch_id is None
        and row.item_id == item_id
        and StoredEntry(row._replace(project=entry.project), {}).is_like(entry)
        for row in rows
    )
