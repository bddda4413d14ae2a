"""The packet of a progress report, gathered from the other folders' stores."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from sqlite3 import Connection as Raw

from sqlalchemy import Connection

from tracker.database.bridge import raw
from tracker.database.settings import Settings
from tracker.export.rules.against import against
from tracker.export.rules.building import artefacts, under_way, unseen
from tracker.export.rules.packet import Hours, Progress, Standing, TrackHours
from tracker.export.rules.promises import promises
from tracker.export.rules.shares import by_share
from tracker.journal.store.clock import amount, changed_afterwards, first_day
from tracker.journal.store.overlaps import overlaps
from tracker.journal.store.spans import item_written
from tracker.journal.store.timer import recollected
from tracker.journal.store.totals import sums, totals
from tracker.outlook.rules import Plan, aim
from tracker.outlook.store import plans
from tracker.readiness.rules.judging import readiness
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.reading import facts, roles, skills
from tracker.words.periods import Period


def progress(db: Connection, period: Period, today: date, settings: Settings, *, redact: bool) -> Progress:
    """All facts of a report over `period`, as they stand today; notes are none of them, nor with `redact` reasons."""
    until = min(period.until or today, today)
    span, known = Period(period.since, until), facts(db)
    items, milestones = {i.slug: i for i in known.items}, {m.slug: m for m in known.milestones}
    titles = {skill.slug: skill.title for skill in skills(db)}
    visible = artefacts(known.results, known.ratings, milestones, items, titles, span)
    silent = unseen(known.results, milestones, items, span)
    days = [first_day(raw(db)), *(a.day for a in visible), *(u.day for u in silent)]
    going = [attempt for attempt in known.attempts if attempt.milestone not in known.dropped]
    worked_on = [line.key for line in totals(raw(db), span.since, until)]
    return Progress(
        as_of=today,
        since=period.since or min((day for day in days if day and day <= until), default=None),
        until=until,
        standing=_standing(db, known, titles, settings),
        artefacts=visible,
        unseen=silent,
        under_way=under_way(going, known.results, milestones, items, worked_on),
        plan=promises(_said(db, redact), _delivered(known), span),
        hours=_hours(raw(db), span, today, worked_on),
    )


def _standing(db: Connection, known: Facts, titles: Mapping[str, str], settings: Settings) -> Standing | None:
    target = aim(roles(db), settings.get("target"), settings.get("variant"))
    if target is None:
        return None
    return against(readiness(*target, known), titles, {m.slug: m.title for m in known.milestones})


def _said(db: Connection, redact: bool) -> list[Plan]:
    return [replace(plan, because="") if redact else plan for plan in plans(db)]


def _delivered(known: Facts) -> dict[str, date]:
    """When each milestone was first reached and each item finished; no slug is both."""
    finished = {item.slug: item.said for item in known.items if item.state == "done" and item.said}
    reached: dict[str, date] = {}
    for result in known.results:
        reached[result.milestone] = min(result.day, reached.get(result.milestone, result.day))
    return finished | reached


def _hours(db: Raw, span: Period, today: date, items: Sequence[str]) -> Hours:
    logged = amount(db, span.since, span.until)
    twice = overlaps(db, span.since, span.until)
    tracks = sums(db, "track", span.since, span.until, today)
    return Hours(
        seconds=logged.clock,
        overlap=logged.overlap,
        overlap_days=len(twice),
        sessions=logged.sessions,
        changed=changed_afterwards(db, span.since, span.until),
        by_track=tuple(TrackHours(line.key, line.title, line.seconds) for line in tracks),
        by_source=by_share(_written(db, span, items)),
        recollected=sum(r.seconds for r in recollected(db) if _inside(r.since, r.until, span)),
    )


def _inside(since: date, until: date, span: Period) -> bool:
    """Whether hours from memory lie wholly in a span: nobody could say which part of them did."""
    return (span.since is None or span.since <= since) and (span.until is None or until <= span.until)


def _written(db: Raw, span: Period, items: Sequence[str]) -> dict[str, int]:
    """Seconds by how they were written down, imported ones by the format they came from."""
    found: dict[str, int] = {}
    for item in items:
        for line in item_written(db, item, span.since, span.until):
            found[line.key] = found.get(line.key, 0) + line.seconds
    return found
