"""An update: its parts, its period, its notes and forecasts."""

from dataclasses import replace
from datetime import date

from tests.export.personas import life, run
from tests.export.samples import make_progress
from tracker.export.render import reports
from tracker.export.render.blocks import Listing
from tracker.export.render.documents.plans import plan_blocks
from tracker.export.render.documents.update import update_report
from tracker.export.rules.forms import Funder
from tracker.export.rules.packet import Due, Foreseen, Graded, Packet, PacketNote
from tracker.export.rules.progress import Moved, Promise


def test_its_parts_stand_in_order() -> None:
    """What was produced comes first, then views, plans, decisions, budget and hours."""
    with life("ines"):
        text = run("export update --for emergent-ventures --since 2026-06-21")

    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        "Produced, with evidence",
        "Changes of view",
        "Planned and done",
        "Decisions",
        "Budget for 6 months",
        "Hours logged: 232.3 h (228.3 h by the author, 4.0 h run by an agent)",
    ]


def test_a_week() -> None:
    """A period has its own notes, evidence and hours, and no others."""
    with life("ines"):
        text = run("export update --period 2026-W37 --format txt")

    assert "7 Sep to 13 Sep 2026. From the author's own log" in text
    assert "12 Sep 2026: Evaluations matter more to me than I thought in June" in text
    assert "Nothing yet." in text
    assert "Hours logged: 20.6 h\n" in text
    assert "transformer" not in text


def test_an_update_is_ready_to_send() -> None:
    """An update for a funder has no date of a form, and no advice to its sender."""
    with life("ben"):
        text = run("export update --for taif")

    assert text.startswith(
        "# Update for Transformative AI Fund, EA Funds\n\n12 Oct to 23 Nov 2026. From the author's"
    )
    assert not [word for word in ("orm as of", "live form") if word in text]


def test_a_note_stands_where_it_is_marked() -> None:
    """A note stands under changes of view, decisions, or both, as marked."""
    notes = (
        PacketNote(date(2026, 6, 1), "one", True, False),
        PacketNote(date(2026, 6, 2), "two", False, True),
        PacketNote(date(2026, 6, 3), "both", True, True),
    )

    text = reports.lay_out(
        update_report(Packet(make_progress(), notes=notes), None), "txt"
    )

    assert isinstance(text, str)
    thinking, decisions = text.index("\nChanges of view\n"), text.index("\nDecisions\n")
    assert [
        text[thinking:decisions].count(word) for word in (": one", ": two", ": both")
    ] == [1, 0, 1]
    assert [text[decisions:].count(word) for word in (": one", ": two", ": both")] == [
        0,
        1,
        1,
    ]


def test_forecasts_stand_with_their_record() -> None:
    """A forecast is a range with its day and pace, and the track record follows."""
    packet = Packet(
        make_progress(),
        forecasts=(
            Foreseen(
                "F",
                "f",
                date(2026, 6, 1),
                date(2026, 8, 1),
                date(2026, 10, 1),
                40_000,
                12,
            ),
        ),
        graded=Graded(9, 7),
    )

    text = reports.lay_out(update_report(packet, None), "txt")

    assert (
        "\nForecasts (each range should hold 8 times in 10)\n"
        "- F: 1 Aug 2026 to 1 Oct 2026; forecast on 1 Jun 2026 at 11.1 h a week, the\n"
        "  average of the last 12 weeks\n"
        "\nForecast track record: 7 of 9 past forecasts held (expected: 8 in 10).\n"
    ) in text


def test_a_passed_due_day_is_marked() -> None:
    """A due day that has passed says how many days ago it was."""
    due = (
        Due("F", "f", date(2027, 2, 28), "one sees it"),
        Due("G", "g", date(2027, 3, 1), None),
    )
    packet = Packet(make_progress(), due=due)

    assert list(plan_blocks(packet)) == [
        Listing("Planned", ("Was due 28 Feb 2027, 1 day ago: F", "1 Mar 2027: G"))
    ]


def test_a_withdrawn_promise_is_not_pending() -> None:
    """A withdrawn promise is not called not yet delivered."""
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
        update_report(Packet(replace(make_progress(), plan=(gone,))), None), "txt"
    )

    assert (
        "3 Feb 2026  F\n            planned on 2 Jan 2026\n            withdrawn on 20 Jan 2026: flu\n"
        in text
    )


def test_an_empty_part_is_left_out() -> None:
    """Without plans and notes an update has no heading for them."""
    bare = replace(
        make_progress(), plan=(), works=(), letters=(), unseen=(), under_way=()
    )

    text = reports.lay_out(update_report(Packet(bare), None), "txt")

    assert isinstance(text, str)
    assert text.split("\n\n")[2] == "Produced, with evidence\nNothing yet."
    assert text.split("\n\n")[3].startswith("Hours logged: 504.0 h")


def test_the_form_is_in_the_json() -> None:
    """As JSON an update names its form and the form's date."""
    form = Funder("f", "F", "by", "progress report", "open", "2026", "a", "b")

    facts = update_report(Packet(make_progress()), form).facts

    assert (facts["funder"], facts["form_as_of"]) == ("f", "2026")
