"""Which item an entry belongs to: as a rules file says, else by name; and how a new item of one's own is called."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.errors import Unreadable
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import hashed
from tracker.text.names import LONGEST_SLUG, check_slug


@dataclass(frozen=True, slots=True)
class Rule:
    """Entries with this project, this tag and these words in their note, so far as they are given, go to `item`."""

    item: str
    project: str | None = None
    tag: str | None = None
    note: str | None = None

    def fits(self, entry: ReadySession) -> bool:
        """Whether the rule is about the entry. Case does not matter."""
        if (
            self.project is not None
            and self.project.casefold() != entry.project.casefold()
        ):
            return False
        if self.tag is not None and self.tag.casefold() not in map(
            str.casefold, entry.tags
        ):
            return False
        return self.note is None or self.note.casefold() in entry.note.casefold()

    @property
    def only_project(self) -> bool:
        """Whether nothing but the project counts."""
        return self.tag is None and self.note is None


def rule_for(rules: Sequence[Rule], entry: ReadySession) -> Rule | None:
    """The first rule that fits."""
    return next((rule for rule in rules if rule.fits(entry)), None)


def slug_of(project: str) -> str:
    """A slug for an item of one's own: the project's letters, or its hash where there are none that a slug can have."""
    letters = unicodedata.normalize(
        "NFKD", project.replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    ).casefold()
    words = "-".join(
        re.findall(
            r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c))
        )
    )
    slug = words[: LONGEST_SLUG - 8].strip("-")
    lost = sum(letter.isalnum() for letter in project) > 2 * len(slug.replace("-", ""))
    slug = f"project-{hashed(project)[:6]}" if not slug or lost else slug
    try:
        return check_slug(slug)
    except Unreadable:
        return f"project-{slug}"


def free_slug(project: str, taken: Iterable[str]) -> str:
    """`slug_of` the project, with a number after it where that means something already."""
    slug, names, number = slug_of(project), set(taken), 2
    free = slug
    while free in names:
        free, number = f"{slug}-{number}", number + 1
    return free
