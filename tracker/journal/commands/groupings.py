"""What `--by` takes: one grouping, or two."""

import click

from tracker.choices import GROUPINGS
from tracker.errors import Unreadable
from tracker.text.columns import join_words, quoted
from tracker.text.counts import ParamType

_MOST = 2


class GroupingsParam(ParamType):
    """One grouping, or two with a comma: `day,item`."""

    name = "groupings"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """`[item|track|tag|day|week|month]`, as click shows choices."""
        return f"[{'|'.join(GROUPINGS)}]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The groupings; raises Unreadable for other words, and for more than two."""
        text = str(value)
        words = text.casefold().replace(",", " ").split()
        for word in words:
            if word not in GROUPINGS:
                raise _unknown(text, word)
        by = tuple(dict.fromkeys(words))
        if len(by) != len(words) or not 1 <= len(by) <= _MOST:
            message = f"{quoted(text)} is more than two groupings, or one twice."
            instead = [",".join(by[:_MOST]) or GROUPINGS[0]]
            raise Unreadable(
                message, "Type them like day,item.", typed=text, instead=instead
            )
        return by


def _unknown(text: str, word: str) -> Unreadable:
    """The error of a word that is no grouping, with the one it begins with, or the first."""
    begins = [each for each in GROUPINGS if word.startswith(each)]
    near = begins or GROUPINGS
    return Unreadable(
        f"{quoted(word)} is not one of {join_words(GROUPINGS, 'or')}.",
        "Type one of them, or two like day,item.",
        typed=text,
        instead=[text.casefold().replace(word, near[0])],
    )
