"""What rules make of several records. Missing values do not count."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from app.rules.arithmetic import Given, Number, divided, number
from app.rules.logic import Truth

R = TypeVar("R")
Value = Any


def rows_where(rows: Sequence[R], fits: Callable[[R], Truth]) -> Sequence[R]:
    """The rows that fit; where that is unknown they do not."""
    return [row for row in rows if fits(row) is True]


def count_of(rows: Sequence[R], value: Callable[[R], Value] | None = None) -> int:
    """How many there are, or how many have a value."""
    return len(rows) if value is None else len(_known(rows, value))


def sum_of(rows: Sequence[R], value: Callable[[R], Given | Number]) -> Number:
    """The sum of none is 0."""
    return sum((one for one in map(number, _known(rows, value)) if one is not None), Number())


def average_of(rows: Sequence[R], value: Callable[[R], Given | Number]) -> Number | None:
    """The average of none is unknown."""
    return divided(sum_of(rows, value), len(_known(rows, value)))


def least_of(rows: Sequence[R], value: Callable[[R], Value]) -> Value:
    return min(map(_exact, _known(rows, value)), default=None)


def greatest_of(rows: Sequence[R], value: Callable[[R], Value]) -> Value:
    return max(map(_exact, _known(rows, value)), default=None)


def _known(rows: Sequence[R], value: Callable[[R], Value]) -> list[Value]:
    return [one for one in map(value, rows) if one is not None]


def _exact(value: Value) -> Value:
    return number(value) if isinstance(value, int | float | Decimal) else value
