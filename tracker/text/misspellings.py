"""Names that a typed word may be a misspelling of."""

from collections.abc import Callable, Collection, Iterable

_LETTERS_A_SLIP = 4
_MOST_SHOWN = 3


def find_nearest(typed: str, names: Iterable[str]) -> list[str]:
    """At most three of `names`, those spelled most like `typed`; perhaps none.

    A misspelling has few slips: one in up to seven letters, two in eight, and so on.
    What merely shares letters is another word: `asdf` is no misspelling of `agisf`.
    """
    wanted = typed.casefold()
    most = max(1, len(wanted) // _LETTERS_A_SLIP)
    letters = set(wanted)
    slips = {
        name: count_slips(wanted, name.casefold())
        for name in names
        if abs(len(name) - len(wanted)) <= most
        and len(letters - set(name.casefold())) <= most
    }
    near = [name for name in slips if slips[name] <= most]
    return sorted(near, key=lambda name: slips[name])[:_MOST_SHOWN]


def correct_word(
    text: str, words: Collection[str], is_right: Callable[[str], bool]
) -> list[str]:
    """What `text` could be with its one unknown word corrected; perhaps nothing.

    The unknown word is none of `words`, and `is_right` tells whether a text is right:
    `last friday` for `last firday`.
    """
    typed = text.casefold().split()
    unknown = [word for word in typed if word.isalpha() and word not in words]
    if len(unknown) != 1:
        return []
    corrected = [
        " ".join(near if word == unknown[0] else word for word in typed)
        for near in find_nearest(unknown[0], words)
    ]
    return list(filter(is_right, corrected))


def count_slips(typed: str, name: str) -> int:
    """How many slips of the fingers lead from `name` to `typed`.

    A slip is a letter left out, added or mistaken, or two neighbours swapped: `lgo` is
    one slip away from `log`.
    """
    before: list[int] = []
    row = list(range(len(name) + 1))
    for at, letter in enumerate(typed, 1):
        two_before, before, row = before, row, [at]
        for to, other in enumerate(name, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and typed[at - 2 : at] == other + name[to - 2]:
                cost = min(cost, two_before[to - 2] + 1)
            row.append(cost)
    return row[-1]
