"""The item of an entry by a rules file, and the slug of a new item for a project."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import count

from tracker.errors import Unreadable
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import hash_text
from tracker.text.slugs import LONGEST_SLUG, check_slug

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l"})
# Room in a slug for the number of a second or third item of that name.
_NUMBER_ROOM = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """Entries with this project, this tag and this text in their note go to `item`.

    What is None does not matter. With an empty `item`, the project's name counts; with
    `skip`, the entries are not imported.
    """

    item: str
    project: str | None = None
    tag: str | None = None
    note: str | None = None
    skip: bool = False

    def fits(self, entry: ReadySession) -> bool:
        """Whether the rule is about the entry; case does not matter."""
        if not _is_equal(self.project, entry.project):
            return False
        if self.tag is not None and not any(_is_equal(self.tag, t) for t in entry.tags):
            return False
        return self.note is None or self.note.casefold() in entry.note.casefold()

    @property
    def only_project(self) -> bool:
        """Whether the rule looks at nothing but the project."""
        return self.tag is None and self.note is None


def _is_equal(wanted: str | None, text: str) -> bool:
    return wanted is None or wanted.casefold() == text.casefold()


class RuleIndex:
    """Rules by the project that they name: of thousands, few can fit an entry."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_project: dict[str | None, list[tuple[int, Rule]]] = {}
        for number, rule in enumerate(rules):
            project = None if rule.project is None else rule.project.casefold()
            self._by_project.setdefault(project, []).append((number, rule))

    def rule_for(self, entry: ReadySession) -> Rule | None:
        """The first rule that fits."""
        named = self._by_project.get(entry.project.casefold(), [])
        rules = merge(named, self._by_project.get(None, []))
        return next((rule for _, rule in rules if rule.fits(entry)), None)


def slug_of(project: str) -> str:
    """The slug of a new item for a project: `Deep Work!` is `deep-work`.

    A hash, `project-3f9a1c`, where a slug can hold less than half of its letters.
    """
    slug = _ascii_words(project)[: LONGEST_SLUG - _NUMBER_ROOM].strip("-")
    letters = sum(letter.isalnum() for letter in project)
    if not slug or letters > 2 * len(slug.replace("-", "")):
        slug = f"project-{hash_text(project)[:6]}"
    return _make_valid(slug)


def _make_valid(slug: str) -> str:
    """`slug`, or `project-10` where tracker would read `10` as something else."""
    try:
        return check_slug(slug)
    except Unreadable:
        return f"project-{slug}"


def _ascii_words(text: str) -> str:
    """The words of a text without accents, joined by dashes."""
    small = text.casefold().translate(_PLAIN_LETTERS)
    letters = unicodedata.normalize("NFKD", small).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


class FreeSlugs:
    """The slugs of new items, none of them `taken` or given before."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, Iterator[int]] = {}

    def take(self, project: str) -> str:
        """The slug of a project, with a number after it where another has it."""
        name = slug = slug_of(project)
        numbers = self._numbers.setdefault(slug, count(2))
        while name in self._taken:
            name = _make_valid(f"{slug}-{next(numbers)}")
        self._taken.add(name)
        return name
