"""What a forecast is about: an item or a milestone, and the hours that are left of it for this person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.curriculum.rules.items import Item
from tracker.curriculum.rules.ratios import Ratio, find_dependable_ratio
from tracker.errors import Refused
from tracker.milestones.rules.phases import attempt_phases
from tracker.milestones.rules.records import Attempt
from tracker.plans.rules.plans import PlanStatus, check_open
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.hours import Hours, hours_left, scale_estimate, sum_hours
from tracker.readiness.rules.paths import milestones_to_show
from tracker.readiness.rules.readiness import open_attempt
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import find_strengths
from tracker.text.amounts import say_bound, say_hours

NAMED = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """An item or a milestone that is not over: `left` are low, likely and high seconds, as `basis` tells.

    `ratio` is the person's own, by which estimates were multiplied; `items` are those whose hours count for it.
    """

    slug: str
    title: str
    left: Hours
    basis: str
    items: tuple[str, ...]
    ratio: Ratio | None = None


def subject_of(slug: str, facts: Facts) -> Subject:
    """The item or milestone of that slug. Raises Refused where it is over, or nothing says how much is left of it."""
    check_open(slug, facts)
    items = {item.slug: item for item in facts.items}
    subject = (
        _of_item(items[slug], facts)
        if slug in items
        else _of_milestone(slug, items, facts)
    )
    if subject.left[2] > 0:
        return subject
    raise Refused(
        f"By {subject.basis}, nothing is left of {slug}.",
        f"If it is done: tracker done {slug}. If not, say how far: tracker progress {subject.items[-1]} 80%",
    )


def meant_first(
    planned: Iterable[PlanStatus], items: Iterable[Item]
) -> tuple[str, ...]:
    """What a forecast is about where nothing is named: all that is planned, else what is under way, three at most."""
    found = tuple(plan.subject for plan in planned if plan.state == "open")
    doing = sorted(
        (i for i in items if i.status == "doing" and i.finishes and i.low),
        key=lambda i: -i.seconds,
    )
    return found or tuple(item.slug for item in doing[:NAMED])


def _of_item(item: Item, facts: Facts) -> Subject:
    if not item.finishes:
        raise Refused(
            f"{item.slug} is a {item.kind}: it never finishes, so there is no day to foresee.",
            "Name an item that ends, or a milestone: tracker items, tracker milestones",
        )
    if item.low is None:
        raise Refused(
            f"{item.slug} has no estimate, so nothing says how many hours are left.",
            f"Say what you expect of a try with it: tracker attempt MILESTONE --with {item.slug} --hours L-H",
        )
    ratio = find_dependable_ratio(item.kind, facts.items)
    return Subject(
        item.slug,
        item.title,
        _left(item, ratio),
        _basis(item, ratio),
        (item.slug,),
        ratio,
    )


def _of_milestone(slug: str, items: Mapping[str, Item], facts: Facts) -> Subject:
    milestone = next(m for m in facts.milestones if m.slug == slug)
    title, attempt = milestone.title, open_attempt(slug, facts)
    if attempt and attempt.low is not None and attempt.high is not None:
        return _of_attempt(
            title, attempt, attempt.low, attempt.high, items[attempt.item]
        )
    if attempt and (parts := attempt_phases(attempt, milestone)):
        hours = sum(part.seconds for part in parts)
        return _of_phases(title, attempt, hours)
    if attempt:
        return replace(_of_item(items[attempt.item], facts), slug=slug, title=title)
    ways = build_paths(facts, find_strengths(facts))
    steps = ways.steps_to(slug)
    if steps == ():
        left = sum_hours(
            ways.milestones[each].show for each in milestones_to_show(milestone, ways)
        )
        return Subject(
            slug,
            title,
            left,
            "showing it, which is all that is left: what it asks for is there",
            (),
        )
    if steps is None:
        raise Refused(
            f"Nothing listed says how many hours {slug} still takes.",
            f"Say what you expect: tracker attempt {slug} --with ITEM --hours L-H",
        )
    return _of_steps(slug, title, [items[step] for step in steps], facts)


def _of_attempt(
    title: str, attempt: Attempt, low: int, high: int, item: Item
) -> Subject:
    """What was said of a try at its start, less the part said to be done, else what was spent: as `next` counts it."""
    tried = replace(
        item,
        state=None,
        low=low,
        likely=(low + high) // 2,
        high=high,
        seconds=attempt.spent,
    )
    less = f"{say_hours(attempt.spent)} spent"
    if tried.progress is not None:
        less = f"{tried.progress:.0%} done by your account{_slower(tried)}"
    basis = f"the {say_bound(low, high)} you expected, less {less}"
    return Subject(attempt.milestone, title, hours_left(tried), basis, (attempt.item,))


def _of_phases(title: str, attempt: Attempt, hours: int) -> Subject:
    """An experiment ends with its hours, however far it came."""
    left = max(0, hours - attempt.spent)
    basis = f"the {say_bound(hours, hours)} of its phases, less {say_hours(attempt.spent)} spent"
    return Subject(attempt.milestone, title, (left, left, left), basis, (attempt.item,))


def _of_steps(slug: str, title: str, steps: Sequence[Item], facts: Facts) -> Subject:
    ratios = [find_dependable_ratio(step.kind, facts.items) for step in steps]
    left = sum_hours(
        _left(step, ratio) for step, ratio in zip(steps, ratios, strict=True)
    )
    names = tuple(step.slug for step in steps)
    only = ratios[0] if len(set(ratios)) == 1 else None
    times = (
        f" times {only.value:.2f}"
        if only
        else " each times your ratio for its kind"
        if any(ratios)
        else ""
    )
    return Subject(
        slug,
        title,
        left,
        f"what is listed on the way ({', '.join(names)}){times and ','}{times}",
        names,
        only,
    )


def _left(item: Item, ratio: Ratio | None) -> Hours:
    return hours_left(scale_estimate(item, ratio))


def _basis(item: Item, ratio: Ratio | None) -> str:
    times = f", times {ratio.value:.2f}" if ratio else ""
    estimate = f"its estimate of {say_bound(item.low or 0, item.high or 0)}{times}"
    if item.progress is not None:
        return f"{estimate}, less {item.progress:.0%} done by your account{_slower(scale_estimate(item, ratio))}"
    return (
        f"{estimate}, less {say_hours(item.seconds)} logged"
        if item.seconds
        else estimate
    )


def _slower(item: Item) -> str:
    """What is left of an item of which more was logged than estimated for the part that is done takes so much more."""
    foreseen = round((item.likely or 0) * (1 - (item.progress or 0)))
    return (
        f", at the pace of {say_hours(item.seconds)} logged"
        if hours_left(item)[1] > foreseen + 1
        else ""
    )
