"""Funders' forms, read from their files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tracker.database.catalogue.digest import FORMS
from tracker.database.catalogue.faults import Fault, describe
from tracker.database.catalogue.read import read_entry
from tracker.documentation import shipped_page
from tracker.errors import FileProblem
from tracker.export.input_files import read_toml
from tracker.export.rules.forms import Field, Funder


def form_folders(seed: str, database: str) -> tuple[Path, Path]:
    """The folders of forms: the shipped one, and `funders` beside the database."""
    return Path(seed) / FORMS, Path(database).parent / FORMS


def read_folder(folder: Path) -> tuple[dict[str, Funder], dict[str, FileProblem]]:
    """The forms of a folder by slug, sorted; and the faulty files by their stem."""
    forms: dict[str, Funder] = {}
    faulty: dict[str, FileProblem] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            form = read_form(path)
        except FileProblem as fault:
            faulty[path.stem] = fault
        else:
            forms[form.slug] = form
    return dict(sorted(forms.items())), faulty


def read_form(path: Path) -> Funder:
    """The form in a file; raises FileProblem."""
    form, faults = _read(path.name, read_toml(path))
    if form is None or faults:
        raise _problem(faults)
    return form


def _read(file: str, table: dict[str, Any]) -> tuple[Funder | None, list[Fault]]:
    rows = table.pop("field", [])
    if not isinstance(rows, list) or "fields" in table:
        wrong = "must be written [[field]], once for each"
        return None, [Fault(file, "", "field", wrong)]
    form, messages = read_entry(Funder, table)
    faults = [Fault(file, "", key, message) for key, message in messages]
    fields, faults_of_fields = _read_fields(file, rows)
    if form:
        form = replace(form, fields=fields)
    return form, [*faults, *faults_of_fields]


def _read_fields(
    file: str, rows: Sequence[Any]
) -> tuple[tuple[Field, ...], list[Fault]]:
    """The fields of a form in order, and what is wrong with them."""
    fields: dict[str, Field] = {}
    faults: list[Fault] = []
    for number, row in enumerate(rows, 1):
        field, messages = read_entry(Field, row)
        key = row.get("key") if isinstance(row, dict) else None
        entry = f"field {key or f'number {number}'}"
        faults += [Fault(file, entry, name, message) for name, message in messages]
        if field and field.key in fields:
            faults.append(Fault(file, f"field {field.key}", "key", "is there twice"))
        elif field:
            fields[field.key] = field
    return tuple(fields.values()), faults


def _problem(faults: Sequence[Fault]) -> FileProblem:
    first, more = describe(faults[:1])[0], len(faults) - 1
    others = f" (and {more} more)" if more else ""
    return FileProblem(
        f"A funder's form is faulty: {first}{others}.",
        f"{shipped_page('seed/funders/README.md')} describes how to write such a file.",
    )
