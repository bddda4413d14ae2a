"""What a stopped write left beside a database: whether its journal is whole.

https://www.sqlite.org/fileformat2.html, section 3.
"""

MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEAD = 28  # bytes that say something; the head fills a sector
_TO_THE_END = 0xFFFFFFFF
_STEP = 200  # bytes; one byte of each is in the sum of a page


def is_cut(journal: bytes) -> bool:
    """Whether pages of a journal are missing, so that a write is half taken back."""
    if not journal or journal[: len(MAGIC)] == bytes(min(len(MAGIC), len(journal))):
        return False  # none, or one of a write that ended
    if journal[: len(MAGIC)] != MAGIC or len(journal) < _HEAD:
        return True
    count, nonce, _, sector, size = (
        int.from_bytes(journal[at : at + 4], "big") for at in range(8, _HEAD, 4)
    )
    if count in (0, _TO_THE_END):
        return False  # the pages were not yet needed
    for number in range(count):
        at = sector + number * (size + 8)
        page, check = journal[at + 4 : at + 4 + size], journal[at + 4 + size :][:4]
        if len(check) < 4 or int.from_bytes(check, "big") != _sum(page, nonce):
            return True
    return False


def _sum(page: bytes, nonce: int) -> int:
    places = range(len(page) - _STEP, 0, -_STEP)
    return (nonce + sum(page[at] for at in places)) & 0xFFFFFFFF
