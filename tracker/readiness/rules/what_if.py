"""What if: a `reach` command that is judged by the same rules, and not written."""

import shlex
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tracker.errors import Unreadable
from tracker.milestones.rules.claims import Claim, find_result, make_result
from tracker.milestones.rules.records import Result
from tracker.milestones.rules.status import milestone_statuses
from tracker.readiness.rules.records import Facts
from tracker.text.columns import quoted
from tracker.text.days import parse_day
from tracker.text.evidence import parse_evidence

OPTIONS = ("--with", "--evidence", "--claimed", "--reproduced", "--part", "--on")
HINT = 'Type: tracker ready --if "reach gpt2-small --evidence repo:git.example/gpt2"'


@dataclass(frozen=True, slots=True)
class SupposedReach:
    """A `reach` command as typed in `text`; names in it are not looked up yet."""

    text: str
    milestone: str
    item: str | None = None
    day: date | None = None
    evidence: tuple[tuple[str, str], ...] = ()


def parse_what_if(text: str, today: date) -> SupposedReach:
    """Read `reach MILESTONE` and its options, with or without `tracker` before it.

    Figures and parts are read, and change no strength. Raises Unreadable for anything
    else.
    """
    command = text.strip().removeprefix("tracker ")
    try:
        arguments = shlex.split(command)
    except ValueError:
        arguments = []
    if arguments[:1] != ["reach"]:
        raise Unreadable(f"{quoted(command)} is not a reach command.", HINT)
    names, options = _split_options(arguments[1:])
    if len(names) != 1:
        raise Unreadable(f"{quoted(command)} does not name one milestone.", HINT)
    items = options["--with"]
    days = options["--on"]
    evidence = [parse_evidence(value) for value in options["--evidence"]]
    return SupposedReach(
        text=command,
        milestone=names[0],
        item=items[-1] if items else None,
        day=parse_day(days[-1], today) if days else None,
        evidence=tuple(evidence),
    )


def supposed_result(facts: Facts, milestone: str, claim: Claim, today: date) -> Result:
    """The result that `reach` would write, its hours not counted yet.

    Raises Ambiguous and Refused as `reach` does.
    """
    statuses = milestone_statuses(
        facts.milestones, facts.attempts, facts.results, facts.dropped, today
    )
    return make_result(claim, statuses[milestone], today)


def add_result(facts: Facts, result: Result) -> Facts:
    """The facts with a result, which replaces the one it adds to."""
    same = [each for each in facts.results if each.milestone == result.milestone]
    earlier = find_result(same, result.item)
    results = [result if each is earlier else each for each in facts.results]
    if earlier is None:
        results.append(result)
    results.sort(key=lambda each: each.day)
    dropped = facts.dropped - {result.milestone}
    return replace(facts, results=tuple(results), dropped=dropped)


def _split_options(arguments: Iterable[str]) -> tuple[list[str], dict[str, list[str]]]:
    """The arguments that are no option, and the values of each option, in order."""
    names: list[str] = []
    options: dict[str, list[str]] = defaultdict(list)
    rest = iter(arguments)
    for argument in rest:
        option, equals, value = argument.partition("=")
        if not argument.startswith("-"):
            names.append(argument)
        elif option not in OPTIONS:
            raise Unreadable(f"reach has no option {quoted(option)}.", HINT)
        else:
            options[option].append(value if equals else next(rest, ""))
        if option in options and not options[option][-1]:
            raise Unreadable(f"{option} needs a value.", HINT)
    return names, options
