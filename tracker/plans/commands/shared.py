"""What `week`, `review` and `year` share."""

from collections.abc import Sequence
from datetime import date

from tracker.command import no_such_option
from tracker.text.weeks import is_number_back, parse_week


def read_week_words(words: Sequence[str], today: date) -> date:
    """The Monday of the week typed; this week's without words.

    Raises Unreadable for what is no week, Refused for one to come.
    """
    check_options(words)
    return parse_week(" ".join(words), today)


def check_options(words: Sequence[str]) -> None:
    """Raises NoSuchOption for a word that is one, unless it is a number such as `-1`.

    Commands that take `-1` take all unknown options as words.
    """
    for word in words:
        if word.startswith("-") and word != "-" and not is_number_back(word):
            raise no_such_option(word)
