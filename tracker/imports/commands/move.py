"""move."""

from tracker.app import App
from tracker.command import argument, command
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.imports.service.move import move_sessions
from tracker.imports.view.move_report import move_data, move_text


@command("move", examples='tracker move "Deep learning" fastai')
@argument("project")
@argument("item")
def move(app: App, project: str, item: str) -> None:
    """Move sessions imported as PROJECT to ITEM.

    Later imports of PROJECT go there too. For sessions imported without a project,
    PROJECT is the slug of the item they are on; later imports without a project do not
    follow.
    """
    with library(app, write=True) as db:
        report = move_sessions(db, project, item, instant_to_seconds(app.now))
    app.show("move", report, move_data, move_text)
