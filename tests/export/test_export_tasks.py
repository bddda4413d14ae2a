"""The hours of a time-boxed task, and its cap."""

import csv
from pathlib import Path

import pytest

from tracker.export.rules.tasks import bucket_of

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize(
    ("tags", "part"),
    [
        ((), "counted"),
        (("coding",), "counted"),
        (("not-counted", "reading"), "not-counted"),
        (("extra",), "extra"),
        (("agent", "extra", "not-counted"), "agent"),
        (("extra", "not-counted"), "not-counted"),
    ],
)
def test_the_part_is_by_tag(tags: tuple[str, ...], part: str) -> None:
    """A session counts unless a tag says otherwise; +agent decides first."""
    assert bucket_of(tags) == part


COMMANDS = (
    ("2026-11-20T18:00", "log ppo 8:00-12:00 +coding"),
    ("2026-11-20T18:00", "log ppo 9:00-17:00 +agent --overlap"),
    ("2026-11-20T18:00", "log ppo 11:00-13:00 +writing --overlap"),
    ("2026-11-21T09:00", "start ppo"),
    ("2026-11-21T10:30", "stop"),
    ("2026-11-22T18:00", "log ppo 45m +not-counted"),
    ("2026-11-22T18:00", "log ppo 30m +extra --on yesterday"),
    ("2026-11-22T18:00", "log fastai 3h"),
    ("2026-11-22T18:30", "edit last --amount 2h"),
)


@pytest.fixture(name="task")
def _task(tracker):
    """A task in three days."""
    for now, words in COMMANDS:
        tracker.ok(words, now)
    tracker.now = "2026-11-23T14:30"
    return tracker


def test_the_whole_table(task) -> None:
    """Each part has its hours, sources and tags."""
    assert task.ok("export hours --item ppo") == (EXPECTED / "hours.md").read_text(
        encoding="utf-8"
    )


def test_without_an_item(task) -> None:
    """The hours of all items are no hours of a task; shares under one percent say so."""
    task.ok("log ppo 5m --on 2026-11-20", "2026-11-25T10:00")

    text = task.ok("export hours --format txt")

    assert text.startswith("Hours\n20 Nov")
    assert "later 5m (under 1%)" in text


def test_the_table_as_csv(task) -> None:
    """As CSV there is a line for each part and source, and for what counts twice."""
    text = task.ok("export hours --item ppo --format csv")
    assert text == (
        "part,source,read_from,seconds,amount,part_on_clock\r\n"
        "counted,live,,5400,1h30m,23400\r\n"
        "counted,same-day,,21600,6h00m,23400\r\n"
        "counted,overlap,,-3600,-1h00m,23400\r\n"
        "not-counted,same-day,,2700,45m,2700\r\n"
        "extra,later,,1800,30m,1800\r\n"
        "agent,same-day,,28800,8h00m,28800\r\n"
    )


def test_own_tags_are_left_out_unless_asked_for(task) -> None:
    """Own tags may name somebody: only --tags shows them; common ones decide all the same."""
    plain, tagged = task.ok("export hours"), task.ok("export hours --tags --item ppo")

    assert [word for word in ("Tags", "coding", "writing") if word in plain] == []
    assert (
        "coding 4h00m, writing 2h00m, no other tag 1h30m, counted twice -1h00m"
        in tagged
    )
    assert [
        bucket["by_tags"] for bucket in task.json("export hours --item ppo")["buckets"]
    ] == [[], [], [], []]


def test_tags_cannot_be_left_out_and_shown(task) -> None:
    """--redact and --tags contradict each other (2)."""
    refused = task("export hours --tags --redact")

    assert (refused.code, refused.err) == (
        2,
        "--redact leaves your own tags out, and --tags shows them.\n"
        "Leave one of them out.\n"
        "  tracker export hours --tags\n"
        "  tracker export hours --redact\n",
    )


def test_the_parts_on_the_clock(task) -> None:
    """An overlap within a part counts once; an overlap with +agent does not matter."""
    answer = task.json("export hours --item ppo")

    assert [
        (b["name"], b["seconds"], b["overlap"], b["sessions"])
        for b in answer["buckets"]
    ] == [
        ("counted", 23400, 3600, 3),
        ("not-counted", 2700, 0, 1),
        ("extra", 1800, 0, 1),
        ("agent", 28800, 0, 1),
    ]
    assert (answer["counted"], answer["changed"], answer["cap"], answer["over"]) == (
        23400,
        0,
        None,
        0,
    )


def test_all_items(task) -> None:
    """Without an item, all items and changes are in the table."""
    answer = task.json("export hours")

    assert (answer["counted"], answer["changed"]) == (30600, 1)


@pytest.mark.parametrize(
    ("cap", "expected"),
    [
        ("7h", ""),
        ("6h30m", "Cap: 6h30m. Counted: 6h30m.\n"),
        ("6h", "Cap: 6h00m. Counted: 6h30m, 30m over. Nothing was cut.\n"),
    ],
)
def test_the_cap_warns_and_cuts_nothing(task, cap: str, expected: str) -> None:
    """From the cap on, stderr warns; the table is the same."""
    plain, capped = (
        task("export hours --item ppo"),
        task(f"export hours --item ppo --cap {cap}"),
    )

    assert capped.err == expected
    assert plain.out.splitlines()[:10] == capped.out.splitlines()[:10]


def test_a_funders_rules(task) -> None:
    """A form lends its cap and its rules, with its date."""
    text = task.ok("export hours --for mats-nanda-application --item ppo --format txt")

    assert "Cap: 20h00m. Counted: 6h30m." in text
    assert (
        "MATS 12.0 (Winter 2026-27), Neel Nanda's stream (as of 31 Aug 2026) counts\n"
        in text
    )
    assert "- breaks\n" in text


def test_a_form_without_rules_on_hours(task) -> None:
    """For a form without rules on hours the table is the same; stderr says so."""
    plain, answer = (
        task("export hours --item ppo"),
        task("export hours --item ppo --for taif"),
    )

    assert (answer.out, answer.err) == (
        plain.out,
        "The form of Transformative AI Fund does not say which hours count.\n",
    )


def test_an_unknown_item(task) -> None:
    """An item that is not there is refused (3)."""
    assert task("export hours --item no-such-item").code == 3


def test_the_table_of_a_demo_says_so(tracker, monkeypatch) -> None:
    """The CSV of a demo has a column `invented`; others have none."""
    tracker.ok("demo")
    monkeypatch.setenv("TRACKER_DB", str(tracker.db.with_name("demo.db")))

    head, *lines = tracker.ok("export hours --format csv").splitlines()

    assert head == "part,source,read_from,seconds,amount,part_on_clock,invented,person"
    assert lines
    assert all(",yes," in line for line in lines)
    assert ",demo," in tracker.ok("export sessions --redact").splitlines()[1]


def test_sources_have_the_same_names_in_both_tables(tracker, tmp_path) -> None:
    """A source of `export hours` is one of `export sessions`; an import names its format."""
    place = tmp_path / "log.csv"
    place.write_text("Project,Start,End\nPPO,2026-11-20 09:00,2026-11-20 10:00\n")
    tracker.ok(["import", str(place), "--zone", "UTC"], "2026-11-21T09:00")
    tracker.ok("log ppo 1h --on 2026-11-20", "2026-11-21T09:00")

    hours, sessions = (
        list(csv.DictReader(tracker.ok(f"export {kind} --format csv").splitlines()))
        for kind in ("hours", "sessions")
    )

    assert [(row["source"], row["read_from"]) for row in hours] == [
        ("imported", "csv"),
        ("later", ""),
    ]
    assert sorted(row["source"] for row in sessions) == ["imported", "later"]


def test_a_moved_session_counts_as_changed(tracker, tmp_path) -> None:
    """A moved session looks like an edited one, so the figure counts both."""
    place = tmp_path / "log.csv"
    place.write_text("Project,Start,End\nDL,2026-11-20 09:00,2026-11-20 10:00\n")
    tracker.ok(["import", str(place), "--zone", "UTC"], "2026-11-21T09:00")
    assert "Edited after recording: 0 of 1 session." in tracker.ok(
        "export progress", "2026-11-22T09:00"
    )

    tracker.ok("move DL fastai", "2026-11-22T09:00")

    assert (
        "Edited after recording, or moved to another item: 1 of 1 session."
        in tracker.ok("export progress")
    )
    assert tracker.ok("export hours").endswith(
        "Edited after recording, or moved to another item: 1 session.\n"
    )
