"""The items that entries go to: found by rule or name, or created."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from tracker.curriculum.rules.items import OwnItem
from tracker.curriculum.store.changes import add_item
from tracker.curriculum.store.names import taken_names
from tracker.database.bridge import raw_connection
from tracker.errors import NotFound
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.item_rules import Rule, free_slug, rule_for, slug_of
from tracker.imports.store.item_lookup import (
    UNSORTED,
    add_unsorted_track,
    read_item_slugs,
    read_other_names,
)
from tracker.journal.store.imported_sessions import project_items
from tracker.text.columns import quoted


class MappedItem(NamedTuple):
    """The item that entries of a project go to.

    `how` it was found: `rule`, `before`, `name` or `new`.
    """

    id: int
    slug: str
    how: str


class ItemMap:
    """The items of one file's entries.

    `unnamed` is the project of entries that have none. `now_utc` is UTC seconds.
    Raises NotFound if a rule names no item.
    """

    def __init__(
        self, db: Connection, rules: Sequence[Rule], unnamed: str, now_utc: int
    ) -> None:
        self._db, self._rules = db, rules
        self._unnamed, self._now_utc = unnamed, now_utc
        self._slugs: dict[int, str] = {}
        self._ids: dict[str, int] = {}
        self._read_names()
        self._before = project_items(raw_connection(db))
        self._by_project: dict[str, MappedItem] = {}
        self._only_projects = all(rule.only_project for rule in rules)
        self._used: set[Rule] = set()
        for rule in rules:
            self._check_item(rule)

    @property
    def unused(self) -> list[Rule]:
        """The rules that fitted no entry."""
        return [rule for rule in self._rules if rule not in self._used]

    def item_of(self, entry: ReadySession) -> MappedItem:
        """The item of an entry, created if there is none.

        An entry without a project goes to the item whose name its note is, if any.
        """
        project = entry.item or entry.project
        by_note = None if project else self._ids.get(entry.note.casefold())
        is_settled = self._only_projects or entry.item
        if by_note is None and is_settled and project in self._by_project:
            return self._by_project[project]
        rule = None if entry.item else rule_for(self._rules, entry)
        if rule:
            self._used.add(rule)
        if rule and rule.item:
            return self._remember(project, self._mapped(rule.item, "rule"))
        if by_note is not None:
            return MappedItem(by_note, self._slugs[by_note], "name")
        if project in self._by_project:
            return self._by_project[project]
        if entry.item:
            return self._remember(project, self._item_called(project))
        return self._remember(project, self._item_before(project))

    def _remember(self, project: str, target: MappedItem) -> MappedItem:
        if self._only_projects or target.how != "rule":
            self._by_project[project] = target
        return target

    def _mapped(self, name: str, how: str) -> MappedItem:
        number = self._ids[name.casefold()]
        return MappedItem(number, self._slugs[number], how)

    def _item_before(self, project: str) -> MappedItem:
        """The item of the project's earlier sessions, else the one of its name."""
        if project in self._before:
            number = self._before[project]
            return MappedItem(number, self._slugs[number], "before")
        return self._item_called(project)

    def _item_called(self, project: str) -> MappedItem:
        """The item of that name or slug, else a new one in the track `unsorted`."""
        name = project or self._unnamed
        for spelling in (name.casefold(), slug_of(name)):
            if spelling in self._ids:
                return self._mapped(spelling, "name")
        return self._create_item(name)

    def _create_item(self, name: str) -> MappedItem:
        slug = free_slug(name, taken_names(self._db))
        add_unsorted_track(self._db)
        title = " ".join(name.split())
        new_item = OwnItem(slug, title, kind="project", track=UNSORTED)
        add_item(self._db, new_item, self._now_utc)
        self._read_names()
        return MappedItem(self._ids[slug], slug, "new")

    def _read_names(self) -> None:
        self._slugs = read_item_slugs(self._db)
        self._ids = read_other_names(self._db)
        self._ids |= {slug.casefold(): number for number, slug in self._slugs.items()}

    def _check_item(self, rule: Rule) -> None:
        if rule.item and rule.item.casefold() not in self._ids:
            raise NotFound(
                f"The rules file names {quoted(rule.item)}, but there is no such item.",
                "Find the slug: tracker items --search WORD",
            )
