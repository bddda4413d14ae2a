"""What `ready --if` reads, and that it answers what doing it would."""

import json
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.readiness.builders import DAY, evidence, item, rating
from tracker.errors import Refused, Unreadable
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.what_if import add_rating, mark_item_done

ROLES = (
    "software-engineer",
    "professor",
    "research-contributor-empirical",
    "research-lead-empirical",
    "research-lead-theoretical --variant mathematical",
)
MILESTONES = (
    "basic-dl-done",
    "transformer-in-pytorch",
    "engineering-two-years",
    "few-hundred-hour-replication --with ziegler-2019",
    "few-hundred-hour-replication --with ppo",
    "replication-done --with ppo",
    "replication-done --with vae",
    "first-author-workshop-paper",
    "third-author-conference-paper",
    "top-20-bar",
    "published-with-letter",
    "elk-proposal",
    "aisf-course-done",
)
EVIDENCE = (
    "",
    " --evidence repo:https://git.example/me/work",
    " --evidence paper:https://arxiv.example/abs/1",
    " --evidence certificate:https://courses.example/1",
    " --evidence 'letter:Ann Lee, 3 Nov 2026'",
    " --evidence post:https://blog.example/1 --on 2026-11-01",
)
DONE = ("fastai", "learnpython", "mit-1806", "ppo", "leetcode", "python-done fastai")
SKILLS = (
    "python",
    "research-taste",
    "software-engineering",
    "ml-depth",
    "alignment-knowledge",
)
LEVELS = ("none", "basic", "moderate", "strong", "very-strong")


def random_command(random: Random) -> str:
    """A `reach`, `rate` or `done` command, with or without evidence."""
    kind = random.choice(("reach", "reach", "rate", "done"))
    if kind == "reach":
        return f"reach {random.choice(MILESTONES)}{random.choice(EVIDENCE)}"
    if kind == "done":
        return f"done {random.choice(DONE)}"
    by = random.choice(
        ("", " --by Ann", " --by Ann --evidence 'letter:Ann Lee, 3 Nov 2026'")
    )
    return f"rate {random.choice(SKILLS)} {random.choice(LEVELS)}{by}"


@settings(max_examples=6)
@given(seed=st.integers(0, 10**9))
def test_what_if_is_doing_it(tracker: Tracker, seed: int) -> None:
    """The whole answer to random commands is that after typing them, and nothing is written.

    So it is after a random history, and for several commands at once.
    """
    random = Random(seed)
    tracker.db.unlink(missing_ok=True)
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-01-01"
    )
    for day in range(1, random.randint(2, 20)):
        tracker.ok(f"log ziegler-2019 24h --on 2026-09-{day:02}")
    for _ in range(random.randint(0, 4)):
        tracker(random_command(random))
    role = random.choice(ROLES)
    commands = [random_command(random) for _ in range(random.randint(1, 4))]
    before = tracker.db.read_bytes()
    supposed = tracker(["ready", *role.split(), "--json", "--if", "; ".join(commands)])
    each = [option for command in commands for option in ("--if", command)]

    assert tracker(["ready", *role.split(), "--json", *each]) == supposed
    assert tracker.db.read_bytes() == before
    outputs = [tracker(command) for command in commands]
    if supposed.code:
        refusals = [output for output in outputs if output.code]
        assert refusals[0].code == supposed.code
        return
    after = tracker.ok(f"ready {role} --json")
    answer = supposed.out.replace(f'"if": {as_json("; ".join(commands))}, ', "")
    assert [output.code for output in outputs] == [0] * len(commands)
    assert answer == after


def as_json(text: str) -> str:
    """A text without double quotes as it stands in JSON."""
    return f'"{text}"'


@pytest.mark.parametrize(
    ("text", "code", "error"),
    [
        ("", 2, "'' has no command.\nFor example: "),
        (";", 2, "';' has no command.\nFor example: "),
        ("log fastai 1h", 2, "'log' is not reach, rate, done or known.\nFor example: "),
        (
            "done fastai; burn",
            2,
            "'burn' is not reach, rate, done or known.\nFor example: ",
        ),
        ("reach 'mnist", 2, "'reach 'mnist' has a quote without an end.\n"),
        ("reach", 2, "reach: Missing argument 'MILESTONE'.\nFor help on it: "),
        ("rate python", 2, "rate: Missing argument 'LEVEL'.\nFor help on it: "),
        ("reach one two", 2, "reach: Got unexpected extra argument (two)\n"),
        ("reach one --nonsense 1", 2, "reach: No such option '--nonsense'.\n"),
        ("reach one --with", 2, "reach: Option '--with' requires an argument.\n"),
        ("reach none-such", 3, "There is no milestone called 'none-such'.\n"),
        ("rate none-such basic", 3, "There is no skill called 'none-such'.\n"),
        ("done none-such", 3, "There is no item or milestone called 'none-such'.\n"),
        ("done fastai --on tomorrow", 4, "Tue 24 Nov is in the future; today is "),
        ("reach mnist-mlp --on tomorrow", 4, "Tue 24 Nov is in the future; today "),
        ("rate python strong --evidence letter:x", 2, "Evidence for a rating needs "),
    ],
)
def test_refusals(tracker: Tracker, text: str, code: int, error: str) -> None:
    """What cannot be read is refused as by the command itself, and says which it is."""
    said = tracker(["ready", "professor", "--if", text])

    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(error)


def test_a_wrong_word_is_corrected_in_place(tracker: Tracker) -> None:
    """The corrected line is the whole one, with the what-if that was typed."""
    said = tracker(["ready", "professor", "--if", "rate python godlike; done fastai"])

    assert said.err.splitlines()[2] == (
        "  tracker ready professor --if 'rate python none; done fastai'"
    )
    assert tracker(said.err.splitlines()[2].removeprefix("  tracker ")).code == 0


def test_an_option_is_not_added_to_ready(tracker: Tracker) -> None:
    """A day that `reach` would take is not offered to `ready`, which would refuse it."""
    tracker.ok("attempt few-hundred-hour-replication --with ppo --since 2026-10-01")
    reach = "reach few-hundred-hour-replication --with ppo --on 2026-09-01"

    assert tracker(["ready", "professor", "--if", reach]) == Output(
        4,
        "",
        "The result on 2026-09-01 would be before its attempt, which counts hours from\n"
        "2026-10-01.\n"
        "Type that day or a later one, or give the attempt an earlier first day.\n"
        "For help, type: tracker ready --help\n",
    )


def test_what_would_change(tracker: Tracker) -> None:
    """Requirements come first, then bars; each with its state before and after."""
    text = tracker.ok(
        [
            *(
                "ready",
                "software-engineer",
                "--if",
                "tracker reach engineering-two-years",
            ),
            *("--if", "rate python strong"),
        ]
    )

    assert text.splitlines()[1:7] == [
        "If you type: reach engineering-two-years; rate python strong (nothing is",
        "written)",
        "  engineering: open -> practised",
        "  python: open -> claimed",
        "  job: open -> practised",
        "  anthropic-history (bar): open -> claimed",
    ]


def test_a_bar_that_would_change(tracker: Tracker) -> None:
    """The papers of a bar change it first to its parts, then to met."""
    paper = "--evidence paper:https://arxiv.example/abs/"
    both = (
        f"reach first-author-workshop-paper {paper}1; "
        f"reach third-author-conference-paper {paper}2"
    )
    parts, met = (
        tracker.ok(["ready", "research-lead-empirical", "--if", text])
        for text in (both, f"{both}; reach top-20-bar {paper}1 {paper}2")
    )

    assert "  top-20-phd (bar): open -> in parts\n" in parts
    assert "  top-20-phd (bar): open -> met\n" in met


def test_nothing_would_change(tracker: Tracker) -> None:
    """A command that changes nothing for the role says so."""
    text = tracker.ok(["ready", "professor", "--if", "done leetcode"])

    assert text.splitlines()[2] == (
        "  No requirement and no bar of this role would change."
    )


def test_a_semicolon_within_quotes_divides_nothing(tracker: Tracker) -> None:
    """A value may hold a semicolon, if it is quoted."""
    value = (
        "reach mnist-mlp --part 'model; all tests' --evidence repo:https://a.example/x"
    )

    assert tracker(["ready", "professor", "--if", value]).code == 0


def test_a_rating_replaces_that_of_the_same_person() -> None:
    """Another level drops the evidence for the earlier one; the same level keeps it."""
    ann = rating("python", "basic", "Ann", "letter")
    own = rating("python", "strong")
    facts = Facts(ratings=(own, ann))
    again, higher = replace(ann, evidence=()), replace(ann, level="strong", evidence=())
    review = ("review", "https://example.org/work/review")

    assert add_rating(facts, again, ()) == facts
    assert add_rating(facts, replace(own, level="basic"), ()).ratings == (
        replace(own, level="basic"),
        ann,
    )
    assert add_rating(facts, higher, (review,)).ratings == (
        own,
        replace(higher, evidence=evidence(["review"])),
    )
    with pytest.raises(Refused):
        add_rating(facts, higher, ())
    with pytest.raises(Unreadable):
        add_rating(facts, own, (review,))


def test_an_item_that_is_done_stays_done_since_its_first_day() -> None:
    """Done again changes nothing; an open item is done on the day that is given."""
    first = date(2026, 1, 1)
    facts = Facts(items=(item("a"), item("b", state="done", state_day=first)))
    once = mark_item_done(mark_item_done(facts, "a", DAY), "b", DAY)

    assert [(each.state, each.state_day) for each in once.items] == [
        ("done", DAY),
        ("done", first),
    ]


def test_hint_is_the_same_what_if(tracker: Tracker) -> None:
    """Where the item is missing, the hint is the what-if with it, evidence and all."""
    evidence = "--evidence repo:https://git.example/b/r"
    milestone = "few-hundred-hour-replication"
    refused = tracker(["ready", "professor", "--if", f"reach {milestone} {evidence}"])

    typed = f"reach {milestone} --with typical-paper {evidence}"
    assert refused.err.splitlines()[-1] == f"  tracker ready professor --if '{typed}'"
    tracker.ok(["ready", "professor", "--if", typed])


def test_what_if_known(tracker: Tracker) -> None:
    """A supposed `known` gives the answer that the command gives."""
    before = tracker.ok("ready professor --json")
    typed = ["ready", "professor", "--if", "known cs-degree arena", "--json"]
    supposed = json.loads(tracker.ok(typed))
    assert tracker.ok("ready professor --json") == before

    tracker.ok("known cs-degree arena")
    done = json.loads(tracker.ok("ready professor --json"))
    assert supposed["requirements"] == done["requirements"]


def test_what_if_takes_four_commands(tracker: Tracker) -> None:
    """Another command is refused with those that it takes, and `known` needs a word."""
    other = tracker(["ready", "professor", "--if", "plan ppo"])
    empty = tracker(["ready", "professor", "--if", "known"])

    assert other.err.startswith("'plan' is not reach, rate, done or known.\n")
    assert empty.err.startswith("known claims nothing without a word.\n")
