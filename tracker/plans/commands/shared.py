"""What `week` and `review` share."""

from collections.abc import Sequence
from datetime import date

import click

from tracker.text.weeks import is_week_number, parse_week


def read_week_words(words: Sequence[str], today: date) -> date:
    """The Monday of the week typed; this week's without words.

    These commands take unknown options as words, for `-1`: all others are refused here.
    Raises Unreadable for what is no week, Refused for one to come.
    """
    for word in words:
        if word.startswith("-") and not is_week_number(word):
            raise click.NoSuchOption(word, ctx=click.get_current_context())
    return parse_week(" ".join(words), today)
