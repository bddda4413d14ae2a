"""One person's half year, recorded through commands."""

import pytest

COMMANDS = (
    ("2026-06-01T18:00", "target research-contributor-empirical"),
    ("2026-06-01T18:00", "log fastai 3h30m --on 2026-05-30 -n 'lesson 1, with Jane'"),
    ("2026-06-01T18:00", "log fastai 13:00-15:30 +pair -n '=HYPERLINK(1)'"),
    ("2026-06-02T09:00", "start ppo"),
    ("2026-06-02T12:15", "stop -n first"),
    (
        "2026-06-10T20:00",
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-06-03 --hours 200-260",
    ),
    ("2026-06-10T20:00", "log ziegler-2019 8h --on 2026-06-03"),
    ("2026-06-10T20:00", "log ziegler-2019 9h15m --on 2026-06-04"),
    ("2026-06-10T20:00", "log ziegler-2019 9:00-12:00"),
    ("2026-06-10T20:00", "log fastai 11:00-12:30 --overlap"),
    ("2026-06-11T20:00", "edit last --amount 2h --note longer"),
    (
        "2026-06-14T20:00",
        "reach transformer-in-pytorch --evidence repo:https://git.example/you/tf --part all "
        "--claimed '27.3 BLEU' --reproduced '25.8 BLEU'",
    ),
    (
        "2026-06-20T20:00",
        "reach dl-practical-done --with fastai --evidence 'certificate:cert.pdf from Jeremy Howard, 20 Jun 2026'",
    ),
    ("2026-06-21T20:00", "reach linear-algebra-done --on 2026-06-01"),
    (
        "2026-06-21T20:00",
        "rate software-engineering strong --by 'Ann Lee' --evidence 'letter:Ann Lee, 20 Jun 2026'",
    ),
    ("2026-06-22T20:00", "done learnpython ppo"),
    ("2026-06-22T20:00", "recall fastai 120h --over 2026Q1"),
    (
        "2026-06-22T20:00",
        [
            "add",
            "evil",
            "--title",
            "|<b>x</b> & `rm`\n# =1+1 \u202ead",
            "--track",
            "coding",
        ],
    ),
    ("2026-06-22T20:00", "log evil 45m -n 'a | b'"),
)


_MADE: list[bytes] = []


@pytest.fixture(name="persona")
def _persona(tracker, monkeypatch):
    """A tracker that holds it all, with ids that are the same each time; written once, then copied."""
    if _MADE:
        tracker.db.write_bytes(_MADE[0])
    else:
        made = iter(range(10**6))
        monkeypatch.setattr(
            "tracker.journal.store.sessions.new_uid", lambda: f"s{next(made):015}"
        )
        for now, words in COMMANDS:
            tracker.ok(words, now)
        _MADE.append(tracker.db.read_bytes())
    tracker.now = "2026-06-30T12:00"
    return tracker
