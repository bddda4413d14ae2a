"""Three replications, shown one by one: what each command says of them."""

import pytest

from tests.conftest import Output, Tracker
from tracker.labels import GUIDE_NOTE

THREE = "three-replications"
TITLE = "A few foundational papers of one sub-field replicated"


@pytest.fixture(name="two")
def _two(tracker: Tracker) -> Tracker:
    """Two replications, one with code that others can see; a third is begun."""
    tracker.ok("reach replication-done --with dqn --evidence repo:git.example/you/dqn")
    tracker.ok("reach replication-done --with ppo --on 2026-11-20")
    tracker.ok("attempt few-hundred-hour-replication --with ziegler-2019")
    return tracker


def _status(tracker: Tracker) -> tuple[str, dict[str, object]]:
    milestone = tracker.json(f"show {THREE}")["milestone"]
    return milestone["state"], milestone["count"]


def test_answers_of_reach(tracker: Tracker) -> None:
    """Each answer says how many are done and shown; the third, what it reached."""
    dqn, ppo, vae = (
        " ".join(tracker.ok(f"reach replication-done --with {words}").split())
        for words in ("dqn --evidence repo:a.example/dqn", "ppo", "vae")
    )

    assert f"counts for: {TITLE}, 1 of 3 shown Undo" in dqn
    assert f"counts for: {TITLE}, 2 of 3 done, 1 shown Undo" in ppo
    assert f"also reached: {TITLE}, 3 of 3 done, 1 shown Undo" in vae


def test_one_item_once(tracker: Tracker) -> None:
    """A second result with an item is no second replication, over the limit too."""
    tracker.ok("reach replication-done --with ppo")
    tracker.ok("log ppo 20h --on 2026-11-20")
    tracker.ok(
        "reach few-hundred-hour-replication --with ppo --evidence repo:a.example/ppo"
    )

    assert _status(tracker) == (
        "open",
        {"needed": 3, "done": 1, "shown": 1, "started": []},
    )


def test_show(two: Tracker) -> None:
    """`show` lists each replication with its evidence, what is begun, and a command."""
    text = two.ok(f"show {THREE}")

    assert (
        "  state     open\n"
        "  results   2 of 3 done, 1 shown, 1 started\n"
        "            ppo, Fri 20 Nov: no evidence yet\n"
        "            dqn, Mon 23 Nov: repo git.example/you/dqn\n"
        "            started: ziegler-2019\n"
        "  criterion "
    ) in text
    assert (
        "  counts    3 results, each with another item, of: A paper replicated\n"
        "            (replication-done)\n"
    ) in text
    assert text.endswith(
        "To show it, add evidence:\n"
        "  tracker reach replication-done --with ppo --evidence repo:URL\n"
        f"{GUIDE_NOTE}\n"
    )
    two.ok("reach replication-done --with ppo --evidence repo:a.example/ppo")
    two.ok("reach replication-done --with vae --evidence repo:a.example/vae")
    assert "To show it" not in two.ok(f"show {THREE}")


def test_show_before_the_first(tracker: Tracker) -> None:
    """Before the first replication, the command is that of any of them."""
    text = tracker.ok(f"show {THREE}")

    assert "  evidence  none yet\n" in text
    assert text.endswith(
        "For each one: tracker reach replication-done --with ITEM --evidence repo:URL\n"
        f"{GUIDE_NOTE}\n"
    )


def test_third_and_undo(two: Tracker) -> None:
    """The third reaches it, on the day it came; undo of any of them opens it again."""
    before = two.json(f"show {THREE}")
    two.ok("reach replication-done --with vae --evidence repo:a.example/vae")

    assert _status(two)[0] == "reached"
    assert "  state     reached on Mon 23 Nov, claimed\n" in two.ok(f"show {THREE}")
    milestone = two.json(f"show {THREE}")["milestone"]
    assert [work["item"] for work in milestone["works"]] == ["ppo", "dqn", "vae"]
    assert milestone["by"] == ["replication-done"]
    two.ok("undo")
    assert two.json(f"show {THREE}") == before


def test_ready(two: Tracker) -> None:
    """`ready` says how many are done and shown; as strong as the third strongest."""

    def replications() -> tuple[str, list[str]]:
        lines = two.json("ready research-contributor-empirical")["requirements"]
        line = next(each for each in lines if each["slug"] == "replications")
        return line["strength"], line["because"]

    assert replications() == ("none", ["2 of 3 done, 1 shown, 1 started"])
    two.ok("reach replication-done --with vae --evidence repo:a.example/vae")
    assert replications() == ("practised", ["3 of 3 done, 2 shown, 23 Nov"])
    two.ok("reach replication-done --with ppo --evidence repo:a.example/ppo")
    assert replications() == ("shown", ["3 of 3 shown, 23 Nov"])
    two.ok(f"reach {THREE} --evidence review:'Ann Lee, 3 Nov 2026'")
    assert replications() == ("shown", ["3 of 3 shown, 23 Nov"])


def test_lists(two: Tracker) -> None:
    """Lists say how many are done; with no evidence of one, it is still to be shown."""
    two.ok("reach replication-done --with vae --evidence repo:a.example/vae")

    assert f"  {THREE}  3 of 3 done, 2 shown - A few f" in two.ok("milestones")
    listed = two.ok("milestones --for research-contributor-empirical")
    assert (
        f"  {TITLE} (3 of 3 done, 2 shown)\n"
        "    for replications (required), ml-depth (expected)\n"
        "    tracker reach replication-done --with ppo --evidence repo:URL\n"
    ) in listed
    two.ok("reach replication-done --with ppo --evidence repo:a.example/ppo")
    listed = two.ok("milestones --for research-contributor-empirical")
    assert f"{TITLE} (" not in listed


def test_drop_and_reopen(two: Tracker) -> None:
    """It has no result itself; the command in the hint removes those it counts."""
    two.ok("reach replication-done --with vae")

    assert two(f"drop {THREE}") == Output(
        4,
        "",
        f"{THREE} is reached, and only an open milestone can be dropped.\n"
        "If that is a mistake: tracker reopen replication-done\n",
    )
    assert two(f"reopen {THREE}") == Output(
        4,
        "",
        f"{THREE} counts as reached because 3 results count towards it; it has\n"
        "no result itself.\n"
        "If that is a mistake: tracker reopen replication-done\n",
    )
    two.ok("reopen replication-done")
    assert _status(two) == (
        "open",
        {"needed": 3, "done": 0, "shown": 0, "started": ["ziegler-2019"]},
    )


def test_done_item(two: Tracker) -> None:
    """A finished replication leads on to its command, until three are done."""
    command = "tracker reach replication-done --with vae --evidence repo:URL"

    assert command in two("done vae").err
    two.ok("reach replication-done --with vae")
    assert two("done gan").err == ""


def test_plan(two: Tracker) -> None:
    """A plan for it is kept on the day of the third; then nothing is left to plan."""
    two.ok(f"plan {THREE} --by 2026-12-31")
    two.ok("reach replication-done --with vae --on 2026-11-22")

    (plan,) = two.json("plan")["plans"]
    assert (plan["state"], plan["ended"]) == ("kept", "2026-11-23")
    assert two(f"plan {THREE} --by 2026-12-31").err == (
        f"{THREE} is done since 2026-11-23.\n"
        f"See what reached it: tracker show {THREE}\n"
    )


@pytest.mark.parametrize(
    ("counted", "counting", "implied"),
    [
        ("ml-course-credit", "ml-courses-credit", "basic-dl-done"),
        ("theory-graduate-course", "theory-graduate-courses", "linear-algebra-done"),
        ("student-to-paper", "students-to-papers", "student-mentored"),
        ("change-merged", "open-source-merged", "change-merged"),
    ],
)
def test_others(tracker: Tracker, counted: str, counting: str, implied: str) -> None:
    """Courses, students and merged changes count alike, and imply what is covered."""
    for item in ("cs231n", "cs224n"):
        tracker.ok(f"reach {counted} --with {item}")
    assert tracker.json(f"show {counting}")["milestone"]["state"] == "open"
    tracker.ok(f"reach {counted} --with vae")

    listed = {m["slug"]: m["state"] for m in tracker.json("milestones")["milestones"]}
    assert (listed[counting], listed[implied]) == ("reached", "reached")


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ("git.example/r git.example/r git.example/r", 1),
        ("git.example/r https://www.git.example/r/ git.example/r.git", 1),
        ("git.example/r git.example/r git.example/s", 2),
        ("git.example/r/1 git.example/r/2 git.example/r/3", 3),
    ],
)
def test_one_address_is_one_work(tracker: Tracker, places: str, shown: int) -> None:
    """Works with one address are shown as one, and `reach` says so at once."""
    for item, place in zip(("ppo", "dqn", "vae"), places.split(), strict=True):
        output = tracker(
            f"reach replication-done --with {item} --evidence repo:{place}"
        )
    is_told = "already shows replication-done with ppo." in output.err

    count = _status(tracker)[1]
    assert count == {"needed": 3, "done": 3, "shown": shown, "started": []}
    assert is_told == (places.split()[2] != "git.example/s" and shown < 3)
    strengths = [
        line["strength"]
        for line in tracker.json("ready research-contributor-empirical")["requirements"]
        if line["milestone"] == THREE
    ]
    assert strengths == ["shown" if shown == 3 else "practised"]


def test_three_reached_at_once(tracker: Tracker) -> None:
    """One repository does not show three papers; the answer names the way, paper by paper."""
    once = tracker(f"reach {THREE} --evidence repo:git.example/all")
    assert once.err.endswith(
        "  tracker reach replication-done --with ITEM --evidence repo:URL\n"
    )
    assert "(claimed)" in " ".join(once.out.split())

    more = "--evidence repo:git.example/b --evidence metric:git.example/c"
    assert "(claimed)" not in tracker.ok(f"reach {THREE} {more}")


def test_one_transcript_for_three_courses(tracker: Tracker) -> None:
    """A certificate or letter can be about several works."""
    tracker.ok("items")
    once = tracker(
        "reach ml-courses-credit --evidence certificate:'Univ X, 3 Feb 2026'"
    )

    assert once.err == ""
    assert "(claimed)" not in once.out
