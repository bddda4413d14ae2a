"""Logs of other things than study are refused, with what they hold."""

from pathlib import Path

import pytest

from tests.conftest import Tracker

ACTIVITYWATCH = "2026-04-09T08:00:00.000000+00:00,1800.5,firefox,Video\n"
SCREEN = "what was on the screen"
OTHERS = {
    "activitywatch windows": (
        f"timestamp,duration,app,title\n{ACTIVITYWATCH}",
        f"{SCREEN} (ActivityWatch)",
    ),
    "activitywatch pages": (
        "timestamp,duration,url,title,audible,incognito,tabCount\n"
        "2026-04-09T08:00:00+00:00,60.5,https://example.org,Video,false,false,3\n",
        f"{SCREEN} (ActivityWatch)",
    ),
    "activitywatch away": (
        "timestamp,duration,status\n2026-04-09T08:00:00+00:00,1800.5,not-afk\n",
        f"{SCREEN} (ActivityWatch)",
    ),
    "activitywatch json": (
        '{"buckets": {"aw-watcher-window_host": {"id": "x", "events": []}}}',
        f"{SCREEN} (ActivityWatch)",
    ),
    "activitywatch events": (
        '[{"id":1,"timestamp":"2026-04-09T08:00:00+00:00","duration":12.3,'
        '"data":{"app":"firefox","title":"Video"}}]',
        f"{SCREEN} (ActivityWatch)",
    ),
    "rescuetime": (
        "Date,Time Spent (seconds),Number of People,Activity,Category,Productivity\n"
        "2026-04-09T00:00:00,3600,1,youtube.com,Video,-2\n",
        f"{SCREEN} (RescueTime)",
    ),
    "rescuetime by rank": (
        "Rank,Time Spent (seconds),Number of People,Activity\n1,3600,1,vim\n",
        f"{SCREEN} (RescueTime)",
    ),
    "manictime": (
        "Name,Start,End,Duration,Process\n"
        "Mail,2026-04-09 08:00:00,2026-04-09 08:30:00,0:30:00,mail.exe\n",
        f"{SCREEN} (ManicTime)",
    ),
    "phone": ("Date,App,Usage (minutes)\n2026-04-09,Video,95\n", SCREEN),
    "phone below a title": (
        'My phone\n\n"App name";"Screen time";"Date"\n"Video";"1:35";"2026-04-09"\n',
        SCREEN,
    ),
    "phone by package": (
        "Date,App Name,Package,Minutes,Hours\n2026-04-09,Video,org.x,95,1.58\n",
        SCREEN,
    ),
    "phone in Markdown": (
        "| Date | App | Usage |\n|---|---|---|\n| 2026-04-09 | Video | 1h 35m |\n",
        SCREEN,
    ),
    "phone in HTML": (
        "<table>\n<tr>\n<th>Date</th>\n<th>App</th>\n<th>Usage</th>\n</tr>\n"
        "<tr><td>2026-04-09</td><td>Video</td><td>1h 35m</td></tr></table>",
        SCREEN,
    ),
    "phone in columns": (
        "Date        App    Usage\n2026-04-09  Video  1h 35m\n",
        SCREEN,
    ),
    "phone in German": ("App;Nutzungsdauer;Datum\nVideo;1:35;2026-04-09\n", SCREEN),
    "phone by pickups": ("Date,Total,First Pickup\n2026-04-09,1h 35m,7:10\n", SCREEN),
    "knowledge of a phone": (
        "app,usage,start_time,end_time,device_id\n"
        "org.video,300,2026-04-09 08:00:00,2026-04-09 08:05:00,x\n",
        SCREEN,
    ),
    "anki": ("id,cid,usn,ease,ivl\n1,2,3,4,5\n", "answers to flash cards (Anki)"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_logs_are_refused(tracker: Tracker, tmp_path: Path, name: str) -> None:
    """Logs of a screen and of flash cards are refused, and nothing is imported."""
    text, content = OTHERS[name]
    place = tmp_path / "log"
    place.write_text(text, encoding="utf-8")

    output = tracker(["import", str(place), "--json"])

    assert (output.code, output.out) == (6, "")
    assert f"{place} holds {content}, not sessions of study." in output.err
    assert not tracker.db.exists()


@pytest.mark.parametrize(
    "text",
    [
        "Date,App,Minutes\n2026-04-09,Anki,30\n",
        "Date,Activity,Minutes\n2026-04-09,reading about app usage,30\n",
        "Date,Screen time (h),Minutes\n2026-04-09,5,30\n",
        "Date,Minutes,Note\n2026-04-09,30,push notifications\n",
        "# Notes on notifications, and pickups\n\n## 2026-04-09\n- 30m maths\n",
    ],
)
def test_similar_tables_are_read(tracker: Tracker, tmp_path: Path, text: str) -> None:
    """A person's own table may name an app, or have its screen time beside."""
    place = tmp_path / "log.csv"
    place.write_text(text, encoding="utf-8")

    assert tracker.json(["import", str(place)])["seconds"] == 1800


def test_columns_overrule_the_sign(tracker: Tracker, tmp_path: Path) -> None:
    """Whoever names the columns says that they are study."""
    place = tmp_path / "aw.csv"
    place.write_text(f"timestamp,duration,app,title\n{ACTIVITYWATCH}", encoding="utf-8")

    answer = tracker.json(
        ["import", str(place), "--columns", "start=timestamp,seconds=duration"]
    )

    assert answer["added"] == 1
