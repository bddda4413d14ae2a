"""A draft of a rules file: the projects of a log, each with the likeliest item."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from tracker.imports.rules.counts import counted
from tracker.imports.rules.reports import ProjectShare
from tracker.limits import HOUR
from tracker.text.names import Name

LIKELY = 0.72
_HEAD = (
    "# Which item each project of a log counts for: tracker import FILE --map THIS",
    "# The first rule that fits counts: equal project and tag, note part of the note.",
    "# With an empty item, the project becomes a new item of yours in track unsorted.",
    "# To leave a project out, put skip = true in place of its item.",
)


@dataclass(slots=True)
class ProjectDraft:
    """A project of a log: its entries and seconds, and the item proposed for it.

    `guessed` is whether the item is the likeliest, and not one found by its name.
    """

    project: str
    item: str = ""
    entries: int = 0
    seconds: int = 0
    guessed: bool = False


def draft_rules(shares: Iterable[ProjectShare], names: Sequence[Name]) -> str:
    """The text of a rules file for the projects of a dry run, most hours first.

    A project that would become a new item gets the likeliest of the items in `names`,
    or an empty one to fill in. Entries without a project that found an item by their
    note need no rule. Empty where no entry needs one.
    """
    drafts: dict[str, ProjectDraft] = {}
    spellings = item_spellings(names)
    for share in shares:
        if share.how == "name" and not share.project:
            continue
        draft = drafts.setdefault(share.project, ProjectDraft(share.project))
        draft.entries += share.entries
        draft.seconds += share.seconds
        is_new = share.how == "new"
        draft.item = likeliest_item(share.project, spellings) if is_new else share.item
        draft.guessed = is_new and draft.item != ""
    if not drafts:
        return ""
    lines = list(_HEAD)
    for draft in sorted(drafts.values(), key=lambda draft: -draft.seconds):
        lines += _rule_lines(draft)
    return "\n".join(lines) + "\n"


def _rule_lines(draft: ProjectDraft) -> list[str]:
    entries = counted(draft.entries, "entry", "entries")
    without = "" if draft.project else " without a project"
    guess = "; the item is a guess" if draft.guessed else ""
    return [
        "",
        f"# {draft.seconds / HOUR:.1f} h in {entries}{without}{guess}",
        "[[rule]]",
        f"project = {_toml_string(draft.project)}",
        f"item = {_toml_string(draft.item)}",
    ]


def _toml_string(text: str) -> str:
    r"""`text` as a TOML string: `a "b"` becomes `"a \"b\""`."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(map(_escape_control, escaped))}"'


def _escape_control(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code < 32 or code == 127 else letter


class Spelling(NamedTuple):
    """A text in lower-case words, its letters as bits, and the slug of its item."""

    text: str
    letters: int
    slug: str = ""


def item_spellings(names: Iterable[Name]) -> list[Spelling]:
    """The texts that a project may be compared with: slugs, titles, other names."""
    return [
        _spell(text, name.slug)
        for name in names
        for text in (name.slug, name.title, *name.aka)
    ]


def _spell(text: str, slug: str = "") -> Spelling:
    words = _words(text)
    return Spelling(words, sum(1 << ord(x) % 64 for x in set(words)), slug)


def likeliest_item(project: str, spellings: Iterable[Spelling]) -> str:
    """The slug of the item that a project most likely is; empty for none."""
    wanted = _spell(project)
    if not wanted.text:
        return ""
    scored = ((_likeness(wanted, other), other.slug) for other in spellings)
    likeness, slug = max(scored, default=(0.0, ""))
    return slug if likeness >= LIKELY else ""


def _likeness(one: Spelling, other: Spelling) -> float:
    """From 0 to 1, for texts of lower-case words; 0.8 if one holds the other."""
    if one.text == other.text:
        return 1.0
    sizes = len(one.text), len(other.text)
    if min(sizes) > 3 and _is_within(one.text, other.text):
        return 0.8
    # At most so many letters agree: a comparison takes a hundred times as long.
    most = min(
        sizes[0] - (one.letters & ~other.letters).bit_count(),
        sizes[1] - (other.letters & ~one.letters).bit_count(),
    )
    if 2 * most < LIKELY * sum(sizes):
        return 0.0
    matcher = SequenceMatcher(None, one.text, other.text)
    return matcher.ratio() if matcher.quick_ratio() >= LIKELY else 0.0


def _is_within(one: str, other: str) -> bool:
    """Whether either text holds all words of the other, in order."""
    one, other = f" {one} ", f" {other} "
    return one in other or other in one


def _words(text: str) -> str:
    """The words of a text in lower case: `Deep-Work!` is `deep work`."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
