"""The bodies of requests, as the contract describes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from app.api.coerce import coerce
from app.api.media_types import best_match, is_json, plain
from app.api.pairs import pairs_of
from app.api.part import Part, part_of
from app.api.schemas import Schemas
from app.http.body import require_plain_utf8
from app.http.json_reader import read_json
from app.http.problems import Problem, malformed, validation_failed

Fields = list[tuple[str, Any]]
MOST = 1000
MULTIPART = "multipart/form-data"


async def read_form(request: Request, body: bytes) -> Fields:
    """The parts of a multipart form; files stay files. Raises a problem 400."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    try:
        form = await Request(request.scope, receive).form(
            max_files=MOST, max_fields=MOST, max_part_size=max(len(body), 1)
        )
    except HTTPException:
        raise malformed("The body is not valid multipart/form-data.") from None
    return list(form.multi_items())


def read_request_body(
    described: Part, request: Request, body: bytes, form: Fields, schemas: Schemas
) -> Any:
    """Reads and checks a body. Raises a problem 400, 415 or 422."""
    content = part_of(described.get("content"))
    if not content:
        if body and request.method not in ("GET", "DELETE"):
            raise Problem("unsupported-media-type", "This operation takes no body.")
        return None
    given = request.headers.get("content-type")
    if not body and given is None:
        if described.get("required") is True:
            raise malformed("The body is empty.")
        return None
    kind = best_match(given or "", content)
    if kind is None:
        known = ", ".join(content)[:200]
        raise Problem("unsupported-media-type", f"The body must be of {known}.")
    schema = part_of(content[kind]).get("schema")
    return _Reader(schemas, request, body, form).read(plain(given or ""), schema)


class _Reader:
    """A body of one media type or another."""

    def __init__(self, schemas: Schemas, request: Request, body: bytes, form: Fields) -> None:
        self.schemas = schemas
        self.request = request
        self.body = body
        self.form = form

    def read(self, kind: str, schema: Any) -> Any:
        if is_json(kind):
            require_plain_utf8(self.request)
            return self._checked(schema, read_json(self.body))
        if kind == "application/x-www-form-urlencoded":
            require_plain_utf8(self.request)
            return self._checked(schema, self._form(schema, pairs_of(self._text())))
        if kind == MULTIPART:
            form = self._form(schema, self.form)
            self._checked(schema, {name: _measured(value) for name, value in form.items()})
            return form
        if not kind.startswith("text/") or "xml" in kind:
            return self.body
        require_plain_utf8(self.request)
        return self._checked(schema, coerce(self.schemas, schema or {}, self._text()))

    def _checked(self, schema: Any, value: Any) -> Any:
        issues = [] if schema is None else self.schemas.check(schema, "request", value)
        if issues:
            raise validation_failed(issues)
        return value

    def _form(self, schema: Any, fields: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        """Fields as an object: those that are lists by their schema may be there several times."""
        properties = self.schemas.properties_of(schema)
        values: dict[str, list[Any]] = {}
        for name, value in fields:
            values.setdefault(name, []).append(value)
        return {name: self._field(properties, name, some) for name, some in values.items()}

    def _field(self, properties: Mapping[str, Any], name: str, values: list[Any]) -> Any:
        if name == "__proto__":
            raise malformed("The form holds __proto__.")
        schema = properties.get(name)
        types = self.schemas.types_of(schema)
        if "array" in types:
            items = self.schemas.items_of(schema)
            return [self._typed(items, value) for value in values]
        if len(values) > 1 and types:
            raise malformed(f"The form holds {name[:100]} twice.")
        return self._typed(schema, values[0])

    def _typed(self, schema: Any, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        # OpenAPI: what has a structure of its own is JSON inside of a form.
        if "object" in self.schemas.types_of(schema):
            return read_json(value.encode())
        return coerce(self.schemas, schema or {}, value)

    def _text(self) -> str:
        try:
            return self.body.decode()
        except UnicodeDecodeError:
            raise malformed("The body is not valid UTF-8.") from None


def _measured(value: Any) -> Any:
    """To the schema a file is a text of its length."""
    if isinstance(value, list):
        return [_measured(item) for item in value]
    return "x" * (value.size or 0) if isinstance(value, UploadFile) else value
