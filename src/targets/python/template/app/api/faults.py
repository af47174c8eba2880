"""What a value is blamed for, in the words of problem documents."""

from collections.abc import Iterable
from typing import Any, Final

from jsonschema_rs import ValidationError

from app.fields.issues import MOST, Issue, pointer_to, segment

WORDS: Final = {
    "required": ("required", "is required"),
    "dependentRequired": ("required", "is required"),
    "minProperties": ("required", "has too few properties"),
    "type": ("type", "must be {}"),
    "format": ("format", "is not written as it should be"),
    "pattern": ("pattern", "does not match the pattern"),
    "minimum": ("minimum", "must be at least {}"),
    "exclusiveMinimum": ("minimum", "must be more than {}"),
    "maximum": ("maximum", "must be at most {}"),
    "exclusiveMaximum": ("maximum", "must be less than {}"),
    "multipleOf": ("invalid", "must be a multiple of {}"),
    "minLength": ("too-short", "must have at least {} characters"),
    "minItems": ("too-short", "must have at least {} items"),
    "maxLength": ("too-long", "must have at most {} characters"),
    "maxItems": ("too-long", "must have at most {} items"),
    "maxProperties": ("too-long", "has too many properties"),
    "enum": ("enum", "is none of the values that it may be"),
    "const": ("enum", "is not the value that it must be"),
    "additionalProperties": ("unknown-property", "is not known"),
    "unevaluatedProperties": ("unknown-property", "is not known"),
    "uniqueItems": ("duplicate", "holds an item twice"),
}
"""The code and the words for a fault, by its keyword. `{}` stands for the limit."""
BY_NAME: Final = frozenset(
    ("required", "dependentRequired", "additionalProperties", "unevaluatedProperties")
)
SAFE: Final = 2**53


def issues_of(errors: Iterable[ValidationError]) -> list[Issue]:
    """In the order of their places, at most so many as a problem document holds."""
    issues = {issue for error in errors for issue in _issues(error)}
    return [
        {"pointer": pointer, "code": code, "message": message}
        for pointer, code, message in sorted(issues)[:MOST]
    ]


def _issues(error: ValidationError) -> Iterable[tuple[str, str, str]]:
    keyword, details = error.kind.name, error.kind.as_dict()
    code, words = WORDS.get(keyword, ("invalid", "is not valid"))
    message = words.replace("{}", _limit(details))
    place = pointer_to(error.instance_path)
    # The property that is missing or too many is blamed, rather than the object around it.
    names = _names(details) if keyword in BY_NAME else None
    if names is None:
        return [(place, code, message)]
    return [(place + segment(name), code, message) for name in names]


def _names(details: dict[str, Any]) -> list[str]:
    if "unexpected" in details:
        return [str(name) for name in details["unexpected"]]
    return [str(details["property"])]


def _limit(details: dict[str, Any]) -> str:
    if "types" in details:
        return " or ".join(sorted(details["types"]))
    limit: Any = details.get("limit", details.get("multiple_of"))
    if isinstance(limit, float) and limit.is_integer() and abs(limit) < SAFE:
        limit = int(limit)
    return str(limit)[:40]
