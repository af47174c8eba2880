"""Answers of handlers, held to the contract."""

import json
from collections.abc import Mapping
from typing import Any

from fastapi import Response
from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from app.api.described import Described
from app.api.media_types import best_match, is_json
from app.api.operation import Answer
from app.api.part import Part, entries_of, follow, part_of
from app.api.schemas import Schemas


class AnswerError(Exception):
    """An answer that the contract does not describe: a fault of the handler, logged and answered
    with 500."""

    def __init__(self, operation: Described, problem: str) -> None:
        super().__init__(
            f"The handler of {operation.name} answers what the contract does not say: {problem}"
        )


def response_of(
    operation: Described, answer: Answer[Any], document: Part, schemas: Schemas
) -> Response:
    """Checks what a handler answers. Raises AnswerError."""
    status, body = answer.status, answer.body
    described = _described(operation.responses, status, document)
    if described is None:
        raise AnswerError(operation, f"there is no answer {status}")
    headers = dict(answer.headers or {})
    _check_headers(operation, described, headers, document)
    content = part_of(described.get("content"))
    if not content:
        if body is not None:
            raise AnswerError(operation, f"{status} has no body")
        return Response(status_code=status, headers=headers)
    wanted = answer.media_type or next((kind for kind in content if is_json(kind)), None)
    wanted = wanted or next(iter(content))
    kind = best_match(wanted, content)
    if kind is None:
        raise AnswerError(operation, f"{status} is not of the type {wanted}")
    schema = part_of(content[kind]).get("schema")
    sent = "application/octet-stream" if "*" in wanted else wanted
    if not is_json(sent):
        if isinstance(body, str | bytes):
            return Response(body, status, headers, media_type=sent)
        if body is None and schema is None:
            return Response(status_code=status, headers=headers)
        raise AnswerError(operation, f"the body of {status} is neither text nor bytes")
    if body is None and not _takes_null(schemas, schema):
        if schema is None:
            return Response(status_code=status, headers=headers)
        raise AnswerError(operation, f"the body of {status} is missing")
    text = json.dumps(plain(body), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # What is sent is checked, rather than what it was made from: dates are texts by then.
    issues = [] if schema is None else schemas.check(schema, "answer", json.loads(text))
    for issue in issues:
        raise AnswerError(operation, f"{status} {issue.get('pointer', '')} {issue['message']}")
    return Response(text, status, headers, media_type=sent)


def plain(value: Any) -> Any:
    """A value as JSON has it. Properties that nobody has set are not there."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    return to_jsonable_python(value)


def _described(responses: Part, status: int, document: Part) -> Part | None:
    """How the contract describes a status: itself, else its class, else any other."""
    for key in (str(status), f"{status // 100}XX", "default"):
        if key in responses:
            return follow(document, responses[key])
    return None


def _check_headers(
    operation: Described, described: Part, headers: Mapping[str, str], document: Part
) -> None:
    there = {name.lower() for name in headers}
    for name, header in entries_of(described.get("headers")):
        if follow(document, header).get("required") is True and name.lower() not in there:
            raise AnswerError(operation, f"the header {name} is missing")


def _takes_null(schemas: Schemas, schema: Any) -> bool:
    return schema is not None and not schemas.check(schema, "answer", None)
