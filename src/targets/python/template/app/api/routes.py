"""The operations of a contract that was given, as an application of their own."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from fastapi import Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from app.api.answers import response_of
from app.api.described import Described, describe_operations
from app.api.kept_records import KeptRow
from app.api.media_types import is_accepted, plain
from app.api.operation import ApiOperation, Call
from app.api.parameters import read_parameters
from app.api.request_body import MULTIPART, Fields, read_form, read_request_body
from app.api.router import Found, Router
from app.api.schemas import Schemas
from app.api.security import Authenticate, credentials_of
from app.dependencies import address_of, surroundings
from app.http.body import read_bytes
from app.http.cors import preflight_headers
from app.http.problems import Problem, not_found
from app.operation.routes import CONTRACT

__all__ = ["Api", "KeptRow"]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request that is for an operation, and what it brings along."""

    found: Found[Described]
    caller: Any
    body: bytes
    form: Fields


class Api:
    """Checks requests and answers against the contract, to the letter."""

    def __init__(
        self,
        *,
        base: str,
        operations: Sequence[ApiOperation],
        authenticate: Authenticate,
        unchecked: Collection[str],
    ) -> None:
        """`base` is the path below which the operations are, such as `/v1`; `unchecked` are patterns
        of the contract that would take too long to check."""
        self._document = json.loads(CONTRACT.read_text("utf-8"))
        self._base = base
        self._authenticate = authenticate
        self._schemas = Schemas(self._document, unchecked)
        self._router: Router[Described] = Router()
        for described in describe_operations(self._document, operations, self._schemas):
            self._router.add(described.method, base + described.path, described)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise not_found()
        response = await self._respond(Request(scope, receive))
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        match = self._router.find(request.scope["raw_path"].decode("latin-1"))
        if not match:
            raise not_found()
        method: str = request.scope["state"]["frame"].method
        found = match.get(method) or (match.get("GET") if method == "HEAD" else None)
        if found is None:
            return _other_method(request, match)
        described = found.value
        request.scope["route"] = SimpleNamespace(path=self._base + described.path)
        surroundings(request).rate_limit.count(address_of(request))
        credentials = credentials_of(described.security, self._document, request)
        caller = None
        if credentials is not None:
            caller = await run_in_threadpool(self._authenticate, credentials, request)
        body = await read_bytes(request)
        is_form = body and plain(request.headers.get("content-type", "")) == MULTIPART
        form = await read_form(request, body) if is_form else []
        return await run_in_threadpool(self._perform, request, _Asked(found, caller, body, form))

    def _perform(self, request: Request, asked: _Asked) -> Response:
        described, schemas = asked.found.value, self._schemas
        accept = request.headers.getlist("accept")
        if not is_accepted(",".join(accept) if accept else None, described.answer_types):
            kinds = ", ".join(described.answer_types)
            raise Problem("not-acceptable", f"Answers are {kinds}.")
        parameters = read_parameters(described.parameters, request, asked.found.parameters, schemas)
        body = read_request_body(described.request_body, request, asked.body, asked.form, schemas)
        call = Call(
            path=parameters["path"],
            query=parameters["query"],
            headers=parameters["header"],
            cookies=parameters["cookie"],
            body=body,
            caller=asked.caller,
            database=surroundings(request).database,
            raw=request,
        )
        return response_of(described, described.perform(call), self._document, schemas)


def _other_method(request: Request, match: Collection[str]) -> Response:
    allow = ", ".join(sorted({*match, "OPTIONS"}))
    if request.method == "OPTIONS":
        origins = surroundings(request).config.cors_origins
        headers = preflight_headers(origins, request.headers.get("origin"), allow)
        return Response(status_code=204, headers=dict(headers))
    detail = f"This path has {allow}."
    raise Problem("method-not-allowed", detail, headers={"allow": allow})
