"""What is true of the road of each persona, for each role that they think of."""

import re
from collections.abc import Iterable, Iterator
from operator import le
from pathlib import Path
from typing import Any

import pytest

from tests.readiness.lives import Life, read_database
from tests.readiness.map_truths import TRUTHS, walk
from tests.readiness.persona_runs import PERSONAS, live
from tests.readiness.walks import (
    early_steps,
    lessons_in_what_is_known,
    misplaced_helpful_rows,
    open_without_action,
)
from tracker.command_table import PLACES
from tracker.text.placeholders import PLACEHOLDERS

# A command to paste, up to two blanks or the end of its line: `  tracker known`,
# `: tracker open ppo`, `(tracker gaps --all)`.
COMMAND = re.compile(
    rf"(?:^ *|: |\(|\? )(tracker (?:{'|'.join(PLACES)})\b(?:[^;)\n ]| (?! ))*)", re.M
)
# A sentence that ends after a command: `tracker known.`
SENTENCE_END = re.compile(r"[.,]$")
# `12 of 18 still to show: 3 claimed, 9 open.`
HEAD = re.compile(r"(\d+) of (\d+) still to show: (\d+) claimed, (\d+) open\.")
PLACES_OF_EVIDENCE = {"letter": "Ann Lee, 3 Nov 2026", "review": "Ann Lee, 3 Nov 2026"}


@pytest.fixture(name="life", scope="module", params=PERSONAS)
def _life(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    first_run: tuple[Path, int],
) -> Life:
    """All that a persona did, with a pace of their own."""
    persona = PERSONAS[request.param]
    place = tmp_path_factory.mktemp(request.param) / "tracker.db"
    life = Life(first_run[0]).copy(place)
    live(persona, life.ok)
    life.ok("config hours-a-week 12h")
    life.ok(f"target {persona['roles'][0]}")
    return life


def roles(life: Life) -> list[str]:
    """The roles that they think of; the first is the target."""
    found: list[str] = PERSONAS[life.db.parent.name[:-1]]["roles"]
    return found


def all_gaps(life: Life) -> Iterator[dict[str, Any]]:
    """What `gaps` answers for each role."""
    for role in roles(life):
        is_target = role == roles(life)[0]
        yield life.json("gaps" if is_target else f"gaps {role}")


def test_no_step_teaches_what_is_known(life: Life) -> None:
    """No lesson stands on a road of which every skill is shown or claimed at its level."""
    for gaps in all_gaps(life):
        assert lessons_in_what_is_known(gaps, life.facts()) == []


def test_no_step_stands_before_what_it_needs(life: Life) -> None:
    """Each step stands once, after what it requires and the milestone that it follows."""
    for gaps in all_gaps(life):
        assert early_steps(gaps, life.facts()) == []


def test_helpful_rows_come_last(life: Life) -> None:
    """Nothing helpful stands above what is required, unless that depends on it."""
    for gaps in all_gaps(life):
        assert misplaced_helpful_rows(gaps, life.facts()) == []


def test_each_open_requirement_has_an_action(life: Life) -> None:
    """Each has a row with hours, or one that says who decides."""
    for gaps in all_gaps(life):
        assert open_without_action(gaps) == []
        assert gaps["closed"] == []


def test_gaps_counts_as_ready_does(life: Life) -> None:
    """What is claimed and open is the same in the head of `gaps` and in `ready`."""
    ready, told = life.json("ready"), life.told("gaps --all")
    counts = [ready[name] for name in ("musts", "shoulds", "helps")]
    total, met, claimed, left = (
        sum(count[name] for count in counts)
        for name in ("total", "met", "claimed", "open")
    )
    head = HEAD.search(told)
    figures = (total - met, total, claimed, left)
    assert tuple(map(int, head.groups())) == figures if head else total == met


def test_hours_are_the_same_everywhere(life: Life) -> None:
    """What `next` and `week` say of an item is its piece in `gaps`, and its forecast."""
    gaps, next_ones = life.json("gaps"), life.json("next")["actions"]
    pieces = {
        each["slug"]: each["hours"]
        for each in (gaps["all_musts"] or {"pieces": []})["pieces"]
    }
    rows = {row["steps"][0]: row for row in gaps["road"] if len(row["steps"]) == 1}
    planned = life.json("week")["actions"]
    for each in planned:
        assert any(each.items() <= action.items() for action in next_ones)
    ends = {item.slug: item.finishes for item in life.facts().items}
    for action in next_ones:
        slug, hours = action["slug"], action["hours"]
        if not action["do"].startswith(("start ", "continue ")):
            continue
        assert pieces.get(slug, hours) == hours
        row = rows.get(slug, action)
        assert all(map(le, hours, row["hours"]))
        if ends[slug] and any(hours):
            assert forecast_hours(life, slug) == hours
            break


def test_a_milestone_takes_the_same_everywhere(life: Life) -> None:
    """All actions that end with a milestone take the same; so does its forecast."""
    taken: dict[str, list[float]] = {}
    for gap in life.json("gaps")["gaps"]:
        for action in gap["actions"]:
            end = action["milestone"]
            if end and any(action["hours"]):
                assert taken.setdefault(end, action["hours"]) == action["hours"], end
    reached = {each.milestone for each in life.facts().results}
    first = next((slug for slug in taken if slug not in reached), None)
    if first:
        assert forecast_hours(life, first) == taken[first]


def test_one_pace_everywhere(life: Life) -> None:
    """`gaps` and `week` rest on the same weeks."""
    assert life.json("gaps")["pace"] == life.json("week")["pace"]


def test_supposing_is_doing(life: Life, tmp_path: Path) -> None:
    """What `ready --if` answers of the first milestone of `gaps` is true once it is reached."""
    road = life.json("gaps")["road"]
    slug = next(row["milestone"] for row in road if row["milestone"])
    milestone = next(each for each in life.facts().milestones if each.slug == slug)
    kind = milestone.kinds[0]
    where = PLACES_OF_EVIDENCE.get(kind, "https://git.example/you/work")
    supposed = f"reach {slug} --evidence '{kind}:{where}'"
    led_on = life.copy(tmp_path / "tracker.db")
    done, answered = led_on(supposed), life(["ready", "--json", "--if", supposed])

    assert done.code == answered.code, (done, answered)
    if done.code == 0:
        answer = life.json(f'ready --if "{supposed}"')
        assert answer == led_on.json("ready") | {"if": supposed}


def test_a_map_of_each_role(life: Life) -> None:
    """All that must be true of a map is true of each role in each variant."""
    for role in read_database(life.db)[1]:
        for variant in role.variants or (None,):
            road = walk(role, variant, life.facts())
            for check in TRUTHS:
                check(road)


def forecast_hours(life: Life, slug: str) -> list[float]:
    """The hours left of an item or milestone, by its forecast."""
    (forecast,) = life.json(f"forecast {slug}")["forecasts"]
    hours: list[float] = forecast["hours"]
    return hours


PASTED: set[str] = set()


def test_printed_commands_work(life: Life, tmp_path: Path) -> None:
    """Each command that these screens print works when it is pasted."""
    asked = ("ready", "gaps --all", "next", "road --all")
    told = [life.told(each) for each in asked]
    wide = [line for text in told for line in text.splitlines() if len(line) > 80]
    assert all(line.lstrip().startswith("tracker ") for line in wide)
    for command in commands_in("\n".join(told)):
        said = life.copy(tmp_path / "tracker.db")(command)
        assert said.code == 0, (command, said)


def commands_in(text: str) -> Iterable[str]:
    """The commands of a text without placeholders, each once for all tests."""
    for match in COMMAND.finditer(text):
        command = SENTENCE_END.sub("", match[1]).removeprefix("tracker ")
        words = re.split(r"[\s:]", command)
        if command not in PASTED and not PLACEHOLDERS.keys() & set(words):
            PASTED.add(command)
            yield command
