"""Names that the person gives to items."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.errors import NotFound, Refused
from tracker.text.columns import quoted
from tracker.text.misspellings import find_nearest


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
