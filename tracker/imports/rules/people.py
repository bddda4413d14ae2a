"""Whether a log or a database is somebody else's: names and addresses compared."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.errors import Refused
from tracker.imports.rules.questions import answer
from tracker.system import quote
from tracker.text.columns import quoted

# A word of a name, of two letters or more: `Ada`, `byron` in `ada.byron2`.
_WORD = re.compile(r"[^\W\d_]{2,}")
# What programs call a person who gave no name.
_NO_NAMES = frozenset(("me", "myself", "self", "user", "admin"))


class Identity(NamedTuple):
    """A person by name, e-mail address and target role, empty where it is not known."""

    name: str = ""
    email: str = ""
    target: str = ""


def identity_of(settings: Mapping[str, str]) -> Identity:
    """The person of a database, by its settings."""
    return Identity(*(settings.get(key, "") for key in Identity._fields))


def check_same_person(
    file: str, other: Identity, owner: Identity, *, has_sessions: bool
) -> None:
    """Raises Refused where a database `file` and this one seem to be of two people.

    Where neither names nor addresses can be compared, their targets are. One who has
    sessions here and no name yet is asked before another's name is hers.
    """
    pairs = ((other.name, owner.name), (other.email, owner.email))
    names = [pair for pair in pairs if all(pair)]
    fault = ""
    for theirs, ours in names:
        if _plain(theirs) != _plain(ours):
            fault = f"belongs to {quoted(theirs)}, and this database to {quoted(ours)}"
    if not names and other.target and owner.target not in ("", other.target):
        fault = f"has the target {other.target}, and this database {owner.target}"
    named = other.name or other.email
    if not fault and named and has_sessions and not (owner.name or owner.email):
        fault = f"belongs to {quoted(named)}, and this database has no name yet"
    if fault:
        hint = "If both are yours, type:"
        raise Refused(f"{file} {fault}.", hint, added=["--same-person"])


def check_own_log(people: Iterable[str], owner: Identity) -> None:
    """Raises Refused where all `people` of a log are clearly not the `owner`."""
    names = list(people)
    if names and all(is_other_person(name, owner) for name in names):
        name = names[0].partition(" <")[0]
        raise Refused(
            f"The file has the hours of {quoted(name)}, and this database belongs to"
            f" {quoted(owner.name or owner.email)}.",
            answer("If the hours are yours", f"--user {quote(name)}"),
        )


def is_other_person(person: str, owner: Identity) -> bool:
    """Whether somebody in a log is clearly not the `owner`.

    `person` is `Ada <ada@example.org>`, a name or an address. Two names or two
    addresses must be there to compare, and no word of theirs the same: `abyron` may be
    Ada Byron.
    """
    name, _, address = person.rstrip(">").partition(" <")
    other = Identity("", name) if "@" in name else Identity(name, address)
    if not (other.name and owner.name) and not (other.email and owner.email):
        return False
    if other.email and _plain(other.email) == _plain(owner.email):
        return False
    theirs, ours = _words(other), _words(owner)
    if not theirs or not ours:
        return False
    return not any(_is_like(one, word) for one in theirs for word in ours)


def _words(person: Identity) -> set[str]:
    """The words of a name and of an address before its @."""
    text = f"{person.name} {person.email.partition('@')[0]}"
    return set(_WORD.findall(_plain(text))) - _NO_NAMES


def _is_like(one: str, other: str) -> bool:
    """Whether two words are equal, or one is a part of the other and not tiny."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) > 2 and shorter in longer)


def _plain(text: str) -> str:
    """`text` in lower case, without accents, its words sorted."""
    letters = unicodedata.normalize("NFKD", text).casefold().replace(",", " ")
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(sorted(plain.split()))
