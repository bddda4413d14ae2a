"""Skills, roles with all their parts, and the guide's questions."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, update

from tracker.database.catalogue.records import (
    BarEntry,
    PromptEntry,
    RequirementEntry,
    RoleEntry,
    SkillEntry,
    VariantEntry,
)
from tracker.database.schema.plans import prompt
from tracker.database.schema.readiness import (
    bar,
    requirement,
    role,
    role_apply,
    role_variant,
    skill,
    skill_level,
)
from tracker.database.seed.rows import Row, replace_all, sync_by_slug
from tracker.database.values import line_columns

Ids = Mapping[str, int]


def sync_skills(db: Connection, entries: Sequence[SkillEntry]) -> dict[str, int]:
    """Sync skills and their levels; return their ids by slug."""
    rows = [_skill_row(entry, place) for place, entry in enumerate(entries)]
    ids = sync_by_slug(db, skill, rows)
    levels = [
        {"skill_id": ids[entry.slug], "level": level, "shown_by": text}
        for entry in entries
        for level, text in entry.shown_by.items()
    ]
    replace_all(db, skill_level, levels)
    return ids


def sync_roles(
    db: Connection,
    entries: Sequence[RoleEntry],
    *,
    skills: Ids,
    milestones: Ids,
    items: Ids,
) -> None:
    """Sync roles with all their parts. A role that is no longer shipped is deleted."""
    for part in (requirement, bar, role_apply, role_variant):
        db.execute(delete(part))
    rows = [_role_row(entry, place) for place, entry in enumerate(entries)]
    ids = sync_by_slug(db, role, rows)
    slugs = [entry.slug for entry in entries]
    db.execute(delete(role).where(role.c.slug.not_in(slugs)))
    replace_all(db, role_variant, _variant_rows(entries, ids))
    replace_all(db, requirement, _requirement_rows(entries, ids, skills, milestones))
    replace_all(db, bar, _bar_rows(entries, ids, milestones, items))
    applications = [
        {"role_id": ids[entry.slug], "item_id": items[slug]}
        for entry in entries
        for slug in entry.apply
    ]
    replace_all(db, role_apply, applications)


def sync_prompts(db: Connection, entries: Sequence[PromptEntry]) -> None:
    """Sync the guide's questions; a retired question keeps its answers."""
    rows = [_prompt_row(entry, place) for place, entry in enumerate(entries)]
    sync_by_slug(db, prompt, rows)
    gone = prompt.c.slug.not_in([entry.slug for entry in entries])
    db.execute(update(prompt).where(gone).values(retired=1))


def _skill_row(entry: SkillEntry, position: int) -> Row:
    return {
        "slug": entry.slug,
        "title": entry.title,
        "meaning": entry.meaning,
        "position": position,
        **line_columns(entry.line),
    }


def _prompt_row(entry: PromptEntry, position: int) -> Row:
    return {
        "slug": entry.slug,
        "kind": entry.kind,
        "question": entry.question,
        "subject": entry.subject,
        "position": position,
        "retired": 0,
        **line_columns(entry.line),
    }


def _role_row(entry: RoleEntry, position: int) -> Row:
    return {
        "slug": entry.slug,
        "title": entry.title,
        "does": entry.does,
        "place": entry.where,
        "phd": entry.phd,
        "tracks": " ".join(entry.tracks) or None,
        "note": entry.note,
        "position": position,
        **line_columns(entry.line),
    }


def _variant_rows(entries: Sequence[RoleEntry], ids: Ids) -> Iterator[Row]:
    for entry in entries:
        for position, variant in enumerate(entry.variants):
            columns = _variant_columns(variant)
            yield {"role_id": ids[entry.slug], "position": position, **columns}


def _requirement_rows(
    entries: Sequence[RoleEntry], ids: Ids, skills: Ids, milestones: Ids
) -> Iterator[Row]:
    for entry in entries:
        for position, part in enumerate(entry.requirements):
            columns = _requirement_columns(part, skills, milestones)
            yield {"role_id": ids[entry.slug], "position": position, **columns}


def _bar_rows(
    entries: Sequence[RoleEntry], ids: Ids, milestones: Ids, items: Ids
) -> Iterator[Row]:
    for entry in entries:
        for position, part in enumerate(entry.bars):
            columns = _bar_columns(part, milestones, items)
            yield {"role_id": ids[entry.slug], "position": position, **columns}


def _variant_columns(entry: VariantEntry) -> Row:
    return {
        "slug": entry.slug,
        "title": entry.title,
        "does": entry.does,
        "tracks": " ".join(entry.tracks) or None,
        **line_columns(entry.line),
    }


def _requirement_columns(entry: RequirementEntry, skills: Ids, milestones: Ids) -> Row:
    return {
        "slug": entry.slug,
        "skill_id": skills[entry.skill] if entry.skill else None,
        "level": entry.level,
        "level_is_ours": int(entry.level_is_ours),
        "milestone_id": milestones[entry.milestone] if entry.milestone else None,
        "weight": entry.weight,
        "step": int(entry.step),
        "stated": int(entry.stated),
        "variant": entry.variant,
        "any_of": entry.any_of,
        "quote": entry.quote,
        "note": entry.note,
        **line_columns(entry.line),
    }


def _bar_columns(entry: BarEntry, milestones: Ids, items: Ids) -> Row:
    return {
        "slug": entry.slug,
        "who": entry.who,
        "says": entry.says,
        "milestone_id": milestones[entry.milestone],
        "as_of": entry.as_of,
        "apply_id": items[entry.apply] if entry.apply else None,
        "url": entry.url,
        "status": entry.status,
        "note": entry.note,
        "variant": entry.variant,
        **line_columns(entry.line),
    }
