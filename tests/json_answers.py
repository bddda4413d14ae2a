"""Every answer and error in JSON that the tests see is checked against its schema."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from tests.json_schemas import all_schemas

SCHEMAS = all_schemas()


def check_json(printed: str) -> None:
    """Fail where an answer or an error in JSON is not as its schema says.

    What is no JSON, or JSON of something else, is not looked at.
    """
    if not printed.startswith("{"):
        return
    try:
        answer = json.loads(printed)
    except ValueError:
        return
    kind = "error" if answer.keys() == {"error"} else answer.get("kind")
    if kind == "error" or "schema" in answer:
        check_answer(kind, answer)


def check_answer(kind: str, answer: dict[str, Any]) -> None:
    """Fail where an answer is not as the schema of its kind says."""
    assert kind in SCHEMAS["$defs"], f"no schema for the kind {kind}"
    fault = best_match(_validator(kind).iter_errors(answer))
    assert fault is None, f"{kind}: {fault.json_path}: {fault.message}"


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator({**SCHEMAS, "$ref": f"#/$defs/{kind}"})
