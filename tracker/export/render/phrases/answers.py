"""The texts of a form's fields: missing, or how long they are."""


def empty(key: str) -> str:
    """`fund: empty`; `fund` is the key in the person's file of answers."""
    return f"{key}: empty"


def empty_with_limit(key: str, lengths: str) -> str:
    """`summary: empty, 0 of 1,000 characters`."""
    return f"{key}: empty, {lengths}"


def filled_in(key: str) -> str:
    """`fund: filled in`; for a tick, a choice, a number or a day."""
    return f"{key}: filled in"


def with_length(key: str, lengths: str) -> str:
    """`summary: 32 of 1,000 characters`."""
    return f"{key}: {lengths}"


def without_limit(number: str, unit: str) -> str:
    """`32 characters, no limit`."""
    return f"{number} {unit}, no limit"


def of_limit(number: str, limit: str, unit: str) -> str:
    """`32 of 1,000 characters`."""
    return f"{number} of {limit} {unit}"


def over_limit(length: str, over: str) -> str:
    """`130 of 120 characters, 10 over the limit`."""
    return f"{length}, {over} over the limit"
