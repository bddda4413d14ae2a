"""Hours logged. Rounded to a tenth, the parts of a line and of a table add up."""

from collections.abc import Iterator, Sequence

from tracker.export.render.blocks import Para, TableBlock
from tracker.export.render.figures import (
    round_hours,
    round_parts,
    say_shares,
    say_tenths,
)
from tracker.export.render.phrases import hours as phrases
from tracker.export.rules.hours import TENTH, Hours, build_hour_table
from tracker.text.amounts import round_to_unit, say_bound
from tracker.text.columns import count_noun


def hours_title(hours: Hours) -> str:
    """The total, an agent's hours apart, and beside it the hours from memory."""
    notes = _agent_parts(hours)
    if hours.recollected:
        remembered = TENTH * round_to_unit(hours.recollected, TENTH)
        notes.append(phrases.remembered(say_bound(remembered, remembered)))
    return phrases.hours_logged(_total(hours, notes))


def author_and_agent(hours: Hours) -> list[str]:
    """The hours of the author and those that an agent ran; they add up to the total."""
    return round_parts([hours.author, hours.agent])


def hours_lines(hours: Hours) -> Iterator[Para]:
    """Hours by track and by source, changes, and overlaps."""
    if not hours.sessions:
        yield Para(phrases.NOTHING_LOGGED)
        return
    yield tracks_line(hours)
    yield from record_lines(hours)


def tracks_line(hours: Hours) -> Para:
    """The hours of each track."""
    return Para(phrases.by_track(_tracks(hours)))


def record_lines(hours: Hours) -> Iterator[Para]:
    """How the hours were recorded: by source, then changes and overlaps."""
    yield Para(phrases.recorded_by(_sources(hours)))
    yield Para(f"{_changes(hours)} {_overlaps(hours)}")


def sessions_line(hours: Hours) -> Para:
    """The number of sessions and their total, an agent's hours apart."""
    total = _total(hours, _agent_parts(hours))
    return Para(phrases.sessions_logged(phrases.count_sessions(hours.sessions), total))


def span_table(hours: Hours, span: str, labels: Sequence[str]) -> TableBlock:
    """Hours by span (`Week`) and track with all their sums; a cell without is empty.

    Where tracks share time, a column takes it off.
    """
    table = build_hour_table(hours)
    titles = [track.title for track in hours.by_track]
    has_overlap = any(row[-2] for row in (*table.rows, table.totals))
    if has_overlap:
        titles.append(phrases.OVERLAP.capitalize())
    rows = []
    for label, (*parts, total) in zip(labels, table.rows, strict=True):
        cells = [say_tenths(part) if part else "" for part in parts[: len(titles)]]
        rows.append((label, *cells, say_tenths(total)))
    *parts, total = table.totals
    sums = map(say_tenths, (*parts[: len(titles)], total))
    rows.append((phrases.TOTAL, *sums))
    return TableBlock(
        head=(span.capitalize(), *map(phrases.in_hours, (*titles, phrases.TOTAL))),
        rows=tuple(rows),
        caption=phrases.hours_by(span),
        align="l" + "r" * (len(titles) + 1),
    )


def _total(hours: Hours, notes: Sequence[str]) -> str:
    total = phrases.amount(round_hours(hours.seconds))
    return phrases.total_of(total, "; ".join(notes)) if notes else total


def _agent_parts(hours: Hours) -> list[str]:
    """`318.5 h by the author, 4.7 h run by an agent`; nothing where no agent ran."""
    if not hours.agent:
        return []
    return [phrases.by_author_and_agent(*author_and_agent(hours))]


def _tracks(hours: Hours) -> str:
    *parts, overlap, _ = build_hour_table(hours).totals
    titles = [track.title for track in hours.by_track]
    if overlap:
        titles, parts = [*titles, phrases.OVERLAP], [*parts, overlap]
    return ", ".join(map(phrases.track, titles, map(say_tenths, parts)))


def _sources(hours: Hours) -> str:
    *amounts, overlap = _source_parts(hours)
    sources = say_shares(hours.by_source, list(map(phrases.amount, amounts)))
    if not hours.overlap:
        return sources
    return f"{sources}, {phrases.track(phrases.OVERLAP, overlap)}"


def _source_parts(hours: Hours) -> list[str]:
    """The hours by source, then the overlap less which they are the total."""
    seconds = [source.seconds for source in hours.by_source]
    return round_parts([*seconds, -hours.overlap])


def _changes(hours: Hours) -> str:
    sessions = phrases.count_sessions(hours.sessions)
    return say_edited(hours.changed, phrases.some_of(hours.changed, sessions))


def say_edited(changed: int, sessions: str) -> str:
    """How many sessions were edited; where any `changed`, some may have moved."""
    return (phrases.edited_or_moved if changed else phrases.edited)(sessions)


def _overlaps(hours: Hours) -> str:
    if not hours.overlap:
        return phrases.NO_OVERLAPS
    overlap = _source_parts(hours)[-1].removeprefix("-")
    return phrases.overlaps(overlap, count_noun(hours.overlap_days, "day"))
