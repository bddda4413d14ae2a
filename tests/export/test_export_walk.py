"""Every number and link of an export is in its JSON; figures equal other commands'."""

import html
import json
import tomllib
from functools import cache
from typing import Any

import pytest

from tests.export.people import EXPORTS, SHIPPED, commands, exports
from tests.export.personas import life, run
from tests.export.walk import ADDRESS, plain_text, read_facts, sums, untraced

# Formats in which a reader sees the facts; JSON is what they are compared with.
READ = ("md", "txt", "html", "pdf", "docx", "csv")
# The namespace of drawings in a page, which nobody follows.
SVG = "http://www.w3.org/2000/svg"


@cache
def packets(person: str) -> dict[str, Any]:
    """The JSON of each kind of a person's exports, by its words; a form has its file."""
    found = {}
    with life(person):
        for words, _ in EXPORTS[person].values():
            found[words] = json.loads(run(f"export {words} --format json"))
    for words, packet in found.items():
        if words.startswith("application"):
            file = SHIPPED / f"{packet['funder']}.toml"
            packet["form"] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("person", EXPORTS)
def test_every_number_is_a_fact(person: str) -> None:
    """Every number of a document is a day, an amount, a share or a count of its JSON."""
    facts = {words: read_facts(packet) for words, packet in packets(person).items()}
    for name, words in commands(person):
        form = name.rpartition(".")[2]
        if form in READ:
            text = plain_text(exports(person)[name], form)
            assert untraced(text, facts[words]) == [], name


def test_a_number_that_is_no_fact_is_found() -> None:
    """One digit that is wrong is found, whatever kind of number it is in."""
    facts = read_facts(packets("ines")["update --for taif"])
    right = (
        "21 Jun to 23 Nov 2026; 232.3 h; 20 Aug 2026; 25 days late; 92%; 18,000 USD; "
        "176.0 of 200-400 h; 128 sessions"
    )
    wrong = (
        "11 Jun to 24 Nov 2026; 242.3 h; 21 Aug 2026; 26 days late; 93%; 18,001 USD; "
        "177.0 of 200-401 h; 129 sessions"
    )

    assert untraced(right, facts) == []
    assert " ".join(sorted(untraced(wrong, facts))) == (
        "11 Jun to  129 177.0 18,001 200-401 h 21 Aug 2026 24 Nov 2026 242.3 26 days late 93%"
    )


@pytest.mark.parametrize("person", EXPORTS)
def test_every_address_is_a_fact(person: str) -> None:
    """Every address of a document is one of its JSON."""
    for name, words in commands(person):
        packet = json.dumps(packets(person)[words])
        text = html.unescape(exports(person)[name])
        for address in ADDRESS.findall(text):
            assert address.rstrip(".,;") in packet or address == SVG, name


@pytest.mark.parametrize("person", EXPORTS)
def test_sums_add_up(person: str) -> None:
    """Parts, rows and columns add up to the totals printed beside them."""
    checked = 0
    for name, text in exports(person).items():
        form = name.rpartition(".")[2]
        for total, parts in sums(text, form):
            assert total == sum(parts), (name, total, parts)
            checked += 1

    assert checked > 10


@pytest.mark.parametrize("person", EXPORTS)
def test_figures_equal_those_of_other_commands(person: str) -> None:
    """Hours, evidence and readiness equal those of report, milestones and ready."""
    with life(person):
        packet = json.loads(run("export progress --format json"))
        report = json.loads(run("report --all --json"))
        tracks = json.loads(run("report --all --by track --json"))["rows"]
        milestones = {
            m["slug"]: m for m in json.loads(run("milestones --json"))["milestones"]
        }
        ready = json.loads(run("ready --json")) if packet["standing"] else None

    hours, standing = packet["hours"], packet["standing"]
    assert (hours["seconds"], hours["overlap"]) == (
        report["seconds"],
        report["overlap"],
    )
    assert hours["sessions"] == sum(row["sessions"] for row in report["rows"])
    assert {t["track"]: t["seconds"] for t in hours["by_track"]} == {
        row["key"]: row["seconds"] for row in tracks
    }
    assert sum(span["seconds"] for span in hours["spans"]) == hours["seconds"]
    assert (
        sum(s["seconds"] for s in hours["by_source"])
        == hours["seconds"] + hours["overlap"]
    )
    for work in packet["works"]:
        places = [
            evidence["where"]
            for slug in work["milestones"]
            for evidence in milestones[slug]["evidence"]
        ]
        assert {link["address"] for link in work["links"]} - {None} <= set(places)
    if ready:
        assert {name: standing[name] for name in ready["musts"]} == ready["musts"]
        parts = (standing[name] for name in ("met", "claimed", "open"))
        assert sum(parts) == standing["total"]


def test_a_redacted_update_has_no_notes() -> None:
    """With --redact there are no notes, reasons, parts, or names of who gave money."""
    with life("ines"):
        packet = json.loads(
            run("export update --redact --budget budget.toml --format json")
        )

    assert packet["notes"] == []
    moves = [move for plan in packet["progress"]["plan"] for move in plan["moved"]]
    assert {move["because"] for move in moves} == {""}
    assert {work["part"] for work in packet["progress"]["works"]} == {None}
    assert packet["budget"]["raised"] == []
    assert {line["note"] for line in packet["budget"]["lines"]} == {None}
