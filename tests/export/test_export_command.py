"""Exports as commands: whole files, equal bytes for equal facts, refusals."""

import csv
import io
import json

import pytest

LOGS = (
    ("2026-06-10T20:00", "log ziegler-2019 8h --on 2026-06-03"),
    ("2026-06-10T20:00", "log ziegler-2019 9:00-12:00 -n 'one | two'"),
    ("2026-06-10T20:00", "log fastai 2h --on 2026-06-03 +pair"),
    ("2026-06-10T20:00", "log ppo 2h --on 2026-06-03"),
    ("2026-06-12T20:00", "reach linear-algebra-done --on 2026-06-01"),
    (
        "2026-06-12T20:00",
        "reach transformer-in-pytorch --evidence repo:a.example/x --on 2026-06-01",
    ),
    (
        "2026-06-12T20:00",
        "reach dl-practical-done --evidence repo:a.example/y --on 2026-06-01",
    ),
    ("2026-06-12T20:00", "done learnpython"),
    ("2026-06-12T20:00", "recall fastai 20h --over 2026Q1"),
)


@pytest.mark.parametrize(
    "form", ["progress --format md", "progress --format json", "sessions --format csv"]
)
def test_the_order_of_recording_does_not_matter(tracker, tmp_path, monkeypatch, form):
    """The same facts recorded in the opposite order make the same bytes."""
    texts = []
    for name, commands in (("one.db", LOGS), ("two.db", LOGS[::-1])):
        monkeypatch.setenv("TRACKER_DB", str(tmp_path / name))
        for now, words in commands:
            tracker.ok(words, now)
        texts.append(without_ids(tracker.ok(f"export {form}", "2026-06-30T12:00")))

    assert texts[0] == texts[1]


def without_ids(text: str) -> str:
    """CSV less its first column, which is random; anything else as it is."""
    return (
        "\n".join(line.partition(",")[2] for line in text.splitlines())
        if text.startswith("id,")
        else text
    )


def test_sessions_read_back(persona):
    """`export sessions` in JSON has the same records as `sessions`."""
    exported, listed = (
        json.loads(persona.ok("export sessions --format json")),
        persona.json("sessions --limit 1000"),
    )

    assert exported["sessions"] == listed["sessions"]
    assert exported["seconds"] == listed["seconds"]


def test_redacted_sessions_have_no_notes(persona):
    """With --redact sessions have no notes; all hours are there."""
    for form in ("csv", "json"):
        text = persona.ok(f"export sessions --format {form} --redact")
        assert "Jane" not in text
        assert "note" not in text
    rows = list(
        csv.DictReader(io.StringIO(persona.ok("export sessions --redact"), newline=""))
    )
    assert sum(int(row["seconds"]) for row in rows) == 116100


def test_redacted_exports_have_no_personal_tags(persona):
    """With --redact only tags with a common meaning stay: others may name somebody."""
    persona.ok("log ppo 1h --on 2026-06-03 +agent +with-jane")

    rows = csv.DictReader(
        io.StringIO(persona.ok("export sessions --redact"), newline="")
    )
    tags = [
        session["tags"]
        for session in json.loads(persona.ok("export sessions --redact --json"))[
            "sessions"
        ]
    ]
    table = persona.ok("export hours --redact")
    answer = persona.json("export hours --redact")

    assert sorted(row["tags"] for row in rows if row["tags"]) == ["agent"]
    assert [each for each in tags if each] == [["agent"]]
    assert "| run by an agent, listed apart |  1h00m |" in table
    assert not [word for word in ("jane", "pair", "Tags") if word in table]
    assert [bucket["by_tags"] for bucket in answer["buckets"]] == [[], []]


def test_a_progress_report_has_no_notes(persona):
    """A report has no notes of sessions, and no places that are not addresses."""
    for form in ("md", "txt", "html", "json"):
        text = persona.ok(f"export progress --format {form}")
        assert not [
            word
            for word in ("Jane", "Ann", "HYPERLINK", "longer", "cert.pdf")
            if word in text
        ]


def test_a_period_covers_its_days(persona):
    """A report over a period has its hours and evidence; the rest is dated today."""
    text = persona.ok("export progress --period 2026-06-01..2026-06-14 --format txt")

    assert "1 Jun to 14 Jun 2026. From the author's own log" in text
    assert (
        "A transformer in PyTorch, by oneself                                 14 Jun 2026"
        in text
    )
    assert "Coders\n" not in text
    assert (
        "Role requirements (BlueDot's Alignment careers guide), as of 30 Jun 2026"
        in text
    )
    assert "Hours logged: 27.0 h\n" in text


def test_a_period_before_everything_is_empty(persona):
    """A period before the first session has no hours."""
    text = persona.ok("export progress --until 2026-05-01 --format txt")

    assert "Fri 1 May 2026. From the author's own log" in text
    assert (
        "Hours logged: 0.0 h (plus about 120 h from memory, not counted)\nNothing logged.\n"
        in text
    )


def test_a_dropped_milestone_is_not_in_progress(persona):
    """Dropping a milestone ends its attempts."""
    persona.ok("drop few-hundred-hour-replication")

    text = persona.ok("export progress")

    assert (
        "Fine-Tuning Language Models from Human Preferences, 20.3 of 60-220 h" in text
    )
    assert (
        "Fine-Tuning Language Models from Human Preferences, 20.3 of 200-400 h"
        not in text
    )


def test_an_empty_record(tracker):
    """Without any record each part says that it is empty."""
    assert tracker.ok("export progress --format txt") == (
        "Progress\n"
        "Mon 23 Nov 2026. From the author's own log; nobody else has checked it.\n"
        "\n"
        "Evidence\n"
        "Nothing yet.\n"
        "\n"
        "Role requirements (BlueDot's Alignment careers guide)\n"
        "No role chosen.\n"
        "\n"
        "Hours logged: 0.0 h\n"
        "Nothing logged.\n"
    )
    assert tracker.ok("export sessions").splitlines() == [
        "id,item,title,track,day,started_at,ended_at,seconds,amount,tags,note,source,logged_at,part_of"
    ]


def test_json_is_asked_for_in_two_ways(persona):
    """--json and --format json give the same."""
    assert persona.json("export progress") == json.loads(
        persona.ok("export progress --format json")
    )


def test_a_first_run_is_remarked_inside_the_json(tracker):
    """With --json the remark on a new database is part of the answer."""
    assert [remark[:7] for remark in tracker.json("export progress")["remarks"]] == [
        "Created"
    ]


def test_a_written_file_is_named(persona, tmp_path):
    """The answer names the file, its format and its bytes."""
    place = tmp_path / "a.txt"

    output = persona.json(["export", "progress", "-o", str(place)])

    assert output == {
        "schema": 1,
        "kind": "export",
        "file": str(place),
        "format": "txt",
        "bytes": place.stat().st_size,
    }


def test_a_file_is_replaced_only_by_force(persona, tmp_path):
    """An existing file is kept (4) unless --force is given."""
    place = tmp_path / "a.md"
    place.write_text("mine")

    refused = persona(["export", "progress", "-o", str(place)])

    assert (refused.code, place.read_text()) == (4, "mine")
    assert refused.err.endswith(
        "Name another file with -o, or replace it with --force.\n"
        f"  tracker export progress -o {place} --force\n"
    )
    persona.ok(["export", "progress", "-o", str(place), "--force"])
    assert place.read_text().startswith("# Progress toward ")


def test_a_missing_folder_is_refused(persona, tmp_path):
    """A file in a missing folder is refused (6), and nothing is created."""
    refused = persona(["export", "progress", "-o", str(tmp_path / "no" / "a.md")])

    assert (refused.code, refused.out) == (6, "")
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    "words",
    [
        "export everything",
        "export progress --format pdf",
        "export sessions --format md",
        "export progress --since tomorrow",
        "export progress --since 2026-06-02 --until 2026-06-01",
        "export progress --period 2026-06 --since 2026-06-01",
    ],
)
def test_unreadable_options_are_refused(persona, words):
    """An unknown kind or format and contradictory days are refused (2) with a hint."""
    refused = persona(words)

    assert (refused.code, refused.out) == (2, "")
    assert len(refused.err.splitlines()) in (2, 3, 4)


def test_export_without_a_kind_lists_the_kinds(persona):
    """`export` alone is refused (2), and lists the kinds."""
    refused = persona("export")

    assert (refused.code, refused.err) == (
        2,
        "Which export? The kinds are progress, cv, update, application, hours, sessions\n"
        "and plan.\n"
        "For example: tracker export progress\n",
    )


def test_a_dash_is_standard_output(persona, tmp_path, monkeypatch):
    """`-o -` prints the export and writes no file; `./-` is a file."""
    monkeypatch.chdir(tmp_path)

    assert persona.ok("export progress -o -") == persona.ok("export progress")
    assert persona("export progress --format pdf -o -").code == 2
    assert list(tmp_path.glob("-")) == []
    persona.ok("export progress -o ./-")
    assert (tmp_path / "-").is_file()


def test_lines_of_json(persona, tmp_path, monkeypatch):
    """A document that is printed as JSON has several lines; other answers have one."""
    monkeypatch.chdir(tmp_path)

    assert len(persona.ok("export progress --json").splitlines()) > 1
    assert len(persona.ok("export progress -o p.md --json").splitlines()) == 1
    assert len(persona.ok("report --json").splitlines()) == 1
