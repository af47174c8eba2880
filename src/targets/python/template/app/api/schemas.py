"""Checks values by the schemas of the contract."""

import re
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from jsonschema_rs import Draft202012Validator, ValidationError

from app.api.faults import issues_of
from app.api.normal_schema import Direction, SchemaContext, normal_schema, types_in
from app.api.part import Part, follow, look_up
from app.fields.issues import Issue
from app.fields.text import EMAIL

DEFINED: Final = "#/$defs/"


class Schemas:
    """The schemas of a document. Each is compiled when it is first needed."""

    def __init__(self, document: Part, unchecked: Collection[str]) -> None:
        """`unchecked` are patterns that would take too long to check."""
        self._document = document
        self._unchecked = frozenset(unchecked)
        self._old = str(document.get("openapi")).startswith("3.0")
        # By identity: a schema is a part of the document, and lives as long.
        self._compiled: dict[tuple[Direction, int], Draft202012Validator] = {}
        self._lock = threading.Lock()

    def check(self, schema: Any, direction: Direction, value: Any) -> list[Issue]:
        """What is wrong with a value; nothing if it is as its schema says."""
        if not isinstance(schema, dict):
            return [NOTHING] if schema is False else []
        validator = self._compiled.get((direction, id(schema)))
        if validator is None:
            with self._lock:
                validator = self._compile(schema, direction)
                self._compiled[direction, id(schema)] = validator
        if validator.is_valid(value):
            return []
        # The library finds all faults before it gives the first: there may be one in each part.
        if _is_small(value):
            return issues_of(validator.iter_errors(value))
        try:
            validator.validate(value)
        except ValidationError as error:
            return issues_of([error])
        return []

    def types_of(self, schema: Any) -> frozenset[str]:
        """The JSON types that a schema admits, as far as it says; null aside."""
        types: set[str] = set()
        self._collect_types(schema, types, set())
        return frozenset(types - {"null"})

    def properties_of(self, schema: Any) -> Mapping[str, Any]:
        """What `properties` says in a schema or in what it is made of."""
        properties: dict[str, Any] = {}
        for part in self._parts_of(schema):
            own = part.get("properties")
            if isinstance(own, dict):
                properties.update(own)
        return properties

    def items_of(self, schema: Any) -> Any:
        """The schema of the items of a list."""
        return next((part["items"] for part in self._parts_of(schema) if "items" in part), None)

    def _compile(self, schema: Part, direction: Direction) -> Draft202012Validator:
        names: dict[str, str] = {}
        missing: list[str] = []

        def name_of(pointer: str) -> str:
            if pointer not in names:
                names[pointer] = f"s{len(names)}"
                missing.append(pointer)
            return DEFINED + names[pointer]

        def followed(given: Any) -> Part:
            return follow(self._document, given)

        context = SchemaContext(direction, self._old, self._unchecked, name_of, followed)
        normal = normal_schema(schema, context)
        defined: dict[str, Any] = {}
        while missing:
            pointer = missing.pop()
            defined[names[pointer]] = normal_schema(look_up(self._document, pointer), context)
        root = {"allOf": [normal], "$defs": defined}
        return Draft202012Validator(root, validate_formats=True, formats=FORMATS, offline=True)

    def _collect_types(self, schema: Any, types: set[str], seen: set[int]) -> None:
        for part in self._parts_of(schema):
            if id(part) in seen:
                continue
            seen.add(id(part))
            types.update(kind for kind in types_in(part) if isinstance(kind, str))
            values = part.get("enum")
            if "const" in part:
                types.add(_json_type(part["const"]))
            elif isinstance(values, list):
                types.update(map(_json_type, values))
            for branches in (part.get("anyOf"), part.get("oneOf")):
                for branch in branches if isinstance(branches, list) else []:
                    self._collect_types(branch, types, seen)
            if "properties" in part and "type" not in part:
                types.add("object")

    def _parts_of(self, schema: Any) -> Iterator[Part]:
        """A schema and all that `allOf` adds to it."""
        waiting, seen = [schema], set[int]()
        for given in waiting:
            part = follow(self._document, given)
            if id(part) in seen:
                continue
            seen.add(id(part))
            yield part
            members = part.get("allOf")
            waiting.extend(members if isinstance(members, list) else [])


SMALL: Final = 1000
BASE64: Final = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
URI: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*", re.ASCII
)
FORMATS: Final[dict[str, Callable[[str], bool]]] = {
    "byte": lambda text: BASE64.fullmatch(text) is not None,
    "email": lambda text: EMAIL.fullmatch(text) is not None,
    "uri": lambda text: URI.fullmatch(text) is not None,
}
NOTHING: Final[Issue] = {"pointer": "", "code": "invalid", "message": "is not valid"}


def _is_small(value: Any) -> bool:
    """Has a value at most so many parts? Looks at no more of them."""
    parts = [value]
    for part in parts:
        if isinstance(part, dict | list):
            if len(parts) + len(part) > SMALL:
                return False
            parts.extend(part.values() if isinstance(part, dict) else part)
    return True


def _json_type(value: Any) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")
