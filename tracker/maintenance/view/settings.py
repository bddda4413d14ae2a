"""Settings as text and as JSON."""

from collections.abc import Sequence
from typing import Any

from tracker.maintenance.rules.settings import Setting
from tracker.text.columns import wrap
from tracker.text.tables import table


def settings_data(place: str, settings: Sequence[Setting]) -> dict[str, Any]:
    """`{database, settings: {key: value or null}}`."""
    values = {setting.key: setting.value for setting in settings}
    return {"database": place, "settings": values}


def settings_text(place: str, settings: Sequence[Setting]) -> str:
    """Where the database is, then each setting; one without a value says what it is."""
    rows = [(s.key, s.value or f"-  {s.meaning}") for s in settings]
    return f"Database: {place}\n{table(rows, align='ll')}"


def setting_text(settings: Sequence[Setting]) -> str:
    """One setting, in a sentence or two."""
    (setting,) = settings
    if setting.value:
        return f"{setting.key} is {setting.value}."
    return wrap(f"{setting.key} is not set. It is {setting.meaning}.")
