"""Calculations with exact decimals; a missing value makes the result missing."""

from decimal import Decimal
from fractions import Fraction

DIVISION_SCALE = 18
"""Digits after the point that a division keeps."""

Number = Fraction
Given = Decimal | int | float | None


def number(value: Given | Number) -> Number | None:
    """Doubles count as what they are written as: 0.1 is a tenth."""
    if value is None or isinstance(value, Fraction):
        return value
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def plus(left: Given | Number, right: Given | Number) -> Number | None:
    a, b = number(left), number(right)
    return None if a is None or b is None else a + b


def minus(left: Given | Number, right: Given | Number) -> Number | None:
    a, b = number(left), number(right)
    return None if a is None or b is None else a - b


def times(left: Given | Number, right: Given | Number) -> Number | None:
    a, b = number(left), number(right)
    return None if a is None or b is None else a * b


def divided(left: Given | Number, right: Given | Number) -> Number | None:
    """Rounded half away from zero; unknown for a division by zero."""
    a, b = number(left), number(right)
    if a is None or b is None or b == 0:
        return None
    shifted = abs(a / b) * 10**DIVISION_SCALE
    units = (2 * shifted.numerator + shifted.denominator) // (2 * shifted.denominator)
    return Fraction(units if a / b >= 0 else -units, 10**DIVISION_SCALE)
