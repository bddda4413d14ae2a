"""A table of sessions takes little more memory than its file."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime

from tracker.export.render.tables import session_table
from tracker.export.rules.sessions import SessionLine, SessionLog

DAY, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 12, tzinfo=UTC)


def lines(number: int) -> Iterator[SessionLine]:
    """That number of sessions, one by one; the first has an emoji in its note."""
    for at in range(number):
        note = "🎉" if at == 0 else "an evening's note, as long as such notes are"
        yield SessionLine(
            f"s{at:015}",
            "ppo",
            "PPO",
            "replications",
            DAY,
            None,
            None,
            3600,
            (),
            note,
            "live",
            NOW,
        )


def test_one_emoji_makes_no_table_four_times_as_large() -> None:
    """A CSV takes less than twice its own size in memory."""
    tracemalloc.start()
    try:
        made = session_table(SessionLog(None, None, lines(20_000), 0, False), "csv")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert isinstance(made, bytes)
    assert "🎉" in made.decode().splitlines()[1]
    assert most < 2 * len(made)
