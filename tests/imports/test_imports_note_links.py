"""Links between the notes of a vault: they lead on, and say neither day nor length."""

from pathlib import Path

import pytest

from tests.imports.reading import read


@pytest.mark.parametrize(
    "links",
    [
        "<< [[2026-05-19]] | [[2026-05-21]] >>",
        "[[2026-05-19]] - [[2026-05-21]]",
        "[[2026-05-19|before]] [[2026-05-21|after]]",
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_links_to_other_days(tmp_path: Path, links: str, place: str) -> None:
    """A line of links to other days changes no day, at the top or at the bottom."""
    lines = ["## 2026-05-20", "- 1h maths", "- 45m ppo"]
    lines = [links, *lines] if place == "above" else [*lines, links]

    assert [
        (day, seconds) for day, _, seconds in read(tmp_path, "\n".join(lines)).amounts
    ] == [("2026-05-20", 3600), ("2026-05-20", 2700)]


def test_a_link_in_an_entry(tmp_path: Path) -> None:
    """A link in an entry is its text, or the words that it shows."""
    log = read(tmp_path, "## 2026-05-20\n- 2h [[ARENA]]\n- 1h [[x|linear algebra]]\n")

    assert [entry.note for entry in log.settled] == ["ARENA", "linear algebra"]
