"""skills."""

from tracker.app import App
from tracker.command import argument, command
from tracker.database.library import library
from tracker.readiness.service.skills import list_skills, read_skill
from tracker.readiness.view.skills import (
    skill_data,
    skill_text,
    skills_data,
    skills_text,
)


@command("skills", examples="tracker skills\ntracker skills python")
@argument("skill", required=False)
def skills(app: App, skill: str | None) -> None:
    """List your skills: the best level of each, how strong it is, and why.

    With SKILL, show what each level of it needs.
    """
    if skill is None:
        with library(app) as db:
            lines = list_skills(db, app.today)
        app.show("skills", lines, skills_data, skills_text)
        return
    with library(app) as db:
        line = read_skill(db, skill, app.today)
    app.show("skills", line, skill_data, skill_text)
