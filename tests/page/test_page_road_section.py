"""The section of the map says in words what its lines and signs show."""

import re
from datetime import date
from html import unescape

from hypothesis import given

from tests.page.road_maps import HOUR, hours, road, roads, step, stop
from tracker.curriculum.rules.items import Gate
from tracker.page.view.road_section import road_section
from tracker.readiness.rules.hours import NO_HOURS
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.records import Requirement, Role
from tracker.readiness.rules.required_total import RequiredTotal
from tracker.readiness.rules.road_map import OtherItem, RoadMap, StepChoice

# `<svg class="rails" aria-hidden="true">...</svg>`: a picture.
PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
# `<span class="whole">`, `</b>`: a tag within a line, which takes no room.
WITHIN = re.compile(r"</?(?:span|b|bdi|a|code|summary)\b[^>]*>")
# `<li class="row stop">`, `</p>`: any other tag, where a line ends.
TAG = re.compile(r"<[^>]+>")


def text_of(map_: RoadMap) -> list[str]:
    """The lines of text that the section has without its pictures."""
    text = PICTURE.sub("", road_section(map_)).replace("\n", " ")
    lines = TAG.sub("\n", WITHIN.sub("", text)).split("\n")
    return [" ".join(unescape(line).split()) for line in lines if line.strip()]


def test_a_map_in_words() -> None:
    """Every state, hours, a gate and a choice are said, band by band."""
    gate = Gate("a place", odds="About 1 in 9", window="autumn", as_of="2026")
    choice = StepChoice(
        "A course",
        1,
        (OtherItem("lab", "Lab", "https://lab.example/", hours(1, 2, 3)),),
    )
    done = stop(
        "sums", state="done", spent=90 * 60, hours=NO_HOURS, day=date(2026, 3, 18)
    )
    claimed = stop("proofs", state="claimed", hours=NO_HOURS, how="Link it.")
    doing = stop("rings", state="doing", spent=4 * HOUR, after=("sums",))
    ahead = stop(
        "paper",
        "papers",
        state="next",
        stage="show",
        requirements=("works",),
        instead=("A book", "A film"),
        after=("rings",),
        hours=hours(3, 6, 10),
        steps=(
            step("read", state="next", gate=gate, choice=choice),
            step("write", url=None, hours=hours(1, 2, 2)),
        ),
    )
    later = stop("talk", "views", stage="show", hours=NO_HOURS, has_known_hours=False)

    asked = (RequirementLine(Requirement("works", "must", milestone="paper")),)
    readiness = Readiness(Role("guard", "Guard"), None, asked, ())
    total = RequiredTotal(
        (("read", hours(2, 4, 8)),), (), offers=("read",), unknown=("talk",)
    )
    map_ = road(done, claimed, doing, ahead, later)._replace(
        readiness=readiness,
        total=total,
        named=("paper",),
    )

    assert text_of(map_) == [
        "In progress Rings (about 4 h left)",
        "Next Paper",
        "done",
        "claimed",
        "in progress",
        "next",
        "open",
        "needs somebody's yes",
        "choose",
        "Math",
        "Papers",
        "Views",
        "Foundations",
        "Sums",
        "Done 18 Mar 2026 1h30m logged Math",
        "Proofs",
        "Claimed no evidence yet Math",
        "Link it.",
        "Rings",
        "about 4 h (2-8 h) left",
        "In progress 4 h logged Math",
        "After: Sums",
        "Show it",
        "Paper",
        "about 6 h (3-10 h)",
        "Next Papers Required, or instead: A book; A film",
        "After: Rings",
        "1 of 2 is enough: A course",
        "Read next",
        "about 4 h (2-8 h)",
        "Needs a place. About 1 in 9. autumn (as of 2026).",
        "Lab",
        "about 2 h (1-3 h)",
        "Write open",
        "about 2 h (1-2 h)",
        "Talk",
        "hours not known",
        "Open Views",
        "Guard",
        "Required",
        "0 of 1 shown, 0 claimed, 1 open",
        "The one required line: about 4 h (2-8 h). Estimates, not promises.",
        "Needs one place or offer: Read",
        "Hours not known: Talk",
    ]


def test_steps_of_one_choice_share_a_bracket() -> None:
    """Two steps of a group stand in one list below its name, then the others."""
    gate = Gate("a post")
    others = (
        OtherItem("lab", "Lab", None, hours(1, 2, 3), gate),
        OtherItem("talk", "Talk", None, NO_HOURS),
    )
    choice = StepChoice("Courses", 2, others)
    steps = (step("first", choice=choice), step("second", choice=choice))
    text = text_of(road(stop("courses", steps=steps)))
    assert text[text.index("2 of 4 are enough: Courses") :] == [
        "2 of 4 are enough: Courses",
        "First",
        "about 4 h (2-8 h)",
        "Second",
        "about 4 h (2-8 h)",
        "2 others",
        "Lab",
        "about 2 h (1-3 h)",
        "Needs a post.",
        "Talk",
        "Guard",
    ]


def test_commands_are_to_be_pasted() -> None:
    """What shows a stop names its command apart, alone and within a sentence."""
    alone = stop("sums", how="tracker rate sums strong")
    within = stop("proofs", how="Show each (tracker show proofs), or ask.")
    section = road_section(road(alone, within))
    assert '<p class="facts"><code>tracker rate sums strong</code></p>' in section
    assert "Show each (<code>tracker show proofs</code>), or ask." in section


def test_only_http_is_a_link() -> None:
    """An address that a browser would run is not made a link, and markup is text."""
    harmful = step("read", url="javascript:alert(1)")
    named = harmful._replace(title="<b>Read</b>")
    section = road_section(road(stop("paper", steps=(named,))))
    assert "javascript" not in section
    assert "&lt;b&gt;Read&lt;/b&gt;" in section


def test_an_empty_road_is_the_role() -> None:
    """A road without stops says the role alone."""
    assert text_of(road()) == ["Guard"]


@given(roads())
def test_every_link_within_the_map_leads_somewhere(map_: RoadMap) -> None:
    """What is next is a link to its stop; ids are unique."""
    section = road_section(map_)
    ids = re.findall(r'\bid="([^"]+)"', section)
    assert len(set(ids)) == len(ids)
    links = re.findall(r'href="#([^"]+)"', section)
    assert set(links) <= set(ids)
    assert {f"stop-{each.slug}" for each in map_.stops} <= set(ids)
