"""The packet of an update or an application, with the budget that lies beside the database."""

from collections.abc import Mapping
from pathlib import Path

from tracker.app import App
from tracker.database.library import library
from tracker.export.commands.known import titles
from tracker.export.rules.asking import Asked
from tracker.export.rules.forms import Funder, of_one_giver
from tracker.export.rules.telling import Packet
from tracker.export.store.files import read_budget
from tracker.export.store.packet import packet


def packet_for(app: App, asked: Asked, form: Funder | None, known: Mapping[str, Funder]) -> Packet:
    """All facts for a form, or for nobody in particular. What was promised to one funder is not told to another."""
    budget = read_budget(Path(asked.budget) if asked.budget else None, app.path)
    answers_to = of_one_giver(form, known) if form else None
    with library(app) as db:
        return packet(db, asked.period, app.today, app.settings, titles(known), answers_to, budget, redact=asked.redact)
