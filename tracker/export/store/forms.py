"""Funders' forms, read from their files: those shipped, and the person's own beside the database."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tracker.database.catalogue.digest import FORMS
from tracker.database.catalogue.faults import Fault, describe
from tracker.database.catalogue.read import read_entry
from tracker.errors import FileProblem
from tracker.export.rules.forms import Field, Funder
from tracker.export.store.files import read_toml
from tracker.text.names import Name, choose


def form_folders(seed: str, database: str) -> tuple[Path, Path]:
    """Where forms lie: the shipped ones, and one's own in a folder `funders` beside the database."""
    return Path(seed) / FORMS, Path(database).parent / FORMS


def forms(folder: Path) -> tuple[dict[str, Funder], dict[str, FileProblem]]:
    """The forms of a folder by slug, sorted; and what is wrong with each file that holds none, by the file's stem."""
    found: dict[str, Funder] = {}
    faulty: dict[str, FileProblem] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            form = read_form(path)
        except FileProblem as fault:
            faulty[path.stem] = fault
        else:
            found[form.slug] = form
    return dict(sorted(found.items())), faulty


def find_form(typed: str, known: Mapping[str, Funder]) -> Funder:
    """The form that `typed` names; raises NotFound or Ambiguous."""
    names = [Name(form.slug, form.title, (), form.by) for form in known.values()]
    return known[choose(typed, names, "funder").slug]


def read_form(path: Path) -> Funder:
    """The form in a file; raises FileProblem."""
    form, faults = _form(path.name, read_toml(path))
    if form is None or faults:
        raise _faulty(faults)
    return form


def _form(file: str, table: dict[str, Any]) -> tuple[Funder | None, list[Fault]]:
    rows = table.pop("field", [])
    if not isinstance(rows, list) or "fields" in table:
        return None, [
            Fault(file, "", "field", "must be written [[field]], once for each")
        ]
    form, wrong = read_entry(Funder, table)
    faults = [Fault(file, "", key, message) for key, message in wrong]
    fields: dict[str, Field] = {}
    for number, row in enumerate(rows, 1):
        made, wrong = read_entry(Field, row)
        named = row.get("key") if isinstance(row, dict) else None
        faults += [
            Fault(file, f"field {named or f'number {number}'}", key, message)
            for key, message in wrong
        ]
        if made and made.key in fields:
            faults.append(Fault(file, f"field {made.key}", "key", "is there twice"))
        elif made:
            fields[made.key] = made
    return (replace(form, fields=tuple(fields.values())) if form else None), faults


def _faulty(faults: Sequence[Fault]) -> FileProblem:
    first, more = describe(faults[:1])[0], len(faults) - 1
    said = f"{first}{f' (and {more} more)' if more else ''}"
    return FileProblem(
        f"A funder's form has a fault: {said}.",
        "seed/funders/README.md tells the form of such a file.",
    )
