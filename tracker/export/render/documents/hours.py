"""Hours logged."""

from collections.abc import Iterator

from tracker.export.render.blocks import Para
from tracker.export.render.figures import round_hours, round_parts, say_shares
from tracker.export.render.phrases import counts
from tracker.export.render.phrases import hours as phrases
from tracker.export.rules.hours import Hours


def hours_title(hours: Hours) -> str:
    """The total, and beside it the hours from memory."""
    total = round_hours(hours.seconds)
    if not hours.recollected:
        return phrases.hours_logged(total)
    remembered = round_hours(hours.recollected)
    return phrases.hours_logged_and_remembered(total, remembered)


def hours_lines(hours: Hours) -> Iterator[Para]:
    """Hours by track and by source, changes, and overlaps."""
    if not hours.sessions:
        yield Para(phrases.NOTHING_LOGGED)
        return
    yield Para(phrases.by_track(_tracks(hours)))
    yield Para(phrases.recorded_by(_sources(hours)))
    notes = [_changes(hours), _overlaps(hours)]
    if hours.agent:
        notes.append(phrases.run_by_agent(round_hours(hours.agent)))
    yield Para(" ".join(notes))


def sessions_line(hours: Hours) -> Para:
    """The number of sessions and their total."""
    sessions = counts.sessions(hours.sessions)
    line = phrases.sessions_logged(sessions, round_hours(hours.seconds))
    if hours.agent:
        line = f"{line} {phrases.run_by_agent(round_hours(hours.agent))}"
    return Para(line)


def _tracks(hours: Hours) -> str:
    amounts = round_parts([track.seconds for track in hours.by_track])
    return ", ".join(
        phrases.track(track.title, amount)
        for track, amount in zip(hours.by_track, amounts, strict=True)
    )


def _sources(hours: Hours) -> str:
    amounts = round_parts([source.seconds for source in hours.by_source])
    return say_shares(hours.by_source, list(map(phrases.amount, amounts)))


def _changes(hours: Hours) -> str:
    sessions = counts.sessions(hours.sessions)
    if not hours.changed:
        return phrases.changed_none(sessions)
    # An import moved to another item leaves the same mark as an edit.
    return phrases.changed_or_moved(hours.changed, sessions)


def _overlaps(hours: Hours) -> str:
    if not hours.overlap:
        return phrases.NO_OVERLAPS
    return phrases.overlaps(round_hours(hours.overlap), counts.days(hours.overlap_days))
