"""Evidence on the command line: `KIND:WHERE`."""

from tracker.errors import Unreadable
from tracker.words.columns import quoted

KINDS = ("repo", "post", "paper", "certificate", "letter", "metric", "review", "self")
HINT = f"Type KIND:WHERE, like repo:https://example.org/you/work; kinds are {', '.join(KINDS)}."


def parse_evidence(text: str, hint: str = HINT) -> tuple[str, str]:
    """The kind and the place that `text` names; only `self`, one's own word, needs no place.

    Raises Unreadable, with `hint`, for an unknown kind and for a missing place.
    """
    kind, _, where = text.partition(":")
    kind, where = kind.strip().casefold(), where.strip()
    if kind not in KINDS:
        raise Unreadable(f"{quoted(text)} does not begin with a kind of evidence.", hint)
    if not where and kind != "self":
        raise Unreadable(f"{quoted(text)} does not say where someone could look.", hint)
    return kind, where
