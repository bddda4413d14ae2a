"""A budget from the person's file: summed, reported, refused where it is faulty."""

import pytest

from tests.export.personas import BUDGET

LINES = BUDGET[BUDGET.index("[[line]]") :]


def update_with(tracker, text: str, *words: str) -> str:
    """The update of whoever keeps that budget beside their database."""
    (tracker.db.parent / "budget.toml").write_text(text)
    return tracker.ok(["export", "update", "--format", "txt", *words])


def test_a_budget_beside_the_database(tracker) -> None:
    """An update has the lines, their total, and what is unspent; not what was asked for."""
    text = update_with(tracker, BUDGET)

    assert (
        "\nBudget for 6 months\n"
        "- Living costs: 15,000 USD, spent 2,500 USD\n"
        "- Compute: 1,360 USD, spent 212 USD; one A100, rented by the hour\n"
        "- Buffer of 10%: 1,640 USD\n"
        "- Total: 18,000 USD, spent 2,712 USD\n"
        "\nUnspent, counting only lines that state what was spent: 13,648 USD.\n"
        "\nHours logged"
    ) in text


def test_another_file(tracker, tmp_path) -> None:
    """--budget names another file; without a file there is no budget."""
    place = tmp_path / "mine.toml"
    place.write_text('currency = "EUR"\n[[line]]\nwhat = "Rent"\namount = 500\n')

    assert "Budget\n" not in tracker.ok("export update --format txt")
    assert "Rent: 500 EUR" in tracker.ok(
        ["export", "update", "--format", "txt", "--budget", str(place)]
    )


def test_a_redacted_budget(tracker) -> None:
    """With --redact a budget has no notes and no names of those who gave money."""
    text = update_with(tracker, BUDGET, "--redact")

    assert "Living costs" in text
    assert "one A100" not in text
    assert "Own savings" not in tracker.ok("export application --for ltff --redact")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LINES, "currency: is missing"),
        (
            BUDGET.replace("15000", "15000.5"),
            "line 1: amount: must be a whole amount of 0 or more",
        ),
        (
            BUDGET.replace("note", "notes"),
            "line 2: notes: is not a known key; did you mean 'note'",
        ),
        (
            BUDGET.replace("[[tier]]", "[[tiers]]"),
            "tiers is not a known key; did you mean 'tier'",
        ),
        (
            BUDGET.replace('"2026-03"', '"march"'),
            "raised 1: day: must be a year, month or day",
        ),
        ('currency = "USD"\nline = 3\n', "line must be written [[line]]"),
    ],
)
def test_a_fault_is_named(tracker, text: str, expected: str) -> None:
    """A faulty budget is refused (6) with the file, the entry and the key."""
    (tracker.db.parent / "budget.toml").write_text(text)

    refused = tracker("export update")

    assert refused.code == 6
    assert expected in " ".join(refused.err.split())
