"""Evidence on the command line: `KIND:WHERE`."""

from collections.abc import Sequence

from tracker.choices import EVIDENCE_KINDS
from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.placeholders import check_no_placeholder

EVIDENCE_HINT = (
    f"Type KIND:WHERE, such as repo:URL. Kinds: {', '.join(EVIDENCE_KINDS)}."
)

# The placeholder of a place in a command to paste, by kind; of other kinds `WHERE`.
_PLACES = {
    "repo": "URL",
    "post": "URL",
    "paper": "URL",
    "letter": "WHO",
    "review": "WHO",
}


def parse_evidence(
    text: str, hint: str = EVIDENCE_HINT, offered: Sequence[str] = ("repo", "post")
) -> tuple[str, str]:
    """The kind and the place of `repo:https://...`; only `self` needs no place.

    Raises Unreadable, with `hint`, for an unknown kind, where it offers the kinds
    `offered`, and for a missing place. Raises Unreadable too for a placeholder,
    `repo:URL`.
    """
    kind, _, place = text.partition(":")
    kind, place = kind.strip().casefold(), place.strip()
    if kind not in EVIDENCE_KINDS:
        message = f"{quoted(text)} does not begin with a kind of evidence."
        address = text.strip() if "://" in text else ""
        instead = [f"{kind}:{address or placeholder_of(kind)}" for kind in offered]
        raise Unreadable(message, hint, typed=text, instead=instead)
    if not place and kind != "self":
        message = f"{quoted(text)} does not say where the evidence is."
        instead = [f"{kind}:{placeholder_of(kind)}"]
        raise Unreadable(message, hint, typed=text, instead=instead)
    check_no_placeholder(place, prefix=f"{kind}:")
    return kind, place


def placeholder_of(kind: str) -> str:
    """What stands for the place of a kind of evidence in a command to paste: `URL`."""
    return _PLACES.get(kind, "WHERE")


class EvidenceParam:
    """A kind of evidence and its place; an error has `hint` and offers kinds."""

    name = "kind:where"

    def __init__(
        self, hint: str = EVIDENCE_HINT, offered: Sequence[str] = ("repo", "post")
    ) -> None:
        self.hint, self.offered = hint, offered

    def convert(self, text: str, clock: object) -> tuple[str, str]:
        """The kind and the place."""
        return parse_evidence(text, self.hint, self.offered)
