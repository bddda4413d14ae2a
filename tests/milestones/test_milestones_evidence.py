"""Which evidence shows a milestone, and what is only claimed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.choices import EVIDENCE_KINDS
from tracker.milestones.rules.evidence import (
    CLAIM,
    add_evidence,
    find_repeated,
    is_only_claimed,
    is_open_to_others,
    is_valid_evidence,
    unlisted_evidence,
)
from tracker.milestones.rules.neighbours import find_neighbours
from tracker.milestones.rules.records import Evidence, Milestone

DAY, LATER = date(2026, 11, 23), date(2026, 12, 1)
PAPER = Milestone("paper", "A paper", kinds=("repo", "review"))
CLAIMED = Evidence(CLAIM, "", DAY)
REPO = Evidence("repo", "https://git.example/u", DAY)
LETTER = "Ann Lee, 3 Nov 2026"
PLACES = (
    *("", "u", "https://a.example", "a.example/", "WWW.A.EXAMPLE", "file:///home/me/x"),
    *("localhost:80", "~/x", "on request", LETTER, "3 Nov 2026", "10.0.0.1/x"),
)
PIECES = st.lists(
    st.tuples(st.sampled_from(EVIDENCE_KINDS), st.sampled_from(PLACES)), max_size=8
)

# Evidence, and whether others can check it.
JUDGED = """
    repo:https://git.example/you/tf         yes
    post:blog.example/tf                    yes
    paper:arXiv:1909.08593                  yes
    metric:https://runs.example/1           yes
    letter:https://letters.example/ann      yes
    certificate:https://courses.example/1   yes
    letter:Ann Lee, 3 Nov 2026              yes
    review:Ann Lee, 3 Nov 2026              yes
    certificate:BlueDot, 3 Nov 2026         yes
    metric:84%, marked by Ann Lee, 3 Nov 2026   yes
    letter:on-request                       no
    letter:on request                       no
    letter:Ann Lee                          no
    letter:3 Nov 2026                       no
    letter:Ann Lee, 3 Dec 2026              no
    letter:my boss, 3 Nov 2026              no
    letter:~/letters/Ann Lee, 3 Nov 2026    no
    letter:ann@lee.example                  no
    review:Ann Lee, by mail                 no
    review:ask me                           no
    certificate:cert.pdf                    no
    certificate:transcript                  no
    certificate:a paper on my wall          no
    metric:top-1 76.1%                      no
    metric:Univ X, 3 Feb 2026               no
    metric:marked by Ann, 3 Nov 2026        no
    repo:https://git.example                no
    repo:https://github.com/                no
    repo:http://www.github.com/alice/       no
    repo:https://gitlab.com/alice?tab=repos no
    post:https://alice.example/#            no
    paper:https://arxiv.org                 no
    certificate:https://coursera.org/       no
    letter:https://ann-lee.example          no
    post:https://alice.example/?p=12        yes
    repo:https://github.com/alice/calc      yes
    metric:ResNet 76.1%, 3 Nov 2026         no
    repo:Ann Lee, 3 Nov 2026                no
    post:Ann Lee, 3 Nov 2026                no
    paper:NeurIPS 2024, 3 Nov 2024          no
    repo:my laptop                          no
    repo:soon                               no
    repo:coming-soon                        no
    repo:tbd                                no
    repo:private                            no
    repo:somewhere                          no
    repo:tf                                 no
    repo:/srv/git/tf                        no
    repo:file:///home/me/tf                 no
    repo:C:\\git\\tf                        no
    repo:localhost:8080/tf                  no
    repo:https://127.0.0.1/tf               no
    repo:http://192.168.1.4/tf              no
    repo:http://172.20.0.1/tf               no
    repo:http://git/tf                      no
    repo:https://git.local/tf               no
    repo:https://git.corp.internal/tf       no
    repo:https://nas.lan/tf                 no
    repo:git@git.example:you/tf             no
    post:https://lab.slack.com/archives/C1  no
    post:https://discord.com/channels/1/2   no
    letter:mailto:ann@lee.example           no
    letter:https://mail.google.com/mail/u/0 no
    self:https://git.example/you/tf         no
    self:Ann Lee, 3 Nov 2026                no
"""


@pytest.mark.parametrize("line", JUDGED.strip().splitlines())
def test_open_to_others(line: str) -> None:
    """An address that anybody can open, or a document with its giver and day."""
    typed, _, answer = line.strip().rpartition(" ")
    kind, _, place = typed.strip().partition(":")

    assert is_open_to_others(Evidence(kind, place, DAY)) is (answer == "yes")


def test_giver_who_is_known() -> None:
    """Where the giver is known, as of a rating, a letter needs its day alone."""
    day_alone = Evidence("letter", "3 Nov 2026", DAY)

    assert is_open_to_others(day_alone, giver="Ann Lee")
    assert not is_open_to_others(day_alone, giver="my boss")
    assert not is_open_to_others(Evidence("letter", "on request", DAY), giver="Ann Lee")


@given(PIECES)
def test_each_piece_once(pieces: list[tuple[str, str]]) -> None:
    """Each piece of evidence is added once; typed again, nothing is added."""
    added = add_evidence(pieces, (), DAY)
    repeated = list(find_repeated(pieces, ()))

    assert add_evidence(pieces, added, LATER) == ()
    assert len(added) + len(repeated) == max(len(pieces), 1)
    assert len(list(find_repeated(pieces, added))) == len(pieces)


def test_one_address_in_two_spellings() -> None:
    """The same address is one piece, in one command and with what is saved."""
    typed = [("repo", "http://GIT.example/u/"), ("repo", "git.example/v")]
    again = [*typed, ("repo", "https://www.git.example/v.git")]

    assert add_evidence(again, [REPO], LATER) == (
        Evidence("repo", "git.example/v", LATER),
    )
    assert [place for place, _ in find_repeated(again, [REPO])] == [
        "http://GIT.example/u/",
        "https://www.git.example/v.git",
    ]


def test_one_address_of_two_kinds() -> None:
    """An address counts once; under a kind that does not count it can be corrected."""
    review, post = ("review", REPO.place), ("post", REPO.place)

    assert add_evidence([review], [REPO], LATER, PAPER.kinds) == ()
    assert len(add_evidence([post, review], (), LATER, PAPER.kinds)) == 2


def test_without_evidence_it_is_a_claim() -> None:
    """Where there is none at all a claim is added, and only once."""
    assert add_evidence([], [], DAY) == (CLAIMED,)
    assert add_evidence([], [CLAIMED], LATER) == ()
    assert add_evidence([], [REPO], LATER) == ()


def test_a_piece_keeps_its_day() -> None:
    """Evidence has the day it was added; more evidence leaves that of the first alone."""
    added = add_evidence([("repo", REPO.place), ("post", "p")], [REPO], LATER)

    assert added == (Evidence("post", "p", LATER),)


def test_kinds_that_are_not_listed() -> None:
    """A kind that the milestone does not list is named once; a claim never is."""
    first = Evidence("certificate", "c", DAY)
    second = Evidence("certificate", "d", DAY)

    assert unlisted_evidence([first, second, CLAIMED, REPO], PAPER) == (first,)
    assert unlisted_evidence([CLAIMED, REPO], PAPER) == ()


def test_only_claimed() -> None:
    """Evidence of another kind, on the own machine, or none at all is only a claim."""
    other_kind = Evidence("certificate", "https://a.example", DAY)
    own_machine = Evidence("repo", "localhost", DAY)

    assert is_only_claimed([], PAPER)
    assert is_only_claimed([CLAIMED, other_kind, own_machine], PAPER)
    assert not is_only_claimed([CLAIMED, REPO], PAPER)


@given(PIECES, PIECES)
def test_more_evidence_never_lowers(
    some: list[tuple[str, str]], more: list[tuple[str, str]]
) -> None:
    """A milestone that is shown stays shown, whatever evidence is added."""
    before = add_evidence(some, (), DAY, PAPER.kinds)
    after = (*before, *add_evidence(more, before, DAY, PAPER.kinds))

    assert is_only_claimed(before, PAPER) >= is_only_claimed(after, PAPER)


@given(PIECES, PIECES)
def test_order_of_kinds(
    some: list[tuple[str, str]], more: list[tuple[str, str]]
) -> None:
    """What counts alone counts after other evidence too: nothing hides it."""
    alone = add_evidence(more, (), DAY, PAPER.kinds)
    before = add_evidence(some, (), DAY, PAPER.kinds)
    both = (*before, *add_evidence(more, before, DAY, PAPER.kinds))

    assert is_only_claimed(alone, PAPER) >= is_only_claimed(both, PAPER)


@given(PIECES)
def test_what_counts(pieces: list[tuple[str, str]]) -> None:
    """Evidence counts exactly if its kind is listed and others can check it."""
    for piece in add_evidence(pieces, (), DAY):
        assert is_valid_evidence(piece, PAPER) == (
            piece.kind in PAPER.kinds and is_open_to_others(piece)
        )
        assert not (piece.kind == CLAIM and is_valid_evidence(piece, PAPER))


RUNGS = (
    Milestone("done", "Done", kinds=("repo",), ladder="l", rung=1),
    Milestone("open", "Open", kinds=("review",), ladder="l", rung=2),
    Milestone("post", "Post", kinds=("post",), ladder="l", rung=3),
    Milestone("talk", "Talk", kinds=("post", "letter"), ladder="l", rung=4),
    Milestone("hundreds", "Hundreds", kinds=("metric",), covers=("done",)),
    Milestone("led", "Led", kinds=("certificate",), covers=("hundreds",)),
    Milestone("next", "Next", kinds=("paper", "post"), needs=("hundreds",)),
    Milestone("far", "Far", kinds=EVIDENCE_KINDS),
)


@pytest.mark.parametrize(
    ("slug", "kind", "neighbour"),
    [
        ("done", "post", "post"),  # the next rung that lists it
        ("open", "letter", "talk"),
        ("open", "repo", "done"),  # the rung below
        ("hundreds", "post", "post"),  # a rung above one that it covers
        ("hundreds", "repo", "done"),  # what it covers
        ("hundreds", "certificate", "led"),  # what covers it
        ("hundreds", "paper", "next"),  # what needs it
        ("next", "review", None),  # nothing near
        ("far", "repo", None),
        ("hundreds", "metric", None),  # it lists that itself
    ],
)
def test_neighbours(slug: str, kind: str, neighbour: str | None) -> None:
    """The nearest milestone that lists a kind which the one typed does not list."""
    milestone = next(each for each in RUNGS if each.slug == slug)
    nearest = find_neighbours([kind], milestone, RUNGS)

    assert [each.slug for each in nearest.values()] == (
        [neighbour] if neighbour else []
    )


BAR = "few-hundred-hour-replication"
POST = "https://blog.example/ppo"


def test_kind_of_another_milestone(tracker: Tracker) -> None:
    """A post that is typed for a replication shows the rung of posts, by a whole line."""
    tracker.ok("log ppo 9h --on 2026-11-20")
    output = tracker(f"reach {BAR} --with ppo --evidence post:{POST}")
    line = f"tracker reach replication-post --with ppo --evidence post:{POST}"

    assert (
        "The post is saved but does not count here. A post shows replication-post:\n"
        f"  {line}\n"
    ) in output.err
    tracker.ok(line.removeprefix("tracker "))
    shown = tracker.json("show replication-post")["milestone"]
    assert shown["evidence"] == [{"kind": "post", "where": POST}]


def test_kind_of_no_milestone_nearby(tracker: Tracker) -> None:
    """Where nothing near lists the kind, or nobody can open it, only the kinds are named."""
    tracker.ok("items")

    for words in (f"reach {BAR} --with ppo --evidence post:soon",):
        assert "The post is saved but does not count; this milestone needs a " in (
            tracker(words).err
        )


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        (
            "repo:file:///home/me/tf",
            "file:///home/me/tf is on your own machine, and nobody else can open it. It is\n"
            "saved but does not count.\n",
        ),
        (
            "repo:http://192.168.1.4/tf",
            "http://192.168.1.4/tf is a private address, which others cannot open. It is\n"
            "saved but does not count.\n",
        ),
        (
            "repo:https://lab.slack.com/archives/C1",
            "https://lab.slack.com/archives/C1 is a chat or a mailbox, which others cannot\n"
            "open. It is saved but does not count.\n",
        ),
        (
            "repo:coming-soon",
            "'coming-soon' is no address that others can open. It is saved but does not\n"
            "count. Give the whole address, for example: repo:https://example.org/you/work\n",
        ),
        (
            "repo:git@git.example:you/tf",
            "'git@git.example:you/tf' is no web address. It is saved but does not count. Type\n"
            "that:\n"
            "  tracker reach transformer-in-pytorch --evidence repo:https://git.example/you/tf\n",
        ),
        (
            "review:on-request",
            "'on-request' does not say who gave the review and on which day. It is saved but\n"
            "does not count. Name both, for example: 'review:Ann Lee, 3 Nov 2026'\n",
        ),
        (
            "review:Ann Lee, 3 Dec 2026",
            "The day of 'Ann Lee, 3 Dec 2026' is still to come. It is saved but does not\n"
            "count.\n",
        ),
        (
            "metric:BLEU 27.3",
            "'BLEU 27.3' does not say who gave the metric and on which day. It is saved but\n"
            "does not count. Name both, for example: 'metric:BLEU 27.3, marked by Ann Lee,\n"
            "3 Nov 2026'\n",
        ),
    ],
)
def test_remarks(tracker: Tracker, words: str, remark: str) -> None:
    """What does not count is saved, with the reason and the line that would show it."""
    tracker.ok("items")
    output = tracker(["reach", "transformer-in-pytorch", "--evidence", words])

    assert output.err == (
        f"{remark}To show it, add evidence:\n"
        "  tracker reach transformer-in-pytorch --evidence repo:URL\n"
    )
    assert output.out.splitlines()[0].endswith("(claimed), Mon 23 Nov.")
    assert "; it does not count" in " ".join(
        tracker.ok("show transformer-in-pytorch").split()
    )


def test_unlisted_kind_in_show(tracker: Tracker) -> None:
    """`show` says that a kind which the milestone does not list does not count."""
    tracker.ok("items")
    tracker.ok(
        f"reach arxiv-paper --evidence post:{POST} --evidence paper:arXiv:1909.08593"
    )
    text = tracker.ok("show arxiv-paper")

    assert f"post {POST}, Mon 23 Nov; it does not count\n" in text
    assert "paper arXiv:1909.08593, Mon 23 Nov\n" in text


def test_the_same_address_twice(tracker: Tracker) -> None:
    """An address is saved once, in one command and later, and the answer says so."""
    tracker.ok("items")
    reach = "reach transformer-in-pytorch"
    first = tracker(
        f"{reach} --evidence repo:git.example/tf --evidence repo:https://GIT.example/tf/"
    )
    second = tracker(f"{reach} --evidence review:https://www.git.example/tf.git")

    assert first.err == (
        "https://GIT.example/tf/ is there already, and is saved once:\n"
        "  repo git.example/tf\n"
    )
    assert "is saved once:\n  repo git.example/tf\n" in second.err
    assert tracker.json("show transformer-in-pytorch")["milestone"]["evidence"] == [
        {"kind": "repo", "where": "git.example/tf"}
    ]


def test_letter_handed_over(tracker: Tracker) -> None:
    """A letter with its giver and day verifies; on request alone it is a claim."""
    tracker.ok("items")
    tracker.ok("reach choices-vouched --evidence letter:on-request")
    before = tracker.json("skills research-taste")
    output = tracker("reach choices-vouched --evidence 'letter:Ann Lee, 3 Nov 2026'")
    after = tracker.json("skills research-taste")

    assert output == Output(0, output.out, "")
    assert _strengths(before) == {"practised", "none"}
    assert _strengths(after) == {"checked", "none"}


def _strengths(data: dict[str, list[dict[str, list[dict[str, str]]]]]) -> set[str]:
    return {level["strength"] for level in data["skills"][0]["levels"]}


def test_address_of_another_work(tracker: Tracker) -> None:
    """An address that shows another work is named, however it is written; kept too."""
    tracker.ok("reach third-author-conference-paper --evidence paper:arXiv:1909.08593")
    address = "https://arxiv.org/abs/1909.08593"
    other = tracker(f"reach first-author-workshop-paper --evidence paper:{address}")
    implied = tracker(f"reach published-paper --evidence paper:{address}")

    assert other.err == f"{address} already shows third-author-conference-paper.\n"
    assert implied.err == ""


@pytest.mark.parametrize("first", ["letter:'Ann Lee, 3 Nov 2026'", "paper:a.example/p"])
def test_paper_and_letter(tracker: Tracker, first: str) -> None:
    """A paper and a letter are needed together; either alone is claimed."""
    tracker.ok("items")
    alone = tracker(f"reach published-with-letter --evidence {first}")
    missing = "paper:URL" if first.startswith("letter") else "letter:WHO"

    assert alone.err == (
        "To show it, add evidence:\n"
        f"  tracker reach published-with-letter --evidence {missing}\n"
    )
    assert "(claimed)" in alone.out
    both = "--evidence paper:a.example/p --evidence letter:'Ann Lee, 3 Nov 2026'"
    assert tracker(f"reach published-with-letter {both}").out.count("(claimed)") == 0
    lines = tracker.json("ready professor")["requirements"]
    strengths = [r["strength"] for r in lines if r["slug"] == "paper-and-letter"]
    assert strengths == ["checked"]
