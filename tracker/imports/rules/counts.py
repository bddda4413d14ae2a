"""Numbers with the word for what they count."""


def counted(number: int, one: str, many: str) -> str:
    """`1 session`, `1,200 sessions`."""
    return f"{number:,} {one if number == 1 else many}"
