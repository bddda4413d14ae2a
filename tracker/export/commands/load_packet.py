"""The packet of an update or an application, with the budget that lies beside the database."""

from collections.abc import Mapping
from pathlib import Path

from tracker.app import App
from tracker.database.library import library
from tracker.export.commands.funder_forms import known_forms, titles
from tracker.export.rules.forms import Funder, of_one_giver
from tracker.export.rules.options import ExportOptions
from tracker.export.rules.packet import Packet
from tracker.export.service.packet import build_packet
from tracker.export.store.applications import read_applications
from tracker.export.store.files import read_budget


def load_packet(
    app: App, asked: ExportOptions, form: Funder | None, known: Mapping[str, Funder]
) -> Packet:
    """All facts for a form, or for nobody in particular. What was promised to one funder is not told to another.

    Where no form is `known` yet, those that there are tell what a funder is called that something went out to.
    """
    budget = read_budget(Path(asked.budget) if asked.budget else None, app.path)
    answers_to = of_one_giver(form, known) if form else None
    with library(app) as db:
        sent = read_applications(db)
        named = titles(known or (known_forms(app) if sent else {}))
        return build_packet(
            db,
            sent,
            asked.period,
            app.today,
            app.settings,
            named,
            answers_to,
            budget,
            redact=asked.redact,
        )
