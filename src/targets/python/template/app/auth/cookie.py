"""The session cookie."""

import re
from typing import Final

from fastapi import Request, Response

from app.auth.tokens import SESSION_SECONDS
from app.config import Config, origin_of
from app.http.problems import Problem

SESSION: Final = re.compile(r"(?:^|;)\s*session=([^;\s]*)")
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def cookie_token(request: Request) -> str | None:
    match = SESSION.search(request.headers.get("cookie", ""))
    return match[1] if match else None


def set_cookie(request: Request, response: Response, token: str | None = None) -> None:
    """Sets the session cookie; without a token, clears it."""
    age = SESSION_SECONDS if token else 0
    secure = "; Secure" if request.url.scheme == "https" else ""
    attributes = f"Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}"
    response.headers["set-cookie"] = f"session={token or ''}; {attributes}"


def require_own_origin(request: Request, config: Config) -> None:
    """A browser sends the cookie whoever asks it to: a change must come from a page of ours.

    Raises a problem 403.
    """
    if request.method in SAFE:
        return
    claimed = request.headers.get("origin") or request.headers.get("referer")
    origin = origin_of(claimed) if claimed else None
    host = request.headers.get("host", "")
    own = origin_of(config.public_url or f"{request.url.scheme}://{host}")
    if origin is not None and (origin == own or origin in config.cors_origins):
        return
    detail = "A change with the cookie must come from a page of this service."
    raise Problem("forbidden", detail)
