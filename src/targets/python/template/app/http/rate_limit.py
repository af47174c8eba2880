"""Counts the requests of each client in the minute that runs."""

import math
import threading
import time

from app.http.problems import Problem

MINUTE = 60.0


class RateLimit:
    """A client is an account, else an address."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._counts: dict[str, int] = {}
        self._ends = 0.0
        self._lock = threading.Lock()

    def count(self, client: str) -> None:
        """Raises a problem 429 if the client has used up its share."""
        now = time.monotonic()
        with self._lock:
            if now >= self._ends:
                self._counts = {}
                self._ends = now + MINUTE
            count = self._counts.get(client, 0) + 1
            self._counts[client] = count
        if count > self._per_minute:
            raise Problem(
                "too-many-requests",
                f"At most {self._per_minute} requests a minute.",
                headers={"retry-after": str(math.ceil(self._ends - now))},
            )
