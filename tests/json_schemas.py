"""Make docs/schemas.json from the types of the answers.

python -m tests.json_schemas
"""

import json
from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from tests.json_kinds import ANSWERS, EXPORTS
from tracker.corrections import ErrorData
from tracker.guide import GUIDED_KINDS, GuideData
from tracker.json_types import Day, Instant

PAGE = Path(__file__).parent.parent / "docs" / "schemas.json"
ABOUT = (
    "What tracker prints with --json. An answer is checked against the schema of its "
    "key `kind`, an error against `error`. Made by python -m tests.json_schemas."
)
TYPES: dict[object, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    NoneType: "null",
}
# What dataclasses, named tuples and typed dictionaries have.
RECORDS = ("__dataclass_fields__", "_fields", "__required_keys__")
LISTS = (list, tuple, frozenset)
# Keys that any answer can have.
SHARED: dict[str, object] = {
    "changed": Literal[False],
    "remarks": list[str],
}
# And any in which a line of the guide can be.
GUIDED: dict[str, object] = {"guide": GuideData}
# And any export: whether it is of the demo.
INVENTED: dict[str, object] = {"invented": Literal[True]}

Schema = dict[str, Any]
NULL: Schema = {"type": "null"}
WIDTH = 88


class Schemas:
    """The schemas of types, and by name those of the records and answers in them."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of a type; raises KeyError for one that no answer may have."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._annotated(inner[0], inner[1:])
        if origin is Literal:
            return {"enum": list(inner)}
        if origin in (Union, UnionType):
            return _either([self.of(each) for each in inner])
        if origin in LISTS:
            return self._list(inner, is_open=origin is not tuple or ... in inner)
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        if kind in (date, datetime):
            return self.of(Day if kind is date else Instant)
        if kind in TYPES:
            return {"type": TYPES[kind]}
        return self._record(kind)

    def _annotated(self, kind: Any, marks: Iterable[Any]) -> Schema:
        """A type with a pattern, its values, a length, or the keys of a record."""
        for mark in marks:
            if isinstance(mark, str):
                return {**self.of(kind), "pattern": mark}
            if isinstance(mark, tuple):
                return {"enum": list(mark)}
            if isinstance(mark, int):
                return {**self.of(kind), "minItems": mark, "maxItems": mark}
            if isinstance(mark, type):
                return (
                    self.of(mark) if kind == dict[str, Any] else self.merge(kind, mark)
                )
        return self.of(kind)

    def _list(self, inner: tuple[Any, ...], *, is_open: bool) -> Schema:
        if is_open:
            return {"type": "array", "items": self.of(inner[0])}
        items = [self.of(each) for each in inner]
        count = len(items)
        return {
            "type": "array",
            "prefixItems": items,
            "minItems": count,
            "maxItems": count,
        }

    def _record(self, kind: Any) -> Schema:
        """A reference to the schema of a typed dictionary or a record."""
        name = kind.__name__
        if name not in self.named:
            self.named[name] = {}  # it may be in itself
            self.named[name] = self._whole_record(kind)
        return {"$ref": f"#/$defs/{name}"}

    def _whole_record(self, kind: Any) -> Schema:
        hints = get_type_hints(kind, include_extras=True)
        if issubclass(kind, Struct):
            names = zip(
                kind.__struct_fields__, kind.__struct_encode_fields__, strict=True
            )
            hints = {key: hints[name] for name, key in names}
        elif not any(map(partial(hasattr, kind), RECORDS)):
            raise KeyError(kind)
        required = getattr(kind, "__required_keys__", hints.keys())
        return self.object(hints, required, _summary(kind))

    def object(
        self, hints: Mapping[str, Any], required: Container[str], description: str
    ) -> Schema:
        """An object with these keys and no other."""
        return {
            "description": description,
            "type": "object",
            "properties": {key: self.of(_bare(hint)) for key, hint in hints.items()},
            "required": [key for key in hints if key in required],
            "additionalProperties": False,
        }

    def merge(self, kind: Any, record: Any) -> Schema:
        """The keys of a typed dictionary, then those of the record that it is made from.

        A key of a form that is null may be left out.
        """
        own, more = self._whole_record(kind), self._whole_record(record)
        keys = more["required"]
        if issubclass(record, Struct):
            keys = [key for key in keys if not _can_be_null(more["properties"][key])]
        return {
            **own,
            "properties": {**more["properties"], **own["properties"]},
            "required": list(dict.fromkeys([*keys, *own["required"]])),
        }


def _either(choices: list[Schema]) -> Schema:
    """One of the choices; null is one more type or value of the other, if it can be."""
    if len(choices) == 2 and choices[1] == NULL:
        other = choices[0]
        if "enum" in other:
            return {"enum": [*other["enum"], None]}
        if "type" in other:
            return {**other, "type": [other["type"], "null"]}
    return {"anyOf": choices}


def _can_be_null(schema: Schema) -> bool:
    return "null" in schema.get("type", ()) or NULL in schema.get("anyOf", ())


def _bare(hint: Any) -> Any:
    """A type without the mark that its key may be left out."""
    marked = getattr(
        get_origin(hint), "__name__", getattr(get_origin(hint), "_name", "")
    )
    return get_args(hint)[0] if marked in ("NotRequired", "Required") else hint


def _summary(kind: Any) -> str:
    """The docstring as one line, without the marks of code."""
    return " ".join((kind.__doc__ or "").split())


def answer_schema(
    schemas: Schemas, kind: str, shape: Any, more: Mapping[str, Any]
) -> Schema:
    """The schema of an answer of this kind: with the keys of every answer."""
    if get_origin(shape) in (Union, UnionType):
        shapes = get_args(shape)
        return {"anyOf": [answer_schema(schemas, kind, each, more) for each in shapes]}
    schema = schemas.of(shape)
    name = schema.get("$ref", "").rpartition("/")[2]
    schema = schemas.named.get(name, schema)
    guided = GUIDED if kind in GUIDED_KINDS else {}
    shared = {**SHARED, **guided, **more}
    properties = {key: schemas.of(value) for key, value in shared.items()}
    head = {"schema": {"const": 1}, "kind": {"const": kind}}
    return {
        **schema,
        "properties": {**head, **properties, **schema["properties"], **head},
        "required": list(dict.fromkeys([*head, *schema["required"]])),
    }


def all_schemas() -> Schema:
    """The whole file: by name, the schema of each kind and of the records in them."""
    schemas = Schemas()
    kinds: dict[str, list[Schema]] = {}
    for table, more in ((ANSWERS, {}), (EXPORTS, INVENTED)):
        for kind, shape in table.items():
            schema = answer_schema(schemas, kind, shape, more)
            kinds.setdefault(kind, []).extend(schema.get("anyOf", [schema]))
    answers = {
        kind: shapes[0] if len(shapes) == 1 else {"anyOf": shapes}
        for kind, shapes in kinds.items()
    }
    error = schemas.of(ErrorData)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tracker",
        "description": ABOUT,
        "$defs": {
            **dict(sorted(answers.items())),
            "error": schemas.named.pop(error["$ref"].rpartition("/")[2]),
            **dict(sorted(schemas.named.items())),
        },
    }


def schemas_page() -> str:
    """The text of docs/schemas.json."""
    return _lay_out(all_schemas()) + "\n"


def _lay_out(value: Any, indent: int = 0, room: int = WIDTH) -> str:
    """JSON in which what fits into a line stands in one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= room or not isinstance(value, dict | list):
        return line
    is_list = isinstance(value, list)
    heads = [""] * len(value) if is_list else [f"{json.dumps(key)}: " for key in value]
    inner = indent + 1
    parts = [
        " " * inner + head + _lay_out(each, inner, WIDTH - inner - len(head))
        for head, each in zip(heads, value if is_list else value.values(), strict=True)
    ]
    first, last = "[]" if is_list else "{}"
    return f"{first}\n" + ",\n".join(parts) + f"\n{' ' * indent}{last}"


if __name__ == "__main__":
    PAGE.write_text(schemas_page(), encoding="utf-8")
