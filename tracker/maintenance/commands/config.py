"""`config`."""

from functools import partial

from tracker.app import App
from tracker.clock import LocalZone
from tracker.command import argument, command
from tracker.database.connect import translated
from tracker.database.settings import read_settings, write_setting
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.maintenance.rules.settings import (
    check_key,
    check_value,
    list_settings,
)
from tracker.maintenance.service.folders import find_old_folder
from tracker.maintenance.store.setting_names import find_named_value
from tracker.maintenance.view.settings import (
    say_zone,
    setting_text,
    settings_data,
    settings_text,
)


@command(
    "config",
    examples="""
    tracker config
    tracker config day-starts 04:00
    tracker config hours-a-week ""
    tracker config pictures ascii
    """,
    emptied=("value",),
)
@argument("key", required=False)
@argument("value", required=False)
def config(app: App, key: str | None, value: str | None) -> None:
    """Show your settings, or change one.

    With KEY, show that setting. With VALUE, change it; with "" clear it. The days of
    sessions already logged stay the same when you change day-starts or zone.
    tracker undo takes a change back.
    """
    if key:
        check_key(key)
    if key and value is not None:
        app.bears_faults = True
        _change(app, key, value)
    zone = _find_zone(app)
    with translated(app.path):  # without the clock, which needs a zone
        values = read_settings(app.open(write=False)).values
    settings = list_settings(values, say_zone(zone))
    data = partial(settings_data, app.path, zone)
    if key:
        shown = [setting for setting in settings if setting.key == key]
        app.show("config", shown, data, setting_text)
    else:
        for finding in find_old_folder(app.db_option):
            app.remark(finding.text)
        app.show("config", settings, data, partial(settings_text, app.path))


def _find_zone(app: App) -> LocalZone | None:
    """The zone in use; where it is not known, a remark says why and what to type."""
    try:
        return app.local_zone
    except Unreadable as fault:
        app.remark(f"{fault.message}\n{fault.hint}")
        return None


def _change(app: App, key: str, typed: str) -> None:
    checked = check_value(key, typed) if typed else None
    app.set_anew(key, checked)
    now_utc = instant_to_seconds(app.now)
    with app.journal(write=True) as db:
        value = find_named_value(db, key, checked) if checked else None
        write_setting(db, key, value, now_utc)
        if key == "target":  # a variant belongs to one role
            write_setting(db, "variant", None, now_utc)
