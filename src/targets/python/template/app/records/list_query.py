"""What a list was asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from app.fields.kind import Kind
from app.fields.schema import kind_of
from app.fields.text import Id, Text
from app.fields.times import Moment
from app.fields.values import IdSet
from app.http.problems import invalid_parameter
from app.http.query import Query
from app.records.resource import AnyResource

OPERATORS = {
    "": "eq",
    "[ne]": "ne",
    "[in]": "in",
    "[gt]": "gt",
    "[gte]": "ge",
    "[lt]": "lt",
    "[lte]": "le",
    "[null]": "null",
}
RESERVED = ("limit", "cursor", "sort", "q")
MOST_OPTIONS = 50
MOST_SORTS = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A property that lists can be sorted or filtered by."""

    name: str
    attribute: str
    kind: Kind
    nullable: bool
    """Whether it may be missing."""
    optional: bool
    """Whether the contract says so: then it has a filter for that."""


@dataclass(frozen=True, slots=True)
class Filter:
    """`values` are those of the model; for `null`: whether it must be missing."""

    listed: Listed
    operator: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """A property, and the direction."""

    listed: Listed
    descending: bool


@dataclass(frozen=True, slots=True)
class ListQuery:
    """The parameters of a list, checked."""

    limit: int
    sort: tuple[Sort, ...]
    filters: tuple[Filter, ...]
    q: str | None
    cursor: str | None


@cache
def listed_properties(resource: AnyResource) -> Mapping[str, Listed]:
    """What lists of a resource can be sorted and filtered by."""
    listed = [
        Listed(resource.json_name(name), name, kind, name in resource.nullable, _is_optional(info))
        for name, info in resource.fields.items()
        if name in resource.answer.model_fields
        and (kind := kind_of(info)) is not None
        and kind.listed
    ]
    listed += [
        Listed(resource.json_name(name), name, Moment(), nullable=False, optional=False)
        for name in ("created_at", "updated_at")
    ]
    return {one.name: one for one in listed}


@cache
def searched_attributes(resource: AnyResource) -> tuple[str, ...]:
    """The attributes that `q` looks into."""
    return tuple(
        name
        for name, info in resource.fields.items()
        if name in resource.answer.model_fields and isinstance(kind_of(info), Text)
    )


def read_list_query(resource: AnyResource, query: Query, page_size: int) -> ListQuery:
    """Raises a problem 400 that names the parameter."""
    filters = tuple(
        _read_filter(resource, parameter, text)
        for parameter, text in query.items()
        if parameter not in RESERVED
    )
    q = query.get("q")
    if q is not None and not searched_attributes(resource):
        raise invalid_parameter("q", "is not known")
    if q is not None and not 1 <= len(q) <= 100:
        raise invalid_parameter("q", "must have 1 to 100 characters")
    return ListQuery(
        limit=read_limit(query, page_size),
        sort=_read_sort(listed_properties(resource), query.get("sort", "-createdAt")),
        filters=filters,
        q=q,
        cursor=query.get("cursor"),
    )


def read_limit(query: Query, page_size: int) -> int:
    text = query.get("limit")
    if text is None:
        return page_size
    limit = int(text) if re.fullmatch(r"[0-9]{1,3}", text) else 0
    if not 1 <= limit <= 100:
        raise invalid_parameter("limit", "must be from 1 to 100")
    return limit


def _is_optional(info: FieldInfo) -> bool:
    return type(None) in get_args(info.annotation)


def _read_sort(listed: Mapping[str, Listed], text: str) -> tuple[Sort, ...]:
    parts = text.split(",")
    if len(parts) > MOST_SORTS:
        raise invalid_parameter("sort", "takes at most three properties")
    sort: list[Sort] = []
    for part in parts:
        one = listed.get(part.removeprefix("-"))
        if one is None:
            raise invalid_parameter("sort", "names a property that can not be sorted by")
        sort.append(Sort(one, part.startswith("-")))
    if len({one.listed.name for one in sort}) < len(sort):
        raise invalid_parameter("sort", "names a property twice")
    return tuple(sort)


def _read_filter(resource: AnyResource, parameter: str, text: str) -> Filter:
    name, bracket, rest = parameter.partition("[")
    operator = OPERATORS.get(bracket + rest)
    link = _link(resource, name)
    if link is not None and operator == "eq":
        target = Id().parse(text)
        if target is None:
            raise invalid_parameter(parameter, "must be a UUID")
        return Filter(link, "contains", (target,))
    listed = listed_properties(resource).get(name)
    if listed is None or operator is None or not _takes(listed, operator):
        raise invalid_parameter(parameter, "is not known")
    if operator == "null":
        if text not in ("true", "false"):
            raise invalid_parameter(parameter, "must be true or false")
        return Filter(listed, operator, (text == "true",))
    texts = text.split(",") if operator == "in" else [text]
    if len(texts) > MOST_OPTIONS:
        raise invalid_parameter(parameter, "takes at most 50 values")
    values = tuple(listed.kind.parse(part) for part in texts)
    if None in values:
        raise invalid_parameter(parameter, "has a value that is not valid")
    return Filter(listed, operator, values)


def _link(resource: AnyResource, name: str) -> Listed | None:
    for link in resource.links:
        info = resource.fields[link.attribute]
        shown = link.attribute in resource.answer.model_fields
        if info.alias == name and shown and isinstance(kind := kind_of(info), IdSet):
            return Listed(name, link.attribute, kind, nullable=False, optional=False)
    return None


def _takes(listed: Listed, operator: str) -> bool:
    if operator == "null":
        return listed.optional
    return listed.kind.ordered or operator in ("eq", "ne", "in")
