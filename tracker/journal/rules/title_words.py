"""Words that only the title of an item has: as likely a note as its name."""

import re
from collections.abc import Sequence

from tracker.errors import Ambiguous
from tracker.journal.rules.records import ChosenItem
from tracker.text.columns import quoted
from tracker.text.names import Name


def check_no_title_word(
    typed: str, item: ChosenItem, names: Sequence[Name], *, asks_part: bool
) -> None:
    """Raises Ambiguous for a word that only the title of an item not begun has.

    Such a word is as likely a note: `morning`, `done`. Words of slug and author name it.
    """
    (author,) = {name.by for name in names if name.slug == item.slug}
    known = f"{item.slug} {author}".casefold()
    wanted = "-".join(typed.casefold().split())
    # The word where one of `known` begins: `ziegler` of `ziegler-2019`.
    is_named = re.search(rf"(?<![^\W_]){re.escape(wanted)}", known)
    if item.how == "part" and (asks_part or not is_named):
        raise Ambiguous(
            f"{quoted(typed)} could be a note, or {item.slug}: {item.title}.",
            "Type one of these:",
            [item.slug],
            typed=typed,
            instead=[item.slug],
        )
