"""demo: a database to look around in."""

import os
from pathlib import Path

from tracker.app import App, command, pass_app
from tracker.clock import machine_zone, read_clock
from tracker.database.values import instant_to_seconds
from tracker.maintenance import view
from tracker.maintenance.rules.demo_person import life_until
from tracker.maintenance.rules.demo_sessions import demo_evenings
from tracker.maintenance.service.demo import demand_free, make_demo


@command("demo", examples="tracker demo\ntracker --db ~/look/tracker.db demo")
@pass_app
def demo(app: App) -> None:
    """Make demo.db beside your database: a year of an invented person, ending today, to look around in.

    Yours is neither read nor written. An earlier demo is made anew; any other file of that name stays as it is.
    """
    zone = machine_zone(os.environ)  # not the person's own, which their database knows
    now = read_clock(os.environ, zone)
    place = Path(app.path).absolute().with_name("demo.db")
    demand_free(place)
    life = life_until(now.date())
    make_demo(
        place,
        life,
        demo_evenings(now.date(), life.breaks),
        zone,
        instant_to_seconds(now),
    )
    app.saved = True
    app.show("demo", place, view.demo_data, view.demo_text)
