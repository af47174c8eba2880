"""The parameters of operations: how the contract describes them, and how requests hold them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from starlette.requests import Request

from app.api.coerce import coerce
from app.api.pairs import Pairs, once, pairs_of
from app.api.part import Part, entries_of, part_of
from app.api.schemas import Schemas
from app.api.serialised import RawValue, Shape, read_path_value, split
from app.http.json_reader import read_json
from app.http.problems import Problem, invalid_parameter

Place = Literal["path", "query", "header", "cookie"]
Parameters = dict[Place, dict[str, Any]]
"""The parameters of a request by place and name."""
SEPARATORS: Final = {"spaceDelimited": " ", "pipeDelimited": "|"}
OTHERS: Final = {"accept", "content-type", "authorization"}
"""Headers that OpenAPI leaves to other parts of a description."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation, as the contract describes it."""

    name: str
    place: Place
    required: bool
    style: str
    explode: bool
    schema: Any
    json: bool
    """It is JSON in a text."""
    shape: Shape


def describe_parameter(part: Part, schemas: Schemas) -> Parameter | None:
    """Reads the description of a parameter; None for what is none."""
    name, place = part.get("name"), part.get("in")
    if not isinstance(name, str) or place not in ("path", "query", "header", "cookie"):
        return None
    if place == "header" and name.lower() in OTHERS:
        return None
    usual = "form" if place in ("query", "cookie") else "simple"
    style = part["style"] if isinstance(part.get("style"), str) else usual
    media = next(iter(entries_of(part.get("content"))), None)
    schema = part_of(media[1]).get("schema") if media else part.get("schema", {})
    is_json = media is not None and re.search("json", media[0], re.IGNORECASE) is not None
    # JSON is one text, whatever it holds.
    types = frozenset[str]() if is_json else schemas.types_of(schema)
    return Parameter(
        name=name,
        place=place,
        required=part.get("required") is True or place == "path",
        style=style,
        explode=part["explode"] if isinstance(part.get("explode"), bool) else style == "form",
        schema=schema,
        json=is_json,
        shape="list" if "array" in types else "object" if "object" in types else "one",
    )


def read_parameters(
    described: Sequence[Parameter], request: Request, path: Mapping[str, str], schemas: Schemas
) -> Parameters:
    """Reads and checks them. Raises a problem 400 that names the parameter to blame."""
    given = _Given(request, path, schemas)
    values: Parameters = {"path": {}, "query": {}, "header": {}, "cookie": {}}
    for parameter in described:
        raw = given.raw_value(parameter)
        if raw is not None:
            values[parameter.place][parameter.name] = _checked(parameter, raw, schemas)
        elif parameter.required:
            raise invalid_parameter(parameter.name, "is required")
    # Names in the path that nobody described are text.
    for name, text in path.items():
        values["path"].setdefault(name, text)
    for name, _ in given.query:
        if name not in given.taken:
            raise invalid_parameter(name, "is not known")
    return values


class _Given:
    """What a request holds, before it has types."""

    def __init__(self, request: Request, path: Mapping[str, str], schemas: Schemas) -> None:
        self.request = request
        self.path = path
        self.schemas = schemas
        self.query: Pairs = pairs_of(request.scope["query_string"].decode("latin-1"))
        self.taken: set[str] = set()
        """The names of the query that some parameter has read."""

    def raw_value(self, parameter: Parameter) -> RawValue | None:
        name, shape, explode = parameter.name, parameter.shape, parameter.explode
        if parameter.place == "query":
            return self._query_value(parameter)
        if parameter.place == "path":
            text = self.path.get(name)
            if text is None:
                return None
            return _written(name, read_path_value(name, parameter.style, explode, shape, text))
        if parameter.place == "header":
            texts = self.request.headers.getlist(name)
            return _written(name, split(",".join(texts), shape, ",", explode)) if texts else None
        cookie = self.request.cookies.get(name)
        return None if cookie is None else _written(name, split(cookie, shape, ",", False))  # noqa: FBT003

    def _query_value(self, parameter: Parameter) -> RawValue | None:
        name, style, shape = parameter.name, parameter.style, parameter.shape
        if style == "deepObject" and shape == "object":
            start = f"{name}["
            deep = [(key, text) for key, text in self.query if key[: len(start)] == start]
            found = [(key, text) for key, text in deep if key.endswith("]")]
            self.taken.update(key for key, _ in found)
            return once([(key[len(start) : -1], text) for key, text in found]) if found else None
        if style == "form" and shape == "object" and parameter.explode:
            properties = self.schemas.properties_of(parameter.schema)
            found = [(key, text) for key, text in self.query if key in properties]
            self.taken.update(key for key, _ in found)
            return once(found) if found else None
        values = [text for key, text in self.query if key == name]
        if not values:
            return None
        self.taken.add(name)
        if shape == "list" and parameter.explode:
            return values
        if len(values) > 1:
            raise invalid_parameter(name, "is repeated")
        separator = SEPARATORS.get(style, ",")
        return _written(name, split(values[0], shape, separator, False))  # noqa: FBT003


def _checked(parameter: Parameter, raw: RawValue, schemas: Schemas) -> Any:
    if parameter.json and isinstance(raw, str):
        try:
            value = read_json(raw.encode())
        except Problem:
            raise invalid_parameter(parameter.name, "is not valid JSON") from None
    else:
        value = coerce(schemas, parameter.schema, raw)
    for issue in schemas.check(parameter.schema, "request", value):
        raise invalid_parameter(parameter.name, issue["message"])
    return value


def _written(name: str, value: RawValue | None) -> RawValue:
    if value is None:
        raise invalid_parameter(name, "is not written as the contract says")
    return value
