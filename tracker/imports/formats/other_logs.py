"""Logs of other things than study. They are refused, with what they hold."""

import re
from collections.abc import Iterator

from tracker.errors import FileProblem
from tracker.imports.formats.format_signs import ACTIVITYWATCH_SIGN, ANKI_SIGN
from tracker.imports.formats.headers import plain_header, split_plain_words
from tracker.imports.formats.source import Source

# Headers, all in one row, of tables about what was on a screen, and who writes them.
_SCREEN_TABLES = (
    ({"timestamp", "duration", "app"}, "ActivityWatch"),
    ({"timestamp", "duration", "url"}, "ActivityWatch"),
    ({"timestamp", "duration", "status"}, "ActivityWatch"),
    ({"time spent seconds", "number of people"}, "RescueTime"),
    ({"start", "end", "duration", "process"}, "ManicTime"),
)
# Other tables about a screen name the app, and in another column one of these words:
# `App,Usage (minutes)`, `App name,Package name,Date,Duration`.
_APPS = frozenset(
    {
        "app",
        "apps",
        "app name",
        "application",
        "application name",
        "anwendung",
        "aplicacion",
        "aplicativo",
        "applicazione",
        "sovellus",
        "aplikacja",
        "приложение",
        "アプリ",
        "应用",
        "應用程式",
    }
)
_SCREEN_WORDS = frozenset(
    split_plain_words(
        "usage foreground package bundle screen nutzung nutzungsdauer nutzungszeit"
        " bildschirmzeit utilisation écran uso pantalla tela utilizzo schermo käyttö"
        " käyttöaika ruutuaika użycie использование 使用時間 使用时间 사용시간"
    )
)
# Words of tables that a phone makes: `First Pickup`, `Total Notifications`.
_PHONE_WORDS = frozenset({"pickup", "pickups", "notifications", "unlocks"})
_SCREEN_CATEGORIES = {"games", "social", "entertainment"}
# Between the cells of a row, whatever the table's frame: `,`, `;`, a tab, `|`, blanks,
# or a tag of HTML.
_CELL_END = re.compile(r"[,;\t|]| {2,}|<[^<>]*>")
# Where a row of HTML begins: `<tr class="head">`.
_HTML_ROW = re.compile(r"<tr\b", re.IGNORECASE)
# The end of a line.
_LINE_END = re.compile(r"\n")
# The rows among which a table has its header.
_FIRST_ROWS = 8


def refuse_other_logs(source: Source, head: str) -> None:
    """Raise FileProblem where the file is known to hold something else than study.

    `head` is its beginning, without a mark of its encoding.
    """
    content = _content(head)
    if content:
        raise FileProblem(
            f"{source.path} holds {content}, not sessions of study.",
            "To log the study in it: tracker log ITEM AMOUNT",
        )


def _content(head: str) -> str:
    """What else than study a file holds; empty where nothing shows it."""
    if ACTIVITYWATCH_SIGN.match(head):
        return "what was on the screen (ActivityWatch)"
    if ANKI_SIGN.match(head):
        return "answers to flash cards (Anki)"
    return next(filter(None, map(_screen_content, _first_rows(head))), "")


def _screen_content(headers: set[str]) -> str:
    for signs, program in _SCREEN_TABLES:
        if signs <= headers:
            return f"what was on the screen ({program})"
    words = {word for header in headers - _APPS for word in header.split()}
    has_numbers = any(map(str.isdigit, "".join(headers)))
    is_of_phone = words & _PHONE_WORDS or headers >= _SCREEN_CATEGORIES
    if is_of_phone and len(headers) > 2 and not has_numbers:
        return "what was on the screen"
    if headers & _APPS and words & _SCREEN_WORDS:
        return "what was on the screen"
    return ""


def _first_rows(head: str) -> Iterator[set[str]]:
    """The cells of each of the first rows, as headers are compared."""
    row_end = _HTML_ROW if _HTML_ROW.search(head) else _LINE_END
    for row in row_end.split(head, _FIRST_ROWS)[:_FIRST_ROWS]:
        yield set(filter(None, map(plain_header, _CELL_END.split(row))))
