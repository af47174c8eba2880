"""Ids of records: UUIDv7 (RFC 9562)."""

import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0
_counter = 0


def uuid7() -> UUID:
    """Time in milliseconds, a counter that keeps the order within one, random bits."""
    global _last, _counter
    with _lock:
        milliseconds = time.time_ns() // 1_000_000
        if milliseconds > _last:
            _last, _counter = milliseconds, secrets.randbits(11)
        else:
            _counter += 1
            if _counter > 0xFFF:
                _last, _counter = _last + 1, 0
        moment, order = _last, _counter
    value = moment << 80 | 0x7 << 76 | order << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)
