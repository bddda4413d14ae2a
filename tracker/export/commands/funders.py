"""`funders`: the forms that an export can be for."""

from tracker.app import App, command, pass_app
from tracker.export.service.forms import read_forms
from tracker.export.view.funders import funders_data, funders_text


@command("funders", examples="tracker funders\ntracker funders --json")
@pass_app
def funders(app: App) -> None:
    """List funders' forms that tracker can fill in.

    Each form is correct as of its date only: check the live form before you send
    anything. Your own forms go into a folder `funders` beside the database;
    docs/export.md shows how to write one.
    """
    forms = read_forms(app.path, app.remark)
    app.show("funders", tuple(forms.values()), funders_data, funders_text)
