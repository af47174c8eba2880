"""What a value is blamed for, in the words of problem documents."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

from jsonschema_rs import ValidationError

from app.fields.issues import MOST, Issue, pointer_to, segment

WORDS: Final = {
    "required": ("required", "is required"),
    "dependentRequired": ("required", "is required"),
    "minProperties": ("required", "has too few properties"),
    "type": ("type", "must be of another type"),
    "format": ("format", "is not written as it should be"),
    "pattern": ("pattern", "does not match the pattern"),
    "minimum": ("minimum", "is too small"),
    "exclusiveMinimum": ("minimum", "is too small"),
    "maximum": ("maximum", "is too large"),
    "exclusiveMaximum": ("maximum", "is too large"),
    "minLength": ("too-short", "is too short"),
    "minItems": ("too-short", "has too few items"),
    "maxLength": ("too-long", "is too long"),
    "maxItems": ("too-long", "has too many items"),
    "maxProperties": ("too-long", "has too many properties"),
    "enum": ("enum", "is none of the values that it may be"),
    "const": ("enum", "is not the value that it must be"),
    "additionalProperties": ("unknown-property", "is not known"),
    "unevaluatedProperties": ("unknown-property", "is not known"),
    "uniqueItems": ("duplicate", "holds an item twice"),
}
LIMITS: Final = {
    "minimum": "must be at least {}",
    "exclusiveMinimum": "must be more than {}",
    "maximum": "must be at most {}",
    "exclusiveMaximum": "must be less than {}",
    "minLength": "must have at least {} characters",
    "minItems": "must have at least {} items",
    "maxLength": "must have at most {} characters",
    "maxItems": "must have at most {} items",
    "multipleOf": "must be a multiple of {}",
}


def issues_of(errors: Iterable[ValidationError]) -> list[Issue]:
    """At most so many as a problem document holds."""
    return list(islice((issue for error in errors for issue in _issues(error)), MOST))


def _issues(error: ValidationError) -> Iterable[Issue]:
    keyword, details = error.kind.name, error.kind.as_dict()
    code, message = WORDS.get(keyword, ("invalid", "is not valid"))
    if keyword in LIMITS and "limit" in details:
        message = LIMITS[keyword].format(str(details["limit"])[:40])
    place = pointer_to(error.instance_path)
    # The property that is missing or too many is blamed, rather than the object around it.
    for name in _names(details):
        yield {"pointer": place + segment(name), "code": code, "message": message}
    if not _names(details):
        yield {"pointer": place, "code": code, "message": message}


def _names(details: dict[str, Any]) -> list[str]:
    if "unexpected" in details:
        return [str(name) for name in details["unexpected"]]
    return [str(details["property"])] if "property" in details else []
