"""Booleans, lists, free JSON, and references to many records."""

import json
import math
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from pydantic_core import PydanticCustomError

from app.fields.issues import MOST, refusal, refusals
from app.fields.kind import Kind
from app.fields.text import Id

MOST_CHARACTERS: Final = 65_536
MOST_ITEMS: Final = 100


class Flag(Kind):
    """True or false."""

    def read(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise refusal("type", "must be true or false")
        return value

    def parse(self, text: str) -> bool | None:
        return {"true": True, "false": False}.get(text)


class FreeJson(Kind):
    """Anything that JSON can say."""

    listed = False

    def read(self, value: Any) -> Any:
        if not _is_finite(value):
            raise refusal("type", "must hold finite numbers only")
        if len(compact(value)) > MOST_CHARACTERS:
            raise refusal("too-long", f"must have at most {MOST_CHARACTERS} characters as JSON")
        return value


class Items(Kind):
    """A list of values of one kind; they are kept as JSON."""

    listed = False

    def __init__(self, kind: Kind, *, min_items: int = 0, max_items: int = MOST_ITEMS) -> None:
        self.kind = kind
        self.min_items = min_items
        self.max_items = max_items

    def read(self, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise refusal("type", "must be a list")
        if len(value) > self.max_items:
            raise refusal("too-long", f"must have at most {self.max_items} elements")
        if len(value) < self.min_items:
            raise refusal("too-short", f"must have at least {self.min_items} elements")
        return [self.kind.show(item) for item in _each(self.kind, value)]


class IdSet(Kind):
    """A set of ids, in ascending order."""

    listed = False

    def read(self, value: Any) -> list[UUID]:
        if not isinstance(value, list):
            raise refusal("type", "must be a list")
        return sorted(_each(Id(), value, distinct=True))

    def parse(self, text: str) -> UUID | None:
        return Id().parse(text)

    def show(self, value: Iterable[UUID]) -> list[str]:
        return sorted(map(str, value))


def compact(value: Any) -> str:
    """JSON without white space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _each(kind: Kind, values: list[Any], *, distinct: bool = False) -> list[Any]:
    read: list[Any] = []
    seen: set[Any] = set()
    errors: list[tuple[int, PydanticCustomError]] = []
    for at, value in enumerate(values):
        if len(errors) >= MOST:
            break
        try:
            item = kind.read(value)
        except PydanticCustomError as error:
            errors.append((at, error))
            continue
        if distinct and item in seen:
            errors.append((at, refusal("duplicate", "is there already")))
        read.append(item)
        if distinct:
            seen.add(item)
    if errors:
        raise refusals(errors)
    return read


def _is_finite(value: Any) -> bool:
    """False for numbers that JSON reads as infinite, such as 1e400. Bodies have a bounded depth."""
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, dict):
        return all(_is_finite(item) for item in value.values())
    return all(_is_finite(item) for item in value) if isinstance(value, list) else True


__all__ = ["Flag", "FreeJson", "IdSet", "Items", "compact"]
