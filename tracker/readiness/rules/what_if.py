"""What if: a result that was not written, made and judged by the very rules that make and judge written ones."""

import shlex
from dataclasses import replace
from datetime import date

from tracker.errors import Unreadable
from tracker.milestones.rules.records import Result
from tracker.milestones.rules.results import Claim, find_result, make_result
from tracker.milestones.rules.status import milestone_statuses
from tracker.readiness.rules.records import Facts
from tracker.text.columns import quoted


def parse_what_if(text: str) -> list[str]:
    """The words after `reach`. Raises Unreadable for anything else."""
    try:
        words = shlex.split(text)
    except ValueError:
        words = []
    if len(words) < 2 or words[0] != "reach":
        raise Unreadable(
            f"{quoted(text)} is not something to suppose.",
            'Type it like --if "reach gpt2-small --evidence repo:git.example/you/gpt2".',
        )
    return words[1:]


def supposed_result(facts: Facts, milestone: str, claim: Claim, today: date) -> Result:
    """The result as `reach` would keep it, its hours not counted yet. Raises Ambiguous and Refused as `reach` does."""
    before = milestone_statuses(
        facts.milestones, facts.attempts, facts.results, facts.dropped, today
    )[milestone]
    return make_result(claim, before, today)


def add_result(facts: Facts, result: Result) -> Facts:
    """The facts with a result more, or with what is added to the one that is there: in its place, as it is read."""
    known = find_result(
        (r for r in facts.results if r.milestone == result.milestone), result.item
    )
    kept = (
        [result if r is known else r for r in facts.results]
        if known
        else [*facts.results, result]
    )
    kept.sort(key=lambda r: r.day)
    return replace(
        facts, results=tuple(kept), dropped=facts.dropped - {result.milestone}
    )
