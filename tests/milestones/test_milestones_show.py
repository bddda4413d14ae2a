"""The command `show`."""

from collections.abc import Sequence

from tests.conftest import Tracker
from tracker.labels import GUIDE_NOTE

BAR = "few-hundred-hour-replication"
IN_PROGRESS = f"""A typical ML paper reproduced within a few hundred hours          guide line 138
  milestone {BAR}
  state     in progress
  with      ziegler-2019, Fine-Tuning Language Models from Human Preferences
  hours     30h10m of 200-400 h; 369h50m left within the limit
            0 |=====.........................|.............................| 400
  counted   from Sat 12 Sep 2026 to today (attempt recorded Mon 23 Nov 2026)
  by day    12 Sep 2026 20h00m, 5 Feb 2027 6h00m, 1 Mar 4h10m
  recorded  later 26 h, same day 4h10m
  expected  20-25 h, set on Mon 23 Nov 2026; passed on Fri 5 Feb
  evidence  none yet
"""


def test_show_in_progress(tracker: Tracker) -> None:
    """A milestone in progress shows its hours, since when, how recorded, expected."""
    tracker.ok(f"attempt {BAR} --with ziegler-2019 --since 2026-09-12 --hours 20-25")
    tracker.ok("log ziegler-2019 20h --on 2026-09-12")
    tracker.ok("log ziegler-2019 6h --on 2027-02-05", "2027-02-06T12:00")
    tracker.ok("log ziegler-2019 4h10m", "2027-03-01T12:00")
    shown = tracker.ok(f"show {BAR}")

    assert shown.startswith(IN_PROGRESS)
    assert shown.endswith(
        "After 400 h a result does not count for this milestone. It still counts for: A\n"
        "paper replicated.\n"
        f"{GUIDE_NOTE}\n"
    )


def test_ledger_by_week_and_by_month(tracker: Tracker) -> None:
    """More than twelve days are summed by week, more than twelve weeks by month."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-01-01")
    for day in range(1, 14):
        tracker.ok(f"log ppo 2h15m --on 2026-02-{day:02}")
    by_week = tracker.ok(f"show {BAR}")
    for month in range(3, 12):
        tracker.ok(f"log ppo 20m --on 2026-{month:02}-01")
        tracker.ok(f"log ppo 20m --on 2026-{month:02}-15")

    assert "  by week   26 Jan 2h15m, 2 Feb 15h45m, 9 Feb 11h15m\n" in by_week
    assert (
        "  by month  Feb 29h15m, Mar 40m, Apr 40m, May 40m, Jun 40m, Jul 40m, Aug 40m,\n"
        "            Sep 40m, Oct 40m, Nov 40m\n"
    ) in tracker.ok(f"show {BAR}")


def test_ledger_in_json(tracker: Tracker) -> None:
    """JSON has each day of the ledger; hours that overlap count once."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")
    tracker.ok("log ppo 3h --on 2026-10-31")
    tracker.ok("log ppo 10:00-12:00 --on 2026-11-02")
    tracker.ok("log ppo 11:00-13:00 --on 2026-11-02 --overlap")
    tracker.ok("log ppo 1h --on 2026-11-20")
    shown = tracker.json(f"show {BAR}")["milestone"]

    assert shown["days"] == [
        {"day": "2026-11-02", "seconds": 10800},
        {"day": "2026-11-20", "seconds": 3600},
    ]
    assert shown["hours"]["spent"] == 4
    assert "  recorded  later 5 h; 1 h overlap and count once\n" in tracker.ok(
        f"show {BAR}"
    )


def test_expectation_is_passed_by_the_clock(tracker: Tracker) -> None:
    """Hours that overlap do not pass what was expected."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01 --hours 3")
    tracker.ok("log ppo 10:00-12:00 --on 2026-11-02")
    tracker.ok("log ppo 10:00-12:00 --on 2026-11-02 --overlap")
    before = tracker.ok(f"show {BAR}")
    tracker.ok("log ppo 90m --on 2026-11-20")

    assert "  expected  3 h, set on Mon 23 Nov\n" in before
    assert "  expected  3 h, set on Mon 23 Nov; passed on Fri 20 Nov\n" in tracker.ok(
        f"show {BAR}"
    )


def test_show_reached(tracker: Tracker) -> None:
    """A reached milestone shows its day, when it was recorded, part and evidence."""
    tracker.ok(
        "reach transformer-in-pytorch --on 2026-10-02 --evidence repo:https://git.example/you/tf --part all"
    )
    shown = tracker.ok("show transformer-in-pytorch")

    assert "  state     reached on Fri 2 Oct (recorded Mon 23 Nov)\n" in shown
    assert "  your part all\n" in shown
    assert " repo https://git.example/you/tf, Mon 23 Nov\n" in shown


def test_show_open(tracker: Tracker) -> None:
    """An open milestone ends with the command to type."""
    assert tracker.ok("show transformer-in-pytorch").endswith(
        "When it is done: tracker reach transformer-in-pytorch --evidence repo:URL\n"
        f"{GUIDE_NOTE}\n"
    )
    assert tracker.ok(f"show {BAR}").endswith(
        f"To start: tracker attempt {BAR} --with typical-paper\n{GUIDE_NOTE}\n"
    )


def test_show_bounded_experiment(tracker: Tracker) -> None:
    """An experiment shows the hours of its phases, and that a decision follows."""
    tracker.ok("attempt conceptual-fit-test --with elk-report --since 2026-11-01")
    tracker.ok("log elk-report 23h --on 2026-11-02")
    shown = tracker.ok("show conceptual-fit-test")

    assert (
        "  hours     23 h of 100 h; then a decision. Running out of hours is no failure\n"
        in shown
    )
    assert "  phases    reading 23 h of 50 h, producing 0 h of 50 h\n" in shown


ITEM = """Proximal Policy Optimization Algorithms
  item      ppo, replication in replications
  by        John Schulman and others, 2017
  link      https://arxiv.org/abs/1707.06347
  status    in progress, 43% (self-reported)
  logged    5h30m in 2 sessions, Sun 1 Nov to Mon 23 Nov
  recorded  same day 3h30m, later 2 h
  memory    70 h, not counted in any total
  estimate  25-110 h, likely 55 h (tracker's estimate)
  requires  Vanilla policy gradient on CartPole (cartpole-reinforce): skipped
  leads to  One reinforcement learning algorithm replicated (rl-replication):
            open
            A paper replicated (replication-done): open
            A typical ML paper reproduced within a few hundred hours
            (few-hundred-hour-replication): in progress, 5h30m of 200-400 h
  skills    ml-engineering, ml-depth
  origin    added to the guide's curriculum
"""


def test_show_item(tracker: Tracker) -> None:
    """An item shows what it is, its status, hours, requirements and milestones."""
    tracker.ok("log ppo 2h --on 2026-11-01")
    tracker.ok("log ppo 3h30m")
    tracker.ok("recall ppo 70h --over 2026-02..2026-05")
    tracker.ok("progress ppo 3/7")
    tracker.ok("skip cartpole-reinforce")
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")

    assert tracker.ok("show ppo") == ITEM


def test_show_choice_group(tracker: Tracker) -> None:
    """An item of a choice group shows the group."""
    assert (
        "  choose    1 of learnpython, cs50p: A first course in Python\n"
        in tracker.ok("show learnpython")
    )


COURSES = ("learnpython", "cs50p", "fastai", "cs231n", "cs224n")


def finish(tracker: Tracker, hours: str, items: Sequence[str]) -> None:
    for day, item in enumerate(items, 1):
        tracker.ok(f"log {item} {hours} --on 2026-11-{day:02}")
        tracker.ok(f"done {item}")


def test_show_ratio(tracker: Tracker) -> None:
    """From five finished items on, an estimate stands beside the person's own ratio."""
    finish(tracker, "20h", COURSES[:4])
    assert "times the likely hours" not in tracker.ok("show mit-1806")

    tracker.ok("log cs224n 20h --on 2026-11-20")
    tracker.ok("done cs224n")
    assert "finished courses took" in tracker.ok("show mit-1806")


def test_hardly_begun_is_no_ratio(tracker: Tracker) -> None:
    """An item done after less than a tenth of its low estimate is in no ratio."""
    finish(tracker, "15m", COURSES)

    assert "times the likely hours" not in tracker.ok("show mit-1806")


def test_width(tracker: Tracker) -> None:
    """Pages and lists fit in 80 columns."""
    shown = [
        tracker.ok(words)
        for words in (
            "show hilton-curriculum",
            f"show {BAR}",
            "milestones",
            "milestones --open",
        )
    ]

    assert max(len(line) for page in shown for line in page.splitlines()) <= 80


def test_claimed_for_a_role(tracker: Tracker) -> None:
    """A claimed milestone keeps its command, until there is evidence."""
    tracker.ok("reach engineering-two-years")
    own_word = tracker.ok("milestones --for software-engineer")
    tracker.ok("reach engineering-two-years --evidence 'letter:Ann Lee, 3 Nov 2026'")
    vouched = tracker.ok("milestones --for software-engineer")

    assert (
        "  Two years of software work, vouched for (claimed: add evidence)\n"
        "    for engineering (required), job (helpful)\n"
        "    tracker reach engineering-two-years --evidence letter:WHO\n"
    ) in own_word
    assert "\nReached: A software engineering internship or job.\n" in own_word
    assert vouched.splitlines()[2:4] == [
        "Reached: Two years of software work, vouched for; A software engineering",
        "internship or job.",
    ]


def test_unknown(tracker: Tracker) -> None:
    """An unknown name exits 3, with how to search."""
    assert tracker("show no-such-thing-at-all").err.splitlines()[-2:] == [
        "There is no item or milestone called 'no-such-thing-at-all'.",
        "To search, type: tracker items --search WORD",
    ]
    assert (
        tracker("show no-such-thing-at-all").code,
        tracker("milestones --for nobody-at-all").code,
    ) == (3, 3)


def test_overlapping_hours(tracker: Tracker) -> None:
    """Overlapping sessions count once, and the sources say by how much."""
    tracker.ok("log ppo 9:00-9:30")
    logged = tracker.ok("log ppo 9:25-9:45 --overlap")
    shown = tracker.ok("show ppo")

    assert "Total 45m." in logged
    assert "  logged    45m in 2 sessions, Mon 23 Nov\n" in shown
    assert "  recorded  same day 50m; 5m overlap and count once\n" in shown


def test_name_of_a_requirement(tracker: Tracker) -> None:
    """A requirement of the target role comes before a part of another name."""
    tracker.ok("target research-contributor-empirical")

    assert tracker.ok("show dl-basics") == tracker.ok("show basic-dl-done")
    skill = tracker.ok("skills software-engineering")
    assert tracker.ok("show programming") == skill
    assert tracker.ok("show software-engineering") == skill
    assert "Software engineering: strong" in tracker.ok("rate programming strong")
    assert tracker.ok("reach dl-basics").startswith("Reached: Basic deep")


def test_a_skill_is_shown_before_what_has_its_name_in_it(tracker):
    """The whole name of a skill means the skill; an item's whole name the item."""
    for slug in ("research-taste", "python", "algorithms"):
        assert tracker.ok(f"show {slug}") == tracker.ok(f"skills {slug}")
    tracker.ok("add python --title Python --track coding")

    assert tracker.json("show python")["item"]["slug"] == "python"
    assert tracker("show research-taste --variant mathematical").code == 2


def test_requirement_of_the_target(tracker: Tracker) -> None:
    """A name that roles use for several things means that of the target role."""
    tracker.ok("items")
    every = tracker("reach experience").err
    assert tracker.json("show programming")["item"]["slug"] == "cs50p"
    tracker.ok("target research-contributor-empirical")

    assert every.splitlines()[1:] == [
        "It is a requirement of a role. See what it asks for:",
        "  tracker skills research-execution",
        "  tracker show research-project-done",
    ]
    assert (
        tracker.json("show experience")["milestone"]["slug"] == "research-project-done"
    )


def test_exact_name_comes_first(tracker: Tracker) -> None:
    """An item's or milestone's own name comes before that of a requirement."""
    tracker.ok("target research-contributor-empirical")
    tracker.ok("add taste --title 'A taste' --track coding")

    assert tracker.json("show taste")["item"]["title"] == "A taste"
    assert tracker.json("show swe-internship")["milestone"]["slug"] == "swe-internship"
