"""Which origins may call from a browser."""

from collections.abc import Mapping

EXPOSED = "ETag, Location, Idempotency-Replayed, Retry-After, X-Request-Id"
ALLOWED = "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, traceparent"


def cors_headers(origins: frozenset[str], origin: str | None) -> dict[str, str]:
    """Lets browsers of the listed origins read answers, and send credentials."""
    if not origins:
        return {}
    if origin not in origins:
        return {"vary": "Origin"}
    return {
        "vary": "Origin",
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": EXPOSED,
    }


def preflight_headers(
    origins: frozenset[str], origin: str | None, methods: str
) -> Mapping[str, str]:
    """The methods that a path has are the same for everyone."""
    if origin not in origins:
        return {"allow": methods}
    return {
        "allow": methods,
        "access-control-allow-methods": methods,
        "access-control-allow-headers": ALLOWED,
        "access-control-max-age": "600",
    }
