"""Documents handed over, such as a letter: who gave it, and on which day."""

import re
from collections.abc import Iterator
from datetime import date

from tracker.text.month_days import FULL_MONTHS, WEEKDAYS

# How a day with its year is written inside a text; no digit stands beside it.
_DAYS = tuple(
    re.compile(rf"(?<!\w)(?:{day})(?!\w)", re.IGNORECASE | re.ASCII)
    for day in (
        # `3 Nov 2026`, `3rd of November, 2026`.
        r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?P<m>[a-z]{3,9})\.?,?[ -]"
        r"(?P<y>[0-9]{4})",
        # `Nov 3, 2026`, `November 3rd 2026`.
        r"(?P<m>[a-z]{3,9})\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[0-9]{4})",
        # `2026-11-03`, `2026/11/3`, `20261103`.
        r"(?P<y>[0-9]{4})(?P<s>[-/.]|)(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})",
        # `3.11.2026`: dots put the day first.
        r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})",
    )
)
# A word, which begins with a letter: `Ann`, `O'Neill`, `fast.ai`; not `76` or `2nd`.
_WORD = re.compile(r"(?<!\w)[^\W\d_][\w'’.-]*")
# The name of a file: `letter.pdf`, `Reference.docx`.
_FILE = re.compile(r".*\.(?:docx?|html?|jpe?g|md|odt|pdf|png|txt|zip)", re.IGNORECASE)
# The name of a site: `deeplearning.ai`.
_SITE = re.compile(r"[a-z0-9-]{3,}\.(?:ai|com|edu|io|net|org)")
# What follows `by` or `from` in `84%, marked by Ann Lee`.
_FROM = re.compile(r"\b(?:by|from)\s+(.*)", re.IGNORECASE | re.DOTALL)

# Words that say that there is nothing to hand over yet, or nothing in writing.
_NOT_YET_TEXT = """
    ask asked coming forthcoming later lost maybe missing oral orally pending planned
    promised request requested soon spoken tba tbc tbd todo verbal verbally will
"""
_NOT_YET = frozenset(_NOT_YET_TEXT.split())
# Words that name nobody, even with a capital: `My boss`, `Letter from the lab`.
_NO_NAMES_TEXT = """
    a agreed ai an and anonymous anybody anyone approved apr at attached aug authority
    available award boss both by certificate claim co-author co-worker coauthor
    colleague college company computer confidential copy course coworker cv dated dec
    december department desk desktop diploma discord doc document documents done
    downloads dr draft drawer drive dropbox email employer enclosed feb february file
    final folder for friend from given giver gmail good got grade great he head her his
    home hr icloud in institution it january jul july jun kept lab laptop lead letter
    mail manager many mar march me mentor metric ml mr mrs ms msc my myself n/a name no
    nobody none notion nov november oct october of office ok on onedrive organisation
    organization original our paper passed pdf peer phd phone place positive post
    printed private prof professor received recommendation recommended reference report
    review reviewer scan score sealed secret self sent sep sept september several she
    signatory signature signed sir slack somebody someone somewhere stamped supervisor
    teacher team tester thanks the their them they this to transcript tutor uni
    university unknown url us usb various verified we whatsapp where who whoever with
    work written x xx yes you your zoom
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def names_giver_and_day(text: str, until: date, *, is_figure: bool = False) -> bool:
    """Whether a text names who gave a document, and a day with its year up to `until`.

    `Ann Lee, 3 Nov 2026` does; `on request`, `my boss, 3 Nov 2026` and `Ann Lee` do
    not. Names begin with a capital. In the text of a figure they follow `by` or `from`:
    `84%, marked by Ann Lee, 3 Nov 2026`, since `ResNet 76.1%` names no giver.
    """
    days = list(_find_days(text))
    if not any(day <= until for day, _ in days):
        return False
    for _, written in days:
        text = text.replace(written, " ")
    if any(map(_is_not_yet, _WORD.findall(text))):
        return False
    if is_figure and any(sign.isdigit() for sign in text):
        after = _FROM.search(text)
        text = after[1] if after else ""
    return any(map(_is_name, _WORD.findall(text)))


def _find_days(text: str) -> Iterator[tuple[date, str]]:
    """The days with their years in a text, each as it is written there."""
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            try:
                day = date(int(match["y"]), _month(match["m"]), int(match["d"]))
            except ValueError:
                continue
            yield day, match[0]


def _month(text: str) -> int:
    """The number of `11`, `Nov` or `november`. Raises ValueError for other words."""
    if text.isdecimal():
        return int(text)
    months = [name for name in FULL_MONTHS if name.startswith(text.casefold())]
    return FULL_MONTHS.index(months[0] if months else text) + 1


def _is_not_yet(word: str) -> bool:
    """Whether a word says that there is no document: `promised`; but Will is a name."""
    return word.casefold().strip(".-") in _NOT_YET and word != "Will"


def _is_name(word: str) -> bool:
    """Whether a word can name somebody: it begins with a capital, where there are any.

    The name of a site, which gives certificates, needs none.
    """
    plain = word.strip(".-'’")
    if _SITE.fullmatch(plain):
        return True
    has_case = plain[:1].lower() != plain[:1].upper()
    if len(plain) < 2 or (has_case and not plain[0].isupper()):
        return False
    folded = plain.casefold()
    is_other = folded in _NO_NAMES or folded in WEEKDAYS or _FILE.fullmatch(folded)
    return not is_other
