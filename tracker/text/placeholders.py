"""Words in capitals that stand for a value in help and hints; refused as values."""

import re

from tracker.errors import Unreadable
from tracker.system import quote

# Placeholder: an example of what to type in its place.
PLACEHOLDERS = {
    "ADDRESS": "ann@lee.example",
    "AMOUNT": "1h30m",
    "COLUMNS": "date,project,minutes,note",
    "COMMAND": "reach gpt2-small",
    "DAY": "2026-11-20",
    "DIR": "my-items",
    "ENCODING": "shift_jis",
    "FIGURE": "86%",
    "FILE": "hours.csv",
    "FORMAT": "toggl",
    "FUNDER": "ltff",
    "HEADER": "Hours",
    "ID": "7k3f",
    "ITEM": "ppo",
    "ITEM-or-MILESTONE": "ppo",
    "KEY": "name",
    "KIND": "course",
    "LEVEL": "moderate",
    "LOW-HIGH": "5-12",
    "MILESTONE": "arxiv-paper",
    "NAME": "Ann Example",
    "PERIOD": "2026-05",
    "PLACE": "https://example.org/you/work",
    "PROJECT": "reading",
    "ROLE": "research-contributor-empirical",
    "SHEET": "Hours",
    "SKILL": "python",
    "SLUG": "elk-notes",
    "SUBJECT": "phd",
    "TEXT": "enjoyed it; nothing new yet",
    "TIME": "9:30",
    "TITLE": "My notes on ELK",
    "TOPIC": "spellings",
    "TRACK": "coding",
    "URL": "https://example.org/you/work",
    "VALUE": "Ann Example",
    "VARIANT": "theory",
    "WEEK": "2026-W40",
    "WHAT": "cs-degree",
    "WHERE": "https://example.org/you/work",
    "WHO": "Ann Lee, 3 Nov 2026",
    "WHY": "two weeks of flu",
    "WORD": "attention",
    "WORDS": "1h30m",
    "WORK": "gpt2-small",
    "YEAR": "2026",
    "ZONE": "Europe/Berlin",
}


# What else stands for a value: `<your repo>`, `...`, and addresses that are left open:
# `https://git.example/<you>`, `https://...`; not `stuck...`.
_LEFT_OPEN = r"<(?!https?:)[^<>]+>|(?>\S*/<[^<>]+>)\S*+|(?:\S*[:/])?(?:\.\.\.|…)"
_OPEN_SIGNS = ("<", "...", "…")  # without any, no pattern need be made


def check_no_placeholder(
    text: str, prefix: str = "", option: str = "", example: str = ""
) -> None:
    """Raises Unreadable where `text` is a placeholder, as in a line that was pasted.

    Only the word alone and in capitals is one: `URL`, not `url` or `my URL`; so are
    `<your repo>` and `https://...`. `prefix` is what the example in the hint begins
    with: `repo:` before an address; `option` stands before it: `--with `. `example` is
    what the option takes, where that is not what the word stands for: `--by WHO`.
    """
    word = text.strip()
    if word in PLACEHOLDERS:
        shown = option + quote(prefix + (example or PLACEHOLDERS[word]))
        raise Unreadable(
            f"{word} is a placeholder, to be replaced.",
            f"Type your own in its place, for example: {shown}",
        )
    is_odd = any(sign in word for sign in _OPEN_SIGNS)
    if is_odd and re.fullmatch(_LEFT_OPEN, word):
        raise Unreadable(
            f"{word} is a placeholder, to be replaced.",
            "Type your own in its place.",
        )
