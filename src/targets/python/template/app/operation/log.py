"""Logs as JSON lines on stdout."""

import json
import logging
import sys
from typing import Any, Final

from app import clock

TRACE: Final = 5
SILENT: Final = 100
LEVELS: Final = {
    "fatal": logging.CRITICAL,
    "error": logging.ERROR,
    "warn": logging.WARNING,
    "info": logging.INFO,
    "debug": logging.DEBUG,
    "trace": TRACE,
    "silent": SILENT,
}
NAMES: Final = {level: name for name, level in LEVELS.items()}
FIELDS: Final = ("requestId", "traceId", "method", "route", "status", "ms", "url", "faults", "wait")


class JsonLines(logging.Formatter):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        given = vars(record)
        line: dict[str, Any] = {
            "level": NAMES.get(record.levelno, "info"),
            "time": clock.rfc3339(clock.now()),
            **{name: given[name] for name in FIELDS if name in given},
            "msg": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["err"] = self._describe(record.exc_info)
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"))

    def _describe(self, info: Any) -> dict[str, str]:
        """No more than this: messages of databases also carry the values of rows."""
        kind, error, _ = info
        stack = [line for line in self.formatException(info).split("\n") if line.startswith("  ")]
        message = str(error) if not hasattr(error, "orig") else str(type(error.orig).__name__)
        return {"name": kind.__name__, "message": message, "stack": "\n".join(stack)}


def set_up_logs(level: str) -> None:
    """Sends the logs of the service, and warnings of libraries, to stdout."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines())
    logging.root.handlers = [handler]
    logging.root.setLevel(max(logging.WARNING, LEVELS[level]))
    logging.getLogger("app").setLevel(LEVELS[level])
