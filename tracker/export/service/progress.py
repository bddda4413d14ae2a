"""The packet of a progress report, gathered from the other folders' stores."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from sqlite3 import Connection as Raw

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection
from tracker.database.settings import Settings
from tracker.export.rules.artefacts import artefacts, under_way, unseen
from tracker.export.rules.hours import Hours
from tracker.export.rules.pledges import Application, pledge, unreasoned
from tracker.export.rules.progress import Progress, RoleStatus
from tracker.export.rules.promises import promises
from tracker.export.rules.role_status import role_status
from tracker.export.rules.shares import by_share
from tracker.export.rules.spans import by_track, spans
from tracker.export.rules.tasks import AGENT
from tracker.journal.store.breakdowns import hours_by_tags, track_days
from tracker.journal.store.clock_hours import first_day
from tracker.journal.store.overlaps import overlaps
from tracker.journal.store.timer import recollections
from tracker.journal.store.totals import items_worked_on
from tracker.plans.rules.plans import Plan, plans_ended
from tracker.plans.rules.week import target_role
from tracker.plans.store.plans import read_plans
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.facts import read_roles, read_skills
from tracker.text.periods import Period


def build_progress(
    db: Connection,
    known: Facts,
    sent: Sequence[Application],
    period: Period,
    today: date,
    settings: Settings,
    titles: Mapping[str, str],
    *,
    redact: bool,
) -> Progress:
    """All facts of a report over `period`, as they stand today, with what was promised with the applications `sent`.

    Notes are none of them. With `redact` it is made without reasons, and without what is said of the person's part,
    which may name others. `titles` are those of funders by slug; one without stands by its slug.
    """
    until = min(period.until or today, today)
    span = Period(period.since, until)
    items, milestones = (
        {i.slug: i for i in known.items},
        {m.slug: m for m in known.milestones},
    )
    named = {skill.slug: skill.title for skill in read_skills(db)}
    told = [
        replace(result, part=None) if redact else result for result in known.results
    ]
    visible = artefacts(told, known.ratings, milestones, items, named, span)
    silent = unseen(known.results, milestones, items, span)
    days = [
        first_day(raw_connection(db)),
        *(a.day for a in visible),
        *(u.day for u in silent),
    ]
    going = [
        attempt for attempt in known.attempts if attempt.milestone not in known.dropped
    ]
    said = plans_said(db, redact=redact)
    ended = plans_ended(known, said)
    out = [
        unreasoned(each) if redact else each
        for each in sent
        if each.plan and each.day <= until
    ]
    return Progress(
        as_of=today,
        since=period.since
        or min((day for day in days if day and day <= until), default=None),
        until=until,
        standing=_standing(db, known, named, settings),
        artefacts=visible,
        unseen=silent,
        under_way=under_way(
            going,
            known.results,
            milestones,
            items,
            items_worked_on(raw_connection(db), span.since, until),
        ),
        plan=promises(said, ended, span),
        hours=_hours(raw_connection(db), span, until, settings),
        pledges=tuple(
            pledge(each, titles.get(each.funder, each.funder), said, ended)
            for each in out
        ),
    )


def plans_said(db: Connection, *, redact: bool) -> list[Plan]:
    """All that was said of plans, oldest first; with `redact` without the reasons."""
    return [replace(plan, because="") if redact else plan for plan in read_plans(db)]


def _standing(
    db: Connection, known: Facts, titles: Mapping[str, str], settings: Settings
) -> RoleStatus | None:
    target = target_role(
        read_roles(db), settings.get("target"), settings.get("variant")
    )
    if target is None:
        return None
    return role_status(
        judge_readiness(*target, known),
        titles,
        {m.slug: m.title for m in known.milestones},
    )


def _hours(db: Raw, span: Period, until: date, settings: Settings) -> Hours:
    tagged = hours_by_tags(db, None, span.since, span.until)
    twice = {each.day: each.seconds for each in overlaps(db, span.since, span.until)}
    overlap = sum(twice.values())
    logged = track_days(db, span.since, span.until)
    written: dict[str, int] = defaultdict(int)
    for line in tagged:
        written[line.source] += line.seconds
    name, found = spans(logged, twice, span.since, until)
    return Hours(
        seconds=sum(line.seconds for line in tagged) - overlap,
        overlap=overlap,
        overlap_days=len(twice),
        sessions=sum(line.sessions for line in tagged),
        changed=sum(line.changed for line in tagged),
        by_track=by_track(logged),
        by_source=by_share(written),
        recollected=sum(
            r.seconds for r in recollections(db) if _inside(r.since, r.until, span)
        ),
        span=name,
        spans=found,
        agent=sum(line.seconds for line in tagged if AGENT in line.tags),
        pace=settings.pace,
    )


def _inside(since: date, until: date, span: Period) -> bool:
    """Whether hours from memory lie wholly in a span: nobody could say which part of them did."""
    return (span.since is None or span.since <= since) and (
        span.until is None or until <= span.until
    )
