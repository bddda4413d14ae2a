"""`applications`: the applications that were sent."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.export.service.applications import list_applications
from tracker.export.service.forms import read_forms, titles_of
from tracker.export.view.applications import applications_data, applications_text


@command("applications", examples="tracker applications\ntracker applications --json")
@pass_app
def applications(app: App) -> None:
    """List the applications you sent, with what you promised and what you delivered."""
    titles = titles_of(read_forms(app.path, app.remark))
    with library(app) as db:
        statuses = list_applications(db, titles)
    show = partial(applications_text, app.today)
    app.show("applications", statuses, applications_data, show)
