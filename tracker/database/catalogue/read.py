"""Read a folder of TOML files into records; entries of a wrong form become faults."""

import tomllib
from collections.abc import Container, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from tracker.database.catalogue.digest import CHOOSE, toml_files
from tracker.database.catalogue.faults import Complaint, Fault, suggest
from tracker.database.catalogue.records import (
    INNER,
    KINDS,
    PARTS,
    Catalogue,
    CatalogueEntry,
)
from tracker.errors import FileProblem
from tracker.input_file import is_folder, read_toml_file, say_bytes
from tracker.limits import LARGEST_CATALOGUE, MOST_ITEMS
from tracker.system import say_reason

Table = Mapping[str, Any]
Shape = TypeVar("Shape", bound=msgspec.Struct)


def read_catalogue(folder: Path) -> tuple[Catalogue, tuple[Fault, ...]]:
    """The entries of the folder, and a fault for each that cannot be read.

    Raises FileProblem if there is no such folder.
    """
    if not is_folder(folder):
        raise FileProblem(
            f"There is no folder {folder}.",
            CHOOSE,
            typed=str(folder),
            instead=["DIR"],
        )
    tables, faults = read_tables(toml_files(folder))
    if not tables and not faults:
        faults.append(Fault(folder.name, "", "", "has no .toml file"))
    _check_count(tables)
    catalogue, entry_faults = build_catalogue(tables)
    return catalogue, (*faults, *entry_faults)


def _check_count(tables: Mapping[str, Table]) -> None:
    """Raises FileProblem for more entries than anyone writes."""
    values = chain.from_iterable(table.values() for table in tables.values())
    if sum(len(rows) if isinstance(rows, list) else 1 for rows in values) > MOST_ITEMS:
        raise FileProblem(f"The .toml files have over {MOST_ITEMS:,} entries.", CHOOSE)


def read_tables(files: Mapping[str, Path]) -> tuple[dict[str, Table], list[Fault]]:
    """The parsed content of each file by name, and a fault for each unreadable one.

    Raises FileProblem where all files together are too large.
    """
    tables: dict[str, Table] = {}
    faults = []
    left = LARGEST_CATALOGUE
    for name, path in files.items():
        try:
            content = read_toml_file(path)
            left -= len(content)
            if left < 0:
                most = say_bytes(LARGEST_CATALOGUE)
                raise FileProblem(f"The .toml files have over {most}.", CHOOSE)
            tables[name] = tomllib.loads(content.decode())
        except (OSError, ValueError, RecursionError) as error:
            faults.append(Fault(name, "", "", f"cannot be read: {_reason(error)}"))
    return tables, faults


def build_catalogue(tables: Mapping[str, Table]) -> tuple[Catalogue, tuple[Fault, ...]]:
    """The catalogue of parsed files (by name), and what is wrong with their entries."""
    records, files, faults = read_entries(tables, KINDS)
    parts: dict[str, Any] = {f"{kind}s": tuple(rows) for kind, rows in records.items()}
    return Catalogue(files=files, **parts), tuple(faults)


def read_entries(
    tables: Mapping[str, Table], kinds: Mapping[str, type[CatalogueEntry]]
) -> tuple[dict[str, list[CatalogueEntry]], dict[tuple[str, str], str], list[Fault]]:
    """The records by kind, the file of each by kind and slug, and what is wrong."""
    records: dict[str, list[CatalogueEntry]] = {kind: [] for kind in kinds}
    files: dict[tuple[str, str], str] = {}
    faults: list[Fault] = []
    for file, table in tables.items():
        faults += _check_tables(file, table, kinds)
    for file, kind, entry, row in _rows(tables, kinds):
        record, complaints = read_entry(kinds[kind], row)
        if record and (kind, record.slug) in files:
            complaints.append(("slug", f"is also in {files[kind, record.slug]}"))
        elif record:
            files[kind, record.slug] = file
            records[kind].append(record)
        faults += [Fault(file, entry, key, message) for key, message in complaints]
    return records, files, faults


def read_entry(shape: type[Shape], row: object) -> tuple[Shape | None, list[Complaint]]:
    """The record of a parsed table, or None with all that is wrong with its keys."""
    if not isinstance(row, dict):
        return None, [("", "must be a table")]
    fields = _fields(shape)
    complaints = [
        (key, "is not a known key" + suggest(key, fields))
        for key in row
        if key not in fields
    ]
    values: dict[str, Any] = {}
    for key, field in fields.items():
        if key in row:
            values[field.name], wrong = _value(key, field.type, row[key])
            complaints += wrong
        elif field.required:
            complaints.append((key, "is missing"))
    return (None if complaints else shape(**values)), complaints


@cache
def _fields(shape: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(shape)}


def _value(key: str, form: Any, raw: object) -> tuple[Any, list[Complaint]]:
    if key in PARTS and get_origin(form) is tuple:
        return _parts(key, raw)
    if key in INNER:
        record, wrong = read_entry(INNER[key], raw)
        return record, _within(key, wrong)
    if key in ("line", "fills_line") and type(raw) is int:
        raw = [raw, raw]
    try:
        return msgspec.convert(raw, form), []
    except msgspec.ValidationError as error:
        return None, [(key, _describe_type(form) or str(error))]


def _parts(key: str, raw: object) -> tuple[tuple[CatalogueEntry, ...], list[Complaint]]:
    if not isinstance(raw, list) or not raw:
        return (), [(key, f"must be written [[role.{key}]], once or more")]
    parts: list[CatalogueEntry] = []
    complaints = []
    for number, row in enumerate(raw, 1):
        part, wrong = read_entry(PARTS[key], row)
        parts += [part] if part else []
        name = f"{key}.{_slug(row) or number}"
        complaints += _within(name, wrong)
    return tuple(parts), complaints


def _within(name: str, complaints: list[Complaint]) -> list[Complaint]:
    """Complaints about the keys of a table, as those of the entry that holds it."""
    return [(f"{name}.{key}".rstrip("."), message) for key, message in complaints]


def _describe_type(form: Any) -> str:
    """The description of a type, such as `must be true or false`; else nothing."""
    for choice in (form, *get_args(form)):
        for meta in getattr(choice, "__metadata__", ()):
            if isinstance(meta, msgspec.Meta) and meta.description:
                return meta.description
    return ""


def _check_tables(
    file: str, table: Table, kinds: Mapping[str, object]
) -> Iterator[Fault]:
    for kind, rows in table.items():
        if kind not in kinds:
            yield Fault(file, "", kind, "is not a kind of entry" + suggest(kind, kinds))
        elif not isinstance(rows, list):
            yield Fault(file, "", kind, f"must be written [[{kind}]]")


def _rows(
    tables: Mapping[str, Table], kinds: Container[str]
) -> Iterator[tuple[str, str, str, object]]:
    """The file, kind, name and content of each entry."""
    for file, table in tables.items():
        for kind, rows in table.items():
            if kind not in kinds or not isinstance(rows, list):
                continue
            for number, row in enumerate(rows, 1):
                yield file, kind, f"{kind} {_slug(row) or f'number {number}'}", row


def _slug(row: object) -> str:
    slug = row.get("slug") if isinstance(row, dict) else None
    return slug if isinstance(slug, str) else ""


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    if isinstance(error, RecursionError):
        return "its tables are nested too deeply"
    if isinstance(error, OSError):
        return say_reason(error)
    is_number = not isinstance(error, tomllib.TOMLDecodeError)
    return "it has a number that is too long" if is_number else str(error)
