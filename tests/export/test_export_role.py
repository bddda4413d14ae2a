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
    tracker.ok("reach python-done --evidence 'review:Ann Lee, 3 Nov 2026'")

    for kind in ("progress", "update"):
        text = tracker.ok(f"export {kind} --format txt")
        assert (
            "Reads and writes Python                                              23 Nov 2026\n"
            "  confirmed by a letter or review, see Letters and reviews\n"
            "\n"
            "Letters and reviews\n"
            "- review on Reads and writes Python, 3 Nov 2026, on request\n"
        ) in text
    form = tracker.ok("export application --for taif --format txt")
    assert "see Letters and reviews\n\nLetters and reviews:\n- review on Reads" in form
    assert "Ann Lee" not in form + text


def test_what_only_others_can_confirm(tracker: Tracker) -> None:
    """It is no work: with a letter it stands among letters, without one nowhere."""
    tracker.ok("reach choices-vouched --evidence letter:on-request")
    tracker.ok("reach reference-letter --evidence 'letter:Ann Lee, 3 Nov 2026'")
    tracker.ok("reach led-project --evidence 'review:Ann Lee, 4 Nov 2026'")

    for kind in ("progress", "update", "cv", "application --for taif"):
        assert "vouches" not in tracker.ok(f"export {kind} --format txt")
    assert (
        "\n\nNothing yet.\n\n"
        "Letters and reviews\n"
        "- review: Led a project that others worked on, 4 Nov 2026, on request\n"
        "- A reference letter from someone who can judge, 3 Nov 2026, on request\n\n"
    ) in tracker.ok("export progress --format txt").replace("Evidence\n", "\n")


def test_the_authors_word(tracker: Tracker) -> None:
    """What nobody else can see is told as the author's word, and where nothing was logged."""
    tracker.ok("done ppo")
    tracker.ok("log vae 2h")
    tracker.ok("done vae")
    tracker.ok("reach distillation-posted")
    tracker.ok("reach transformer-in-pytorch --evidence post:https://you.example/tf")

    text = tracker.ok("export progress --format txt")

    assert (
        " 23 Nov 2026\n"
        "  on the author's word\n"
        "  not counted as evidence: https://you.example/tf\n"
    ) in text
    assert (
        "Completed, not public (the author's word)\n"
        "- A distillation posted (23 Nov 2026)\n"
        "- Replication of Kingma and Welling (2013): Auto-Encoding Variational Bayes\n"
        "  (23 Nov 2026)\n"
        "- Replication of Schulman et al. (2017): Proximal Policy Optimization\n"
        "  Algorithms; no hours logged (23 Nov 2026)\n"
    ) in text
