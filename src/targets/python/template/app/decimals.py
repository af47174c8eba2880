"""Exact decimals of any length: arithmetic of `decimal` itself rounds to a context."""

from decimal import Decimal


def exact(units: int, scale: int) -> Decimal:
    """`-1250` at scale 2 → `-12.50`."""
    digits = tuple(int(digit) for digit in str(abs(units)))
    return Decimal((1 if units < 0 else 0, digits, -scale))


def units_of(value: Decimal, scale: int) -> int:
    """`-12.50` at scale 2 → -1250; the scale must be at least that of the value."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "A decimal that is not finite has no units."  # noqa: S101
    units: int = int("".join(map(str, digits)) or "0") * 10 ** (scale + exponent)
    return -units if sign else units


def scale_of(value: Decimal) -> int:
    """How many digits a decimal has after the point."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
