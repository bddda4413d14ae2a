"""Names that the person gives to items."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.errors import NotFound, Refused, Unreadable
from tracker.text.columns import quoted
from tracker.text.misspellings import find_nearest

# Words for removal where a name stands: `alias remove la`.
_REMOVE = ("remove", "rm", "delete", "del")


class Alias(NamedTuple):
    """A name of the person's own for the item `slug`; new as this command gave it."""

    name: str
    slug: str
    title: str
    is_new: bool = False


def find_alias(
    name: str, aliases: Sequence[Alias], names_in_use: Mapping[str, str]
) -> Alias:
    """The alias called `name`.

    `names_in_use` maps each name to what has it. Raises Refused for a name that is no
    alias, NotFound for one that nothing has.
    """
    by_name = {alias.name: alias for alias in aliases}
    if name in by_name:
        return by_name[name]
    if name in names_in_use:
        raise Refused(
            f"{quoted(name)} is not a name of your own: "
            f"the curriculum gives it to {names_in_use[name]}.",
            "To list your own: tracker alias",
        )
    near = find_nearest(name, by_name)
    raise NotFound(
        f"You gave no item the name {quoted(name)}.",
        "" if near else "To list the names you gave: tracker alias",
        typed=name,
        instead=near,
    )


def check_not_given(name: str, aliases: Sequence[Alias]) -> None:
    """Raises Refused, with the line that removes it, for a name given before."""
    for alias in aliases:
        if alias.name == name:
            raise Refused(
                f"{quoted(name)} is your alias of {alias.slug}.",
                f"To remove it: tracker alias {name} --remove",
            )


def check_no_removal(typed: Sequence[str], aliases: Sequence[Alias]) -> None:
    """Raises Unreadable for `alias remove la`, where `la` is a name given before."""
    verbs = [word for word in typed if word.casefold() in _REMOVE]
    names = [alias.name for alias in aliases if alias.name in typed]
    if verbs and names:
        raise Unreadable(
            f"{quoted(names[0])} is a name of your own.",
            "To remove it:",
            swaps=[(list(typed), (names[0], "--remove"))],
        )
