"""The person's own answers in a form: missing, or how long they are."""


def missing(key: str) -> str:
    """`empty: your answer (key fund)`, the key in the person's file of answers."""
    return f"empty: your answer (key {key})"


def missing_with_limit(key: str, lengths: str) -> str:
    """`empty: your answer (key summary), 0 of 1,000 characters`."""
    return f"empty: your answer (key {key}), {lengths}"


def answer(lengths: str) -> str:
    """`your answer, 32 of 1,000 characters`."""
    return f"your answer, {lengths}"


def answer_over(lengths: str, over: str) -> str:
    """`your answer, 130 of 120 characters: 10 over the limit`."""
    return f"your answer, {lengths}: {over} over the limit"


def length(number: str, unit: str) -> str:
    """`32 characters`."""
    return f"{number} {unit}"


def length_of_limit(number: str, limit: str, unit: str) -> str:
    """`32 of 1,000 characters`."""
    return f"{number} of {limit} {unit}"
