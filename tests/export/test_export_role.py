"""The requirements of a role in an export, and work that a letter confirms."""

from tests.conftest import Tracker


def test_the_source_of_requirements(tracker: Tracker) -> None:
    """Required and expected lines are counted, with the guide and its address."""
    tracker.ok("target research-contributor-empirical")

    text = tracker.ok("export progress --format txt")
    standing = tracker.json("export progress --format json")["standing"]

    assert (
        "Expected: 0 of 5 have evidence, 0 are claimed, 5 are open.\n"
        "All jobs as Research contributor (empirical) ask for what is required, most for\n"
        "what is expected. Source: BlueDot's Alignment careers guide,\n"
        "https://aisafetyfundamentals.com/alignment-careers-guide\n"
    ) in text
    assert standing["expected"] == {"total": 5, "met": 0, "claimed": 0, "open": 5}
    assert standing["source"] == "BlueDot's Alignment careers guide"


def test_work_that_a_letter_confirms(tracker: Tracker) -> None:
    """Work without links says that a letter confirms it; the letter stands after it."""
    tracker.ok("reach choices-vouched --evidence 'letter:Ann Lee, 3 Nov 2026'")

    for kind in ("progress", "update"):
        text = tracker.ok(f"export {kind} --format txt")
        assert (
            "A supervisor vouches for one's choices                               23 Nov 2026\n"
            "  confirmed by a letter or review, see Letters and reviews\n"
            "\n"
            "Letters and reviews\n"
            "- letter on A supervisor vouches for one's choices, 3 Nov 2026, on request\n"
        ) in text
    form = tracker.ok("export application --for taif --format txt")
    assert (
        "see Letters and reviews\n\nLetters and reviews:\n- letter on A super" in form
    )
    assert "Ann Lee" not in form + text
