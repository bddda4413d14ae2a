"""An update: what was produced, changed thinking, against milestones, decisions, over the days asked for."""

from dataclasses import replace
from datetime import date

from tests.export.personas import life, run
from tests.export.test_export_reports import packet
from tracker.export.render import reports
from tracker.export.render.blocks import TableBlock
from tracker.export.render.documents import update
from tracker.export.render.documents.plans import planned
from tracker.export.rules.forms import Funder
from tracker.export.rules.packet import Due, Foreseen, Graded, Packet, PacketNote
from tracker.export.rules.progress import Moved, Promise


def test_its_parts_stand_in_order() -> None:
    """What was produced comes first, then thinking, milestones, decisions, and the hours last."""
    with life("changer"):
        text = run("export update")

    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        "Produced, and the evidence for it",
        "What changed in the person's thinking",
        "Against milestones",
        "Decisions",
        "Budget for 6 months",
        "Hours: 34.8",
    ]


def test_a_week() -> None:
    """A period has what lies in it: its notes, artefacts and hours, and nothing of before or after."""
    with life("changer"):
        text = run("export update --period 2026-W31 --format txt")

    assert "27 Jul to 2 Aug 2026. From a log" in text
    assert "2026-08-02: Evaluations matter more than I thought" in text
    assert "Nothing yet." in text
    assert "Hours: 12.5\n" in text
    assert "transformer" not in text


def test_an_update_for_a_form_says_its_day() -> None:
    """An update for a funder says whose form it is and of which day, as every export of a form does."""
    with life("newcomer"):
        text = run("export update --for bluedot-weekly")

    assert text.startswith(
        "# Update for Career Transition Grant: weekly update\n\nBlueDot Impact. The form as of 2026-10-01: "
    )


def test_only_what_is_marked_is_told() -> None:
    """A note is told where it is marked: as a view that changed, as a decision, or as both."""
    notes = (
        PacketNote(date(2026, 6, 1), "one", True, False),
        PacketNote(date(2026, 6, 2), "two", False, True),
        PacketNote(date(2026, 6, 3), "both", True, True),
    )

    text = reports.lay_out(update.report(Packet(packet(), notes=notes), None), "txt")

    assert isinstance(text, str)
    thinking, decisions = text.index("What changed in"), text.index("\nDecisions\n")
    assert [
        text[thinking:decisions].count(word) for word in (": one", ": two", ": both")
    ] == [1, 0, 1]
    assert [text[decisions:].count(word) for word in (": one", ": two", ": both")] == [
        0,
        1,
        1,
    ]


def test_forecasts_stand_with_their_record() -> None:
    """A forecast is a range with the day and pace it rests on, and how earlier ones held."""
    told = Packet(
        packet(),
        forecasts=(
            Foreseen(
                "F", "f", date(2026, 6, 1), date(2026, 8, 1), date(2026, 10, 1), 40_000
            ),
        ),
        graded=Graded(9, 7),
    )

    text = reports.lay_out(update.report(told, None), "txt")

    assert (
        "\nForecast, as ranges meant to hold 8 times in 10\n"
        "- F: 2026-08-01 to 2026-10-01; forecast on 2026-06-01 at 11.1 h a week\n"
        "\nForecasts that came due: 9, of which held: 7.\n"
    ) in text


def test_a_day_that_has_passed_is_said_to_have() -> None:
    """What is planned for a day that has passed is not shown as if it lay ahead."""
    due = (
        Due("F", "f", date(2027, 2, 28), "one sees it"),
        Due("G", "g", date(2027, 3, 1), None),
    )
    table = next(
        block
        for block in planned(Packet(packet(), due=due))
        if isinstance(block, TableBlock)
    )

    assert table.rows == (
        ("2027-02-28, past", "F", "one sees it"),
        ("2027-03-01", "G", ""),
    )


def test_what_was_withdrawn_is_not_awaited() -> None:
    """A promise that was withdrawn is not called not yet delivered."""
    gone = Promise(
        "F",
        "f",
        date(2026, 1, 2),
        date(2026, 2, 3),
        (Moved(date(2026, 1, 20), None, "flu"),),
        None,
        None,
    )

    text = reports.lay_out(
        update.report(Packet(replace(packet(), plan=(gone,))), None), "txt"
    )

    assert (
        "2026-02-03  F\n            said on 2026-01-02\n            withdrawn on 2026-01-20: flu\n"
        in text
    )


def test_a_part_without_anything_is_left_out() -> None:
    """Without plans and marked notes an update has what was produced and the hours, and no heading over nothing."""
    bare = replace(packet(), plan=(), artefacts=(), unseen=(), under_way=())

    text = reports.lay_out(update.report(Packet(bare), None), "txt")

    assert isinstance(text, str)
    assert text.split("\n\n")[1] == "Produced, and the evidence for it\nNothing yet."
    assert text.split("\n\n")[2].startswith("Hours: 504")


def test_the_form_is_in_the_json() -> None:
    """As JSON it names the form and its day."""
    form = Funder("f", "F", "by", "progress report", "open", "2026", "a", "b")

    told = update.report(Packet(packet()), form).facts

    assert (told["funder"], told["form_as_of"]) == ("f", "2026")
