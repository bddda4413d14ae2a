"""What became of a promise: delivered only where others can see it, within its limit."""

from datetime import date, timedelta

from tests.conftest import Tracker


def outcomes(tracker: Tracker, now: str = "2026-11-23T12:00") -> dict[str, str]:
    """What `applications` says of each promise by its slug."""
    (sent,) = tracker.json("applications", now)["applications"]
    lines = " ".join(tracker.ok("applications").split())
    said = {}
    for promise in sent["promises"]:
        rest = lines.partition(f"{promise['title']}, planned for ")[2]
        said[promise["slug"]] = rest.partition("; ")[2]
    return said


def promise(tracker: Tracker, *slugs: str) -> None:
    """Plan these by 30 March, and promise them to a funder."""
    for slug in slugs:
        tracker.ok(f"plan {slug} --by 2026-03-30", "2026-01-05T09:00")
    tracker.ok("applied taif", "2026-01-06T09:00")


def test_a_claim_is_not_delivered(tracker: Tracker) -> None:
    """Done without evidence is claimed; without any hours it says so."""
    promise(tracker, "ppo")
    tracker.ok("done ppo", "2026-04-02T09:00")

    (line,) = outcomes(tracker).values()
    (told,) = tracker.json("applications")["applications"][0]["promises"]

    assert (
        line == "claimed done Thu 2 Apr, 3 days late; no evidence yet; no hours logged"
    )
    assert [told[key] for key in ("state", "completed", "delivered", "late")] == [
        "claimed",
        "2026-04-02",
        None,
        3,
    ]


def test_evidence_delivers(tracker: Tracker) -> None:
    """What others can open is delivered, with its link in every report."""
    promise(tracker, "transformer-in-pytorch")
    tracker.ok(
        "reach transformer-in-pytorch --evidence repo:https://git.example/you/tf",
        "2026-03-30T09:00",
    )

    assert outcomes(tracker)["transformer-in-pytorch"] == (
        "delivered Mon 30 Mar, on time repo: https://git.example/you/tf"
    )
    for words in ("progress", "update --for taif"):
        told = tracker.ok(f"export {words} --format md")
        assert (
            "| delivered 30 Mar 2026, on time; repo: <https://git.example/you/tf> |"
        ) in told
    told = tracker.ok("export application --for taif --worksheet --format md")
    assert "oneself; delivered 30 Mar 2026, on time" in told


def test_evidence_added_later_says_since_when(tracker: Tracker) -> None:
    """A result counts as late by its own day; evidence added later has its day."""
    promise(tracker, "transformer-in-pytorch")
    tracker.ok("reach transformer-in-pytorch", "2026-03-30T09:00")
    assert outcomes(tracker)["transformer-in-pytorch"].startswith(
        "claimed done Mon 30 Mar, on time; no evidence yet"
    )
    tracker.ok(
        "reach transformer-in-pytorch --evidence repo:https://git.example/you/tf",
        "2026-04-20T09:00",
    )

    assert outcomes(tracker)["transformer-in-pytorch"].startswith(
        "completed Mon 30 Mar, on time; evidence since Mon 20 Apr"
    )


def test_a_document_handed_over_delivers(tracker: Tracker) -> None:
    """A certificate that names its giver and day delivers; it is on request."""
    promise(tracker, "dl-practical-done")
    tracker.ok(
        "reach dl-practical-done --with fastai --evidence 'certificate:Jeremy Howard, 28 Mar 2026'",
        "2026-03-31T09:00",
    )

    assert outcomes(tracker)["dl-practical-done"] == (
        "delivered Tue 31 Mar, 1 day late; no hours logged certificate, on request"
    )


def test_a_limit_missed_is_not_delivered(tracker: Tracker) -> None:
    """Over the limit that was promised nothing is delivered, though others can open it."""
    promise(tracker, "few-hundred-hour-replication")
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-01-06",
        "2026-01-06T10:00",
    )
    for days in range(42):
        day = date(2026, 1, 6) + timedelta(days)
        tracker.ok(f"log ziegler-2019 10h --on {day}", "2026-04-19T09:00")
    tracker.ok(
        "reach few-hundred-hour-replication --with ziegler-2019 --evidence repo:https://git.example/you/z",
        "2026-04-19T10:00",
    )

    assert outcomes(tracker)["few-hundred-hour-replication"] == (
        "completed Sun 19 Apr, 20 days late; 420.0 h, over the limit of 200-400 h "
        "repo: https://git.example/you/z"
    )
    (told,) = tracker.json("applications")["applications"][0]["promises"]
    assert (told["state"], told["delivered"]) == ("over", None)


def test_what_covers_a_promise_delivers_it(tracker: Tracker) -> None:
    """A milestone that covers the promised one delivers it, with its evidence."""
    promise(tracker, "replication-done")
    tracker.ok(
        "reach rl-replication --with ppo --evidence repo:https://git.example/you/ppo",
        "2026-03-29T09:00",
    )

    assert outcomes(tracker)["replication-done"] == (
        "delivered Sun 29 Mar, 1 day early; no hours logged repo: https://git.example/you/ppo"
    )


def test_works_that_count_deliver_together(tracker: Tracker) -> None:
    """What counts works is claimed until as many as it needs have evidence."""
    promise(tracker, "three-replications")
    for item in ("ppo", "dpo", "vae"):
        tracker.ok(f"reach replication-done --with {item}", "2026-03-29T09:00")
    evidence = (
        "reach replication-done --with {0} --evidence repo:https://git.example/you/{0}"
    )
    states = []
    for item in ("ppo", "dpo", "vae"):
        tracker.ok(evidence.format(item), "2026-04-05T09:00")
        states.append(outcomes(tracker)["three-replications"].split(" repo: ")[0])

    incomplete = (
        "claimed done Sun 29 Mar, 1 day early; evidence incomplete; no hours logged"
    )
    assert states == [
        incomplete,
        incomplete,
        "completed Sun 29 Mar, 1 day early; evidence since Sun 5 Apr; no hours logged",
    ]


def test_a_kind_that_does_not_count_delivers_nothing(tracker: Tracker) -> None:
    """Evidence of a kind that the milestone does not list is named as not counted."""
    promise(tracker, "transformer-in-pytorch")
    tracker.ok(
        "reach transformer-in-pytorch --evidence post:https://you.example/tf",
        "2026-03-30T09:00",
    )

    assert outcomes(tracker)["transformer-in-pytorch"] == (
        "claimed done Mon 30 Mar, on time; no evidence yet "
        "not counted as evidence: https://you.example/tf"
    )


def test_open_and_withdrawn(tracker: Tracker) -> None:
    """What is not completed is open, or withdrawn with its day."""
    promise(tracker, "ppo", "dpo", "vae")
    tracker.ok("plan dpo --withdraw", "2026-02-01T09:00")
    tracker.ok("plan vae --by 2026-05-01", "2026-02-01T09:00")

    (sent,) = tracker.json("applications", "2026-11-23T12:00")["applications"]
    assert {each["slug"]: each["state"] for each in sent["promises"]} == {
        "ppo": "open",
        "dpo": "withdrawn",
        "vae": "open",
    }
