"""Hours from memory."""

import pytest

from tests.conftest import Tracker


def test_recall(tracker: Tracker) -> None:
    """Hours from memory are listed separately, up to today, and no total counts them."""
    assert tracker.ok("recall fastai 70h --over 2026-02..2026-05") == (
        "Recorded about 70 h on fastai, 1 Feb to 31 May 2026: from memory, not counted in\n"
        "totals. Undo: tracker undo\n"
    )
    answer = tracker.json("recall ppo 12h --over 2026")["recollection"]

    assert (answer["since"], answer["until"], answer["seconds"]) == (
        "2026-01-01",
        "2026-11-23",
        43200,
    )
    assert tracker.json("report --all")["seconds"] == 0
    ppo, fastai = (r["id"][:6] for r in tracker.json("recall")["recollections"])
    assert tracker.ok("recall") == (
        f"{ppo}  12 h  ppo     1 Jan to 23 Nov 2026\n"
        f"{fastai}  70 h  fastai  1 Feb to 31 May 2026\n"
        "About 82 h from memory, not counted in totals.\n"
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("recall fastai 70h", 2),
        ("recall fastai --over 2026-05", 2),
        ("recall fastai 70h --over 2026-05..", 2),
        ("recall fastai 1h --over 2027", 4),
        ("recall fastai 25h --over yesterday", 4),
    ],
)
def test_recall_refused(tracker: Tracker, words: str, code: int) -> None:
    """Hours from memory need a period that has begun and is long enough."""
    assert (tracker(words).code, tracker.json("recall")["recollections"]) == (code, [])
