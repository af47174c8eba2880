"""Sends spans to an OpenTelemetry collector: OTLP over HTTP, as JSON."""

import json
import os
import secrets
import threading
import time
import urllib.request
from typing import Any
from urllib.parse import unquote

from app.operation.trace import Trace

INTERVAL = 2.0
MOST = 2048
SERVER = 2
FAILED = 2


class SpanExporter:
    """Collects finished requests; what can't be sent is dropped."""

    def __init__(self, endpoint: str, service: str) -> None:
        self._url = f"{endpoint.rstrip('/')}/v1/traces"
        self._service = os.environ.get("OTEL_SERVICE_NAME") or service
        self._headers = _headers(os.environ.get("OTEL_EXPORTER_OTLP_HEADERS", ""))
        self._spans: list[dict[str, Any]] = []
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def add(self, trace: Trace, method: str, route: str, status: int, seconds: float) -> None:
        if not trace.sampled or len(self._spans) >= MOST:
            return
        end = time.time_ns()
        span: dict[str, Any] = {
            "traceId": trace.trace_id,
            "spanId": secrets.token_hex(8),
            "name": f"{method} {route}",
            "kind": SERVER,
            "startTimeUnixNano": str(end - int(seconds * 1e9)),
            "endTimeUnixNano": str(end),
            "attributes": [
                _attribute("http.request.method", method),
                _attribute("http.route", route),
                {"key": "http.response.status_code", "value": {"intValue": status}},
            ],
        }
        if trace.parent_id:
            span["parentSpanId"] = trace.parent_id
        if status >= 500:
            span["status"] = {"code": FAILED}
        with self._lock:
            self._spans.append(span)

    def close(self) -> None:
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stop.wait(INTERVAL):
            self._flush()
        self._flush()

    def _flush(self) -> None:
        with self._lock:
            spans, self._spans = self._spans, []
        if not spans:
            return
        resource = {"attributes": [_attribute("service.name", self._service)]}
        scope = {"scope": {"name": self._service}, "spans": spans}
        body = json.dumps({"resourceSpans": [{"resource": resource, "scopeSpans": [scope]}]})
        headers = {**self._headers, "content-type": "application/json"}
        request = urllib.request.Request(self._url, body.encode(), headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=5):  # noqa: S310
                pass
        except OSError:
            pass  # A collector that is away must not harm the service.


def _attribute(key: str, value: str) -> dict[str, Any]:
    return {"key": key, "value": {"stringValue": value}}


def _headers(text: str) -> dict[str, str]:
    """`name=value,…` as the OpenTelemetry environment has it."""
    pairs = (pair.partition("=") for pair in text.split(",") if "=" in pair)
    return {name.strip(): unquote(value.strip()) for name, _, value in pairs}
