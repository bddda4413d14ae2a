"""`applications`: the applications and reports that were sent."""

from functools import partial

from tracker.app import App
from tracker.command import command
from tracker.database.library import library
from tracker.export.service.applications import list_applications
from tracker.export.service.forms import read_forms
from tracker.export.view.applications import applications_text
from tracker.export.view.applications_json import applications_data


@command("applications", examples="tracker applications\ntracker applications --json")
def applications(app: App) -> None:
    """List applications and reports you sent, with what you promised and delivered."""
    forms = read_forms(app.path, app.remark)
    with library(app) as db:
        statuses = list_applications(db, forms, app.today)
    show = partial(applications_text, app.today)
    app.show("applications", statuses, applications_data, show)
