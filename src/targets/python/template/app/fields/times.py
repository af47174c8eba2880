"""Kinds of dates and times."""

import datetime as dt
import operator
import re
from collections.abc import Callable
from typing import Any, ClassVar, Final, Generic, TypeVar

from app import clock
from app.fields.issues import refusal
from app.fields.kind import Kind

DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):([0-5][0-9])(?:\.([0-9]{1,9}))?"
    r"(?:Z|([+-])([0-9]{2}):([0-9]{2}))"
)
D = TypeVar("D", dt.date, dt.datetime)


class _Time(Kind, Generic[D]):
    ordered = True
    form_name: ClassVar[str] = ""

    def __init__(
        self,
        *,
        min: str | None = None,
        max: str | None = None,
        above: str | None = None,
        below: str | None = None,
    ) -> None:
        self.limits: tuple[tuple[str | None, Callable[[Any, Any], bool], str, str], ...] = (
            (min, operator.lt, "minimum", "must not be before"),
            (above, operator.le, "minimum", "must be after"),
            (max, operator.gt, "maximum", "must not be after"),
            (below, operator.ge, "maximum", "must be before"),
        )

    def read(self, value: Any) -> D:
        if not isinstance(value, str):
            raise refusal("type", "must be text")
        read = self.parse(value)
        if read is None:
            raise refusal("format", f"must be {self.form_name}")
        for limit, beyond, code, message in self.limits:
            if limit is not None and beyond(read, self.parse(limit)):
                raise refusal(code, f"{message} {limit}")
        return read

    def parse(self, text: str) -> D | None:
        raise NotImplementedError


class Day(_Time[dt.date]):
    """A day of the calendar, `2026-01-31`."""

    form_name = "a date that exists, such as 2026-01-31"

    def parse(self, text: str) -> dt.date | None:
        if not DATE.fullmatch(text):
            return None
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return None

    def show(self, value: dt.date) -> str:
        return value.isoformat()


class Moment(_Time[dt.datetime]):
    """A moment, `2026-01-31T09:30:00.000Z`; any offset and up to nine decimals in requests."""

    form_name = "a time, such as 2026-01-31T09:30:00Z"

    def parse(self, text: str) -> dt.datetime | None:
        match = TIME.fullmatch(text)
        if not match:
            return None
        date, hour, minute, second, fraction, sign, hours, minutes = match.groups()
        if int(hours or 0) > 23 or int(minutes or 0) > 59:
            return None
        offset = dt.timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        try:
            local = dt.datetime.fromisoformat(f"{date}T{hour}:{minute}:{second}+00:00")
            local += dt.timedelta(milliseconds=int((fraction or "")[:3].ljust(3, "0")))
            return local + offset if sign == "-" else local - offset
        except (ValueError, OverflowError):
            return None

    def show(self, value: dt.datetime) -> str:
        return clock.rfc3339(value)
