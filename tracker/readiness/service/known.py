"""What a person can do already: the bundles, and claims once they are recorded."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from tracker.curriculum.store.changes import set_state
from tracker.database.catalogue.bundles import BundleEntry, read_bundles
from tracker.database.settings import Settings
from tracker.errors import Ambiguous, NotFound
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.store.items import item_names
from tracker.milestones.rules.claims import Claim, make_result
from tracker.milestones.service.details import all_statuses
from tracker.milestones.store.changes import reopen_milestone, save_result
from tracker.milestones.store.names import milestone_names
from tracker.milestones.store.role_milestones import requirement_targets
from tracker.paths import seed_folder
from tracker.readiness.rules.gaps import Gaps, find_role_gaps
from tracker.readiness.rules.known_claims import (
    KnownAnswer,
    KnownClaim,
    RoadChange,
    compare_roads,
    find_claims,
    find_recorded,
)
from tracker.readiness.rules.known_words import (
    BUNDLE,
    ITEM,
    MILESTONE,
    SKILL,
    KnownWord,
    NamesByKind,
    check_no_level,
    read_known_word,
)
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.service.role_choice import choose_role
from tracker.readiness.store import ratings
from tracker.readiness.store.facts import read_facts, read_skills
from tracker.text.columns import quoted
from tracker.text.names import Name

Bundles = Mapping[str, BundleEntry]


def list_bundles() -> Bundles:
    """The shipped bundles by slug."""
    bundles, _ = read_bundles(Path(seed_folder()))
    return {bundle.slug: bundle for bundle in bundles}


def record_known(
    db: Connection,
    settings: Settings,
    typed: Sequence[str],
    day: date,
    moment: LocalMoment,
) -> KnownAnswer:
    """Record what the words claim and is not recorded yet, as of `day`.

    Nothing is lowered. Raises as `read_known_word` does, and as `make_result` for a
    milestone.
    """
    bundles = list_bundles()
    words = _read_words(db, typed, bundles)
    claims = find_claims(words, bundles)
    facts = read_facts(db)
    already = find_recorded(claims, facts)
    recorded = [claim for claim in claims if claim not in already]
    _save(db, recorded, facts, day, moment)
    return KnownAnswer(
        words=tuple(words),
        bundles=tuple(bundles[word.slug] for word in words if word.kind == BUNDLE),
        recorded=tuple(recorded),
        already=tuple(already),
        road=_read_road_change(db, settings, facts),
    )


def read_new_claims(
    db: Connection, typed: Sequence[str], facts: Facts
) -> list[KnownClaim]:
    """What the words claim beyond `facts`. Raises as `read_known_word` does."""
    bundles = list_bundles()
    claims = find_claims(_read_words(db, typed, bundles), bundles)
    already = find_recorded(claims, facts)
    return [claim for claim in claims if claim not in already]


def _read_words(
    db: Connection, typed: Sequence[str], bundles: Bundles
) -> list[KnownWord]:
    check_no_level(typed)
    names = _names(db, bundles)
    return [_read_word(db, word, names) for word in typed]


def _read_word(db: Connection, typed: str, names: NamesByKind) -> KnownWord:
    """What a word means; a requirement of a role means the one thing that it asks for.

    Where it asks for several, the error says for which.
    """
    try:
        return read_known_word(typed, names)
    except (NotFound, Ambiguous):
        name, mark, level = typed.partition("=")
        slugs = [slug for _, slug in requirement_targets(db, name.casefold())]
        if not slugs or name in slugs:
            raise
        words = [f"{slug}{mark}{level}" for slug in slugs]
        if len(words) == 1:
            return read_known_word(words[0], names)._replace(typed=typed)
        raise NotFound(
            f"{quoted(name)} is a requirement of a role.",
            "Type what it asks for:",
            typed=typed,
            instead=words,
        ) from None


def _names(db: Connection, bundles: Bundles) -> NamesByKind:
    return {
        BUNDLE: [Name(bundle.slug, bundle.title) for bundle in bundles.values()],
        SKILL: [Name(skill.slug, skill.title) for skill in read_skills(db)],
        MILESTONE: milestone_names(db),
        ITEM: item_names(db),
    }


def _save(
    db: Connection,
    claims: Sequence[KnownClaim],
    facts: Facts,
    day: date,
    moment: LocalMoment,
) -> None:
    items = {item.slug: item for item in facts.items}
    statuses = all_statuses(db, moment.today)
    for kind, slug, level in claims:
        if kind == SKILL:
            rating = Rating(slug, level, "", day)
            ratings.save_rating(db, rating, moment.now_utc)
        elif kind == MILESTONE:
            result = make_result(Claim(day=day), statuses[slug], moment.today)
            save_result(db, result, moment.now_utc)
            reopen_milestone(db, slug, moment.now_utc, attempts=False)
        else:
            set_state(db, items[slug], "done", day, moment.now_utc)


def _read_road_change(
    db: Connection, settings: Settings, facts: Facts
) -> RoadChange | None:
    """What changed since `facts` of the road to the target; None without a target."""
    if settings.get("target") is None:
        return None
    before = _find_target_gaps(db, settings, facts)
    return compare_roads(before, _find_target_gaps(db, settings, read_facts(db)))


def _find_target_gaps(db: Connection, settings: Settings, facts: Facts) -> Gaps:
    role, variant = choose_role(db, settings, None, None)
    return find_role_gaps(role, variant, facts)
