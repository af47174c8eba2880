"""The time of a request: UTC in milliseconds, taken once."""

import datetime as dt


def now() -> dt.datetime:
    return to_milliseconds(dt.datetime.now(dt.UTC))


def to_milliseconds(moment: dt.datetime) -> dt.datetime:
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def rfc3339(moment: dt.datetime) -> str:
    """`2026-01-31T09:30:00.000Z`"""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def today() -> dt.date:
    return now().date()
