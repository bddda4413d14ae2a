"""An update: what was produced, changed and decided since the last one."""

from tracker.app import App
from tracker.export.commands.gathering import packet_for
from tracker.export.commands.known import form_for, known_forms
from tracker.export.commands.making import Made
from tracker.export.render.documents.update import report
from tracker.export.rules.asking import Asked


def make(app: App, asked: Asked) -> Made:
    """The facts of the days asked for; for a funder, with what was promised to them."""
    known = known_forms(app, asked.funder) if asked.funder else {}
    form = form_for(asked, known)
    return Made(report(packet_for(app, asked, form, known), form))
