"""A result as typed: its item, day, figures, own part and evidence."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tracker.errors import Ambiguous, Refused
from tracker.labels import MILESTONE_STATE_LABELS
from tracker.milestones.rules.evidence import add_evidence
from tracker.milestones.rules.ledger import find_attempt
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.rules.role_milestones import reach_command
from tracker.milestones.rules.status import MilestoneStatus
from tracker.text.amounts import say_hours
from tracker.text.columns import join_words
from tracker.text.days import check_not_future


class Claim(NamedTuple):
    """What was typed of a result; None was not typed.

    An empty `title` or `summary` takes back the one that is there. `evidence` are kinds
    with places. `name` is the milestone as typed after `reach`, to correct that command;
    empty where another command claims it.
    """

    item: str | None = None
    day: date | None = None
    claimed: str | None = None
    reproduced: str | None = None
    part: str | None = None
    title: str | None = None
    summary: str | None = None
    evidence: tuple[tuple[str, str], ...] = ()
    name: str = ""

    @property
    def words(self) -> dict[str, str | int | None]:
        """What was typed for exports, by column; None takes it back."""
        typed = {"title": self.title, "summary": self.summary}
        return {name: text or None for name, text in typed.items() if text is not None}


def make_result(claim: Claim, before: MilestoneStatus, today: date) -> Result:
    """The result with `claim` added to what `before` has; the first day stays.

    Its item is that of the attempt which counts hours of the item that was typed.
    Raises Refused and Ambiguous as `find_result_item` and `check_result_day` do.
    """
    item = claim.item or find_result_item(
        before.milestone, before.results, before.attempts, claim.name
    )
    attempt = find_attempt(before.slug, item, before.attempts)
    item = attempt.item if attempt else item
    saved = find_result(before.results, item)
    day = saved.day if saved else claim.day or today
    check_result_day(day, today, attempt.since if attempt else None)
    start = saved or Result(before.slug, item, day, today)
    added = add_evidence(claim.evidence, start.evidence, today, before.milestone.kinds)
    return start._replace(
        item=item,
        claimed=claim.claimed or start.claimed,
        reproduced=claim.reproduced or start.reproduced,
        part=claim.part or start.part,
        evidence=(*start.evidence, *added),
    )


def find_result(results: Iterable[Result], item: str | None) -> Result | None:
    """The result with that item, or else the one without an item, which takes it on."""
    by_item: dict[str | None, Result] = {}
    for result in results:
        by_item.setdefault(result.item, result)
    return by_item.get(item) or by_item.get(None)


def find_result_item(
    milestone: Milestone,
    results: Sequence[Result],
    attempts: Sequence[Attempt],
    name: str = "",
) -> str | None:
    """The item of a result typed without one: that of other results, or of attempts.

    `name` is the milestone as typed after `reach`, which an error corrects. Raises
    Ambiguous where there are several items, and Refused where the milestone counts
    hours and there is no item.
    """
    items = [result.item for result in results]
    if not results:
        items = [attempt.item for attempt in attempts if attempt.dropped is None]
    slugs = list(dict.fromkeys(slug for slug in items if slug))
    if len(slugs) > 1:
        other = f"For another: {reach_command(milestone, evidence=False)}"
        first = f"Choose one: {reach_command(milestone, slugs[0], evidence=False)}"
        raise Ambiguous(
            f"{milestone.slug} has results or attempts with {join_words(slugs)}.",
            "Choose one:" if name else f"{first}\n{other}",
            slugs,
            typed=name,
            instead=[(name, "--with", slug) for slug in slugs if name],
        )
    if not slugs and milestone.within:
        item = next(iter(milestone.items), "ITEM")
        command = f"tracker reach {milestone.slug} --with {item}"
        raise Refused(
            f"{milestone.slug} counts hours, up to {say_hours(milestone.within[1])}, "
            "and needs an item to count them on.",
            "Name the item:" if name else f"Name the item: {command}",
            typed=name,
            instead=[(name, "--with", item)] if name else (),
        )
    return slugs[0] if slugs else None


def check_result_day(day: date, today: date, since: date | None) -> None:
    """Raises Refused for a result in the future, or before its attempt's first day."""
    hint = "Type --on with today or an earlier day."
    check_not_future(day, today, hint, without=["--on"])
    if since and day < since:
        raise Refused(
            f"The result on {day} would be before its attempt, "
            f"which counts hours from {since}.",
            "Type that day or a later one, or give the attempt an earlier first day.",
            without=["--on"],
            added=[("--on", since.isoformat())],
        )


def check_droppable(status: MilestoneStatus) -> None:
    """Raises Refused for a milestone that is reached."""
    if status.state in ("reached", "over"):
        raise Refused(
            f"{status.slug} is reached, and only an open milestone can be dropped.",
            f"If that is a mistake: tracker reopen {status.rests_on[0]}",
        )


def check_milestone_reopenable(status: MilestoneStatus) -> None:
    """Raises Refused for a milestone that is not dropped and has no result itself."""
    if status.state == "dropped" or status.results:
        return
    if status.implied_by:
        cause = f"{status.implied_by[0]} is reached"
        if status.counted and status.counted.day:
            cause = f"{status.counted.needed} results count towards it"
        raise Refused(
            f"{status.slug} counts as reached because {cause}; it has no result itself.",
            f"If that is a mistake: tracker reopen {status.rests_on[0]}",
        )
    raise Refused(
        f"{status.slug} is {MILESTONE_STATE_LABELS[status.state]}; "
        "only a reached or dropped milestone can be reopened.",
        f"See its status: tracker show {status.slug}",
    )
