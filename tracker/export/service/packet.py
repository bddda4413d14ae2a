"""The packet of updates and applications, gathered from the other folders' stores."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from tracker.database.settings import Settings
from tracker.export.rules.artefacts import within
from tracker.export.rules.budget import Budget, redacted
from tracker.export.rules.packet import (
    Due,
    Finished,
    Foreseen,
    Graded,
    Packet,
    PacketNote,
    Person,
    Sent,
)
from tracker.export.rules.pledges import Application
from tracker.export.service.progress import build_progress, plans_said
from tracker.plans.rules.forecasts import KeptForecast
from tracker.plans.rules.plans import PlanStatus, given_up, plan_statuses, plans_ended
from tracker.plans.store.forecasts import kept_forecasts, track_record
from tracker.plans.store.notes import read_notes
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.facts import read_facts
from tracker.text.periods import Period

TAUGHT = frozenset({"course", "programme"})


def build_packet(
    db: Connection,
    sent: Sequence[Application],
    period: Period,
    today: date,
    settings: Settings,
    titles: Mapping[str, str],
    answers_to: Collection[str] | None,
    budget: Budget | None,
    *,
    redact: bool,
) -> Packet:
    """All facts that an update or a form may ask for. With `redact` it is made without notes and reasons.

    Private notes are never read into it; `titles` are those of funders by slug. Of what was promised with applications
    it has that to the funders `answers_to`, or (None) to all.
    """
    known, foretold = read_facts(db), kept_forecasts(db)
    said = plans_said(db, redact=redact)
    meant = plan_statuses(said, plans_ended(known, said), given_up(known))
    graded = track_record(db, known, today)
    promised = [
        each for each in sent if answers_to is None or each.funder in answers_to
    ]
    open_ = [plan for plan in meant if plan.state == "open"]
    return Packet(
        progress=build_progress(
            db, known, promised, period, today, settings, titles, redact=redact
        ),
        person=Person(*(settings.get(key) for key in ("name", "email", "links"))),
        finished=_finished(
            known, Period(period.since, min(period.until or today, today))
        ),
        notes=() if redact else _notes(db, period),
        due=_due(open_, known),
        forecasts=_latest(open_, foretold),
        graded=Graded(graded.due, graded.most),
        sent=tuple(
            Sent(a.funder, titles.get(a.funder, a.funder), a.day, a.asked) for a in sent
        ),
        budget=budget and (redacted(budget) if redact else budget),
    )


def _finished(known: Facts, period: Period) -> tuple[Finished, ...]:
    """Courses and programmes finished in a period, newest first."""
    found = (
        i
        for i in known.items
        if i.state == "done" and i.kind in TAUGHT and within(i.state_day, period)
    )
    return tuple(
        Finished(i.title, i.slug, i.state_day)
        for i in sorted(
            found, key=lambda i: (-(i.state_day or date.min).toordinal(), i.title)
        )
    )


def _notes(db: Connection, period: Period) -> tuple[PacketNote, ...]:
    return tuple(
        PacketNote(note.day, note.text, note.changed, note.decision)
        for note in read_notes(db)
        if (note.changed or note.decision)
        and not note.private
        and within(note.day, period)
    )


def _due(meant: list[PlanStatus], known: Facts) -> tuple[Due, ...]:
    criteria = {milestone.slug: milestone.criterion for milestone in known.milestones}
    return tuple(
        Due(plan.title, plan.subject, plan.due, criteria.get(plan.subject))
        for plan in meant
    )


def _latest(
    meant: list[PlanStatus], foretold: list[KeptForecast]
) -> tuple[Foreseen, ...]:
    latest = {each.subject: each for each in foretold}
    return tuple(
        Foreseen(plan.title, plan.subject, each.day, *each.most, each.pace)
        for plan in meant
        if (each := latest.get(plan.subject))
    )
