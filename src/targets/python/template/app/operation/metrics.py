"""Counts requests and their durations, in the format of Prometheus."""

import sys
import threading
import time
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper limits, in seconds."""


@dataclass(slots=True)
class _Series:
    labels: str
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 1))
    sum: float = 0.0

    def histogram(self) -> Iterator[str]:
        name, below = "http_request_duration_seconds", 0
        for limit, count in zip(BUCKETS, self.buckets, strict=False):
            below += count
            yield f'{name}_bucket{{{self.labels},le="{limit:g}"}} {below}'
        count = sum(self.buckets)
        yield f'{name}_bucket{{{self.labels},le="+Inf"}} {count}'
        yield f"{name}_sum{{{self.labels}}} {self.sum:.9f}"
        yield f"{name}_count{{{self.labels}}} {count}"


class Metrics:
    """Requests by method, route and status."""

    def __init__(self) -> None:
        self._series: dict[tuple[str, str, int], _Series] = {}
        self._lock = threading.Lock()

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        key = (method if method in METHODS else "OTHER", route, status)
        with self._lock:
            series = self._series.get(key)
            if series is None:
                labels = f'method="{key[0]}",route="{_escaped(route)}",status="{status}"'
                series = self._series[key] = _Series(labels)
            series.buckets[bisect_left(BUCKETS, seconds)] += 1
            series.sum += seconds

    def expose(self) -> str:
        """The text exposition format 0.0.4."""
        with self._lock:
            all_series = list(self._series.values())
        lines = [
            "# HELP http_requests_total Requests answered.",
            "# TYPE http_requests_total counter",
            *(f"http_requests_total{{{one.labels}}} {sum(one.buckets)}" for one in all_series),
            "# HELP http_request_duration_seconds Time from the request to the end of its answer.",
            "# TYPE http_request_duration_seconds histogram",
            *(line for one in all_series for line in one.histogram()),
            "# HELP process_resident_memory_bytes Most memory that the process has used.",
            "# TYPE process_resident_memory_bytes gauge",
            f"process_resident_memory_bytes {_memory()}",
            "# HELP process_cpu_seconds_total CPU time of the process.",
            "# TYPE process_cpu_seconds_total counter",
            f"process_cpu_seconds_total {time.process_time():.6f}",
        ]
        return "\n".join(lines) + "\n"


METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _memory() -> int:
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 -- not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
