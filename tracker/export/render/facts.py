"""The facts of an export as its JSON has them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def facts_of(record: Any) -> Any:
    """A record as a dictionary by the names of its fields, and so all records in it.

    `dataclasses.asdict` would leave named tuples as they are, which are lists in JSON.
    """
    if isinstance(record, tuple) and hasattr(record, "_asdict"):
        return facts_of(record._asdict())
    if is_dataclass(record):
        return {
            each.name: facts_of(getattr(record, each.name)) for each in fields(record)
        }
    if isinstance(record, Mapping):
        return {key: facts_of(value) for key, value in record.items()}
    if isinstance(record, list | tuple):
        return [facts_of(value) for value in record]
    return record
