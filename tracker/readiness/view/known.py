"""What a person says they can do, as text and as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, NotRequired, TypedDict

from tracker.choices import LEVELS
from tracker.database.catalogue.bundles import BundleEntry
from tracker.json_types import GuideLine, HourRange
from tracker.readiness.rules.known_claims import KnownAnswer, KnownClaim
from tracker.readiness.rules.known_words import ITEM, MILESTONE, SKILL
from tracker.readiness.view.gaps_json import hours_data
from tracker.readiness.view.hour_columns import say_about
from tracker.readiness.view.role_json import span_data
from tracker.text.columns import hang, wrap
from tracker.text.tables import table

_HEAD = "What can you do already? Type each line that is true of you:"
_SINGLE_THINGS = """Or name single skills, milestones and items, several at once:
  tracker known python linear-algebra=moderate replication-done
A skill alone is rated basic. To list the names:
  tracker skills
  tracker milestones
  tracker items
It counts as claimed until you add evidence. One undo takes back a whole line."""
_PLACE = 12
_LABELS = {SKILL: "skills", MILESTONE: "milestones", ITEM: "done"}


def bundles_text(bundles: Iterable[BundleEntry]) -> str:
    """A line to paste for each bundle, and how to name single things."""
    rows = [(f"tracker known {each.slug}", each.title) for each in bundles]
    return "\n".join([_HEAD, table(rows, "l", indent=2), _SINGLE_THINGS])


def known_text(answer: KnownAnswer) -> str:
    """What was recorded, what was there, and which steps the road no longer has."""
    return "\n".join(_known_lines(answer))


def _known_lines(answer: KnownAnswer) -> Iterator[str]:
    for bundle in answer.bundles:
        yield wrap(f"{bundle.slug}: {bundle.title}.")
        if bundle.note:
            yield wrap(bundle.note, 2)
    if answer.recorded:
        yield "Recorded as claimed; evidence makes it shown:"
        yield from _claim_rows(answer.recorded)
    if answer.already:
        yield "Recorded already, and not changed:"
        yield from _claim_rows(answer.already)
    if answer.recorded:
        yield from _effect_lines(answer)
        yield "Undo: tracker undo"


def _claim_rows(claims: Sequence[KnownClaim]) -> Iterator[str]:
    for kind, label in _LABELS.items():
        names = [f"{each.slug} {each.level}" for each in claims if each.kind == kind]
        if names:
            listed = ", ".join(name.strip() for name in names)
            yield hang(f"  {label:<{_PLACE}}", listed)


def _effect_lines(answer: KnownAnswer) -> Iterator[str]:
    road = answer.road
    if road is None:
        yield "To see what it leaves to do, choose a role: tracker target"
        return
    if road.removed:
        yield wrap(f"No longer on your road to {road.target}:")
        yield wrap(", ".join(road.removed), 2)
    else:
        yield wrap(f"It removes no step from your road to {road.target}.")
    if road.before and road.after and road.before.hours != road.after.hours:
        before, after = (say_about(each.hours[1]) for each in (road.before, road.after))
        yield f"All required: about {after} h; before: about {before} h."
    yield "What to do next: tracker next"


class BundleData(TypedDict):
    """What a person for whom `title` is true can do; `skills` go by their levels."""

    slug: str
    title: str
    skills: dict[str, Annotated[str, LEVELS]]
    milestones: list[str]
    items: list[str]
    line: GuideLine
    note: str | None


class BundlesData(TypedDict):
    """The lines to choose from."""

    bundles: list[BundleData]


class ReadWordData(TypedDict):
    """What was typed, and what it was read as."""

    typed: str
    kind: str
    slug: str


class ClaimData(TypedDict):
    """A skill at a level, a milestone or an item, on the person's own word."""

    kind: str
    slug: str
    level: NotRequired[Annotated[str, LEVELS]]


class BeforeAfterData(TypedDict, total=False):
    """The hours of all required lines before and after; neither without a target."""

    before: HourRange | None
    after: HourRange | None


class KnownData(TypedDict):
    """The claims that were recorded, and what they take off the road."""

    read_as: list[ReadWordData]
    recorded: list[ClaimData]
    already: list[ClaimData]
    removed_steps: list[str]
    hours: BeforeAfterData


def bundles_data(bundles: Iterable[BundleEntry]) -> BundlesData:
    """Each bundle with all that it claims."""
    return {
        "bundles": [
            {
                "slug": each.slug,
                "title": each.title,
                "skills": each.skills,
                "milestones": list(each.milestones),
                "items": list(each.items),
                "line": span_data(each.line),
                "note": each.note,
            }
            for each in bundles
        ]
    }


def known_data(answer: KnownAnswer) -> KnownData:
    """The keys of what was recorded."""
    road = answer.road
    hours: BeforeAfterData = {}
    if road:
        hours["before"] = hours_data(road.before.hours) if road.before else None
        hours["after"] = hours_data(road.after.hours) if road.after else None
    return {
        "read_as": [
            {"typed": word.typed, "kind": word.kind, "slug": word.slug}
            for word in answer.words
        ],
        "recorded": [_claim_data(claim) for claim in answer.recorded],
        "already": [_claim_data(claim) for claim in answer.already],
        "removed_steps": list(road.removed) if road else [],
        "hours": hours,
    }


def _claim_data(claim: KnownClaim) -> ClaimData:
    data: ClaimData = {"kind": claim.kind, "slug": claim.slug}
    if claim.level:
        data["level"] = claim.level
    return data
