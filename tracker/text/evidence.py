"""Evidence on the command line: `KIND:WHERE`."""

import re

from tracker.errors import Unreadable
from tracker.text.choices import EVIDENCE_KINDS
from tracker.text.columns import quoted

EVIDENCE_HINT = f"Type KIND:WHERE, like repo:https://example.org/you/work; kinds are {', '.join(EVIDENCE_KINDS)}."

# A file's address, a path on a disk, or a host that is each machine's own name for itself.
_OWN_MACHINE = re.compile(
    r"file:.*|~[^/\\\s]*[/\\].*|/(?!/).*|\\.*|\.{1,2}[/\\].*|[a-z]:[/\\].*"
    r"|(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?"
    r"(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.[0-9]{1,3}){3}|0\.0\.0\.0|\[::1\])\.?(?::[0-9]*)?(?:[/?#].*)?",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)


def parse_evidence(text: str, hint: str = EVIDENCE_HINT) -> tuple[str, str]:
    """The kind and the place that `text` names; only `self`, one's own word, needs no place.

    Raises Unreadable, with `hint`, for an unknown kind and for a missing place.
    """
    kind, _, where = text.partition(":")
    kind, where = kind.strip().casefold(), where.strip()
    if kind not in EVIDENCE_KINDS:
        raise Unreadable(
            f"{quoted(text)} does not begin with a kind of evidence.", hint
        )
    if not where and kind != "self":
        raise Unreadable(f"{quoted(text)} does not say where someone could look.", hint)
    return kind, where


def is_own_machine(place: str) -> bool:
    """Whether a place is one that only the person's own machine has: `file:`, a path on a disk, `localhost`."""
    return _OWN_MACHINE.fullmatch(place.strip()) is not None
