"""Items for entries: found by rule or name, made where nothing fits."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select

from tracker.curriculum.rules.items import OwnItem
from tracker.curriculum.store.changes import add_item
from tracker.curriculum.store.names import taken_names
from tracker.database.bridge import raw_connection
from tracker.database.schema.curriculum import item, item_aka, track
from tracker.errors import NotFound
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.mapping import Rule, free_slug, rule_for, slug_of
from tracker.journal.store.imported_sessions import projects
from tracker.text.columns import quoted

UNSORTED = "unsorted"


class MappedItem(NamedTuple):
    """The item that entries of a project go to, and how it was found: `rule`, `before`, `name` or `new`."""

    id: int
    slug: str
    how: str


class Items:
    """Where entries belong, for the length of one import; `unnamed` is what those without a project are called."""

    def __init__(
        self, db: Connection, rules: Sequence[Rule], unnamed: str, now: int
    ) -> None:
        self._db, self._rules, self._unnamed, self._now = db, rules, unnamed, now
        self._slugs: dict[int, str] = {}
        self._ids: dict[str, int] = {}
        self._read()
        self._before = projects(raw_connection(db))
        self._known: dict[str, MappedItem] = {}
        self._by_project = all(rule.only_project for rule in rules)
        self._used: set[Rule] = set()
        for rule in rules:
            self._check(rule)

    @property
    def unused(self) -> list[Rule]:
        """Rules that fitted no entry."""
        return [rule for rule in self._rules if rule not in self._used]

    def of(self, entry: ReadySession) -> MappedItem:
        """The item of an entry, made where there is none yet; without a project, one that its note is the name of."""
        key = entry.item or entry.project
        noted = None if key else self._ids.get(entry.note.casefold())
        if noted is None and (self._by_project or entry.item) and key in self._known:
            return self._known[key]
        rule = None if entry.item else rule_for(self._rules, entry)
        if rule:
            self._used.add(rule)
        if rule and rule.item:
            return self._keep(
                key,
                MappedItem(
                    self._ids[rule.item.casefold()], self._slug(rule.item), "rule"
                ),
            )
        if noted is not None:
            return MappedItem(noted, self._slugs[noted], "name")
        if key in self._known:
            return self._known[key]
        return self._keep(
            key, self._named(key) if entry.item else self._before_or_named(key)
        )

    def _keep(self, key: str, target: MappedItem) -> MappedItem:
        if self._by_project or target.how != "rule":
            self._known[key] = target
        return target

    def _before_or_named(self, project: str) -> MappedItem:
        """The item that the project's sessions hang on already, else the one of its name."""
        if project in self._before:
            number = self._before[project]
            return MappedItem(number, self._slugs[number], "before")
        return self._named(project)

    def _named(self, name: str) -> MappedItem:
        """The item called so, exactly or as a slug would have it; else a new one in the track of the unsorted."""
        called = name or self._unnamed
        for said in (called.casefold(), slug_of(called)):
            if said in self._ids:
                number = self._ids[said]
                return MappedItem(number, self._slugs[number], "name")
        return self._make(called)

    def _make(self, called: str) -> MappedItem:
        slug = free_slug(called, taken_names(self._db))
        self._make_track()
        title = " ".join(called.split())
        add_item(
            self._db,
            OwnItem(slug, title, "project", UNSORTED, None, None, (), ()),
            self._now,
        )
        self._read()
        return MappedItem(self._ids[slug], slug, "new")

    def _make_track(self) -> None:
        """The track of the unsorted stands last, and is there only when something is in it."""
        if self._db.scalar(select(track.c.id).where(track.c.slug == UNSORTED)) is None:
            last = select(
                func.coalesce(func.max(track.c.position), 0) + 1
            ).scalar_subquery()
            told = {
                "title": "Unsorted",
                "purpose": "Projects of imported logs that no item was named for.",
            }
            self._db.execute(insert(track).values(slug=UNSORTED, **told, position=last))

    def _read(self) -> None:
        self._slugs = {
            row.id: row.slug for row in self._db.execute(select(item.c.id, item.c.slug))
        }
        names = self._db.execute(select(item_aka.c.name, item_aka.c.item_id))
        self._ids = {name.casefold(): number for name, number in names}
        self._ids |= {slug.casefold(): number for number, slug in self._slugs.items()}

    def _slug(self, name: str) -> str:
        return self._slugs[self._ids[name.casefold()]]

    def _check(self, rule: Rule) -> None:
        if rule.item and rule.item.casefold() not in self._ids:
            raise NotFound(
                f"The rules file names {quoted(rule.item)}, which is no item.",
                "Look for it with tracker items --search WORD, or make it with tracker add.",
            )
