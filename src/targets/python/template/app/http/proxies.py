"""Where a request comes from, if a proxy that is trusted says so."""

import ipaddress

from starlette.datastructures import Headers
from starlette.types import Scope

Trust = bool | int | frozenset[str]


def believe_proxies(scope: Scope, headers: Headers, trust: Trust) -> None:
    """Puts what the X-Forwarded headers say into the scope, as far as they can be trusted."""
    if trust is False or trust == 0:
        return
    client = scope.get("client")
    hops = [part.strip() for part in headers.get("x-forwarded-for", "").split(",")]
    addresses = [client[0] if client else "", *reversed([hop for hop in hops if hop])]
    trusted = 0
    while trusted < len(addresses) - 1 and _is_trusted(addresses[trusted], trusted, trust):
        trusted += 1
    if trusted == 0 and not _is_trusted(addresses[0], 0, trust):
        return
    scope["client"] = (addresses[trusted], 0)
    proto = headers.get("x-forwarded-proto", "").split(",")[0].strip()
    if proto in ("http", "https"):
        scope["scheme"] = proto
    host = headers.get("x-forwarded-host", "").split(",")[0].strip()
    if host:
        others = [(name, value) for name, value in scope["headers"] if name != b"host"]
        scope["headers"] = [*others, (b"host", host.encode("latin-1"))]


def _is_trusted(address: str, hop: int, trust: Trust) -> bool:
    if isinstance(trust, bool):
        return trust
    if isinstance(trust, int):
        return hop < trust
    try:
        own = ipaddress.ip_address(address)
    except ValueError:
        return False
    for known in trust:
        if known == "loopback" and own.is_loopback:
            return True
        if known in ("uniquelocal", "linklocal") and own.is_private:
            return True
        try:
            if own in ipaddress.ip_network(known, strict=False):
                return True
        except ValueError:
            continue
    return False
