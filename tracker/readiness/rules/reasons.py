"""Why a requirement has its strength: which result or rating, what evidence, when."""

from datetime import date

from tracker.milestones.rules.counted_results import say_count
from tracker.readiness.rules.progress_reasons import progress_reasons
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.support import CONFIRMING_KINDS, Backing
from tracker.text.amounts import say_hours
from tracker.text.columns import join_words
from tracker.text.days import say_day


def reasons_for(line: RequirementLine, context: ReasonContext) -> tuple[str, ...]:
    """The reasons for a line's strength, the best first; `nothing yet` for none."""
    reasons = []
    if line.backing:
        asked = context.name(line.requirement.milestone or "")
        backing = _name_source(line.backing, context)
        reasons.append(say_backing(backing, asked, context.today))
    if line.below:
        level, backing = line.below
        if line.backing is None or backing.strength > line.strength:
            backing = _name_source(backing, context)
            reasons.append(say_lower_level(level, backing, context.today))
    if not line.is_met:
        reasons += progress_reasons(line.requirement, context)
    return tuple(reasons) or ("nothing yet",)


def find_met_alternative(line: RequirementLine, readiness: Readiness) -> str | None:
    """The slug of an alternative that is shown, so that a line is not needed."""
    unit = line.requirement.unit
    if not line.is_met:
        for other in readiness.lines:
            if other.is_met and other.requirement.unit == unit:
                return other.requirement.slug
    return None


def say_backing(backing: Backing, milestone: str | None, today: date) -> str:
    """`repo and certificate, 23 Nov`, `fastai, 200 h`, `your rating, no letter yet`.

    A result is named unless it is of `milestone` itself. If a limit of hours applies,
    the logged hours follow: they are what the limit is compared with.
    """
    day = f", {say_short_day(backing.day, today)}" if backing.day else ""
    if backing.basis == "item":
        hours = say_hours(backing.seconds) if backing.seconds else "done"
        return f"{backing.source}, {hours}"
    if backing.basis == "rating":
        return _say_rating(backing, day)
    evidence = _say_kinds(backing, day)
    if backing.counted:
        evidence = say_count(backing.counted) + day
    elif not backing.kinds:
        evidence = f"reached{day.replace(',', '')}, no evidence yet"
    evidence += _say_logged(backing.spent)
    is_same = backing.source == milestone
    return evidence if is_same else f"{backing.source}: {evidence}"


def say_lower_level(level: str, backing: Backing, today: date) -> str:
    """The best at a lower level: `basic level practised: fastai, 131 h`."""
    reason = backing.source
    if backing.basis != "result":
        reason = say_backing(backing, None, today)
    return f"{level} level {backing.strength.label}: {reason}"


def say_short_day(day: date, today: date) -> str:
    """`23 Nov`, with the year if it is not this year."""
    return say_day(day, today).split(" ", 1)[1]


def _name_source(backing: Backing, context: ReasonContext) -> Backing:
    """The backing with the name of its item or milestone; of a rating it is a person."""
    if backing.basis == "rating":
        return backing
    return backing._replace(source=context.name(backing.source))


def _say_rating(backing: Backing, day: str) -> str:
    if backing.kinds:
        return _say_kinds(backing, day)
    if backing.source:
        return f"rated by {backing.source}{day}, no letter yet"
    return "your rating, no letter yet"


def _say_kinds(backing: Backing, day: str) -> str:
    """`repo and review, 23 Nov`; a document with its own giver and day, in its words."""
    giver = backing.source if backing.basis == "rating" else ""
    document = backing.document
    if document is None:
        by = f" by {giver}" if giver else ""
        return f"{join_words(backing.kinds)}{by}{day}"
    words = document.place
    if giver.casefold() not in words.casefold():
        words = f"{giver}, {words}"
    sign = " by" if document.kind in CONFIRMING_KINDS else ","
    others = [kind for kind in backing.kinds if kind != document.kind]
    return join_words([*others, f"{document.kind}{sign} {words}"])


def _say_logged(spent: int | None) -> str:
    """`, 45m logged` for a result with a limit of hours."""
    if spent is None:
        return ""
    return f", {say_hours(spent)} logged" if spent else ", no hours logged"
