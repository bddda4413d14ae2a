"""The texts of a form's fields: missing, how long they are, and how to write them."""

# At the head of a drafted file of answers.
BETWEEN_QUOTES = 'Write each answer between its quotes; "" leaves the question empty.'
LONGER_TEXT = "A longer text goes between ''' and '''. Numbers and days need no quotes."


def answers_for(form: str) -> str:
    """`Answers for Transformative AI Fund, EA Funds: application`."""
    return f"Answers for {form}"


def line_of_facts(facts: str) -> str:
    """What a line `{facts}` in an answer does."""
    return f"A line {facts} in an answer stands for the facts below its question."


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
