"""Which item an entry belongs to: as a rules file says, else by name; and how a new item of one's own is called."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tracker.errors import Unreadable
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import hashed
from tracker.text.names import LONGEST_SLUG, Name, check_slug

LIKELY = 0.72


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


def likeliest(project: str, names: Sequence[Name]) -> str:
    """The slug of the item that a project most likely is, or nothing where none is like it."""
    wanted = _letters(project)
    if not wanted:
        return ""
    scored = (
        (max(_likeness(wanted, _letters(text)) for text in _said(name)), name.slug)
        for name in names
    )
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= LIKELY else ""


def _said(name: Name) -> tuple[str, ...]:
    return (name.slug, name.title, *name.aka)


def _likeness(one: str, other: str) -> float:
    """Between 0 and 1; whole words of one in the other are enough to be likely."""
    if one == other:
        return 1.0
    if (
        len(one) > 3
        and len(other) > 3
        and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")
    ):
        return 0.8
    matcher = SequenceMatcher(None, one, other)
    return (
        matcher.ratio()
        if matcher.real_quick_ratio() >= LIKELY and matcher.quick_ratio() >= LIKELY
        else 0.0
    )


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def draft(projects: Mapping[str, tuple[int, int]], items: Mapping[str, str]) -> str:
    """A rules file: for each project its entries and seconds, and the item in `items` or an empty one to fill in."""
    lines = [
        "# Which item each project of a log counts for: tracker import FILE --map THIS",
        "# The first rule that fits counts. project and tag have to be equal, note to be part of the note.",
        "# An empty item leaves the project to its own name: it becomes an item of yours in the track unsorted.",
    ]
    for project, (entries, seconds) in sorted(
        projects.items(), key=lambda each: -each[1][1]
    ):
        counted = f"{entries} {'entry' if entries == 1 else 'entries'}"
        lines += [
            "",
            f"# {seconds / 3600:.1f} h in {counted}",
            "[[rule]]",
            f"project = {_toml(project)}",
            f"item = {_toml(items.get(project, ''))}",
        ]
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    """A TOML string."""
    escaped = "".join(
        f"\\u{ord(letter):04x}" if ord(letter) < 32 or ord(letter) == 127 else letter
        for letter in text.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{escaped}"'
