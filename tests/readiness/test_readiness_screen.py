"""`ready` as text: marks, what employers said, and what to apply for."""

from dataclasses import replace

from tests.readiness.builders import DAY, HOUR, item, milestone, needs, rating, result
from tests.readiness.builders import role as build_role
from tracker.curriculum.rules.items import Gate
from tracker.milestones.rules.records import Attempt, Result
from tracker.readiness.rules.answers import ReadyAnswer
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.reason_context import make_reason_context
from tracker.readiness.rules.records import Bar, Facts, Role
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.view.applications import item_lines
from tracker.readiness.view.ready import ready_text
from tracker.readiness.view.ready_json import ready_data

MODEL = Bar(
    "lab",
    "The lab",
    "You should already be speaking to us",
    "model",
    "2022",
    line=(140, 140),
    apply="lab-roles",
)
PAPERS = Bar("phd", "Top 20", "Two papers", "papers", "2024-05", note="Very roughly.")
MILESTONES = (
    milestone("model"),
    milestone("workshop", kinds=("paper",)),
    milestone("conference", kinds=("paper",)),
    milestone(
        "papers",
        kinds=("paper",),
        needs=("workshop", "conference"),
        covers=("workshop", "conference"),
    ),
    milestone("long", within=(200 * HOUR, 400 * HOUR)),
)
LAB = item("lab-roles", title="Read the lab's roles", url="https://lab.example/jobs")


def answer(role: Role, **done: object) -> ReadyAnswer:
    """What `ready` answers somebody who did these things."""
    facts = Facts(**{"milestones": MILESTONES, "items": (LAB,), **done})  # type: ignore[arg-type]
    strengths = find_strengths(facts)
    context = make_reason_context(facts, strengths, DAY)
    return ReadyAnswer(judge_readiness(role, None, facts, strengths), context)


def screen(role: Role, **done: object) -> list[str]:
    """The lines below the counts."""
    lines = ready_text(answer(role, **done)).splitlines()[1:]
    wide = [line for line in lines if len(line) > 80]
    assert all(line.lstrip().startswith("tracker ") for line in wide)
    frame = "Required:", "Expected:", "The road there:"
    return [line for line in lines if not line.startswith(frame)]


def test_marks() -> None:
    """Our inference and a level of ours have a mark each, explained in the head."""
    role = build_role(
        needs("python", "strong", line=(24, 24)),
        needs("agenda", "strong", line=(24, 24), level_is_ours=True),
        needs("model", stated=False, line=(71, 72)),
    )

    assert screen(role) == [
        "~ our inference  ^ our level  asks for  status  why                   guide line",
        "Required   python             strong    open    nothing yet                   24",
        "           agenda             strong ^  open    nothing yet                   24",
        "         ~ model                        open    nothing yet                71-72",
    ]


def test_a_mark_is_explained_where_it_stands() -> None:
    """Where no level is ours, the head does not explain its mark."""
    (head, _) = screen(build_role(needs("python", "strong", line=(24, 24))))

    assert head == (
        "~ our inference    asks for  status  why                              guide line"
    )


def test_a_bar_has_words_year_and_caveats() -> None:
    """Below a bar stand its words, its caveat and what has changed since.

    An open bar has one line with its milestone, to show it; `show` has its words.
    """
    changed = MODEL._replace(
        status="The lab has moved.", note="No test of talent.", apply=None
    )
    reached = (result("model", "repo"),)

    assert screen(build_role(bars=(changed, PAPERS)), results=reached) == [
        "What employers have said (2022 unless dated; ask whether it still holds)",
        "  met      The lab: Model, reached 23 Nov (guide line 140)",
        '           "You should already be speaking to us"',
        "           No test of talent.",
        "           The lab has moved.",
        "  open     Top 20: Papers (papers, 2024)",
        "Words, sources and where to apply: tracker show role",
    ]


def test_equal_words_stand_once() -> None:
    """Two bars of one employer with the same words print them once, and each caveat."""
    model = MODEL._replace(note="Short.", apply=None)
    other = model._replace(slug="two", milestone="workshop", note="Long.")
    claimed = result("model"), result("workshop")

    assert screen(build_role(bars=(model, other)), results=claimed)[1:] == [
        "  claimed  The lab: Model, reached 23 Nov (model, guide line 140); Workshop,",
        "           reached 23 Nov (workshop, guide line 140)",
        '           "You should already be speaking to us"',
        "           Short.",
        "           Long.",
        "Words, sources and where to apply: tracker show role",
    ]


def test_bars_in_the_order_of_their_states() -> None:
    """A bar that is met comes first, then claimed, begun and open ones."""
    long = MODEL._replace(slug="long", milestone="long", who="Another", line=None)
    begun = Attempt("long", "lab-roles", DAY, DAY, spent=3 * HOUR)

    lines = screen(
        build_role(bars=(PAPERS, long, MODEL._replace(apply=None))),
        attempts=(begun,),
        results=(result("model", "repo"),),
    )
    assert [line for line in lines if line[2] != " " and line.startswith("  ")] == [
        "  met      The lab: Model, reached 23 Nov (guide line 140)",
        "  started  Another: Long, 3 h of 200-400 h, since 23 Nov (long)",
        "  open     Top 20: Papers (papers, 2024)",
    ]


def test_a_bar_whose_parts_are_shown() -> None:
    """It has a state of its own, and the command that says so, with its evidence."""
    parts = result("workshop", "paper"), result("conference", "paper", "post")
    short = tuple(
        _with_place(part, f"https://arxiv.example/{n}") for n, part in enumerate(parts)
    )

    assert screen(build_role(bars=(PAPERS,)), results=short) == [
        "What employers have said (2024; ask whether it still holds)",
        "  in parts Top 20: Papers, all its parts shown (papers)",
        '           "Two papers"',
        "           Very roughly.",
        "           If that is all it asks, say so:",
        "           tracker reach papers --evidence paper:https://arxiv.example/0"
        " --evidence paper:https://arxiv.example/1",
        "Words, sources and where to apply: tracker show role",
    ]
    (bar,) = ready_data(answer(build_role(bars=(PAPERS,)), results=short))["bars"]
    assert (bar["state"], bar["met"], bar["parts_shown"]) == ("open", False, True)


def test_one_paper_for_both_parts_stands_once() -> None:
    """Evidence that two parts share is not repeated, and odd places are quoted."""
    parts = result("workshop", "paper"), result("conference", "paper")
    same = tuple(_with_place(part, "https://a.example/?y=1&z=2") for part in parts)

    assert screen(build_role(bars=(PAPERS,)), results=same)[-2] == (
        "           tracker reach papers --evidence 'paper:https://a.example/?y=1&z=2'"
    )


def _with_place(done: Result, place: str) -> Result:
    pieces = (replace(piece, place=place) for piece in done.evidence)
    return done._replace(evidence=tuple(pieces))


def test_a_line_with_a_shown_alternative() -> None:
    """A line that is not needed says which of its alternatives is shown."""
    role = build_role(
        needs("model", any_of="either"), needs("workshop", any_of="either")
    )

    assert screen(role, results=(result("model", "repo"),))[-1] == (
        "      or   workshop            open    not needed: model is shown"
    )


def test_apply_now() -> None:
    """The section has the reason in the bar's words, which are not repeated below."""
    gate = Gate("an offer", window="summer 2027", odds="120 of 2,200", as_of="2026-09")
    role = build_role(bars=(MODEL._replace(status="The lab has moved."),))
    done = {"items": (LAB._replace(gate=gate),), "results": (result("model"),)}

    assert screen(role, **done)[:7] == [
        "Apply now",
        '  This bar is claimed, without evidence. The lab (2022): "You should already be',
        '  speaking to us"',
        "  The lab has moved.",
        "    Read the lab's roles: https://lab.example/jobs",
        "    needs an offer; 120 of 2,200; summer 2027 (as of 2026-09)",
        "  Applied already? Say so: tracker done lab-roles",
    ]
    assert screen(role, **done)[7:] == [
        "What employers have said (2022; ask whether it still holds)",
        "  claimed  The lab: Model, reached 23 Nov (model, guide line 140)",
        "Words, sources and where to apply: tracker show role",
    ]
    assert ready_data(answer(role, **done))["apply_now"] == [
        {
            "why": "This bar is claimed, without evidence. The lab (2022): "
            '"You should already be speaking to us"',
            "bar": "lab",
            "item": "lab-roles",
            "url": "https://lab.example/jobs",
        }
    ]


def test_a_long_address_is_whole() -> None:
    """It has a line of its own; an item without one is shown."""
    long = LAB._replace(url="https://lab.example/" + "x" * 60)

    assert list(item_lines(long, 4)) == [f"    Read the lab's roles:\n{long.url}"]
    assert list(item_lines(LAB._replace(url=None), 4)) == [
        "    Read the lab's roles: tracker show lab-roles"
    ]


def test_a_reason_for_several_items_stands_once() -> None:
    """Where all required lines are claimed, the items follow the one reason."""
    role = build_role(needs("python", "strong"), apply=("lab-roles", "board"))
    items = LAB, item("board", title="Ask around")

    told = screen(role, items=items, ratings=(rating("python", "strong"),))
    assert told[:7] == [
        "Apply now",
        "  The one required line is claimed: python.",
        "    Read the lab's roles: https://lab.example/jobs",
        "    Ask around: tracker show board",
        "  Applied already? Say so:",
        "    tracker done lab-roles  Read the lab's roles",
        "    tracker done board      Ask around",
    ]
    assert "Apply now" not in screen(role, items=items)


def test_the_screen_ends_with_the_way_on() -> None:
    """Of the target it names `gaps` and `next`; of another role its own road.

    Where all is shown there is no road.
    """
    role = build_role(needs("model"))
    about_role = answer(role)
    shown = answer(role, results=(result("model", "repo"),))

    texts = [
        ready_text(each)
        for each in (about_role._replace(is_target=True), about_role, shown)
    ]
    assert texts[0].endswith(
        "\nThe road there: tracker gaps\nWhat to do next: tracker next"
    )
    assert texts[1].endswith("\nThe road there: tracker gaps role")
    assert "The road there" not in texts[2]


def test_other_roles() -> None:
    """Roles besides, of which all that is required is claimed, are named in a line."""
    lines = ready_text(
        answer(build_role(needs("model")))._replace(other_roles=(build_role(),))
    ).splitlines()

    at = lines.index("All required lines of another role are shown or claimed:")
    assert lines[at + 1] == "  Role (tracker ready role)"
