"""The projects of a log as a whole: which are notes, and which is nearest to a name."""

import re
from collections.abc import Callable, Iterable, Mapping

from tracker.errors import Unreadable
from tracker.imports.rules.questions import EXAMPLE, answer
from tracker.text.misspellings import find_nearest

# A file has fewer projects; no more are counted.
MOST_PROJECTS = 5_000
# The name of a project rarely has more words.
MOST_WORDS = 3
# A note is there once, or once more where its work took two entries.
MOST_ENTRIES = 2
# So many long names may all be projects: titles of books.
MOST_LONG = 5
# A shorter text is a part of too many names.
SHORTEST = 3
# A letter of a script without blanks, of which three make a word: `機`.
_LETTER = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def check_projects(counts: Mapping[str, int]) -> None:
    """Raises Unreadable for a file with thousands of projects that are no notes.

    Each would be an item. `counts` has the entries of each.
    """
    if len(counts) < MOST_PROJECTS or are_notes(counts, lambda _: False):
        return
    raise Unreadable(
        f"The file has {MOST_PROJECTS:,} projects or more, and each would be an item.",
        answer("Say what each column is, the notes too. For example", EXAMPLE),
    )


def are_notes(counts: Mapping[str, int], is_known: Callable[[str], bool]) -> bool:
    """Whether the projects of a file are notes: most are rare and long, and many are.

    `counts` has the entries of each, of very many only of the first. A project that
    `is_known` is no note.
    """
    words = [
        _count_words(project)
        for project, entries in counts.items()
        if entries <= MOST_ENTRIES and not is_known(project)
    ]
    long = sum(count > MOST_WORDS for count in words)
    return long > MOST_LONG and 2 * long > len(words)


def is_note(project: str, counts: Mapping[str, int]) -> bool:
    """Whether a project is a note, where projects are: a rare one of several words."""
    return counts.get(project, 1) <= MOST_ENTRIES and _count_words(project) > 1


def _count_words(text: str) -> int:
    words = sum(any(map(str.isalnum, word)) for word in text.split())
    return max(words, len(_LETTER.findall(text)) // 3)


def move_words(project: str, item: str) -> list[str]:
    """What is typed after `tracker` to move a project to an item."""
    dashes = ["--"] if project.startswith("-") else []
    return ["move", *dashes, project, item]


def nearest_projects(typed: str, projects: Iterable[str]) -> list[str]:
    """At most three of `projects`: those spelled most like `typed`, else with it."""
    by_spelling = {project.casefold(): project for project in projects}
    wanted = typed.casefold()
    near = find_nearest(wanted, by_spelling)
    if not near and len(wanted) >= SHORTEST:
        near = [spelling for spelling in by_spelling if wanted in spelling][:3]
    return [by_spelling[spelling] for spelling in near]
