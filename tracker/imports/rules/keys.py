"""The uids of imported sessions: hashes of what makes an entry the same everywhere."""

from hashlib import blake2b

# Stands between the parts of what is hashed; no text of a log holds it.
_SEPARATOR = "\x1f"


def hash_text(text: str) -> str:
    """64 bits of the hash of a text, as 16 letters that uids are made of."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8)
    return digest.hexdigest()


def id_key(format_name: str, entry_id: str) -> str:
    """The key of an entry to which its source gives an id."""
    return hash_text(f"{format_name}{_SEPARATOR}{entry_id}")


def content_key(when: int | str, seconds: int, project: str, note: str) -> str:
    """The key of an entry by what it says.

    `when` is a day, or a start as the file writes it: so the entry is the same in every
    zone.
    """
    return hash_text(_SEPARATOR.join((str(when), str(seconds), project, note)))


def repeat_key(key: str, count: int) -> str:
    """The key of an untimed entry that a file has for the second, third, ... time."""
    return hash_text(f"{key}{_SEPARATOR}{count}")


def day_key(key: str, number: int) -> str:
    """The key of the part of an entry on its day of that number, from 0.

    The part on the first day has the entry's own key.
    """
    return hash_text(f"{key}{_SEPARATOR}{number}") if number else key
