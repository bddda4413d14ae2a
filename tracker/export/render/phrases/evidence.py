"""Evidence, what is completed but not public, and what is in progress."""

EVIDENCE = "Evidence"
PRODUCED = "Produced, with evidence"
LETTERS = "Letters and reviews"
NOT_COUNTED = "not counted as evidence:"
COMPLETED = "Completed, not public (the author's word)"
AUTHORS_WORD = "on the author's word"
BY_LETTER = "confirmed by a letter or review, see Letters and reviews"
IN_PROGRESS = "In progress"
NO_DIFFERENCE = "no difference"


def my_part(part: str) -> str:
    """`my part: all of it`."""
    return f"my part: {part}"


def counts_as(milestones: str) -> str:
    """`counts as: A first-author workshop paper`."""
    return f"counts as: {milestones}"


def parts_reported(part: int, whole: int) -> str:
    """`4 of 7, self-reported`."""
    return f"{part} of {whole}, self-reported"


def percent_reported(percent: int) -> str:
    """`40%, self-reported`."""
    return f"{percent}%, self-reported"


def on_request(kind: str) -> str:
    """`letter, on request`."""
    return f"{kind}, on request"


def letter(kind: str, about: str) -> str:
    """`review on A transformer in PyTorch`."""
    return f"{kind} on {about}"


def letter_saying(kind: str, title: str) -> str:
    """`letter: Led a project that others worked on`."""
    return f"{kind}: {title}"


def link_of(kind: str) -> str:
    """`review:`, before a link."""
    return f"{kind}:"


def original(figure: str) -> str:
    """`original 86%`: the figure of the work that was reproduced."""
    return f"original {figure}"


def reproduced(figure: str) -> str:
    """`reproduced 74%`."""
    return f"reproduced {figure}"


def difference(amount: str, side: str) -> str:
    """`3 higher`."""
    return f"{amount} {side}"


def difference_and_share(amount: str, side: str, share: str) -> str:
    """`12 points lower (14% of the original figure)`."""
    return f"{amount} {side} ({share} of the original figure)"


def hours_spent(hours: str) -> str:
    """`12 h`."""
    return f"{hours} h"


def with_agent(amount: str, hours: str) -> str:
    """`112.5 h, of which 8.0 h run by an agent`."""
    return f"{amount}, of which {hours} h run by an agent"


def hours_of(hours: str, limit: str) -> str:
    """`302 of 200-400 h`."""
    return f"{hours} of {limit}"


def hours_within(amount: str, limit: str) -> str:
    """`302.0 h, within the limit of 200-400 h`."""
    return f"{amount}, within the limit of {limit}"


def hours_over(amount: str, limit: str) -> str:
    """`431.0 h, over the limit of 200-400 h`."""
    return f"{amount}, over the limit of {limit}"


def no_hours(limit: str) -> str:
    """`no hours logged, limit 200-400 h`."""
    return f"no hours logged, limit {limit}"


def since(day: str) -> str:
    """`since 12 Sep 2026`."""
    return f"since {day}"
