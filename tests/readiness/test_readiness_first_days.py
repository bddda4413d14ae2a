"""What somebody new to it reads: what to type stands there, and it works."""

import re

from tests.conftest import Tracker
from tracker.labels import GUIDE_NOTE

CONTRIBUTOR = "target research-contributor-empirical"


def test_a_letter_has_its_command(tracker: Tracker) -> None:
    """`next` and `gaps` say whose word is asked for, and how to record it.

    Pasted as it is, the command is refused and gives an example: no letter is invented.
    """
    tracker.ok(CONTRIBUTOR)
    tracker.ok("rate research-execution moderate")
    command = "rate research-execution moderate --by NAME --evidence letter:WHO"

    for screen in ("next", "gaps"):
        assert f"\n  tracker {command}\n" in tracker.ok(screen)
    asks = "a letter or a review of your research-execution, moderate"
    assert asks in " ".join(tracker.ok("next").split())
    assert tracker(command).code == 2
    example = command.replace("NAME", "Ann").replace("WHO", "'3 Nov 2026'")
    assert "It counts as verified" in tracker.ok(example)


def test_a_long_command_keeps_to_the_width(tracker: Tracker) -> None:
    """A command that is too long for the indent stands at the margin, whole."""
    tracker.ok("target professor")
    tracker.ok("rate technical-communication very-strong")

    lines = tracker.ok("gaps --all").splitlines()
    letters = [line for line in lines if "--evidence letter:WHO" in line]
    assert max(map(len, lines)) <= 80
    assert "rate technical-communication " in " ".join(letters)


def test_each_lesson_has_a_command_of_its_own(tracker: Tracker) -> None:
    """One paste claims one milestone, whose title stands beside it."""
    tracker.ok(CONTRIBUTOR)
    tracker.ok("known python-done")
    for screen in ("next", "gaps"):
        _, _, lines = tracker.ok(screen).partition("Know one of these already?\n")
        lines = lines.removesuffix(f"{GUIDE_NOTE}\n")
        # The words after `tracker` and the title: `known calculus-done`, `Calculus`.
        rows = re.findall(r"^  tracker (known \S+)  +(\S.*)$", lines, re.MULTILINE)
        assert len(rows) == len(lines.splitlines()) > 1
        assert all(len(line) <= 80 for line in lines.splitlines())
        tracker.ok(rows[0][0])


def test_the_total_says_that_it_rests_on_claims(tracker: Tracker) -> None:
    """Where a required line is only claimed, the sentence of the total says so."""
    tracker.ok(CONTRIBUTOR)
    assert "if your claims hold" not in tracker.ok("gaps")

    tracker.ok("rate research-taste moderate")
    text = " ".join(tracker.ok("gaps").split())
    assert re.search(r"required: about \S+ h \(\S+\), if your claims hold\.", text)


def test_all_parts_claimed_is_no_nothing(tracker: Tracker) -> None:
    """Somebody who claims every part is told so, with the command for the whole."""
    tracker.ok(CONTRIBUTOR)
    tracker.ok(
        "known python-done dl-practical-done linear-algebra-done calculus-done "
        "probability-done dl-theory-done"
    )

    text = " ".join(tracker.ok("ready --json").split())
    assert "6 of 6 parts claimed: tracker reach basic-dl-done" in text


def test_a_doctor_is_not_sent_to_a_phd(tracker: Tracker) -> None:
    """What leads to a place that one has, or had, is nothing to apply for."""
    tracker.ok("target research-lead-empirical")
    tracker.ok("known top-20-bar")
    screens = "ready", "gaps", "next"
    assert all("phd-applications" in tracker.ok(screen) for screen in screens)

    tracker.ok("known phd-done")
    assert not any("phd-applications" in tracker.ok(screen) for screen in screens)


def test_a_first_day_leads_on(tracker: Tracker) -> None:
    """`target` names `next`; `ready` is short, and ends with the road and `next`."""
    assert "What to do next: tracker next" in tracker.ok(CONTRIBUTOR)

    screen = tracker.ok("ready")
    assert len(screen.splitlines()) < 40
    lines = screen.removesuffix(f"\n{GUIDE_NOTE}\n").splitlines()
    ends = "The road there: tracker gaps", "What to do next: tracker next"
    assert tuple(lines[-2:]) == ends
    for line in lines[-3:]:
        tracker.ok(line.partition("tracker ")[2])
    # An open bar's milestone: `alignment-basics` in `(alignment-basics, guide line 8)`.
    (slug,) = re.findall(r"\((alignment-basics),", " ".join(lines))
    tracker.ok(f"show {slug}")


def test_the_names_in_ready_can_be_typed(tracker: Tracker) -> None:
    """The name of each line of the target is taken by `show`, and by `known` or `rate`."""
    tracker.ok(CONTRIBUTOR)
    lines = tracker.json("ready")["requirements"]
    assert len(lines) > 15

    for line in lines:
        slug, asked = line["slug"], line["milestone"] or line["skill"]
        assert tracker.ok(f"show {slug}") == tracker.ok(f"show {asked}")
        if line["skill"]:
            tracker.ok(f"rate {slug} basic")
    read = tracker.json("known programming=strong taste dl-basics")["read_as"]
    assert [(word["typed"], word["slug"]) for word in read] == [
        ("programming=strong", "software-engineering"),
        ("taste", "research-taste"),
        ("dl-basics", "basic-dl-done"),
    ]


def test_a_forecast_checks_the_name_first(tracker: Tracker) -> None:
    """A name that can have no forecast is refused as such, also without a log."""
    assert "needs 8 whole weeks" in tracker("forecast fastai").err
    assert "is a role" in tracker("forecast software-engineer").err
    assert (
        "There is no item or milestone called 'xyzzy'" in tracker("forecast xyzzy").err
    )
