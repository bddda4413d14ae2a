"""The items that entries go to: found by rule or name, or created."""

from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from tracker.curriculum.rules.items import OwnItem
from tracker.curriculum.store.changes import add_item
from tracker.curriculum.store.names import taken_names
from tracker.errors import NotFound
from tracker.imports.formats.cell_joins import join_note
from tracker.imports.rules.entries import BY_RULE, ReadySession, Skipped
from tracker.imports.rules.item_rules import FreeSlugs, Rule, RuleIndex, slug_of
from tracker.imports.rules.projects import MOST_PROJECTS, are_notes, is_note
from tracker.imports.store.item_lookup import (
    UNSORTED,
    add_unsorted_track,
    read_item_slugs,
    read_other_names,
    read_track_slugs,
)
from tracker.journal.store.imported_sessions import project_items
from tracker.text.columns import quoted
from tracker.text.misspellings import find_nearest


class MappedItem(NamedTuple):
    """The item that entries of a project go to.

    `how` it was found: `rule`, `before`, `name` or `new`.
    """

    id: int
    slug: str
    how: str


class ItemMap:
    """The items of one file's entries.

    `projects` has the number of entries of each project of the file, of very many only
    the first; `has_others` where entries may have others. `unnamed` is the project of
    entries that have none. `now_utc` is UTC seconds. Raises NotFound if a rule names no
    item.
    """

    def __init__(
        self,
        db: Connection,
        rules: Sequence[Rule],
        projects: Mapping[str, int],
        unnamed: str,
        now_utc: int,
        *,
        has_others: bool = False,
    ) -> None:
        self._db, self._rules = db, rules
        self._index = RuleIndex(rules)
        self.projects = projects
        self._unnamed, self._now_utc = unnamed, now_utc
        self._slugs = read_item_slugs(db)
        self._ids = read_other_names(db)
        self._ids |= {slug.casefold(): number for number, slug in self._slugs.items()}
        self._free_slugs: FreeSlugs | None = None
        are_all = 0 < len(projects) < MOST_PROJECTS and not has_others
        self._before = project_items(db, projects.keys() if are_all else None)
        self._by_project: dict[str, MappedItem] = {}
        self._only_projects = all(rule.only_project for rule in rules)
        self._rule_by_project: dict[str, Rule | None] = {}
        self.used: set[Rule] = set()
        for rule in rules:
            self._check_item(rule)
        self._named = {rule.project.casefold() for rule in rules if rule.project}
        self._have_notes = are_notes(projects, self._is_known)
        # Entries whose project was read as a note.
        self.notes = 0

    def left_behind(self) -> dict[str, str]:
        """Projects whose earlier sessions are not where their rule sends new ones.

        With the slug of the rule's item; empty where the rule skips the project.
        """
        slugs = {}
        for project in filter(self._before.__contains__, self.projects):
            rule = self._rule_by_project.get(project)
            if rule and rule.only_project and (rule.item or rule.skip):
                slug = self._slugs[self._ids[rule.item.casefold()]] if rule.item else ""
                if slug != self._slugs[self._before[project]]:
                    slugs[project] = slug
        return slugs

    def apply_rules(
        self, entries: Iterable[ReadySession | Skipped]
    ) -> Iterable[ReadySession | Skipped]:
        """The entries, without those that a rule skips.

        Projects that are notes, and that no rule names, stand in front of the notes.
        """
        if not self._rules and not self._have_notes:
            return entries
        return map(self._apply_rule, entries)

    def _apply_rule(self, entry: ReadySession | Skipped) -> ReadySession | Skipped:
        if isinstance(entry, Skipped) or entry.item:
            return entry
        if self._have_notes and self._is_note(entry.project):
            self.notes += 1
            note = join_note(entry.project, entry.note)
            entry = entry._replace(project="", note=note)
        rule = self._rule_of(entry)
        if rule and rule.skip:
            return Skipped(entry.line, BY_RULE, uid=entry.uid)
        return entry

    def _is_note(self, project: str) -> bool:
        if self._is_known(project) or project.casefold() in self._named:
            return False
        return is_note(project, self.projects)

    def _is_known(self, project: str) -> bool:
        """Whether a project is one by an earlier import, or by the name of an item."""
        return project in self._before or project.casefold() in self._ids

    def _rule_of(self, entry: ReadySession) -> Rule | None:
        """The rule of an entry; of a project it is looked up once, where it can be."""
        project = entry.project
        if not self._only_projects or project not in self._rule_by_project:
            self._rule_by_project[project] = self._index.rule_for(entry)
        rule = self._rule_by_project[project]
        if rule:
            self.used.add(rule)
        return rule

    def item_of(self, entry: ReadySession) -> MappedItem:
        """The item of an entry, created if there is none.

        An entry without a project goes to the item whose name its note is, if any.
        """
        project = entry.item or entry.project
        by_note = None if project else self._ids.get(entry.note.casefold())
        is_settled = self._only_projects or entry.item
        if by_note is None and is_settled and project in self._by_project:
            return self._by_project[project]
        rule = None if entry.item else self._rule_of(entry)
        if rule and rule.item:
            return self._remember(project, self._mapped(rule.item, "rule"))
        if by_note is not None:
            return MappedItem(by_note, self._slugs[by_note], "name")
        if project in self._by_project:
            return self._by_project[project]
        if entry.item:
            return self._remember(project, self._item_exported(entry))
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

    def _item_exported(self, entry: ReadySession) -> MappedItem:
        """The item of a session that tracker exported, with its title and track."""
        is_known = entry.track in read_track_slugs(self._db)
        track = entry.track if is_known else UNSORTED
        return self._item_called(entry.item, entry.title, track)

    def _item_called(
        self, project: str, title: str = "", track: str = UNSORTED
    ) -> MappedItem:
        """The item of that name or slug, else a new one of this title, or that name."""
        name = project or self._unnamed
        for spelling in (name.casefold(), slug_of(name)):
            if spelling in self._ids:
                return self._mapped(spelling, "name")
        return self._create_item(name, title or name, track)

    def _create_item(self, name: str, title: str, track: str) -> MappedItem:
        if self._free_slugs is None:
            self._free_slugs = FreeSlugs(taken_names(self._db))
        slug = self._free_slugs.take(name)
        if track == UNSORTED:
            add_unsorted_track(self._db)
        new_item = OwnItem(slug, " ".join(title.split()), kind="project", track=track)
        number = add_item(self._db, new_item, self._now_utc)
        self._slugs[number] = slug
        self._ids[slug.casefold()] = number
        return MappedItem(number, slug, "new")

    def _check_item(self, rule: Rule) -> None:
        if not rule.item or rule.item.casefold() in self._ids:
            return
        near = find_nearest(rule.item, self._ids)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise NotFound(
            f"The rules file names {quoted(rule.item)}, but there is no such item.",
            f"{hint}Find the slug: tracker items --search WORD",
        )
