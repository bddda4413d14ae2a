"""Applications that went out, each with the plan as it stood, frozen."""

import json
from datetime import date

from sqlalchemy import Connection, insert, select

from tracker.database.schema.plans import application
from tracker.database.values import day_to_text, new_uid, text_to_day
from tracker.export.rules.pledges import Application, Frozen

_DAYS = ("due", "said")


def read_applications(db: Connection) -> list[Application]:
    """All of them, the earliest first."""
    chosen = select(application).order_by(
        application.c.day, application.c.edited_at, application.c.id
    )
    return [
        Application(
            row["funder"],
            text_to_day(row["day"]),
            row["asked"],
            row["file"],
            _plan_out(row["plan"]),
        )
        for row in db.execute(chosen).mappings()
    ]


def save_application(db: Connection, new: Application, now: int) -> None:
    """Keep an application. `now` is UTC seconds."""
    told = {
        "funder": new.funder,
        "day": day_to_text(new.day),
        "asked": new.asked,
        "file": new.file,
    }
    db.execute(
        insert(application).values(
            uid=new_uid(), edited_at=now, plan=_plan_in(new.plan), **told
        )
    )


def _plan_in(plan: tuple[Frozen, ...]) -> str:
    lines = [
        {
            "subject": f.subject,
            "title": f.title,
            "due": day_to_text(f.due),
            "said": day_to_text(f.said),
            "because": f.because,
        }
        for f in plan
    ]
    return json.dumps(lines, ensure_ascii=False)


def _plan_out(text: str) -> tuple[Frozen, ...]:
    def thawed(line: dict[str, str]) -> Frozen:
        days: dict[str, date] = {name: text_to_day(line[name]) for name in _DAYS}
        return Frozen(
            line["subject"], line["title"], days["due"], days["said"], line["because"]
        )

    return tuple(thawed(line) for line in json.loads(text))
