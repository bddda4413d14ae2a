"""Applications that were sent, each with the plan of that day."""

import json

from sqlalchemy import Connection, insert, select

from tracker.database.schema.plans import application
from tracker.database.values import day_to_text, stamp, text_to_day
from tracker.export.rules.applications import Application, FrozenPlan


def read_applications(db: Connection) -> list[Application]:
    """All of them, earliest first."""
    query = select(application).order_by(
        application.c.day, application.c.edited_at, application.c.id
    )
    return [
        Application(
            funder=row["funder"],
            day=text_to_day(row["day"]),
            asked=row["asked"],
            file=row["file"],
            plan=_plan_from_json(row["plan"]),
            is_report=bool(row["report"]),
            uid=row["uid"],
        )
        for row in db.execute(query).mappings()
    ]


def save_application(db: Connection, sent: Application, now_utc: int) -> None:
    """Add an application; `now_utc` is UTC seconds."""
    row = {
        **stamp(now_utc),
        "funder": sent.funder,
        "day": day_to_text(sent.day),
        "asked": sent.asked,
        "file": sent.file,
        "plan": _plan_to_json(sent.plan),
        "report": int(sent.is_report),
    }
    db.execute(insert(application).values(**row))


def _plan_to_json(plan: tuple[FrozenPlan, ...]) -> str:
    lines = [
        {
            "subject": line.subject,
            "title": line.title,
            "due": day_to_text(line.due),
            "said": day_to_text(line.said),
            "because": line.because,
        }
        for line in plan
    ]
    return json.dumps(lines, ensure_ascii=False)


def _plan_from_json(text: str) -> tuple[FrozenPlan, ...]:
    return tuple(
        FrozenPlan(
            subject=line["subject"],
            title=line["title"],
            due=text_to_day(line["due"]),
            said=text_to_day(line["said"]),
            because=line["because"],
        )
        for line in json.loads(text)
    )
