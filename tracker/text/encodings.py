"""Text for an encoding that lacks some of its letters, such as that of an old console."""

import unicodedata

# What a reader knows these signs by. NFKD of Unicode gives letters without accents.
_FAMILIAR = {
    "…": "...",
    "–": "-",
    "—": "-",
    "−": "-",
    "·": "-",
    "•": "*",
    "×": "x",
    "→": "->",
    "≥": ">=",
    "≤": "<=",
    "≈": "~",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "½": " 1/2",
    "¼": " 1/4",
    "¾": " 3/4",
    "€": "EUR ",
    "£": "GBP ",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
}


def to_encoding(text: str, encoding: str) -> str:
    """`text` in letters of `encoding`: a familiar sign for each it lacks, else `?`."""
    lacking = {letter for letter in set(text) if not _has(encoding, letter)}
    return text.translate({ord(x): _replacement(x, encoding) for x in lacking})


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _replacement(letter: str, encoding: str) -> str:
    """Nothing for what shows nothing by itself, such as an accent of its own."""
    parts = _FAMILIAR.get(letter) or unicodedata.normalize("NFKD", letter)
    seen = [part for part in parts if unicodedata.category(part) not in ("Mn", "Cf")]
    return "".join(part if _has(encoding, part) else "?" for part in seen)
