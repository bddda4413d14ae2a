"""Tags as other programs write them."""

import re
from collections.abc import Sequence

from tracker.errors import Unreadable
from tracker.text.columns import quoted

# A tag with another sign: `#deep`, `@deep`.
_HASH_TAG = r"[#@][^\W\d_][\w-]*"


def refuse_hash_tags(words: Sequence[str]) -> None:
    """Raises Unreadable for `#deep` and `@deep`, with `+deep` in their place."""
    tags = [word for word in words if re.fullmatch(_HASH_TAG, word)]
    if tags:
        message, new = (
            f"{quoted(tags[0])} is not a tag.",
            [f"+{tag[1:]}" for tag in tags],
        )
        raise Unreadable(message, "Type a tag with a +:", swaps=[(tags, tuple(new))])
