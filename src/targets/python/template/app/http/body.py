"""Reads the bodies of requests."""

import re
from typing import Annotated, Any

from fastapi import Depends, Request

from app.http.json_reader import read_json
from app.http.problems import Problem

CHARSET = re.compile(r';\s*charset\s*=\s*"?([^\s";]*)', re.IGNORECASE)
# US-ASCII is a part of it.
UTF8 = re.compile(r"utf-?8|us-ascii", re.IGNORECASE)


async def json_body(request: Request) -> Any:
    """The JSON of a request that needs a body. Raises problems 413, 415 and 400."""
    _check_type(request)
    return read_json(await read_bytes(request))


JsonBody = Annotated[Any, Depends(json_body)]


def _check_type(request: Request) -> None:
    kind = request.headers.get("content-type", "")
    name = kind.partition(";")[0].strip().lower()
    patch = name == "application/merge-patch+json" and request.method == "PATCH"
    if name == "application/json" or patch:
        require_plain_utf8(request)
        return
    # No type and no body: what is missing is the body.
    empty = request.headers.get("content-length", "0") == "0"
    if name == "" and empty and "transfer-encoding" not in request.headers:
        return
    detail = "The body must be JSON: Content-Type: application/json."
    raise Problem("unsupported-media-type", detail)


def require_plain_utf8(request: Request) -> None:
    """Raises a problem 415 for a body that is encoded, or text in another character set."""
    encoding = request.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity"):
        detail = "The body must not be encoded (Content-Encoding)."
        raise Problem("unsupported-media-type", detail)
    charset = CHARSET.search(request.headers.get("content-type", ""))
    if charset and not UTF8.fullmatch(charset[1]):
        raise Problem("unsupported-media-type", "The body must be UTF-8.")


async def read_bytes(request: Request) -> bytes:
    """The whole body. Raises a problem 413."""
    limit: int = request.app.state.config.body_limit_bytes
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
