"""Answers of 400 and above: RFC 9457 problem documents."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from fastapi.responses import JSONResponse

from app.fields.issues import Issue

TITLES: Final = {
    "malformed-request": (400, "Malformed request"),
    "invalid-parameter": (400, "Invalid parameter"),
    "unauthenticated": (401, "Authentication required"),
    "forbidden": (403, "Forbidden"),
    "not-found": (404, "Not found"),
    "method-not-allowed": (405, "Method not allowed"),
    "not-acceptable": (406, "Not acceptable"),
    "conflict": (409, "Conflict"),
    "invalid-transition": (409, "Invalid transition"),
    "referenced": (409, "Still referenced"),
    "precondition-failed": (412, "Precondition failed"),
    "too-large": (413, "Body too large"),
    "unsupported-media-type": (415, "Unsupported media type"),
    "validation-failed": (422, "Validation failed"),
    "idempotency-mismatch": (422, "Idempotency key used for another request"),
    "too-many-requests": (429, "Too many requests"),
    "header-too-large": (431, "Headers too large"),
    "internal": (500, "Internal error"),
    "not-implemented": (501, "Not implemented"),
    "unavailable": (503, "Service unavailable"),
}


class Problem(Exception):  # noqa: N818 -- the word of RFC 9457
    """Raise it from anywhere in a request."""

    def __init__(
        self,
        code: str,
        detail: str,
        *,
        errors: Sequence[Issue] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.status, self.title = TITLES[code]
        self.errors = errors
        self.headers = dict(headers or {})

    def document(self) -> dict[str, Any]:
        document: dict[str, Any] = {
            "type": f"urn:problem:{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        return {**document, "errors": list(self.errors)} if self.errors else document

    def response(self) -> JSONResponse:
        headers = {"cache-control": "no-store", **self.headers}
        # A body that was not read to its end would be taken for the next request.
        if self.status == 413:
            headers["connection"] = "close"
        return JSONResponse(
            self.document(), self.status, headers, media_type="application/problem+json"
        )


def not_found() -> Problem:
    return Problem("not-found", "There is no such record or path.")


def invalid_parameter(parameter: str, message: str) -> Problem:
    return Problem(
        "invalid-parameter",
        f"The parameter {parameter} {message}.",
        errors=[{"parameter": parameter, "code": "invalid", "message": message}],
    )


def validation_failed(errors: Sequence[Issue]) -> Problem:
    return Problem("validation-failed", "The body is not valid: see errors.", errors=errors)


def malformed(detail: str) -> Problem:
    return Problem("malformed-request", detail)
