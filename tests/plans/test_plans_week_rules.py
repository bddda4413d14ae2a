"""The rules of a week: days, items with their limits, plans, next steps."""

from datetime import date, timedelta

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.rules.status import MilestoneStatus, milestone_statuses
from tracker.plans.rules.plans import Plan, PlanChange, PlanStatus, open_plans
from tracker.plans.rules.week import closed_slugs, next_steps, target_role
from tracker.plans.rules.week_hours import days_between
from tracker.plans.rules.week_items import ItemWeek, item_weeks
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.strengths import find_strengths

HOUR = 3600
MONDAY = date(2026, 11, 23)
LIMIT = (200 * HOUR, 400 * HOUR)
ZIEGLER = Item(
    "ziegler",
    "Ziegler",
    "replication",
    "replications",
    low=60,
    likely=90,
    high=220,
    seconds=9 * HOUR,
)


def statuses_with(
    *attempts: Attempt, results: tuple[Result, ...] = ()
) -> list[MilestoneStatus]:
    """The status of a milestone with a limit and these attempts."""
    milestones = [Milestone("long", "Long", within=LIMIT)]
    return list(milestone_statuses(milestones, attempts, results, (), MONDAY).values())


def test_days_go_from_monday_to_today() -> None:
    """Each day so far is there, those without hours too, and none to come."""
    days = days_between(MONDAY, MONDAY + timedelta(days=2), {MONDAY: 60})

    assert days == (
        (MONDAY, 60),
        (MONDAY + timedelta(days=1), 0),
        (MONDAY + timedelta(days=2), 0),
    )


def test_attempt_is_compared_with_its_limit() -> None:
    """An attempt compares its own hours with the milestone's limit."""
    statuses = statuses_with(Attempt("long", "ziegler", MONDAY, MONDAY, spent=5 * HOUR))

    assert item_weeks({"ziegler": HOUR}, {"ziegler": ZIEGLER}, statuses) == (
        ItemWeek("ziegler", HOUR, 5 * HOUR, *LIMIT, None),
    )


def test_ended_attempt_has_no_limit() -> None:
    """Once dropped or reached, the item is compared with its estimate again."""
    dropped = statuses_with(Attempt("long", "ziegler", MONDAY, MONDAY, dropped=MONDAY))
    reached = statuses_with(
        Attempt("long", "ziegler", MONDAY, MONDAY),
        results=(Result("long", "ziegler", MONDAY, MONDAY),),
    )

    for statuses in (dropped, reached):
        (row,) = item_weeks({"ziegler": HOUR}, {"ziegler": ZIEGLER}, statuses)
        assert (row.spent, row.low, row.high) == (9 * HOUR, 60, 220)


def test_podcast_has_no_limit() -> None:
    """A podcast is compared with nothing, whatever its estimate."""
    feed = Item(
        "axrp", "AXRP", "podcast", "alignment", low=1, likely=2, high=3, seconds=HOUR
    )

    assert item_weeks({"axrp": HOUR}, {"axrp": feed}, []) == (
        ItemWeek("axrp", HOUR, HOUR),
    )


def test_the_most_hours_come_first() -> None:
    """Rows are sorted by hours, then by name."""
    items = {slug: Item(slug, slug, "course", "coding") for slug in "abc"}

    assert [row.item for row in item_weeks({"c": 5, "b": 9, "a": 5}, items, [])] == [
        "b",
        "a",
        "c",
    ]


def test_plan_has_its_latest_day() -> None:
    """A plan has its latest day, and keeps when and for which day it was made."""
    first, moved = (
        Plan("z", "Z", date(2026, 12, 1), "", MONDAY),
        Plan("z", "Z", date(2026, 12, 9), "flu", MONDAY),
    )

    change = PlanChange(MONDAY, date(2026, 12, 1), date(2026, 12, 9), "flu")
    assert open_plans([first, moved], ()) == (
        PlanStatus("z", "Z", date(2026, 12, 9), MONDAY, date(2026, 12, 1), (change,)),
    )


def test_done_or_withdrawn_is_not_planned() -> None:
    """Neither what was reached nor what was withdrawn is planned."""
    entries = [
        Plan("a", "A", MONDAY, "", MONDAY),
        Plan("b", "B", MONDAY, "", MONDAY),
        Plan("b", "B", None, "", MONDAY),
    ]

    assert open_plans(entries, {"a"}) == ()


def test_closed_is_done_reached_or_given_up() -> None:
    """Items done, milestones reached and milestones dropped are closed."""
    facts = Facts(
        items=(
            Item("a", "A", "course", "coding", state="done"),
            Item("b", "B", "course", "coding"),
        ),
        results=(Result("m", None, MONDAY, MONDAY),),
        dropped=frozenset({"n"}),
    )

    assert closed_slugs(facts, ()) == {"a", "m", "n"}


def test_target_has_the_variant_set_or_the_first() -> None:
    """An unknown variant is ignored; without a target there is no role."""
    one, two = Variant("one", "One"), Variant("two", "Two")
    roles = [Role("r", "R", variants=(one, two)), Role("s", "S")]

    assert target_role(roles, "r", "two") == (roles[0], two)
    assert target_role(roles, "r", "gone") == (roles[0], one)
    assert target_role(roles, "s", None) == (roles[1], None)
    assert target_role(roles, None, None) is None


def test_next_steps_are_one_of_each_kind() -> None:
    """Work in progress comes first, then what only needs showing; never a third."""
    items = tuple(
        Item(
            slug,
            slug,
            "course",
            "coding",
            low=HOUR,
            likely=2 * HOUR,
            high=3 * HOUR,
            seconds=seconds,
        )
        for slug, seconds in (("a", 10), ("b", 20))
    )
    facts = Facts(
        items=items,
        milestones=(
            Milestone("m", "M", show=(1, 2, 3), show_by="Publish it.", kinds=("repo",)),
        ),
        results=(Result("m", None, MONDAY, MONDAY),),
    )

    assert [
        action.slug for action in next_steps(facts, find_strengths(facts), None)
    ] == ["b", "m"]
