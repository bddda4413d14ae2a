"""Settings as text and as JSON."""

from collections.abc import Sequence
from typing import TypedDict

from tracker.clock import LocalZone
from tracker.maintenance.rules.settings import Setting
from tracker.text.columns import wrap
from tracker.text.tables import table

# How the source of a zone is said; any other one is a place of this computer.
_SOURCES = {"TZ": "from TZ", "config": "as set by config zone"}


class ZoneData(TypedDict):
    """The zone in use, and where it was found."""

    name: str
    source: str


class SettingsData(TypedDict):
    """Where the database is, each setting or null, and the zone, if it is known."""

    database: str
    settings: dict[str, str | None]
    zone: ZoneData | None


def settings_data(
    place: str, zone: LocalZone | None, settings: Sequence[Setting]
) -> SettingsData:
    """The settings as JSON."""
    values = {setting.key: setting.value for setting in settings}
    return {"database": place, "settings": values, "zone": zone_data(zone)}


def zone_data(zone: LocalZone | None) -> ZoneData | None:
    """A zone as JSON; null where it is not known."""
    return {"name": zone.zone.key, "source": zone.source} if zone else None


def say_zone(zone: LocalZone | None) -> str:
    """`Europe/Berlin, from TZ`: the zone in use, and where it was found."""
    if zone is None:
        return "not known"
    source = _SOURCES.get(zone.source, f"this computer's ({zone.source})")
    return f"{zone.zone.key}, {source}"


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
