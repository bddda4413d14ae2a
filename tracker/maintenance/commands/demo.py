"""`demo`."""

import os
from pathlib import Path

from tracker.app import App
from tracker.clock import machine_zone, read_clock
from tracker.command import command
from tracker.maintenance.service.demo import make_demo
from tracker.maintenance.view.demo import demo_data, demo_text


@command("demo", examples="tracker demo")
def demo(app: App) -> None:
    """Make demo.db beside your database: a demo person's year, to explore.

    Your own database is neither read nor changed. A new demo replaces an earlier one,
    of which a backup stays if you changed it. Any other file named demo.db stays as it
    is.
    """
    zone = machine_zone(os.environ).zone  # the person's own zone is in their database
    place = Path(app.path).absolute().with_name("demo.db")
    kept = make_demo(place, read_clock(os.environ, zone), zone)
    if kept:
        app.remark(f"You had changed the earlier demo. It is kept as {kept}")
    app.file = str(place)
    app.show("demo", place, demo_data, demo_text)
