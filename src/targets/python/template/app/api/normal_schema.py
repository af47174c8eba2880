"""Schemas of OpenAPI 3.0 and 3.1 in the words of JSON Schema 2020-12."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from app.api.part import Part

Direction = Literal["request", "answer"]
"""Who sends a value: `readOnly` properties are none of a request's business, `writeOnly` ones none
of an answer's."""


@dataclass(frozen=True, slots=True)
class SchemaContext:
    """What the conversion of a schema asks of the document around it."""

    direction: Direction
    old: bool
    """OpenAPI 3.0 has its own words for null and limits, and ignores what is beside a reference."""
    unchecked: frozenset[str]
    """Patterns that would take too long to check."""
    name_of: Callable[[str], str]
    """The name under which a schema of the document is known to the validator."""
    follow: Callable[[Any], Part]


OF_NULL: Final = frozenset(("enum", "const", "$ref", "allOf", "anyOf", "oneOf", "not", "if"))
"""What says something of null, too."""
TYPES: Final = frozenset(("string", "integer", "number", "boolean", "array", "object", "null"))


FORMATS: Final = frozenset(
    (
        *("date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri"),
        *("uuid", "json-pointer", "relative-json-pointer", "uri-template", "byte"),
    )
)
"""Formats that are checked; any other says nothing."""


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_limit(value: Any) -> bool:
    return isinstance(value, int | float)


def _is_count(value: Any) -> bool:
    return _is_number(value) and value >= 0 and value == int(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


PLAIN: Final[dict[str, Callable[[Any], bool]]] = {
    "enum": lambda value: isinstance(value, list) and len(value) > 0,
    "const": lambda _: True,
    "multipleOf": lambda value: _is_number(value) and value > 0,
    "maximum": _is_number,
    "exclusiveMaximum": _is_limit,
    "minimum": _is_number,
    "exclusiveMinimum": _is_limit,
    "maxLength": _is_count,
    "minLength": _is_count,
    "pattern": _is_text,
    "format": lambda value: isinstance(value, str) and value in FORMATS,
    "maxItems": _is_count,
    "minItems": _is_count,
    "maxContains": _is_count,
    "minContains": _is_count,
    "maxProperties": _is_count,
    "minProperties": _is_count,
    "dependentRequired": lambda value: isinstance(value, dict),
    "uniqueItems": lambda value: value is True,
}
"""Keywords whose value is kept as it is, if it is one that they can have: any other says nothing."""
ONE: Final = frozenset(
    (
        *("items", "contains", "additionalProperties", "unevaluatedProperties"),
        *("unevaluatedItems", "propertyNames", "not", "if", "then", "else"),
    )
)
LIST: Final = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
MAP: Final = frozenset(("properties", "patternProperties", "dependentSchemas"))

WHOLE: Final[dict[str, dict[str, Any]]] = {
    "int32": {
        "if": {"type": "number"},
        "then": {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1},
    },
    "int64": {"if": {"type": "number"}, "then": {"type": "integer"}},
}
"""Formats of numbers: to the validator only texts have any."""


def normal_schema(given: Any, context: SchemaContext) -> dict[str, Any] | bool:
    """A schema with nothing but what checks values."""
    if isinstance(given, bool):
        return given
    if not isinstance(given, dict):
        return {}
    normal: dict[str, Any] = {}
    if isinstance(given.get("$ref"), str):
        normal["$ref"] = context.name_of(given["$ref"][1:])
        if context.old:
            return normal
    normal.update(_keywords(given, context))
    required = _required(given, context)
    if required:
        normal["required"] = required
    if normal.get("pattern") in context.unchecked:
        del normal["pattern"]
    # Words that are no types of JSON say nothing.
    types = [kind for kind in types_in(given) if kind in TYPES]
    normal.pop("type", None)
    if types:
        normal["type"] = types
    if given.get("format") in WHOLE:
        normal["allOf"] = [*normal.get("allOf", []), WHOLE[given["format"]]]
    # Each property that should not be there is to blame, rather than the object.
    if normal.get("additionalProperties") is False:
        normal.setdefault("properties", {})
    if context.old:
        return _modern(given, normal)
    for limit in ("exclusiveMinimum", "exclusiveMaximum"):
        if isinstance(normal.get(limit), bool):
            del normal[limit]
    return normal


def _keywords(given: Part, context: SchemaContext) -> Iterator[tuple[str, Any]]:
    for key, value in given.items():
        if key in PLAIN:
            if PLAIN[key](value):
                yield key, value
        elif key in ONE:
            yield key, normal_schema(value, context)
        elif key in LIST and isinstance(value, list) and value:
            yield key, [normal_schema(item, context) for item in value]
        elif key in MAP and isinstance(value, dict):
            skipped = context.unchecked if key == "patternProperties" else frozenset[str]()
            kept = {name: schema for name, schema in value.items() if name not in skipped}
            yield key, {name: normal_schema(schema, context) for name, schema in kept.items()}


def types_in(schema: Part) -> list[Any]:
    """What `type` says, as a list."""
    kind = schema.get("type")
    return kind if isinstance(kind, list) else [kind]


def _required(given: Part, context: SchemaContext) -> list[str]:
    required, properties = given.get("required"), given.get("properties")
    if not isinstance(required, list):
        return []
    flag = "readOnly" if context.direction == "request" else "writeOnly"
    known = properties if isinstance(properties, dict) else {}

    def is_asked(name: str) -> bool:
        own = known.get(name)
        if isinstance(own, dict) and own.get(flag) is True:
            return False
        return context.follow(own).get(flag) is not True

    return [name for name in dict.fromkeys(required) if isinstance(name, str) and is_asked(name)]


def _modern(given: Part, normal: dict[str, Any]) -> dict[str, Any]:
    """`nullable` and `exclusiveMinimum: true` in the words of today."""
    for limit, exclusive in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        flag = normal.get(exclusive)
        if not isinstance(flag, bool):
            continue
        del normal[exclusive]
        if flag and limit in normal:
            normal[exclusive] = normal.pop(limit)
    if given.get("nullable") is not True:
        return normal
    if "type" in normal and not OF_NULL.intersection(given):
        return {**normal, "type": list(dict.fromkeys([*normal["type"], "null"]))}
    return {"anyOf": [{"type": "null"}, normal]}
