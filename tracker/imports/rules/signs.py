"""Digits and signs as East Asian and typographic keyboards write them."""

_FULL_WIDTH = "".join(
    map(chr, range(0xFF01, 0xFF5F))
)  # each 0xFEE0 after its plain one
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_BLANKS = "\xa0\u2009\u202f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_PLAIN_SIGNS = str.maketrans(
    f"{_FULL_WIDTH}{_BLANKS}{_DASHES}\u301c\u2019\u2032",
    f"{_ASCII}{' ' * len(_BLANKS)}{'-' * len(_DASHES)}~''",
)


def simplify_signs(text: str) -> str:
    r"""`text` with each full-width sign, dash, blank and prime as its plain one.

    `\uff18\uff1a\uff13\uff10` is `8:30`. It has the same length, so places stay right.
    """
    return text if text.isascii() else text.translate(_PLAIN_SIGNS)
