"""Whatever was logged, printed parts add up to printed totals, and these are the report's."""

import csv
import json
import re
from datetime import date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.personas import empty_folder, run
from tests.export.walk import PART, plain_text, sums, tables
from tracker.export.rules.hours import TENTH
from tracker.export.rules.rounded_table import round_to_unit

FIRST, LAST = date(2026, 10, 1), date(2026, 11, 20)
NOW = "2026-11-20T23:50"
DAYS = st.dates(FIRST, LAST)
ITEMS = ("fastai", "ppo", "learnpython", "ziegler-2019", "3b1b-linear-algebra")
# A third were run by an agent; `pair-ann` decides nothing.
TAGS = st.sampled_from(["", "pair-ann", "agent"])
COLUMNS = "id,item,day,seconds,started_at,note,tags,source,logged_at,part_of"

# Item, start, seconds, tags; sessions of two days overlap often.
Session = tuple[str, datetime, int, str]
SESSIONS = st.lists(
    st.tuples(
        st.sampled_from(ITEMS),
        st.datetimes(datetime(2026, 11, 18), datetime(2026, 11, 19, 12))
        | st.datetimes(datetime(2026, 10, 1), datetime(2026, 11, 19, 12)),
        st.integers(1, 400) | st.integers(1, 40_000),
        TAGS,
    ),
    max_size=25,
)
# All on one day are less than 24 h.
LOGGED = st.lists(
    st.tuples(st.sampled_from(ITEMS), DAYS, st.integers(1, 350), TAGS), max_size=4
)


def record(sessions: list[Session], logged: list[tuple[str, date, int, str]]) -> None:
    """Log amounts of minutes on days, then import the sessions."""
    lines = [COLUMNS]
    for at, (item, start, seconds, tags) in enumerate(sessions):
        begin = f"{start:%Y-%m-%dT%H:%M:%S}+01:00"
        cells = (
            f"s{at:07}",
            item,
            start.date(),
            seconds,
            begin,
            "",
            tags,
            "live",
            begin,
        )
        lines.append(",".join(map(str, (*cells, ""))))
    for item, day, minutes, tags in logged:
        tag = f" +{tags}" if tags else ""
        run(f"log {item} {minutes}m --on {day}{tag}", NOW)
    Path("log.csv").write_text("\n".join(lines) + "\n")
    if sessions:
        run("import log.csv", NOW)


@settings(max_examples=20)
@given(sessions=SESSIONS, logged=LOGGED, days=st.none() | st.tuples(DAYS, DAYS))
def test_printed_parts_add_up(
    sessions: list[Session],
    logged: list[tuple[str, date, int, str]],
    days: tuple[date, date] | None,
) -> None:
    """Every line and table of hours adds up to the total, which is that of report."""
    period = f" --since {min(days)} --until {max(days)}" if days else ""
    words = f"export progress{period} --format"
    with empty_folder():
        record(sessions, logged)
        hours = json.loads(run(f"{words} json", NOW))["hours"]
        report = json.loads(run(f"report --json{period or ' --all'}", NOW))
        texts = {form: run(f"{words} {form}", NOW) for form in ("md", "txt", "html")}

    assert hours["seconds"] == report["seconds"] == hours["author"] + hours["agent"]
    tenths = round_to_unit(hours["seconds"], TENTH)
    lines = 2 + bool(hours["agent"]) if hours["sessions"] else 0
    for form, text in texts.items():
        printed = list(sums(text, form))
        assert len(printed) >= lines
        assert [sum(parts) for _, parts in printed] == [total for total, _ in printed]
        assert f"Hours logged: {tenths / 10:.1f} h" in plain_text(text, form)
    if hours["sessions"]:
        check_last_row(texts["html"], plain_text(texts["md"], "md"))


@settings(max_examples=20)
@given(sessions=SESSIONS, logged=LOGGED, item=st.none() | st.sampled_from(ITEMS))
def test_days_of_a_task_add_up(
    sessions: list[Session], logged: list[tuple[str, date, int, str]], item: str | None
) -> None:
    """The days of each part of a task add up to it, as seconds and as printed."""
    words = f"export hours --by day{f' --item {item}' if item else ''} --format"
    with empty_folder():
        record(sessions, logged)
        task = json.loads(run(f"{words} json", NOW))
        table, text = (run(f"{words} {form}", NOW) for form in ("csv", "md"))
    rows = list(csv.DictReader(table.splitlines()))

    for part in task["buckets"]:
        days = [day["parts"].get(part["name"], 0) for day in task["days"]]
        sources = [source["seconds"] for source in part["by_source"]]
        assert sum(days) == part["seconds"] == sum(sources) - part["overlap"]
        column = [int(row.get(f"{part['name']}_seconds", 0)) for row in rows]
        assert column == days
    printed = list(sums(text, "md"))
    assert [sum(parts) for _, parts in printed] == [total for total, _ in printed]
    assert bool(printed) == bool(task["days"])


def check_last_row(page: str, text: str) -> None:
    """The totals below the table of weeks are the figures of the line by track."""
    table = next(table for table in tables(page, "html") if table[0][0] == "Week")
    by_track = re.search(r"By track: (.*? h)\. ", text)
    assert by_track
    assert table[-1][1:-1] == PART.findall(by_track[1])
