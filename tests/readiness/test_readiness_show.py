"""`show` for a role and for what employers said."""

import pytest

from tests.conftest import Output, Tracker
from tests.readiness.builders import DAY, item, milestone, needs, result, role
from tracker.readiness.rules.readiness import judge_bar
from tracker.readiness.rules.reason_context import make_reason_context
from tracker.readiness.rules.records import Bar, Facts, Role, Variant
from tracker.readiness.rules.role_answers import BarsAnswer, RoleAnswer
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.view.role import whole_role_text
from tracker.readiness.view.role_json import whole_role_data

LAB = item("lab-roles", title="Read the lab's roles", url="https://lab.example/jobs")
BAR = Bar(
    "lab",
    "The lab",
    "You should be speaking to us",
    "model",
    "2024-05",
    line=(140, 140),
    status="The lab has moved.",
    note="No test of talent.",
    url="https://lab.example/said",
    apply="lab-roles",
)
ROLE = role(
    needs("agenda", "strong", line=(24, 25), level_is_ours=True, note="Ours, since."),
    needs("taste", "basic", any_of="two", line=(24, 24), quote="some taste"),
    needs("model", any_of="two", stated=False, variant="one"),
    needs("agenda", "basic", weight="helps", step=True)._replace(slug="mentor"),
    does="Leads.",
    where="At labs.",
    phd="helpful",
    note="Few places.",
    line=(22, 22),
    variants=(Variant("one", "One", "does one thing"), Variant("two", "Two")),
    bars=(BAR,),
    apply=("lab-roles",),
)
WHOLE = """Role                                                               guide line 22
  role      role
  does      Leads.
  where     At labs.
  PhD       helpful
  note      Few places.
  variant   one: does one thing
            two
                                                    ~ our inference  ^ our level
Required
  agenda: Setting an agenda, strong ^                          guide lines 24-25
    Ours, since.
  taste: Research taste, basic, or model                           guide line 24
    "some taste"
~ model: Model, for one, or taste
Also useful
  mentor: Setting an agenda, basic
What employers have said (2024; ask whether it still holds)
  met      The lab: Model, reached 23 Nov (guide line 140)
           "You should be speaking to us"
           No test of talent.
           The lab has moved.
           milestone: model
           source: https://lab.example/said
           to apply:
           Read the lab's roles: https://lab.example/jobs
How to apply
    Read the lab's roles: https://lab.example/jobs
How ready you are: tracker ready role"""


def answer(shown: Role) -> RoleAnswer:
    """The answer for somebody who has shown a model."""
    facts = Facts(
        items=(LAB,),
        milestones=(milestone("model"),),
        results=(result("model", "repo"),),
    )
    strengths = find_strengths(facts)
    lines = tuple(judge_bar(bar, facts, strengths) for bar in shown.bars)
    bars = BarsAnswer(lines, make_reason_context(facts, strengths, DAY))
    skills = {"agenda": "Setting an agenda", "taste": "Research taste"}
    return RoleAnswer(shown, bars, skills)


def test_a_whole_role() -> None:
    """All that the records know of a role is on its page, with the guide's lines."""
    assert whole_role_text(answer(ROLE)) == WHOLE


def test_a_bare_role() -> None:
    """What is not known is left out, without a heading."""
    assert whole_role_text(answer(role(does="Leads."))).splitlines() == [
        "Role",
        "  role      role",
        "  does      Leads.",
        "~ our inference  ^ our level".rjust(80),
        "How ready you are: tracker ready role",
    ]


def test_a_role_in_json() -> None:
    """The JSON has the same, with the slugs of what is asked."""
    data = whole_role_data(answer(ROLE))["role"]

    assert [key for key, value in data.items() if value] == [
        "slug",
        "title",
        "does",
        "where",
        "phd",
        "note",
        "line",
        "variants",
        "requirements",
        "bars",
        "apply",
    ]
    assert data["apply"] == [
        {
            "item": "lab-roles",
            "title": "Read the lab's roles",
            "url": "https://lab.example/jobs",
        }
    ]
    assert data["requirements"][1] == {
        "slug": "taste",
        "weight": "must",
        "stated": True,
        "line": 24,
        "skill": "taste",
        "level": "basic",
        "level_is_ours": False,
        "milestone": None,
        "any_of": "two",
        "variant": None,
        "step": False,
        "quote": "some taste",
        "note": None,
    }
    (bar,) = data["bars"]
    assert (bar["note"], bar["status"], bar["url"], bar["apply"], bar["state"]) == (
        "No test of talent.",
        "The lab has moved.",
        "https://lab.example/said",
        "lab-roles",
        "met",
    )


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("software-engineer", "software-engineer"),
        ("'Software Engineer'", "software-engineer"),
        ("'research engineer'", "research-contributor-empirical"),
        ("research-lead-theo", "research-lead-theoretical"),
        ("professor", "professor"),
    ],
)
def test_names_of_roles(tracker: Tracker, typed: str, slug: str) -> None:
    """A role is found by its slug, its title, another name, or a part of its name."""
    shown = tracker.json(f"show {typed}")

    assert (shown["kind"], shown["role"]["slug"]) == ("role", slug)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("fastai", "item"), ("top-20-bar", "milestone"), ("redwood-bar", "bar")],
)
def test_other_names(tracker: Tracker, typed: str, kind: str) -> None:
    """Items and milestones are shown as ever; a bar has its own name with -bar."""
    assert tracker.json(f"show {typed}")["kind"] == kind


def test_a_requirement_of_the_target(tracker: Tracker) -> None:
    """A requirement of the target means its milestone, or its skill."""
    tracker.ok("target research-contributor-empirical")

    assert tracker.json("show dl-basics")["milestone"]["slug"] == "basic-dl-done"
    (skill,) = tracker.json("show programming")["skills"]
    assert skill["slug"] == "software-engineering"


def test_variants(tracker: Tracker) -> None:
    """All variants are shown unless one is named; nothing but a role has any."""
    both, one = (
        tracker.json(f"show research-lead-theoretical{option}")["role"]
        for option in ("", " --variant math")
    )

    assert [each["slug"] for each in both["variants"]] == ["conceptual", "mathematical"]
    assert [each["slug"] for each in one["variants"]] == ["mathematical"]
    assert {each["variant"] for each in both["requirements"]} == {
        None,
        "conceptual",
        "mathematical",
    }
    assert {each["variant"] for each in one["requirements"]} == {None, "mathematical"}
    assert tracker("show fastai --variant math") == Output(
        2,
        "",
        "'fastai' is not a role, and only roles have variants.\nLeave --variant out.\n"
        "  tracker show fastai\n",
    )


def test_a_bar_of_several_roles(tracker: Tracker) -> None:
    """Words that stand in two roles are shown once."""
    bars = tracker.json("show anthropic-bar")["bars"]

    assert [bar["who"] for bar in bars] == ["Andy Jones, Anthropic"]


def test_every_role_and_bar_can_be_shown(tracker: Tracker) -> None:
    """Every role, and every bar by its name, has a page of 80 columns.

    On it stand the guide's words for each requirement, and the words of each bar. Only
    an address may be longer, since it can be copied only whole.
    """
    for slug in tracker.json("target")["roles"]:
        page, shown = tracker.ok(f"show {slug}"), tracker.json(f"show {slug}")["role"]
        words = " ".join(page.split())
        lines = [line for line in page.splitlines() if "https://" not in line]
        assert max(map(len, lines)) <= 80
        for asked in shown["requirements"]:
            assert f"{asked['slug']}: " in words
            assert " ".join((asked["quote"] or "").split()) in words
        for bar in shown["bars"]:
            assert " ".join(bar["says"].split()) in words
            named = tracker.json(f"show {bar['slug']}-bar")["bars"]
            assert bar["says"] in [each["says"] for each in named]


def test_nothing_of_that_name(tracker: Tracker) -> None:
    """What is no item, milestone, role or bar is refused as ever."""
    assert tracker("show none-such").code == 3
    assert tracker("show none-such-bar").code == 3


def test_the_command_for_a_bar_whose_parts_are_shown(tracker: Tracker) -> None:
    """Pasted as `ready` prints it, with the papers' own addresses, it meets the bar."""
    role = "research-lead-empirical"
    for slug, paper in (("first-author-workshop", 1), ("third-author-conference", 2)):
        place = f"https://arxiv.example/abs/a-long-name-of-a-paper-{paper}"
        tracker.ok(f"reach {slug}-paper --evidence paper:{place}")
    page = tracker.ok(f"ready {role}")
    _, after = page.split("tracker reach top-20-bar")
    # A shell reads on after a backslash at the end of a line.
    options = after.replace("\\\n", " ").splitlines()[0]

    assert "All parts of this bar are shown." in page
    tracker.ok(f"reach top-20-bar {options}")
    bar = tracker.json("show top-20-phd-bar")["bars"][0]
    assert (bar["state"], bar["parts_shown"]) == ("met", False)
    assert "This bar is met." in tracker.ok(f"ready {role}")
