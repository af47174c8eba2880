"""How requests fail: with problem documents."""

import re

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from app.dependencies import caller_of, surroundings
from app.http.cors import preflight_headers
from app.http.paths import Paths
from app.http.problems import Problem, malformed, not_found

CLOSED = re.compile(r"/(api|events)\b")
OPEN = ("/api/auth/register", "/api/auth/login")


def handle_failures(app: FastAPI, paths: Paths) -> None:
    """Answers problems, and what no route takes: preflights, wrong methods, wrong paths."""

    @app.exception_handler(Problem)
    async def answer_problem(_: Request, problem: Problem) -> Response:
        return problem.response()

    @app.exception_handler(HTTPException)
    async def answer_unknown(request: Request, error: HTTPException) -> Response:
        if error.status_code not in (404, 405):
            return malformed("The request can not be read.").response()
        methods = paths.methods(request.url.path)
        if request.method == "OPTIONS" and methods:
            origins = surroundings(request).config.cors_origins
            origin = request.headers.get("origin")
            return Response(
                status_code=204, headers=preflight_headers(origins, origin, ", ".join(methods))
            )
        try:
            # Strangers do not learn which paths there are.
            path = request.url.path
            if CLOSED.match(path) and path not in OPEN:
                await caller_of(request)
        except Problem as problem:
            return problem.response()
        if methods and request.method not in methods:
            return _not_allowed(", ".join(methods)).response()
        return not_found().response()


def _not_allowed(methods: str) -> Problem:
    return Problem("method-not-allowed", f"This path has {methods}.", headers={"allow": methods})
