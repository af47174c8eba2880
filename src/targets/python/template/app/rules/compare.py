"""Comparisons; with a missing value they are unknown."""

import datetime as dt
import json
import operator
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.rules.arithmetic import number
from app.rules.duration import Duration, moment
from app.rules.logic import Truth, any_of

Value = Any


def eq(left: Value, right: Value) -> Truth:
    return _test(left, right, operator.eq)


def ne(left: Value, right: Value) -> Truth:
    return _test(left, right, operator.ne)


def lt(left: Value, right: Value) -> Truth:
    return _test(left, right, operator.lt)


def le(left: Value, right: Value) -> Truth:
    return _test(left, right, operator.le)


def gt(left: Value, right: Value) -> Truth:
    return _test(left, right, operator.gt)


def ge(left: Value, right: Value) -> Truth:
    return _test(left, right, operator.ge)


def is_in(value: Value, *options: Value) -> Truth:
    return any_of(*(eq(value, option) for option in options))


def matches(value: str | None, pattern: str) -> Truth:
    return None if value is None else re.search(pattern, value) is not None


def length(value: str | Sequence[Any] | None) -> int | None:
    """Code points of a text, elements of a list."""
    return None if value is None else len(value)


def text(value: Any) -> str | None:
    """Lists and JSON are compared by their text."""
    if value is None:
        return None
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def _test(left: Value, right: Value, holds: Callable[[Any, Any], bool]) -> Truth:
    a, b = _comparable(left), _comparable(right)
    if a is None or b is None or type(a) is not type(b):
        return None
    if isinstance(a, Duration):
        # A month has no fixed length: only spans of equal months can be compared.
        return holds(a.exact, b.exact) if a.months == b.months else None
    return holds(a, b)


def _comparable(value: Value) -> Any:
    """Numbers as exact numbers, dates as their first moment, ids as text."""
    if isinstance(value, bool | str | Fraction | Duration):
        return value
    if isinstance(value, int | float | Decimal):
        return number(value)
    if isinstance(value, dt.date):
        return moment(value)
    return str(value) if isinstance(value, UUID) else value
