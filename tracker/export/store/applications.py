"""Applications that were sent, each with the plan of that day."""

import json
from collections.abc import Mapping
from sqlite3 import Connection

from tracker.database.rows import insert_row, named_rows
from tracker.database.values import day_to_text, stamp, text_to_day
from tracker.export.rules.applications import Application, FrozenPlan

_APPLICATIONS = "select * from application order by day, edited_at, id"
_NAMES = "select name, slug from item_aka join item on item.id = item_id"
_UIDS = "select slug, uid from item"


def read_applications(db: Connection) -> list[Application]:
    """All of them, earliest first; an item renamed since has its name of today."""
    slugs = _current_slugs(db)
    return [
        Application(
            funder=row["funder"],
            day=text_to_day(row["day"]),
            asked=row["asked"],
            file=row["file"],
            plan=_plan_from_json(row["plan"], slugs),
            is_report=bool(row["report"]),
            uid=row["uid"],
        )
        for row in named_rows(db, _APPLICATIONS)
    ]


def save_application(db: Connection, sent: Application, now_utc: int) -> None:
    """Add an application; `now_utc` is UTC seconds."""
    row = {
        **stamp(now_utc),
        "funder": sent.funder,
        "day": day_to_text(sent.day),
        "asked": sent.asked,
        "file": sent.file,
        "plan": _plan_to_json(sent.plan, _uids(db)),
        "report": int(sent.is_report),
    }
    insert_row(db, "application", row)


def _current_slugs(db: Connection) -> dict[str, str]:
    """The slug of each item by its uid, and by each name it has or had."""
    slugs: dict[str, str] = dict(db.execute(_NAMES).fetchall())
    for slug, uid in _uids(db).items():
        slugs |= {slug: slug, uid: slug}
    return slugs


def _uids(db: Connection) -> dict[str, str]:
    """The uid of each item by its slug."""
    return dict(db.execute(_UIDS).fetchall())


def _plan_to_json(plan: tuple[FrozenPlan, ...], uids: Mapping[str, str]) -> str:
    lines = [
        {
            "subject": line.subject,
            "uid": uids.get(line.subject),
            "title": line.title,
            "due": day_to_text(line.due),
            "said": day_to_text(line.said),
            "because": line.because,
        }
        for line in plan
    ]
    return json.dumps(lines, ensure_ascii=False)


def _plan_from_json(text: str, slugs: Mapping[str, str]) -> tuple[FrozenPlan, ...]:
    return tuple(
        FrozenPlan(
            subject=_current_slug(line, slugs),
            title=line["title"],
            due=text_to_day(line["due"]),
            said=text_to_day(line["said"]),
            because=line["because"],
        )
        for line in json.loads(text)
    )


def _current_slug(line: Mapping[str, str], slugs: Mapping[str, str]) -> str:
    """What a saved line is about, as it is called today.

    Undo can take the name away under which it was saved; its uid stays. Lines of
    earlier versions, and of items that a merge made one, have only the name.
    """
    subject = line["subject"]
    return slugs.get(line.get("uid") or "", slugs.get(subject, subject))
