"""What callers show of themselves, as the contract asks for it."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from app.api.part import Part, entries_of, follow, part_of
from app.http.problems import Problem


@dataclass(frozen=True, slots=True)
class Credential:
    """What a caller shows of himself, by one scheme of the contract."""

    scheme: str
    """Its name in the contract."""
    value: str
    """The token, the key, or `user:password`."""
    scopes: tuple[str, ...]
    """What the operation asks for."""


Authenticate = Callable[[Sequence[Credential], Request], Any]
"""Says who shows these credentials. Raises a problem 401 or 403."""


def schemes_of(document: Part) -> Part:
    return part_of(part_of(document.get("components")).get("securitySchemes"))


def credentials_of(security: Any, document: Part, request: Request) -> Sequence[Credential] | None:
    """The credentials of the first requirement that a request meets; None where it needs none.
    Raises a problem 401 if it meets none."""
    requirements = [one for one in security or () if isinstance(one, dict)]
    if not requirements:
        return None
    schemes = schemes_of(document)
    challenges: dict[str, None] = {}
    for requirement in requirements:
        shown: list[Credential] = []
        for name, scopes in entries_of(requirement):
            scheme = follow(document, schemes.get(name))
            challenges[_challenge(scheme)] = None
            value = _value_of(scheme, request)
            if value is not None:
                wanted = tuple(one for one in scopes or () if isinstance(one, str))
                shown.append(Credential(name, value, wanted))
        if shown and len(shown) == len(requirement):
            return shown
    if not all(requirements):
        return None
    headers = {"www-authenticate": ", ".join(challenges)}
    raise Problem("unauthenticated", "This operation needs credentials.", headers=headers)


def _value_of(scheme: Part, request: Request) -> str | None:
    kind, name = scheme.get("type"), str(scheme.get("name"))
    if kind == "apiKey":
        places = {"header": request.headers, "query": request.query_params}
        return places.get(str(scheme.get("in")), request.cookies).get(name)
    if kind == "mutualTLS":
        return None
    wanted = str(scheme.get("scheme")).lower() if kind == "http" else "bearer"
    given, _, value = request.headers.get("authorization", "").partition(" ")
    value = value.strip()
    if given.lower() != wanted or not value:
        return None
    return _basic(value) if wanted == "basic" else value


def _basic(value: str) -> str | None:
    try:
        return base64.b64decode(value).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None


def _challenge(scheme: Part) -> str:
    if scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "basic":
        return 'Basic realm="service"'
    return "ApiKey" if scheme.get("type") == "apiKey" else "Bearer"
