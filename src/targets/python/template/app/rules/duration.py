"""Spans of time."""

import calendar
import datetime as dt
from dataclasses import dataclass

Moment = dt.datetime | dt.date


@dataclass(frozen=True, slots=True)
class Duration:
    """Calendar months, and an exact part (a day has 24 hours in UTC)."""

    months: int = 0
    exact: dt.timedelta = dt.timedelta()

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(self.months + other.months, self.exact + other.exact)

    def __neg__(self) -> "Duration":
        return Duration(-self.months, -self.exact)


def duration(
    *, months: int = 0, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0
) -> Duration:
    exact = dt.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return Duration(months, exact)


def moment(value: Moment | None) -> dt.datetime | None:
    """A date is its first moment in UTC."""
    if value is None or isinstance(value, dt.datetime):
        return value
    return dt.datetime.combine(value, dt.time(), dt.UTC)


def later(start: Moment | None, span: Duration | None) -> dt.datetime | None:
    """Months first (31 January + 1 month = the last day of February), then the exact part."""
    first = moment(start)
    if first is None or span is None:
        return None
    year, month = divmod(first.year * 12 + first.month - 1 + span.months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    day = min(first.day, calendar.monthrange(year, month + 1)[1])
    try:
        return first.replace(year=year, month=month + 1, day=day) + span.exact
    except OverflowError:
        return None


def earlier(start: Moment | None, span: Duration | None) -> dt.datetime | None:
    return later(start, None if span is None else -span)


def between(start: Moment | None, end: Moment | None) -> Duration | None:
    """The exact span from `start` to `end`."""
    first, last = moment(start), moment(end)
    return None if first is None or last is None else Duration(0, last - first)


def longer(span: Duration | None, by: Duration | None) -> Duration | None:
    return None if span is None or by is None else span + by


def shorter(span: Duration | None, by: Duration | None) -> Duration | None:
    return None if span is None or by is None else span + -by
