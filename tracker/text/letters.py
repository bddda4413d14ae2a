"""Documents handed over, such as a letter: who gave it, and on which day."""

import re
from collections.abc import Iterator
from datetime import date

from tracker.text.month_days import FULL_MONTHS, WEEKDAYS

# A name, a role and an institution.
MOST_PARTS = 3
# How a day with its year is written inside a text; with no digit beside it.
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
# A weekday before a day, and what leads to it: `on Tue`, `dated Tuesday,`.
_BEFORE_DAY = re.compile(
    rf"(?:\b(?:on|dated)\s+)?(?:\b(?:{'|'.join(WEEKDAYS)})\b[.,]?\s*)?\0", re.IGNORECASE
)
# What parts the words of a document: `,` and `(` in `Ann Lee (MIT), 3 Nov 2026`.
_PARTS = re.compile(r"[,;:()\[\]/\n]|\s[-–—]+(?=\s)")
# What may stand before the name of the giver: `letter from`, `marked by`.
_GIVEN = re.compile(
    r"(?:(?:letter|certificate|review|reference|signed|written|marked|graded|given)\s+)?"
    r"(?:by|from)\s+",
    re.IGNORECASE,
)
# What follows `by` or `from` in `84%, marked by Ann Lee`.
_FROM = re.compile(r"\b(?:by|from)\s+(.*)", re.IGNORECASE | re.DOTALL)
# A word of a name: `Ann`, `O'Neill`, `J.`, `St.-Denis`; not `76` or `letter.pdf`.
_WORD = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+(?:\.(?:-[^\W\d_]++)*+)?")
# The name of a site, which gives certificates: `deeplearning.ai`.
_SITE = re.compile(r"[a-z0-9-]{3,}\.(?:ai|com|edu|io|net|org)")
# A word that says what was done, if it is alone: `Completed`, `Pending`, `Orally`.
_DEED = re.compile(r".{3,}(?:ed|ing|ly)", re.IGNORECASE)

# Words between those of a name: `University of Oslo`, `Vincent van Gogh`.
_LINKS_TEXT = """
    & al and at bin da de del della den der di do dos du e el for ibn in la le of the van
    von y zu zum zur
"""
_LINKS = frozenset(_LINKS_TEXT.split())
# With one of these, one word is a name: `Prof. Roe`.
_TITLES_TEXT = """
    dame doctor dr lady lord miss mr mrs ms mx prof professor rev sir sister
"""
_TITLES = frozenset(_TITLES_TEXT.split())
# Who somebody is: `Ann Lee, supervisor at MIT`.
_ROLES_TEXT = """
    adviser advisor architect assistant associate author ceo chair chief coach coauthor
    co-author colleague coordinator cto data dean developer director editor emeritus
    engineer engineering examiner facilitator fellow founder head instructor junior lab
    lead lecturer maintainer manager mentor ml of officer organiser organizer phd pi
    postdoc president principal prof professor programme program project research
    researcher reviewer safety science scientist senior software staff supervisor teacher
    teaching tech technical tester tutor
"""
_ROLES = frozenset(_ROLES_TEXT.split())
# Words that say what an institution is: beside them stands another, its name.
_GENERIC_TEXT = """
    academy association center centre club college committee company conference course
    department education faculty foundation fund group institute institution lab
    laboratory organisation organization office program programme project research
    school society team uni univ university
"""
_GENERIC = frozenset(_GENERIC_TEXT.split())
# Words that name nobody, even with a capital: `My boss`, `Letter From The Lab`. A text
# with one of them says that a document is not there, or names no giver.
_NO_NAMES_TEXT = """
    a about above after again agreed all almost already also always am an anonymous any
    anybody anyone anything application approved are arrive arrives as ask asked asking
    asks at attached authority available await awaiting award back be because become been
    before being below best better boss but by call can certificate certified chat claim
    claims classroom cloud come comes coming communication complete completed computer
    confidential confirm confirmed copy could course coworker current cv date dated day
    degree deliver delivered desk desktop did diploma disk distinction do doc docs
    document documents does doing done download downloaded downloads draft drafted drawer
    drive due email employer enclosed ends ever everybody everyone everything exam
    excellent expect expected expecting expects feedback few figure file final finally
    finish finished first folder follow following follows for forthcoming found friend
    from future gave get gets getting give given giver gives giving go goes going good
    google got grade graded grades great guess had hand handed handing hard has have
    having he her here high him his home honors honours hope hoped hopefully hopes hoping
    how hr i icloud if in inbox info it its just keep kept know laptop last late later
    left let letter likely link linkedin lost mail mailed many mark marked marks maybe me
    message metric might missing month more most much my myself n/a name need needed
    needs never new next no nobody none not note nothing notion now obtained of office
    official on once one onedrive only open oral orally original other our outlook out
    over paper pass passed pdf peer pending people perhaps person personal phone photo
    pick picture place planned please portal position positive possible possibly post
    posted postponed present presumably printed private probably promise promised
    promises proof provide provided provides published quickly rank ready really receive
    received receiving recommendation recommended record reference rejected reply report
    request requested requests result results review reviewed said same saved say says
    scan scanned score screenshot sealed second secret see seen self send sending sends
    sent several shall she should show shown sign signatory signature signed since sir
    skype slack some somebody somehow someone something somewhere soon spoken stamped
    start started still stored student students submit submitted take taken talk
    telegram telephone test thank thanks that the their them then there these they third
    this those three tba tbc tbd to today todo tomorrow top transcript try trying two
    unavailable unknown until untitled upcoming upload uploaded uploading url us usb
    various verbal verbally verified very via voice wait waited waiting waits want wants
    was waiver we week well were whatsapp what when where which who whoever whom will
    with within without word work would write writes writing written xx year yes yet
    yesterday you your zip zoom
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def names_giver_and_day(
    text: str,
    until: date,
    *,
    kind: str = "letter",
    giver: str = "",
) -> bool:
    """Whether a text names who gave a document, and a day with its year up to `until`.

    Its form is NAME, ROLE or INSTITUTION, DAY: `Ann Lee, supervisor, 3 Nov 2026`, with
    or without the middle, and nothing else. A name has two words with capitals or more,
    or a title and a word. Of the kind `certificate` one word names an institution. A
    `metric` has a figure, and its giver follows `by` or `from`: `84%, marked by Ann Lee,
    3 Nov 2026`, since `ResNet 76.1%` names no giver. `giver` is who is known to have
    given it; then the text needs no name.
    """
    days = [day for day, _ in _find_days(text)]
    if not days or max(days) > until:
        return False
    rest = _without_days(text)
    if kind == "metric":
        after = _FROM.search(rest) if has_figure(text) else None
        rest = after[0] if after else ""
    parts = [part.strip(" .\"'") for part in _PARTS.split(rest)]
    parts = [_GIVEN.sub("", part, count=1) for part in parts if part]
    if giver:
        return _is_institution(giver) and all(map(_is_description, parts))
    if not parts or len(parts) > MOST_PARTS:
        return False
    is_giver = _is_institution if kind == "certificate" else _is_name
    return is_giver(parts[0]) and all(map(_is_description, parts[1:]))


def day_of_document(text: str) -> date | None:
    """The day that the text of a document names; None for none: `Ann Lee, 3 Nov 2026`."""
    return next((day for day, _ in _find_days(text)), None)


def has_figure(text: str) -> bool:
    """Whether a text has a number besides its days: `84%, 3 Nov 2026` has one."""
    return any(sign.isdigit() for sign in _without_days(text))


def _without_days(text: str) -> str:
    """The text with a comma in place of each of its days, its weekday among them."""
    for _, written in list(_find_days(text)):
        text = text.replace(written, "\0")
    return _BEFORE_DAY.sub(",", text)


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


def _is_name(text: str) -> bool:
    """Whether a text is a name: `Ann Lee`, `Prof. Roe`, `University of Oslo`, `李明`."""
    words = text.split()
    titles = [word for word in words if _plain(word) in _TITLES]
    while words and _plain(words[0]) in _TITLES | {"the"}:
        del words[0]
    named = [word for word in words if word.casefold() not in _LINKS]
    if not words or words[0] not in named or words[-1] not in named:
        return False
    if not all(map(_is_of_name, named)):
        return False
    proper = [word for word in named if _plain(word) not in _GENERIC]
    has_case = text.casefold() != text or text.upper() != text
    is_long = len(named) > 1 or bool(titles) or not has_case
    is_generic = len(proper) < len(named)
    return is_long and any(is_generic or len(_plain(word)) > 1 for word in proper)


def _is_institution(text: str) -> bool:
    """Whether a text is a name, or one word that names an institution: `BlueDot`."""
    if _SITE.fullmatch(text) or _is_name(text):
        return True
    is_word = _is_of_name(text) and len(_plain(text)) > 1
    is_other = _plain(text) in _GENERIC | _TITLES or _DEED.fullmatch(text)
    return is_word and not is_other


def _is_description(text: str) -> bool:
    """Whether a text is a role, an institution or both: `supervisor`, `PI at MIT`."""
    words = [word for word in text.split() if word.casefold() not in _LINKS]
    return bool(words) and all(
        _plain(word) in _ROLES or _is_of_name(word) for word in words
    )


def _is_of_name(word: str) -> bool:
    """Whether a word can be one of a name: it begins with a capital, where it has any.

    `Will` is a name, and `will` is none.
    """
    if not _WORD.fullmatch(word) or (word[0].islower() and word.islower()):
        return False
    return _plain(word) not in _NO_NAMES or word == "Will"


def _plain(word: str) -> str:
    return word.casefold().strip(".")
