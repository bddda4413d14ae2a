"""Names that a shell completes and that stand in files: forms, bundles, backups, zones."""

import os
import tomllib
from collections.abc import Mapping
from glob import escape, glob
from typing import Any

import tzdata

from tracker.maintenance.rules.value_kinds import Named
from tracker.paths import seed_folder


def list_shipped(kind: str, database: str, values: Mapping[str, Any]) -> list[Named]:
    """The names of a kind; `values` are typed already, `database` is where it lies."""
    if kind == "zone":
        return _zones()
    if kind == "bundle":
        return _bundles()
    if kind == "backup":
        return _backups(database)
    forms = _read_forms(database)
    if kind == "funder":
        return [(form["slug"], form["title"]) for form in forms.values()]
    form = forms.get(values.get("funder") or "", {})
    return [(field["key"], field["asks"]) for field in form.get("field", ())]


def _bundles() -> list[Named]:
    """The bundles of `tracker known`."""
    table = _read(os.path.join(seed_folder(), "known.toml"))
    return [(bundle["slug"], bundle["title"]) for bundle in table["bundle"]]


def _backups(database: str) -> list[Named]:
    """The backups beside the database, newest first."""
    paths = sorted(glob(f"{escape(database)}.backup-*"), reverse=True)
    return [(path, "a backup") for path in paths]


def _zones() -> list[Named]:
    """The zones that are shipped; asking `zoneinfo` reads 600 files, for 50 ms."""
    path = os.path.join(os.path.dirname(tzdata.__file__), "zones")
    with open(path, encoding="ascii") as names:
        return [(name.strip(), "") for name in sorted(names)]


def _read_forms(database: str) -> dict[str, dict[str, Any]]:
    """The forms by slug; the person's own replaces a shipped one of its slug."""
    folders = (seed_folder(), os.path.dirname(database))
    paths = [glob(os.path.join(escape(each), "funders", "*.toml")) for each in folders]
    forms = [_read(path) for path in sorted(paths[0]) + sorted(paths[1])]
    return {form["slug"]: form for form in forms}


def _read(path: str) -> dict[str, Any]:
    with open(path, "rb") as file:
        return tomllib.load(file)
