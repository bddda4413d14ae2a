"""The parsers, each called with bytes; it may raise a TrackerError and nothing else."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from tracker.database.restore import check_backup
from tracker.export.funder_files import read_form
from tracker.export.input_files import read_answers, read_budget
from tracker.imports.formats.known_formats import FORMAT_NAMES
from tracker.imports.rules.people import Identity
from tracker.imports.service.other_database import open_other
from tracker.imports.service.prepare import ImportOptions, prepare_file
from tracker.imports.store.rules_file import read_rules
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.words import read_words
from tracker.maintenance.service.catalogue import find_faults
from tracker.text.amounts import parse_amount
from tracker.text.days import parse_day
from tracker.text.evidence import parse_evidence
from tracker.text.hours import parse_hours
from tracker.text.periods import parse_period

CORPUS = Path(__file__).parent / "corpus"
ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 14, 30, tzinfo=ZONE)
# A command line has at most so many bytes in all.
LONGEST_WORDS = 100_000


def _read_text(content: bytes, folder: Path, *, parse: Callable[[str], object]) -> None:
    """What a person types, which has no NUL and is no longer than a command line."""
    parse(content[:LONGEST_WORDS].decode(errors="replace").replace("\0", ""))


def _read_words(text: str) -> object:
    return read_words(text.split(), LocalMoment(NOW, NOW.date(), ZONE, timedelta()))


def _read_file(
    content: bytes, folder: Path, *, read: Callable[[Path], object], name: str = "file"
) -> None:
    place = folder / name
    place.write_bytes(content)
    read(place)


def _import(place: Path, form: str | None) -> None:
    options = ImportOptions(
        command="tracker import file",
        zone=ZONE,
        today=NOW.date(),
        now_utc=int(NOW.timestamp()),
        day_start=timedelta(),
        owner=Identity(),
        form=form,
    )
    for file in prepare_file(place, options):
        list(file.entries())
        file.format.remarks()


def _merge(place: Path) -> None:
    check_backup(place)
    with open_other(place, place.with_name("tracker.db")):
        pass


_TYPED: dict[str, Callable[[str], object]] = {
    "amounts": parse_amount,
    "days": partial(parse_day, today=NOW.date()),
    "hours": parse_hours,
    "periods": partial(parse_period, today=NOW.date()),
    "evidence": parse_evidence,
    "words": _read_words,
}
_FILES: dict[str, Callable[[Path], object]] = {
    "log": partial(_import, form=None),
    **{name: partial(_import, form=name) for name in FORMAT_NAMES},
    "maps": read_rules,
    "answers": read_answers,
    "budgets": partial(read_budget, database=""),
    "forms": read_form,
    "databases": _merge,
}
# By name, as the folders of the corpus are called.
PARSERS: dict[str, Callable[[bytes, Path], None]] = {
    **{name: partial(_read_text, parse=parse) for name, parse in _TYPED.items()},
    **{name: partial(_read_file, read=read) for name, read in _FILES.items()},
    "seeds": partial(
        _read_file, read=lambda place: find_faults(place.parent), name="a.toml"
    ),
}
