"""A first word that is no command: `log` left out, a day, an item, a misspelling."""

from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import timedelta
from sqlite3 import Connection
from typing import NamedTuple

from tracker.app import App
from tracker.command_table import HARMFUL, PLACES
from tracker.database.connect import connect_nowhere, database_exists
from tracker.errors import Ambiguous, NotFound, Unreadable
from tracker.familiar_words import SAME, SEVERAL, offer_lines
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.words import read_words
from tracker.journal.store.items import item_names, slugs
from tracker.modules import load_module
from tracker.system import join, quote
from tracker.text.amounts import is_amount
from tracker.text.columns import quoted
from tracker.text.misspellings import find_nearest
from tracker.text.names import Name, choose
from tracker.text.periods import parse_period

_TIME_OPTIONS = {"--from", "--to"}
_EXACT = ("exact", "aka")


class Known(NamedTuple):
    """What a first word can name: items, and the slugs of milestones and roles."""

    items: list[Name]
    milestones: list[str]
    roles: list[str]


def to_known(words: Sequence[str], app: App) -> list[str]:
    """Words that begin with no command, as a command and its words; `app` has these.

    Raises as `_find_command` does.
    """
    command = _find_command(words, app)
    app.without_log = command == "log"
    own_words = [command, *words]
    app.arguments[-len(words) :] = own_words
    return own_words


def _find_command(words: Sequence[str], app: App) -> str:
    """The command for `words` that begin with none.

    It is `log` where they say an amount or a range of times, and `sessions` where the
    first is a day or a period. Raises Unreadable, with lines to paste, where the first
    may be a misspelt command, where it names an item alone, and otherwise.
    """
    first, known = words[0], _read_known(app)
    _refuse_long_period(words, app)
    slug, how = _choose_item(first, known.items)
    is_other = how in _EXACT or is_amount(first)  # `1.5` is no day alone
    is_period = not is_other and _is_period(first, app)
    has_time = _has_time(words[is_period:], known.items, app)
    near = [] if is_period or how in _EXACT else _find_nearest_command(first)
    if has_time and (not near or _is_time(first)):
        return "log"
    if is_period:
        return "sessions"
    message = f"There is no command {quoted(first)}."
    if near:
        hint = _offer_nearest(near[0], words)
        others = {_choose_item(word, known.items)[1] for word in words[1:]}
        if how and has_time and not others & {*_EXACT}:
            hint += f"\nIf it is an item: tracker {join(['log', *words])}"
        raise Unreadable(message, hint, candidates=_harmless(near))
    _refuse_item(words, known, app)
    _refuse_name(first, slug, known)
    hint = "To list all commands, type: tracker --help"
    if how or not known.items:
        hint += f"\nTo find an item: tracker items --search {quote(first)}"
    raise Unreadable(message, hint)


def _refuse_name(typed: str, item: str, known: Known) -> None:
    """Raises Unreadable, with the lines for it, where a thing has that name."""
    if item:
        raise _item_alone(typed, item)
    for kind, names in (("milestone", known.milestones), ("role", known.roles)):
        if typed in names:
            raise Unreadable(
                f"{typed} is a {kind}, not a command.",
                f"To see what it takes: tracker show {typed}",
            )


def _item_alone(typed: str, item: str) -> Unreadable:
    called = item if typed == item else f"{quoted(typed)} ({item})"
    return Unreadable(
        f"{called} is an item, not a command.",
        f"To see it: tracker show {item}\n"
        f"To log time on it: tracker log {item} AMOUNT\n"
        f"To start the timer on it: tracker start {item}",
    )


def _refuse_item(words: Sequence[str], known: Known, app: App) -> None:
    """Raises Unreadable for an item of several words, and for one with a period.

    For example `fast ai`, `fastai yesterday`, `fastai last week`.
    """
    for count in range(len(words), 0, -1):
        typed, rest = " ".join(words[:count]), " ".join(words[count:])
        item, how = _choose_item(typed, known.items)
        if count > 1 and item and not rest and how in _EXACT:
            raise _item_alone(typed, item)
        if item and rest and _is_period(rest, app):
            period = parse_period(rest, app.today)
            day = f"{rest} " if period.since == period.until else ""
            raise Unreadable(
                f"{item} is an item, not a command.",
                f"To list its sessions: tracker sessions {item} {rest}\n"
                f"To log time on it: tracker log {item} {day}AMOUNT",
            )


def _refuse_long_period(words: Sequence[str], app: App) -> None:
    """Raises Unreadable for a period of several words: `last week`, `2 days ago`."""
    text = " ".join(words)
    if len(words) == 1 or _is_period(words[0], app) or not _is_period(text, app):
        return
    hint = f"To list its sessions: tracker sessions {text}"
    if text.casefold() == "last week":
        hint = f"To see it beside the one before: tracker week -1\n{hint}"
    raise Unreadable(f"{quoted(text)} is a period, not a command.", hint)


def _read_known(app: App) -> Known:
    """All names; before there is a database, which no slip creates, the guide's."""
    if database_exists(app.path):
        with app.journal() as db:
            return _names_in(db)
    create = load_module("tracker.database.create")
    with closing(connect_nowhere()) as db:
        create.fill_empty(db)
        return _names_in(db)


def _names_in(db: Connection) -> Known:
    return Known(item_names(db), slugs(db, "milestone"), slugs(db, "role"))


def _choose_item(typed: str, items: Sequence[Name]) -> tuple[str, str]:
    """The slug of the item that `typed` names, and how it matched; empty for none.

    Where it could be several, only the slug is empty.
    """
    try:
        return choose(typed, items)
    except NotFound:
        return "", ""
    except Ambiguous:
        return "", "part"


def _has_time(words: Sequence[str], items: Sequence[Name], app: App) -> bool:
    """Whether one of the words, or several together, look like an amount or a range.

    Names of items may begin with a number too: `80k-podcast`.
    """
    if _TIME_OPTIONS & {*words}:
        return True
    names = {
        spelling for item in items for spelling in (item.slug, *item.aka, *item.own)
    }
    if any(_is_time(word) and word not in names for word in words):
        return True
    moment = LocalMoment(app.now, app.today, app.zone, timedelta())
    try:
        return bool(words) and read_words(words, moment, names).has_length
    except Unreadable:
        return False


def _is_time(word: str) -> bool:
    return word[:1].isdecimal() or is_amount(word)


def _is_period(word: str, app: App) -> bool:
    """Whether it reads as a day or a period: `mon`, `2026-05`."""
    with suppress(Unreadable):
        parse_period(word, app.today)
        return True
    return False


def _find_nearest_command(typed: str) -> list[str]:
    return find_nearest(typed, (*PLACES, *SAME, *SEVERAL))


def _harmless(names: Sequence[str]) -> list[str]:
    """Those of the names whose commands take nothing away."""
    return [n for n in names if SAME.get(n, n).split()[0] not in HARMFUL]


def _offer_nearest(name: str, words: Sequence[str]) -> str:
    """The line of the command that was meant; of a harmful one, that of its help."""
    if name in SEVERAL:
        return offer_lines(name)
    command = SAME.get(name, name).split()
    if command[0] in HARMFUL:
        name = command[0]
        return f"Did you mean {name}? To see what it does: tracker {name} --help"
    return f"Did you mean: tracker {join([*command, *words[1:]])}"
