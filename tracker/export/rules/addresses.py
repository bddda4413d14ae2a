"""Which places of evidence are addresses that a reader can open."""

import re

from tracker.text.evidence import is_own_machine

# `https://a.example/x`, `doi:10.1000/182`, `arXiv:1909.08593`, `git.example/you/tf`:
# a scheme, or a host with a dot before its first slash. Not `cert.pdf`, not `Jane Doe`.
_ADDRESS = re.compile(
    r"https?://\S+|(?:doi|arxiv):\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*",
    re.IGNORECASE | re.ASCII,
)


def address_in(place: str) -> str | None:
    """`place` where it is an address; None where the evidence is on request only."""
    trimmed = place.strip()
    if not _ADDRESS.fullmatch(trimmed) or is_own_machine(trimmed):
        return None
    return trimmed
