"""The topics of `tracker help`, as wide as the terminal."""

from collections.abc import Iterator
from pathlib import Path

from tracker.documentation import docs_folder, list_pages
from tracker.maintenance.rules.help_topics import (
    EXIT_CODES,
    FILES,
    JSON_PROMISE,
    NOTHING_WRITTEN,
    VARIABLES,
)
from tracker.maintenance.rules.spellings import READ_AT, SPELLINGS, SpellingGroup
from tracker.paths import seed_folder
from tracker.text.help import HelpFormatter

_SPELLINGS = (
    f"Each line has a meaning, and ways to type it. They are read as on {READ_AT}. "
    "A shell needs the quotes; log, start, stop and edit do not."
)


def topic_text(topic: str, database: str) -> str:
    """The page on a topic of `TOPICS`; `database` is the path of the database."""
    formatter = HelpFormatter()
    if topic == "spellings":
        _write_spellings(formatter)
    elif topic == "json":
        formatter.write_text(JSON_PROMISE.strip())
    elif topic == "exit-codes":
        formatter.write_dl([(str(each.code), each.meaning) for each in EXIT_CODES])
        formatter.write_paragraph()
        formatter.write_text(NOTHING_WRITTEN)
    elif topic == "environment":
        formatter.write_dl(list(VARIABLES.items()))
    else:
        _write_files(formatter, database)
    return formatter.getvalue().rstrip("\n")


def _write_spellings(formatter: HelpFormatter) -> None:
    formatter.write_text(_SPELLINGS)
    formatter.write_paragraph()
    rows = [row for group in SPELLINGS for row in _spelling_rows(group)]
    formatter.write_dl(rows)


def _spelling_rows(group: SpellingGroup) -> Iterator[tuple[str, str]]:
    """Each value of a group with its spellings; the name of the group on the first."""
    name = group.name
    for value, spellings in (*group.meanings.items(), ("refused", group.refused)):
        yield f"{name:10}{value}", spellings
        name = ""


def _write_files(formatter: HelpFormatter, database: str) -> None:
    # Without a home folder there is no database to name.
    place = f", in {Path(database).parent}" if database else ""
    name = Path(database).name or "tracker.db"
    files = [(each.replace("tracker.db", name), text) for each, text in FILES.items()]
    with formatter.section(f"Your record{place}"):
        formatter.write_dl(files)
    seed = Path(seed_folder())
    for about, folder in (("tracker", docs_folder()), ("its files of data", seed)):
        if folder:
            with formatter.section(f"Pages about {about}, in {folder}"):
                formatter.write_dl(list(list_pages(folder).items()))
