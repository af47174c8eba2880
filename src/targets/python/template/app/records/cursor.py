"""Cursors: where a page ended."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any, Final

from app.http.problems import invalid_parameter

LENGTH: Final = 16


class Cursors:
    """Makes and reads cursors. They are signed: no position comes back but those that were given."""

    def __init__(self, secret: str) -> None:
        self._key = secret.encode()

    def encode(self, position: Sequence[str | None], purpose: str) -> str:
        """An opaque position, tied to `purpose` (its list, sort and filters)."""
        text = json.dumps(list(position), ensure_ascii=False).encode()
        return _encode(self._sign(text, purpose) + text)

    def decode(self, cursor: str, purpose: str) -> list[Any]:
        """Raises a problem 400 if the cursor is damaged or belongs to another list."""
        try:
            padding = "=" * (-len(cursor) % 4)
            decoded = base64.urlsafe_b64decode((cursor + padding).encode("ascii"))
        except (ValueError, binascii.Error):
            decoded = b""
        text = decoded[LENGTH:]
        right = hmac.compare_digest(decoded[:LENGTH], self._sign(text, purpose))
        if not right or _encode(decoded) != cursor:
            raise invalid_parameter("cursor", "is not one of this list")
        position: list[Any] = json.loads(text)
        return position

    def _sign(self, text: bytes, purpose: str) -> bytes:
        signed = purpose.encode() + b"\n" + text
        return hmac.digest(self._key, signed, hashlib.sha256)[:LENGTH]


def _encode(decoded: bytes) -> str:
    return base64.urlsafe_b64encode(decoded).decode().rstrip("=")
