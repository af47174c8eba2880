"""Where a request belongs in a distributed trace (W3C Trace Context)."""

import re
import secrets
from dataclasses import dataclass

from starlette.datastructures import Headers

TRACEPARENT = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Trace:
    """The trace, and the span of the caller, if it sent one."""

    trace_id: str
    parent_id: str | None
    sampled: bool


def trace_of(headers: Headers) -> Trace:
    """Goes on with the trace of a `traceparent` header, or begins one."""
    given = headers.getlist("traceparent")
    match = TRACEPARENT.fullmatch(given[0]) if len(given) == 1 else None
    if not match or set(match[1]) == {"0"} or set(match[2]) == {"0"}:
        return Trace(secrets.token_hex(16), None, sampled=True)
    return Trace(match[1], match[2], sampled=bool(int(match[3], 16) & 1))
