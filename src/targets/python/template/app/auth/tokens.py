"""Session tokens: JWTs by HS256 that carry the id of a session."""

import threading
from typing import Final
from uuid import UUID

import jwt

from app import clock

SESSION_SECONDS: Final = 12 * 3600
MOST_KNOWN: Final = 10_000


class Tokens:
    """Tokens that were found valid before need no second look at their signature."""

    def __init__(self, secret: str) -> None:
        self._key = secret.encode()
        self._known: dict[str, tuple[UUID, float]] = {}
        self._lock = threading.Lock()

    def sign(self, session: UUID, account: UUID, issued_at: int) -> str:
        claims = {
            "sid": str(session),
            "sub": str(account),
            "iat": issued_at,
            "exp": issued_at + SESSION_SECONDS,
        }
        return jwt.encode(claims, self._key, algorithm="HS256")

    def session(self, token: str) -> UUID | None:
        """The session of a token, or None if it is not one of ours or has expired."""
        known = self._known.get(token) or self._verify(token)
        return known[0] if known and known[1] > clock.now().timestamp() else None

    def _verify(self, token: str) -> tuple[UUID, float] | None:
        try:
            # Whether it has expired is asked each time.
            options = {"require": ["exp", "sid"], "verify_iat": False, "verify_exp": False}
            claims = jwt.decode(token, self._key, algorithms=["HS256"], options=options)  # type: ignore[arg-type]
            known = UUID(str(claims["sid"])), float(claims["exp"])
        except (jwt.PyJWTError, ValueError, TypeError, UnicodeError):
            return None
        with self._lock:
            if len(self._known) >= MOST_KNOWN:
                del self._known[next(iter(self._known))]
            self._known[token] = known
        return known
