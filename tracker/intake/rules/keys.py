"""The names of imported sessions: hashes of what makes an entry the same entry, on every machine."""

from collections import Counter
from hashlib import blake2b


def hashed(said: str) -> str:
    """16 letters, 64 bits of the hash of what is said; all of them are letters that ids are made of."""
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def day_key(key: str, number: int) -> str:
    """The key of an entry's part on its day of that number; the first day's, 0, is the entry's own."""
    return hashed(f"{key}\x1f{number}") if number else key


class Keys:
    """Keys of one file's entries. Times stand as the file writes them, so that another zone makes no other entry."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._repeats: Counter[str] = Counter()

    def of_id(self, entry_id: str) -> str:
        """The key of an entry whose source names it."""
        return hashed(f"{self._kind}\x1f{entry_id}")

    def timed(self, start: int, seconds: int, project: str, note: str) -> str:
        """The key of an entry with times: two that are equal are one."""
        return hashed(f"{start}\x1f{seconds}\x1f{project}\x1f{note}")

    def untimed(self, day: str, seconds: int, project: str, note: str) -> str:
        """The key of an entry without times: two that are equal are two, told apart by their number."""
        key = hashed(f"{day}\x1f{seconds}\x1f{project}\x1f{note}")
        self._repeats[key] += 1
        count = self._repeats[key]
        return key if count == 1 else hashed(f"{key}\x1f{count}")
