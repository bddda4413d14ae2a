"""Maps of roads for tests: random ones, and stops and steps in one line each."""

from hypothesis import strategies as st

from tracker.choices import FOLDED_WEIGHT, MAP_STATES, STAGES
from tracker.readiness.rules.hours import Hours
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.records import Role
from tracker.readiness.rules.road_map import RoadMap, RoadStep, RoadStop, RoadTitles

HOUR = 3600
TRACKS = {
    name: name.title() for name in ("coding", "math", "papers", "views", "career")
}
# Where a stop stands: in a stage, or among what is only helpful.
PLACES = [(stage, "must") for stage in STAGES] + [(STAGES[0], FOLDED_WEIGHT)]


def hours(low: int, likely: int, high: int) -> Hours:
    """Hours as the seconds of a record."""
    return low * HOUR, likely * HOUR, high * HOUR


def stop(
    slug: str, track: str = "math", state: str = "open", **more: object
) -> RoadStop:
    """A required milestone of the first stage, with its slug as title."""
    told: dict[str, object] = {
        "stage": STAGES[0],
        "weight": "must",
        "requirements": (),
        "leads_to": (),
        "spent": 0,
        "hours": hours(2, 4, 8),
        **more,
    }
    title = slug.capitalize()
    return RoadStop(slug=slug, title=title, track=track, state=state, **told)  # type: ignore[arg-type]


def step(slug: str, state: str = "open", **more: object) -> RoadStep:
    """A step of mathematics, two to eight hours long, with its slug as title."""
    told: dict[str, object] = {
        "url": f"https://{slug}.example/",
        "spent": 0,
        "hours": hours(2, 4, 8),
        **more,
    }
    return RoadStep(slug, slug.capitalize(), track="math", state=state, **told)  # type: ignore[arg-type]


def road(*stops: RoadStop) -> RoadMap:
    """A road of stops to a role that asks for nothing."""
    readiness = Readiness(Role("guard", "Guard"), None, (), ())
    return RoadMap(readiness, stops, RoadTitles(TRACKS, {}))


@st.composite
def roads(draw: st.DrawFn) -> RoadMap:
    """Any road: each stop may need some of those above it on the map."""
    places = sorted(draw(st.lists(st.sampled_from(range(len(PLACES))), max_size=14)))
    stops: list[RoadStop] = []
    for number, place in enumerate(places):
        stage, weight = PLACES[place]
        above = [each.slug for each in stops]
        before = draw(st.sets(st.sampled_from(above), max_size=3)) if above else ()
        stops.append(
            stop(
                f"stop-{number}",
                draw(st.sampled_from(list(TRACKS))),
                draw(st.sampled_from(MAP_STATES)),
                stage=stage,
                weight=weight,
                after=tuple(before),
            )
        )
    return road(*stops)
