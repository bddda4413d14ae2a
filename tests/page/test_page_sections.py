"""The sections of a page besides the calendar and the map: what each says, whole."""

import re
from datetime import date, timedelta
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tracker.page.view.range_picture import draw_range
from tracker.plans.rules.forecast_subject import Subject
from tracker.plans.rules.forecasts import Forecast, SavedForecast
from tracker.plans.rules.futures import TEN_YEARS

TODAY = date(2026, 11, 23)
# `<span class="whole">`, `</i>`: what is inside a line.
INLINE = re.compile(r"</?(?:span|i|bdi)\b[^>]*>")
# `x="12.5%"`, `width="3%"`: where a box or a text is.
PLACED = re.compile(r'<rect x="([\d.e-]+)%" [^>]*?width="([\d.e-]+)%"')
PPO = "Replication of Schulman et al. (2017): Proximal Policy Optimization Algorithms"
ZIEGLER = (
    "Replication of Ziegler et al. (2019): "
    "Fine-Tuning Language Models from Human Preferences"
)
DAYS = st.integers(0, 4000)


def _say(tracker: Tracker, section: str) -> list[str]:
    """What a section says outside its pictures, line by line."""
    html = tracker.ok("page -o -")
    body = html.split(f'<section id="{section}"', 1)[1].split("\n</section>", 1)[0]
    body = INLINE.sub("", body)
    body = re.sub(r"<svg.*?</svg>|<[^>]+>", "\n", f"<{body}", flags=re.DOTALL)
    lines = (" ".join(unescape(line).split()) for line in body.split("\n"))
    return [line for line in lines if line]


def test_a_plan_whose_day_has_passed(tracker: Tracker) -> None:
    """The command that moves it stands below it; the reason does not."""
    plan = 'plan fastai --by 2026-11-10 --because "my boss wants it"'
    tracker.ok(plan, now="2026-11-01T10:00")
    tracker.now = "2026-11-23T14:30"

    assert _say(tracker, "plans") == [
        "Plans",
        "Planned",
        "Practical Deep Learning for Coders",
        "Planned for 10 Nov 2026, which has passed; set 1 Nov 2026, not moved.",
        "To move it:",
        "tracker plan fastai --by 2026-12-21",
    ]


def test_hours_against_limits(tracker: Tracker) -> None:
    """An attempt says how much is left, one past its limit that it is over."""
    attempt = "attempt few-hundred-hour-replication --with {} --since 2026-11-01"
    for item in ("ziegler-2019", "ppo"):
        tracker.ok(attempt.format(item))
    tracker.ok("log ziegler-2019 9h --on 2026-11-01")
    for day in range(2, 23):
        tracker.ok(f"log ppo 20h --on 2026-11-{day:02}")

    lines = _say(tracker, "limits")

    assert lines[2:4] == [
        f"{PPO}: 420h00m of 200-400 h; over the limit",
        f"{ZIEGLER}: 9h00m of 200-400 h; 391 h left within the limit",
    ]
    assert tracker.json("page")["limits"] == [
        {
            "title": PPO,
            "spent": 420 * 3600,
            "low": 200 * 3600,
            "high": 400 * 3600,
            "left": 0,
        },
        {
            "title": ZIEGLER,
            "spent": 9 * 3600,
            "low": 200 * 3600,
            "high": 400 * 3600,
            "left": 391 * 3600,
        },
    ]


def test_readiness(tracker: Tracker) -> None:
    """Each required and expected line has its status and reason, as `ready` says."""
    tracker.ok("target research-contributor-empirical")
    tracker.ok("rate software-engineering strong")

    lines = _say(tracker, "readiness")
    packet = tracker.json("page")["ready"]

    assert packet == {
        key: value
        for key, value in tracker.json("ready").items()
        if key not in ("schema", "kind", "guide")
    }
    assert lines[:8] == [
        "Readiness",
        "Research contributor (empirical)",
        "Required",
        "0 of 4 shown, 1 claimed, 3 open.",
        "Software engineering, strong: claimed",
        "your rating, no letter yet",
        "Research taste, moderate: open",
        "nothing yet",
    ]
    assert lines[-4:] == [
        "nothing yet",
        "~ The guide does not say so; we infer it. "
        "^ The guide asks for it; the level is ours.",
        "All required lines of Software engineer are shown or claimed too:",
        "tracker ready software-engineer",
    ]


def test_hours_from_memory(tracker: Tracker) -> None:
    """They stand apart from the bars."""
    tracker.ok("log fastai 1h --on 2026-01-05")
    tracker.ok("recall fastai 60h --over 2026-03")

    assert _say(tracker, "hours")[:2] == [
        "Hours by week",
        "Plus about 60 h from memory, not counted.",
    ]


def test_an_empty_year(tracker: Tracker) -> None:
    """Hours of long ago make no picture of the last 52 weeks."""
    tracker.ok("log fastai 1h --on 2024-01-05")

    assert _say(tracker, "later")[:4] == [
        "What comes here later",
        "The last 52 weeks, hours by week",
        "As soon as you log your study:",
        "tracker log fastai 1h30m",
    ]


@given(st.lists(DAYS, min_size=4, max_size=4), st.none() | st.integers(-50, 4000))
def test_ranges_lie_in_their_picture(days: list[int], due: int | None) -> None:
    """No box begins left of the picture or ends right of it; beyond ten years is none."""
    most_start, half_start, half_end, most_end = (
        TODAY + timedelta(days=n) for n in sorted(days)
    )
    ranges = SavedForecast(
        "x", TODAY, half=(half_start, half_end), most=(most_start, most_end), pace=1
    )
    planned = None if due is None else TODAY + timedelta(days=due)
    subject = Subject("x", "X", (0, 0, 0), (), "")

    picture = draw_range(Forecast(subject, ranges, due=planned), TODAY)

    boxes = [(float(x), float(width)) for x, width in PLACED.findall(picture)]
    assert all(x >= 0 and x + width <= 100 for x, width in boxes)
    assert bool(picture) == ((most_end - TODAY).days < TEN_YEARS)
    is_planned = planned is not None and planned >= TODAY
    assert len(boxes) == (3 + is_planned if picture else 0)
