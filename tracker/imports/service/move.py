"""Moves of imported projects to other items."""

from sqlite3 import Connection

from tracker.errors import NotFound
from tracker.imports.rules.projects import nearest_projects
from tracker.imports.rules.reports import MoveReport
from tracker.imports.store.item_lookup import read_unnamed_slugs, remove_empty_items
from tracker.journal.store.imported_sessions import (
    move_project,
    project_counts,
    project_items,
)
from tracker.journal.store.items import choose_item
from tracker.text.columns import join_words, quoted


def move_sessions(db: Connection, project: str, item: str, now_utc: int) -> MoveReport:
    """Move what was imported as `project` to `item`, at `now_utc` (UTC seconds).

    The item that the import had made goes, if nothing refers to it any more. Sessions
    imported without a project belong to the item they went to. Raises NotFound where
    nothing was imported as `project`, or there is no such item.
    """
    sessions, seconds, named = project_counts(db, project)
    if not sessions:
        raise _nothing_imported(db, project)
    target = choose_item(db, item)
    moved = move_project(db, project, target.id, now_utc)
    removed = tuple(remove_empty_items(db, project))
    lasting = named > 0
    return MoveReport(project, target.slug, moved, sessions, seconds, lasting, removed)


def _nothing_imported(db: Connection, project: str) -> NotFound:
    """The error where nothing has that project, with the nearest projects."""
    message = f"Nothing was imported as {quoted(project)}."
    projects = [*project_items(db), *read_unnamed_slugs(db)]
    near = nearest_projects(project, projects)
    if near:
        hint = f"Did you mean {join_words(list(map(quoted, near)), 'or')}?"
        return NotFound(message, hint, typed=project, instead=near)
    return NotFound(
        message, "To list the projects of a file: tracker import FILE --dry-run"
    )
