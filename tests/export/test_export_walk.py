"""Every number and link of an export is in its JSON; figures equal other commands'."""

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.export.personas import PERSONAS, life, run
from tracker.export.render import figures
from tracker.text.amounts import say_amount, say_bound

SECONDS = {
    "seconds",
    "spent",
    "low",
    "high",
    "overlap",
    "recollected",
    "aim",
    "agent",
    "counted",
    "over",
    "cap",
}
KINDS = (
    "progress",
    "update",
    "application --for taif",
    "application --for bluedot-weekly-update",
    "hours --for mats-nanda",
)
ADDRESS = re.compile(r"https?://[^\s<>()\"'|\\]+")


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every fact of an export with its key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, key)
    elif value is not None:
        yield key, value


def as_read(packet: dict[str, Any]) -> str:
    """Every fact as a reader may meet it: seconds as hours, as amount, as bound."""
    texts = []
    for key, value in leaves(packet):
        texts.append(str(value))
        if key in SECONDS and isinstance(value, int):
            texts += [
                figures.round_hours(value),
                say_bound(value, value),
                say_amount(value),
            ]
        elif isinstance(value, int):
            texts.append(f"{value:,}")
    return " ".join(texts)


def numbers(text: str) -> set[str]:
    """The numbers in a text without commas and leading zeros."""
    return {
        n.replace(",", "").lstrip("0") or "0"
        for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    }


class PageText(HTMLParser):
    """What a page says outside its style and its drawings, whose axes have figures of their own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in."""
        if tag in ("style", "svg"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Come out."""
        if tag in self.inside:
            self.inside.remove(tag)

    def handle_data(self, data: str) -> None:
        """Note what is said."""
        if not self.inside:
            self.text.append(data)


def derived(packet: dict[str, Any]) -> str:
    """What a document computes: sums of a budget, the aim, differences in percent."""
    sums = [
        f"{abs(value) * 100:.{digits}f}"
        for key, value in leaves(packet)
        if key == "relative"
        for digits in (0, 1)
    ]
    budget = packet.get("budget") or packet.get("facts", {}).get("budget")
    if budget:
        with_spent = [line for line in budget["lines"] if line["spent"] is not None]
        sums += [
            str(sum(line["amount"] for line in budget["lines"])),
            str(sum(line["spent"] for line in with_spent)),
        ]
        sums.append(str(sum(line["amount"] - line["spent"] for line in with_spent)))
    progress = packet.get("facts", packet).get("progress") or packet.get(
        "facts", packet
    )
    hours = progress.get("hours") or {}
    so_far, aim = 0, hours.get("aim") or 0
    for span in hours.get("spans", ()):
        so_far += span["seconds"]
        first = max(progress["since"], hours["spans"][0]["since"])
        days = (
            date.fromisoformat(min(span["until"], progress["until"]))
            - date.fromisoformat(first)
        ).days + 1
        sums += [
            figures.round_hours(so_far),
            figures.round_hours(days * aim // 7),
            say_amount(aim),
            f"{aim // 3600}",
        ]
    for lines in (hours.get("by_track", ()), hours.get("by_source", ())):
        sums += figures.round_parts([line["seconds"] for line in lines])
    return " ".join(sums)


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_number_and_link_is_in_the_json(persona: str) -> None:
    """Every number and link of a document is in its JSON or in the form."""
    forms = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "seed" / "funders").glob("*.toml")
    )
    with life(persona):
        for kind in KINDS:
            packet = json.loads(run(f"export {kind} --format json"))
            expected = numbers(
                f"{as_read(packet)} {derived(packet)} {forms if '--for' in kind else ''}"
            )
            addresses = set(ADDRESS.findall(f"{as_read(packet)} {forms}"))
            for form in ("md", "txt", "html"):
                text = run(f"export {kind} --format {form}")
                read = " ".join(PageText(text).text) if form == "html" else text
                # The period's own days are told without their year's noughts; they are facts of the packet too.
                assert numbers(read) - expected == set(), (kind, form)
                linked = {html.unescape(each) for each in ADDRESS.findall(text)} - {
                    "http://www.w3.org/2000/svg"
                }
                assert {each.rstrip(".,;") for each in linked} - {
                    a.rstrip(".,;") for a in addresses
                } == set()


@pytest.mark.parametrize("persona", PERSONAS)
def test_figures_equal_those_of_other_commands(persona: str) -> None:
    """Hours, evidence and readiness equal those of report, milestones and ready."""
    with life(persona):
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


def test_private_notes_and_names_are_in_no_export() -> None:
    """Private notes and names are in no kind but `sessions`."""
    hidden = (
        "Slept badly",
        "Kim",
        "Ann Lee",
        "paper on my wall",
        "in confidence",
        "Jane",
    )
    for persona in ("learner", "changer"):
        with life(persona):
            for kind in KINDS:
                for form in ("md", "txt", "html", "json"):
                    text = run(f"export {kind} --format {form}")
                    assert [name for name in hidden if name in text] == []


def test_a_redacted_update_has_no_notes() -> None:
    """With --redact there are no notes, reasons, parts, or names of who gave money."""
    with life("changer"):
        packet = json.loads(run("export update --redact --format json"))

    assert packet["notes"] == []
    assert [m["because"] for p in packet["progress"]["plan"] for m in p["moved"]] == [
        ""
    ]
    assert {work["part"] for work in packet["progress"]["works"]} == {None}
    assert packet["budget"]["raised"] == []
    assert {line["note"] for line in packet["budget"]["lines"]} == {None}
