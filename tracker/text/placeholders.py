"""Words in capitals that stand for a value in help and hints; refused as values."""

from shlex import quote

from tracker.errors import Unreadable

# Placeholder: an example of what to type in its place.
PLACEHOLDERS = {
    "ADDRESS": "ann@lee.example",
    "AMOUNT": "1h30m",
    "DAY": "2026-11-20",
    "DIR": "my-items",
    "FILE": "hours.csv",
    "FUNDER": "ltff",
    "ID": "7k3f",
    "ITEM": "fastai",
    "LEVEL": "moderate",
    "MILESTONE": "arxiv-paper",
    "NAME": "Ann Example",
    "PERIOD": "2026-05",
    "PROJECT": "reading",
    "ROLE": "research-contributor-empirical",
    "SKILL": "python",
    "SLUG": "elk-notes",
    "TEXT": "enjoyed it; nothing new yet",
    "TIME": "9:30",
    "TITLE": "My notes on ELK",
    "TRACK": "coding",
    "URL": "https://example.org/you/work",
    "VARIANT": "theory",
    "WHERE": "https://example.org/you/work",
    "WHO": "Ann Example, my supervisor",
    "WHY": "two weeks of flu",
    "WORD": "attention",
}


def check_no_placeholder(text: str, prefix: str = "") -> None:
    """Raises Unreadable where `text` is a placeholder, as in a line that was pasted.

    Only the word alone and in capitals is one: `URL`, not `url` or `my URL`.
    `prefix` is what the example in the hint begins with: `repo:` before an address.
    """
    word = text.strip()
    if word in PLACEHOLDERS:
        example = quote(prefix + PLACEHOLDERS[word])
        raise Unreadable(
            f"{word} is a placeholder, to be replaced.",
            f"Type your own in its place, for example: {example}",
        )
