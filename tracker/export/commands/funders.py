"""`funders`: the forms that an export can be for, and one of them with its questions."""

from tracker.app import App
from tracker.command import argument, command
from tracker.export.rules.forms import find_form
from tracker.export.service.forms import read_forms
from tracker.export.view.funder import funder_text
from tracker.export.view.funders import funders_data, funders_text


@command(
    "funders",
    examples="tracker funders\ntracker funders taif\ntracker funders taif --json",
)
@argument("funder", required=False)
def funders(app: App, funder: str | None) -> None:
    """List funders' forms, or show one form with its questions.

    A form shows its address, deadline, amount and limits, and when its questions were
    read: funders change them within months, so check the live form before you send
    anything. Your own forms go into a folder `funders` beside the database;
    seed/funders/README.md tells how to write one.
    """
    forms = read_forms(app.path, app.remark, funder)
    if funder is None:
        app.show("funders", tuple(forms.values()), funders_data, funders_text)
        return
    form = find_form(funder, forms)
    app.show("funders", (form,), funders_data, lambda _: funder_text(form))
