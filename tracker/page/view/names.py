"""Titles in place of slugs, and days as this page writes them, in texts that have both."""

import re
from collections.abc import Mapping

from tracker.page.view.templates import COMMAND
from tracker.text.month_days import MONTH_NAMES

# `2026-08-20`, as a person typed it.
_ISO_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")


def split_names(text: str, slugs: Mapping[str, object]) -> list[str]:
    """The text in parts: every second one is one of `slugs`; a command has none."""
    if not slugs:
        return [text]
    said, *command = COMMAND.split(text, maxsplit=1)
    longest_first = sorted(slugs, key=len, reverse=True)
    # `ppo` in `continue ppo`, and not in `ppo-2` or `my-ppo`.
    name = rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])"
    parts = re.split(name, said)
    if command:
        parts[-1] += f" {''.join(command)}"
    return parts


def say_names(text: str, titles: Mapping[str, str]) -> str:
    """The text with the titles in place of their slugs."""
    return "".join(titles.get(part, part) for part in split_names(text, titles))


def say_days(text: str) -> str:
    """The text with `20 Aug 2026` in place of `2026-08-20`."""
    return _ISO_DAY.sub(_say_day, text)


def _say_day(day: re.Match[str]) -> str:
    return f"{int(day[3])} {MONTH_NAMES[int(day[2]) - 1]} {day[1]}"
