"""Text as the type that its schema admits."""

import math
import re
from typing import Any, Final

from app.api.schemas import Schemas
from app.api.serialised import RawValue

NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def coerce(schemas: Schemas, schema: Any, raw: RawValue) -> Any:
    """`12` is a number where one may stand. What fits nothing stays text."""
    if isinstance(raw, str):
        return _coerce_text(schemas, schema, raw)
    if isinstance(raw, list):
        items = schemas.items_of(schema)
        return [_coerce_text(schemas, items, item) for item in raw]
    properties = schemas.properties_of(schema)
    return {name: _coerce_text(schemas, properties.get(name), value) for name, value in raw.items()}


def _coerce_text(schemas: Schemas, schema: Any, text: str) -> Any:
    types = schemas.types_of(schema)
    value = _typed(types, text)
    # Where both text and something else may stand, the schema decides.
    either = not isinstance(value, str) and "string" in types
    return text if either and schemas.check(schema, "request", value) else value


def _typed(types: frozenset[str], text: str) -> Any:
    if types & {"integer", "number"} and NUMBER.fullmatch(text):
        number = float(text)
        if math.isfinite(number):
            return int(number) if number.is_integer() else number
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return text
