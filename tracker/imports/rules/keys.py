"""The names of imported sessions: hashes of what makes an entry the same entry, on every machine."""

from hashlib import blake2b


def hashed(said: str) -> str:
    """16 letters, 64 bits of the hash of what is said; all of them are letters that ids are made of."""
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def id_key(kind: str, entry_id: str) -> str:
    """The key of an entry that its source names; `kind` is the format."""
    return hashed(f"{kind}\x1f{entry_id}")


def content_key(when: int | str, seconds: int, project: str, note: str) -> str:
    """The key of an entry by what it says.

    `when` is a day, or a start as the file writes it, so that another zone makes no other entry.
    """
    return hashed(f"{when}\x1f{seconds}\x1f{project}\x1f{note}")


def repeat_key(key: str, count: int) -> str:
    """The key of an untimed entry that a file says for the second or a later time, as `count` tells."""
    return hashed(f"{key}\x1f{count}")


def day_key(key: str, number: int) -> str:
    """The key of an entry's part on its day of that number; the first day's, 0, is the entry's own."""
    return hashed(f"{key}\x1f{number}") if number else key
