"""The uids of imported sessions: hashes of what makes an entry the same everywhere.

No key holds the name of a format: the same rows read as `csv` and as `clockify` are the
same entries.
"""

import re
from hashlib import blake2b

# Stands between the parts of what is hashed; no text of a log holds it.
_SEPARATOR = "\x1f"
# An id that no other log gives: nine digits or more (`3456789012`), sixteen hexadecimal
# ones (`5f1c-...`) or twenty letters and digits. `101` and `entry-7` are not.
_LASTING_ID = re.compile(
    r"[0-9]{9,}|(?=.*[A-Fa-f])[0-9A-Fa-f-]{16,}|(?=.*[0-9])[0-9A-Za-z]{20,}"
)

# Hashes of nothing, by their bytes: to copy one is faster than to make one.
_EMPTY = {size: blake2b(digest_size=size) for size in (4, 8)}


def hash_text(text: str) -> str:
    """64 bits of the hash of a text, as 16 letters that uids are made of."""
    return _hash(text, 8)


def is_lasting_id(entry_id: str) -> bool:
    """Whether an id names one entry of all logs, as `3456789012` does and 101 not."""
    return _LASTING_ID.fullmatch(entry_id) is not None


def id_key(entry_id: str, when: int | str, project: str) -> str:
    """The key of an entry to which its source gives an id.

    A short id names another entry in each log: its `when` and project are added.
    """
    if is_lasting_id(entry_id):
        return hash_text(_SEPARATOR.join(("id", entry_id)))
    return hash_text(_SEPARATOR.join(("id", entry_id, str(when), project)))


def old_id_key(format_name: str, entry_id: str) -> str:
    """The key that an entry with an id had up to revision 0001 of the database."""
    return hash_text(f"{format_name}{_SEPARATOR}{entry_id}")


def content_key(when: int | str, seconds: int, project: str, note: str) -> str:
    """The key of an entry by what it says.

    `when` is a day, or a start as the file writes it: so the entry is the same in every
    zone.
    """
    return _hash(
        f"{when}{_SEPARATOR}{seconds}{_SEPARATOR}{project}{_SEPARATOR}{note}", 8
    )


def state_of(when: int | str, seconds: int, project: str, note: str, tags: str) -> str:
    """What a log says of an entry with an id, in 8 letters: they tell its states apart.

    `tags` are as their column has them. A project that was read as a note stands in
    front of it: that is the same state.
    """
    text = f"{project}: {note}" if project and note else project or note
    return _hash(_SEPARATOR.join((str(when), str(seconds), text, tags)), 4)


def repeat_key(key: str, count: int) -> str:
    """The key of an untimed entry that a file has for the second, third, ... time."""
    return hash_text(f"{key}{_SEPARATOR}{count}")


def day_key(key: str, number: int) -> str:
    """The key of the part of an entry on its day of that number, from 0.

    The part on the first day has the entry's own key.
    """
    return hash_text(f"{key}{_SEPARATOR}{number}") if number else key


def _hash(text: str, size: int) -> str:
    """The hash of a text in `size` bytes, two letters each."""
    digest = _EMPTY[size].copy()
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
