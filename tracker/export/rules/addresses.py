"""Which places of evidence are addresses, so that a reader could open them."""

import re

from tracker.text.evidence import is_own_machine

# A host with a dot before the first slash, or a named scheme; a file name or a person's name is neither.
_ADDRESS = re.compile(
    r"https?://\S+|(?:doi|arxiv):\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*",
    re.IGNORECASE | re.ASCII,
)


def address(place: str) -> str | None:
    """`place` where it is an address, else None: what it names is then had on request."""
    said = place.strip()
    return said if _ADDRESS.fullmatch(said) and not is_own_machine(said) else None
