"""Ids of records: UUIDv7 (RFC 9562)."""

import secrets
import threading
import time
from uuid import UUID


class _Clock:
    """Time in milliseconds, and a counter that keeps the order within one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0
        self._counter = 0

    def tick(self) -> tuple[int, int]:
        milliseconds = time.time_ns() // 1_000_000
        with self._lock:
            if milliseconds > self._last:
                self._last, self._counter = milliseconds, secrets.randbits(11)
            else:
                self._counter += 1
                if self._counter > 0xFFF:
                    self._last, self._counter = self._last + 1, 0
            return self._last, self._counter


_clock = _Clock()


def uuid7() -> UUID:
    """A UUIDv7: time, counter, random bits."""
    moment, order = _clock.tick()
    value = moment << 80 | 0x7 << 76 | order << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)
