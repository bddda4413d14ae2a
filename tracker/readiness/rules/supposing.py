"""What if: a result that was not written, judged by the very rules that judge written ones."""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tracker.errors import Unreadable
from tracker.milestones.rules.ledger import is_over
from tracker.milestones.rules.reaching import item_meant, new_evidence
from tracker.milestones.rules.records import Attempt, Result
from tracker.readiness.rules.records import Facts
from tracker.words.columns import quoted
from tracker.words.evidence import parse_evidence

_HINT = 'Type it like --if "reach gpt2-small --evidence repo:https://git.example/you/gpt2".'


@dataclass(frozen=True, slots=True)
class Supposed:
    """`reach MILESTONE [--with ITEM] [--evidence KIND:WHERE]...` as typed; names are not looked up yet."""

    milestone: str
    item: str | None = None
    evidence: tuple[tuple[str, str], ...] = ()


def read_supposed(text: str) -> Supposed:
    """What is supposed; raises Unreadable for anything but `reach` with its item and evidence."""
    try:
        words = shlex.split(text)
    except ValueError:
        words = []
    if len(words) < 2 or words[0] != "reach" or words[1].startswith("-"):
        raise Unreadable(f"{quoted(text)} is not something to suppose.", _HINT)
    supposed, options = Supposed(words[1]), words[2:]
    for name, value in zip(options[::2], options[1::2], strict=False):
        if name == "--with":
            supposed = replace(supposed, item=value)
        elif name == "--evidence":
            supposed = replace(supposed, evidence=(*supposed.evidence, parse_evidence(value)))
        else:
            raise Unreadable(f"{quoted(name)} cannot be supposed.", _HINT)
    if len(options) % 2:
        raise Unreadable(f"{quoted(options[-1])} is left over.", _HINT)
    return supposed


def suppose(facts: Facts, supposed: Supposed, today: date) -> Facts:
    """The facts with one result more, or with more evidence for the one that is there. Names are slugs by now.

    Raises Ambiguous or Refused where `reach` would, for an item that is not named.
    """
    slug = supposed.milestone
    milestone = next(m for m in facts.milestones if m.slug == slug)
    mine = [r for r in facts.results if r.milestone == slug]
    tries = [a for a in facts.attempts if a.milestone == slug]
    item = supposed.item or item_meant(milestone, mine, tries)
    there = next((r for r in mine if r.item == item), None) or next((r for r in mine if r.item is None), None)
    given = new_evidence(supposed.evidence, there.evidence if there else (), today)
    if there:
        more = replace(there, item=item, evidence=(*there.evidence, *given))
    else:
        spent = _spent(facts, tries, item)
        more = Result(slug, item, today, today, evidence=given, spent=spent, over=is_over(spent, milestone))
    return replace(facts, results=(*(r for r in facts.results if r is not there), more))


def _spent(facts: Facts, tries: Iterable[Attempt], item: str | None) -> int:
    """The seconds that a result with an item would be judged by: its attempt's, else all that is logged on it."""
    attempt = next((a for a in tries if a.item == item), None)
    return attempt.spent if attempt else sum(i.seconds for i in facts.items if i.slug == item)
