"""Rows that end in a reason or an address."""

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tracker.readiness.view.hour_columns import say_about

ADDRESS = "https://git.example/you/a-repository-with-a-name-that-fills-a-line"


def test_skills_keep_their_reason_whole(tracker: Tracker) -> None:
    """The reason for a skill has its day, however long it is."""
    tracker.ok("reach basic-dl-done --evidence 'certificate:Ann Lee, 5 Nov 2026'")

    assert (
        "linear-algebra  basic     shown  basic-dl-done: certificate, Ann Lee, 5 Nov 2026\n"
    ) in tracker.ok("skills")
    tracker.ok(
        "rate technical-communication very-strong --by Ann --evidence 'letter:Ann Lee, 3 Nov 2026'"
    )
    assert (
        "linear-algebra           basic        shown     basic-dl-done: certificate, Ann\n"
        f"{' ' * 48}Lee, 5 Nov 2026\n"
    ) in tracker.ok("skills")


def test_new_evidence_has_its_whole_address(tracker: Tracker) -> None:
    """The address of new evidence can be copied whole."""
    tracker.ok(
        f"reach few-hundred-hour-replication --with ppo --evidence repo:{ADDRESS}"
    )
    said = tracker.ok("ready research-contributor-empirical --since 2026-11-01")

    assert f"  23 Nov  few-hundred-hour-replication  repo\n      {ADDRESS}\n" in said
    assert max(map(len, said.splitlines())) <= 80


def test_skills_keep_within_the_width(tracker: Tracker) -> None:
    """A rater's long name and a span of guide lines keep within 80 columns."""
    said = tracker.ok(
        [
            "rate",
            "own-views",
            "strong",
            "--by",
            "Someone With A Very Long Name In Several Parts Indeed",
        ]
    )
    shown = tracker.ok("skills own-views")

    assert max(map(len, [*said.splitlines(), *shown.splitlines()])) <= 80
    assert shown.startswith(
        "Views of one's own (own-views)".ljust(61) + "guide lines 268-278\n"
    )


@given(st.integers(0, 20_000 * 3600))
def test_totals_have_two_digits(seconds: int) -> None:
    """A total called `about` has two digits, within a twentieth of it or a tenth of 1 h."""
    hours = float(say_about(seconds).replace(",", ""))

    assert len(f"{hours:g}".replace(".", "").strip("0")) <= 2
    assert abs(hours - seconds / 3600) <= max(0.1, hours / 20) + 1e-9


def test_totals_as_they_are_said() -> None:
    """Below ten hours there is a tenth; above there are tens, hundreds or thousands."""
    hours = (0, 0.25, 1.5, 9.96, 99.6, 104, 1_194, 1_195, 11_227)

    assert [say_about(round(each * 3600)) for each in hours] == [
        *("0", "0.3", "1.5", "10", "100", "100", "1,200", "1,200", "11,000")
    ]
