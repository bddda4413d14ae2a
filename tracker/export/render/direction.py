"""Text from right to left is isolated, so that what stands after it keeps its place.

Without that, `40%` after an Arabic title is drawn as a part of the title.
"""

import re

# Letters and signs of scripts from right to left: Hebrew, Arabic, Syriac and others.
_RIGHT_TO_LEFT = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
# `שלום, עולם` of `Notes on שלום, עולם: 40%`: words of such letters, with what stands
# between them but for other letters and a colon. Of a text split at them, every second
# part is one.
_RUN = re.compile(
    rf"([{_RIGHT_TO_LEFT}]+"
    rf"(?:(?:(?!: |[{_RIGHT_TO_LEFT}])[\W\d_])+[{_RIGHT_TO_LEFT}]+)*)"
)
# First strong isolate, and pop directional isolate.
_BEGIN, _END = "\u2068", "\u2069"


def split_direction(text: str) -> list[str]:
    """`text` in parts: every second one is written from right to left."""
    return _RUN.split(text)


def isolate(text: str) -> str:
    """`text` with signs, which nobody sees, around each part from right to left."""
    return _RUN.sub(rf"{_BEGIN}\1{_END}", text)
