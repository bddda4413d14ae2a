"""Skills, roles with their variants, requirements and bars, and the guide's questions."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, update

from tracker.database.catalogue.records import (
    BarEntry,
    PromptEntry,
    RequirementEntry,
    RoleEntry,
    SkillEntry,
)
from tracker.database.schema.plans import prompt
from tracker.database.schema.readiness import (
    bar,
    requirement,
    role,
    role_variant,
    skill,
    skill_level,
)
from tracker.database.seeding.rows import Row, lines, put, replace_all

Ids = Mapping[str, int]


def sync_skills(db: Connection, seed: Sequence[SkillEntry]) -> dict[str, int]:
    """Sync skills and what shows each level; return their numbers by slug."""
    rows = [
        {
            "slug": s.slug,
            "title": s.title,
            "meaning": s.meaning,
            "position": n,
            **lines(s.line),
        }
        for n, s in enumerate(seed)
    ]
    ids = put(db, skill, rows)
    levels = [
        {"skill_id": ids[s.slug], "level": level, "shown_by": text}
        for s in seed
        for level, text in s.shown_by.items()
    ]
    replace_all(db, skill_level, levels)
    return ids


def sync_roles(
    db: Connection, seed: Sequence[RoleEntry], skills: Ids, milestones: Ids
) -> None:
    """Sync roles whole. A role that is shipped no more goes: a target names it by its slug, and then says so."""
    for part in (requirement, bar, role_variant):
        db.execute(delete(part))
    ids = put(db, role, [_role(r, n) for n, r in enumerate(seed)])
    db.execute(delete(role).where(role.c.slug.not_in([r.slug for r in seed])))
    replace_all(
        db, role_variant, [row for r in seed for row in _variants(r, ids[r.slug])]
    )
    replace_all(
        db,
        requirement,
        [
            _requirement(q, n, ids[r.slug], skills, milestones)
            for r in seed
            for n, q in enumerate(r.requirements)
        ],
    )
    replace_all(
        db,
        bar,
        [
            _bar(b, n, ids[r.slug], milestones)
            for r in seed
            for n, b in enumerate(r.bars)
        ],
    )


def sync_prompts(db: Connection, seed: Sequence[PromptEntry]) -> None:
    """Sync the guide's questions; one that is asked no more stays for its answers' sake."""
    rows = [
        {
            "slug": p.slug,
            "kind": p.kind,
            "question": p.question,
            "position": n,
            "retired": 0,
            **lines(p.line),
        }
        for n, p in enumerate(seed)
    ]
    put(db, prompt, rows)
    db.execute(
        update(prompt)
        .where(prompt.c.slug.not_in([p.slug for p in seed]))
        .values(retired=1)
    )


def _role(r: RoleEntry, position: int) -> Row:
    return {
        "slug": r.slug, "title": r.title, "does": r.does, "place": r.where, "phd": r.phd, "note": r.note,
        "position": position, **lines(r.line),
    }  # fmt: skip


def _variants(r: RoleEntry, role_id: int) -> Iterator[Row]:
    for position, v in enumerate(r.variants):
        yield {
            "role_id": role_id,
            "slug": v.slug,
            "title": v.title,
            "does": v.does,
            "position": position,
            **lines(v.line),
        }


def _requirement(
    q: RequirementEntry, position: int, role_id: int, skills: Ids, milestones: Ids
) -> Row:
    return {
        "role_id": role_id, "slug": q.slug, "skill_id": skills[q.skill] if q.skill else None, "level": q.level,
        "milestone_id": milestones[q.milestone] if q.milestone else None, "weight": q.weight, "step": int(q.step),
        "stated": int(q.stated), "variant": q.variant, "any_of": q.any_of, "quote": q.quote, "note": q.note,
        "position": position, **lines(q.line),
    }  # fmt: skip


def _bar(b: BarEntry, position: int, role_id: int, milestones: Ids) -> Row:
    return {
        "role_id": role_id, "slug": b.slug, "who": b.who, "says": b.says, "milestone_id": milestones[b.milestone],
        "as_of": b.as_of, "status": b.status, "note": b.note, "variant": b.variant, "position": position,
        **lines(b.line),
    }  # fmt: skip
