"""What is around every request: its id, its headers, its failures."""

import itertools
import logging
import secrets
import time
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.config import Config
from app.database.engine import is_unavailable
from app.http.cors import cors_headers
from app.http.problems import Problem
from app.http.proxies import believe_proxies
from app.operation.metrics import Metrics
from app.operation.spans import SpanExporter
from app.operation.trace import Trace, trace_of

log = logging.getLogger("app")

SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
USUAL = [(name.encode(), value.encode()) for name, value in SECURITY.items()]
NOT_KEPT = (b"cache-control", b"no-store")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a request before anything is done with it."""

    request_id: str
    trace: Trace
    method: str
    """As it was sent: what is inside sees HEAD as GET."""


class RequestFrame:
    """Sets the headers of every answer, answers failures, and logs, counts and traces requests.

    Nothing that a caller has sent gets into a log but its method and route.
    """

    def __init__(
        self, app: ASGIApp, config: Config, metrics: Metrics, exporter: SpanExporter | None
    ) -> None:
        self.app = app
        self.config = config
        self.metrics = metrics
        self.exporter = exporter
        self.instance = secrets.token_hex(4)
        self.numbers = itertools.count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        headers = Headers(scope=scope)
        frame = Frame(f"{self.instance}-{next(self.numbers):x}", trace_of(headers), scope["method"])
        believe_proxies(scope, headers, self.config.trust_proxy)
        inner = dict(scope)
        # HEAD answers as GET; the server leaves the body out.
        if scope["method"] == "HEAD":
            inner["method"] = "GET"
        status = 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._complete(message, scope, headers, frame)
            await send(message)

        inner["state"] = {**scope.get("state", {}), "frame": frame}
        try:
            await self.app(inner, receive, answer)
        except Exception as error:
            if status:
                raise
            await self._fail(error, frame, inner, receive, answer)
        self._observe(scope["method"], inner, status, frame, time.perf_counter() - started)

    def _complete(self, message: Message, scope: Scope, headers: Headers, frame: Frame) -> None:
        usual = [*USUAL, NOT_KEPT] if scope["path"].startswith("/api") else USUAL
        cors = cors_headers(self.config.cors_origins, headers.get("origin"))
        own = {b"x-request-id": frame.request_id.encode()} | {
            name.encode(): value.encode("latin-1") for name, value in cors.items()
        }
        given = [header for header in message.get("headers", ()) if header[0] not in own]
        names = {name for name, _ in given}
        message["headers"] = [*given, *own.items(), *(one for one in usual if one[0] not in names)]

    async def _fail(
        self, error: Exception, frame: Frame, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Faults of the service itself are logged in full, and answered without a word of it."""
        if is_unavailable(error):
            problem = Problem(
                "unavailable", "The database does not answer.", headers={"retry-after": "1"}
            )
        else:
            problem = Problem("internal", "Something went wrong; it has been logged.")
        log.error("failed", exc_info=error, extra=_ids(frame))
        await problem.response()(scope, receive, send)

    def _observe(
        self, method: str, scope: Scope, status: int, frame: Frame, seconds: float
    ) -> None:
        route = getattr(scope.get("route"), "path", "unknown")
        self.metrics.observe(method, route, status, seconds)
        log.info(
            "answered",
            extra={
                **_ids(frame),
                "method": method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 2),
            },
        )
        if self.exporter:
            self.exporter.add(frame.trace, method, route, status, seconds)


def _ids(frame: Frame) -> dict[str, str]:
    return {"requestId": frame.request_id, "traceId": frame.trace.trace_id}
