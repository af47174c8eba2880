"""Cursors: where a page ended."""

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence
from typing import Any

from app.http.problems import invalid_parameter

LENGTH = 16


def encode_cursor(position: Sequence[str | None], purpose: str) -> str:
    """An opaque position, and a checksum that ties it to `purpose` (its sort and filters)."""
    text = json.dumps(list(position), ensure_ascii=False)
    return _encode(_checksum(text, purpose) + text)


def decode_cursor(cursor: str, purpose: str) -> list[Any]:
    """Raises a problem 400 if the cursor is damaged or belongs to another list."""
    try:
        padding = "=" * (-len(cursor) % 4)
        decoded = base64.urlsafe_b64decode(cursor.encode("ascii") + padding.encode()).decode()
    except (ValueError, binascii.Error):
        decoded = ""
    text = decoded[LENGTH:]
    if decoded[:LENGTH] != _checksum(text, purpose) or _encode(decoded) != cursor:
        raise invalid_parameter("cursor", "is not one of this list")
    position: list[Any] = json.loads(text)
    return position


def _encode(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _checksum(text: str, purpose: str) -> str:
    return hashlib.sha256(f"{purpose}\n{text}".encode()).hexdigest()[:LENGTH]
