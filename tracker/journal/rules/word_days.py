"""Words that are nearly a day or an amount: `firday`, `31.11.`, `5/11`, `hour`."""

import re
from collections.abc import Sequence

from tracker.errors import Swap, Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.words import TypedWords
from tracker.text.amounts import is_amount, parse_amount, say_amount
from tracker.text.columns import quoted

# Two short numbers, which are rather an amount or a range: `1.30`, `20,45`, `9-5`.
_NOT_A_DAY = r"[0-9]{1,2} ?[.,-] ?[0-9]{1,2}"


def refuse_near_day(
    text: str, typed: TypedWords, moment: LocalMoment, amount: Sequence[str]
) -> None:
    """Raises Unreadable for a text that is nearly a day, with the days it could be.

    It can be a note too. `amount` is what lines need that lack one.
    """
    from tracker.text.day_misspellings import find_day_fault  # only errors need it

    if typed.day or not text or re.fullmatch(_NOT_A_DAY, text):
        return
    error = find_day_fault(text, moment.today)
    if error is None:
        return
    words = text.split()
    days = [([*words], (str(day), *amount)) for day in error.instead]
    note: Swap = (words, (*amount, "-n", text))
    error.instead, error.swaps = (), tuple([*days, note] if days else ())
    raise error


def refuse_near_amount(text: str, typed: TypedWords) -> None:
    """Raises Unreadable for `hour` where no length is typed, with the amount."""
    if typed.has_length or is_amount(text):
        return
    for article in ("a", "an"):
        if is_amount(f"{article} {text}"):
            amount = say_amount(parse_amount(f"{article} {text}"))
            message = f"{quoted(text)} is not an amount of time."
            short = amount.removesuffix("00m")
            raise Unreadable(message, "With a number:", swaps=[([text], (short,))])
