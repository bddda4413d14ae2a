"""A budget from the person's file: summed, reported, refused where it is faulty."""

import json

import pytest

from tests.export.personas import BUDGET

LINES = BUDGET[BUDGET.index("[[line]]") :]


def update_with(tracker, text: str, *words: str) -> str:
    """An update for a funder of whoever keeps that budget beside their database."""
    (tracker.db.parent / "budget.toml").write_text(text)
    return tracker.ok(["export", "update", "--for", "taif", "--format", "txt", *words])


def test_a_budget_beside_the_database(tracker) -> None:
    """An update for a funder has the lines, their total, and what is unspent.

    It has no notes, and neither what was asked for nor what was raised.
    """
    text = update_with(tracker, BUDGET)

    assert (
        "\nBudget for 6 months\n"
        "- Living costs: 15,000 USD, spent 2,500 USD\n"
        "- Compute: 1,360 USD, spent 212 USD\n"
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


def test_an_update_for_nobody_has_no_budget(tracker) -> None:
    """A budget beside the database is for funders; --budget alone shows it to others."""
    (tracker.db.parent / "budget.toml").write_text(BUDGET)

    for form in ("md", "json"):
        assert "Living" not in tracker.ok(f"export update --format {form}")


# What the budget says to each reader: a word of the lines, of notes, of spending, of
# what each amount buys, and of who gave money.
WORDS = ("Living costs", "A100", "pent", "three months, Ziegler", "Own savings")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("application --for manifund-project", (1, 1, 0, 1, 1)),
        ("application --for taif", (1, 1, 0, 1, 0)),
        ("application --for taif --redact", (1, 0, 0, 1, 0)),
        ("application --for manifund-project --redact", (1, 0, 0, 1, 0)),
        ("application --for mats-general", (0, 0, 0, 0, 0)),
        ("update --for manifund-final-report", (1, 1, 1, 0, 0)),
        ("update --for taif", (1, 0, 1, 0, 0)),
    ],
)
def test_what_a_reader_is_told(tracker, words: str, expected: tuple[int, ...]) -> None:
    """Spending is for reports, what an amount buys for applications, givers where asked.

    Its JSON holds no amount that the document does not tell.
    """
    (tracker.db.parent / "budget.toml").write_text(BUDGET)

    text = tracker.ok(f"export {words}")
    budget = json.loads(tracker.ok(f"export {words} --format json"))
    budget = (budget.get("facts") or budget)["budget"]

    data = json.dumps(budget).replace('"spent": null', "")
    assert tuple(int(word in text) for word in WORDS) == expected
    assert tuple(int(word in data) for word in WORDS) == expected


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

    refused = tracker("export update --for taif")

    assert refused.code == 6
    assert expected in " ".join(refused.err.split())
