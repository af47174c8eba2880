"""Reads the bodies of requests."""

from typing import Annotated, Any

from fastapi import Depends, Request

from app.http.json_reader import read_json
from app.http.problems import Problem


async def json_body(request: Request) -> Any:
    """The JSON of a request that needs a body. Raises problems 413, 415 and 400."""
    _check_type(request)
    limit: int = request.app.state.config.body_limit_bytes
    return read_json(await _read(request, limit))


JsonBody = Annotated[Any, Depends(json_body)]


def _check_type(request: Request) -> None:
    name, *parameters = (
        part.strip().lower() for part in request.headers.get("content-type", "").split(";")
    )
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        detail = "The body must be sent as it is, without a Content-Encoding."
        raise Problem("unsupported-media-type", detail)
    if any(_is_other_charset(parameter) for parameter in parameters):
        raise Problem("unsupported-media-type", "The body must be UTF-8.")
    if name == "application/json":
        return
    if name == "application/merge-patch+json" and request.method == "PATCH":
        return
    # No type and no body: what is missing is the body.
    empty = request.headers.get("content-length", "0") == "0"
    if name == "" and empty and "transfer-encoding" not in request.headers:
        return
    detail = "The body must be JSON: Content-Type: application/json."
    raise Problem("unsupported-media-type", detail)


def _is_other_charset(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    return name.strip() == "charset" and value.strip().strip('"') != "utf-8"


async def _read(request: Request, limit: int) -> bytes:
    too_large = Problem("too-large", "The body is larger than the service reads.")
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > limit:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise too_large
    return bytes(body)
