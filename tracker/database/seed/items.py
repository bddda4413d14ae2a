"""Tracks, choice groups, items with their names, gates, skills and prerequisites."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from tracker.database.catalogue.records import (
    Catalogue,
    GroupEntry,
    ItemEntry,
    TrackEntry,
)
from tracker.database.schema.curriculum import (
    choice_group,
    group_prefer,
    item,
    item_aka,
    item_gate,
    item_requires,
    item_skill,
    track,
)
from tracker.database.seed.rows import (
    Row,
    replace_all,
    sync_by_slug,
    to_seconds,
)
from tracker.database.values import line_columns

Ids = Mapping[str, int]


def sync_items(
    db: Connection, catalogue: Catalogue, milestones: Ids, skills: Ids
) -> tuple[dict[str, int], dict[str, int]]:
    """Sync the curriculum; return the ids of items and of groups by slug."""
    rows = [_track_row(entry, place) for place, entry in enumerate(catalogue.tracks)]
    tracks = sync_by_slug(db, track, rows)
    rows = [_group_row(entry, tracks) for entry in catalogue.groups]
    groups = sync_by_slug(db, choice_group, rows)
    own_slugs = set(db.scalars(select(item.c.slug).where(item.c.origin == "own")))
    shipped = [entry for entry in catalogue.items if entry.slug not in own_slugs]
    rows = [
        _item_row(entry, place, tracks=tracks, groups=groups, milestones=milestones)
        for place, entry in enumerate(shipped)
    ]
    ids = sync_by_slug(db, item, rows)
    slugs = {entry.slug for entry in catalogue.items}
    _mark_items(db, slugs, {entry.slug for entry in shipped})
    _sync_names(db, shipped, ids)
    _sync_requires(db, shipped, ids)
    _sync_skills(db, shipped, ids, skills)
    replace_all(db, item_gate, _gate_rows(shipped, ids))
    first_choices = [
        {"group_id": groups[entry.slug], "item_id": ids[slug]}
        for entry in catalogue.groups
        for slug in entry.prefer
    ]
    replace_all(db, group_prefer, first_choices)
    return ids, groups


def _track_row(entry: TrackEntry, position: int) -> Row:
    return {
        "slug": entry.slug,
        "title": entry.title,
        "purpose": entry.purpose,
        "position": position,
        **line_columns(entry.line),
    }


def _group_row(entry: GroupEntry, tracks: Ids) -> Row:
    return {
        "slug": entry.slug,
        "title": entry.title,
        "track_id": tracks[entry.track],
        "choose": entry.choose,
        "note": entry.note,
        **line_columns(entry.line),
    }


def _item_row(
    entry: ItemEntry, position: int, *, tracks: Ids, groups: Ids, milestones: Ids
) -> Row:
    low, likely, high = entry.hours
    return {
        "uid": f"seed:{entry.slug}",
        "edited_at": 0,
        "slug": entry.slug,
        "title": entry.title,
        "author": entry.by,
        "year": entry.year,
        "kind": entry.kind,
        "track_id": tracks[entry.track],
        "group_id": groups[entry.group] if entry.group else None,
        "after_id": milestones[entry.after] if entry.after else None,
        "low": to_seconds(low),
        "likely": to_seconds(likely),
        "high": to_seconds(high),
        "hours_from": entry.hours_from,
        "url": entry.url,
        "origin": entry.origin,
        "status": entry.status,
        "as_of": entry.as_of,
        "note": entry.note,
        "fills_line": entry.fills_line[0] if entry.fills_line else None,
        "position": position,
        "adopted": 0,
        "retired": 0,
        **line_columns(entry.line),
    }


def _gate_rows(shipped: Sequence[ItemEntry], ids: Ids) -> Iterator[Row]:
    for entry in shipped:
        gate = entry.gate
        if gate:
            low, likely, high = gate.hours or (None, None, None)
            yield {
                "item_id": ids[entry.slug],
                "needs": gate.needs,
                "low": to_seconds(low),
                "likely": to_seconds(likely),
                "high": to_seconds(high),
                "letters": gate.letters,
                "odds": gate.odds,
                "window": gate.window,
                "closed": int(gate.closed),
                "as_of": gate.as_of,
                "url": gate.url,
            }


def _mark_items(db: Connection, slugs: set[str], shipped: set[str]) -> None:
    """Retire items that are no longer shipped; mark the person's own that now are."""
    is_own = item.c.origin == "own"
    gone = ~is_own, item.c.slug.not_in(shipped), item.c.retired == 0
    db.execute(update(item).where(*gone).values(retired=1))
    adopted = is_own, item.c.slug.in_(slugs), item.c.adopted == 0
    db.execute(update(item).where(*adopted).values(adopted=1))


def _sync_names(db: Connection, shipped: Sequence[ItemEntry], ids: Ids) -> None:
    """Short names of shipped items, except those that are the slug of an item."""
    rows = [
        {
            "uid": f"seed:{name}",
            "edited_at": 0,
            "item_id": ids[entry.slug],
            "name": name,
        }
        for entry in shipped
        for name in entry.aka
        if name not in ids
    ]
    _sync_rows(db, item_aka, rows, ["name"])


def _sync_requires(db: Connection, shipped: Sequence[ItemEntry], ids: Ids) -> None:
    rows = [
        {
            "uid": f"seed:{entry.slug}>{required}",
            "edited_at": 0,
            "item_id": ids[entry.slug],
            "requires_id": ids[required],
        }
        for entry in shipped
        for required in entry.requires
    ]
    _sync_rows(db, item_requires, rows, ["item_id", "requires_id"])


def _sync_skills(
    db: Connection, shipped: Sequence[ItemEntry], ids: Ids, skills: Ids
) -> None:
    rows = [
        {
            "uid": f"seed:{entry.slug}*{skill}",
            "edited_at": 0,
            "item_id": ids[entry.slug],
            "skill_id": skills[skill],
        }
        for entry in shipped
        for skill in entry.skills
    ]
    _sync_rows(db, item_skill, rows, ["item_id", "skill_id"])


def _sync_rows(
    db: Connection, table: Table, rows: Sequence[Row], key: Sequence[str]
) -> None:
    """Write the seed's `rows` to `table`, unless the person has a row of that `key`.

    Rows that are right already stay, and keep their numbers: the undo log refers to
    those.
    """
    is_shipped = table.c.uid.startswith("seed:")
    names = dict.fromkeys(("uid", "edited_at", "item_id", *key))
    chosen = select(*(table.c[name] for name in names)).where(is_shipped)
    present = {row["uid"]: dict(row) for row in db.execute(chosen).mappings()}
    own_rows = select(*(table.c[name] for name in key)).where(~is_shipped)
    own_keys = {tuple(row) for row in db.execute(own_rows)}
    wanted = {
        row["uid"]: dict(row)
        for row in rows
        if tuple(row[name] for name in key) not in own_keys
    }
    if gone := [uid for uid, row in present.items() if wanted.get(uid) != row]:
        db.execute(delete(table).where(table.c.uid.in_(gone)))
    if new := [row for uid, row in wanted.items() if present.get(uid) != row]:
        db.execute(insert(table), new)
