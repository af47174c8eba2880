"""Kinds of numbers."""

import math
import re
from decimal import Decimal
from typing import Any, Final

from app.decimals import exact
from app.fields.issues import refusal
from app.fields.kind import Kind

SAFE: Final = 2**53 - 1
JSON_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class _Range:
    """`above` and `below` are exclusive limits."""

    def __init__(
        self,
        minimum: float | None,
        maximum: float | None,
        above: float | None,
        below: float | None,
    ) -> None:
        self.minimum = minimum
        self.maximum = maximum
        self.above = above
        self.below = below

    def check(self, value: float) -> None:
        if self.minimum is not None and value < self.minimum:
            raise refusal("minimum", f"must be at least {shown(self.minimum)}")
        if self.above is not None and value <= self.above:
            raise refusal("minimum", f"must be more than {shown(self.above)}")
        if self.maximum is not None and value > self.maximum:
            raise refusal("maximum", f"must be at most {shown(self.maximum)}")
        if self.below is not None and value >= self.below:
            raise refusal("maximum", f"must be less than {shown(self.below)}")


class Integer(Kind):
    """A whole number that every JSON reader keeps exactly."""

    ordered = True

    def __init__(
        self,
        *,
        min: int = -SAFE,
        max: int = SAFE,
        above: int | None = None,
        below: int | None = None,
    ) -> None:
        self.range = _Range(min, max, above, below)

    def read(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise refusal("type", "must be a whole number")
        if math.isfinite(value) and value != int(value):
            raise refusal("type", "must be a whole number")
        # Larger numbers, and infinity, fail here.
        self.range.check(value)
        return int(value)

    def parse(self, text: str) -> int | None:
        value = parse_number(text)
        if value is None or not value.is_integer() or abs(value) > SAFE:
            return None
        return int(value)


class Number(Kind):
    """A number in double precision."""

    ordered = True

    def __init__(
        self,
        *,
        min: float | None = None,
        max: float | None = None,
        above: float | None = None,
        below: float | None = None,
    ) -> None:
        self.range = _Range(min, max, above, below)

    def read(self, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise refusal("type", "must be a finite number")
        if not math.isfinite(value):
            raise refusal("type", "must be a finite number")
        self.range.check(float(value))
        # Only `-0` changes: no database keeps its sign.
        return float(value) + 0.0

    def parse(self, text: str) -> float | None:
        return parse_number(text)


class ExactNumber(Kind):
    """An exact decimal, written as text: `precision` digits, `scale` of them after the point."""

    ordered = True

    def __init__(
        self,
        precision: int,
        scale: int,
        *,
        min: str | None = None,
        max: str | None = None,
        above: str | None = None,
        below: str | None = None,
    ) -> None:
        self.precision = precision
        self.scale = scale
        self.low = min if min is not None else above
        self.high = max if max is not None else below
        self.above = above if min is None else None
        self.below = below if max is None else None
        whole = f"[0-9]{{1,{precision - scale}}}" if precision > scale else "0"
        fraction = rf"(\.[0-9]{{1,{scale}}})?" if scale > 0 else ""
        self.form = re.compile(f"-?{whole}{fraction}")

    def read(self, value: Any) -> Decimal:
        if not isinstance(value, str):
            raise refusal("type", "must be a decimal number, written as text")
        read = self.parse(value)
        if read is None:
            digits = f"{self.precision - self.scale} digits before and {self.scale} after the point"
            raise refusal("format", f"must be a decimal number with at most {digits}")
        self._check(value, read)
        return read

    def parse(self, text: str) -> Decimal | None:
        if not self.form.fullmatch(text):
            return None
        digits = text.replace("-", "", 1).partition(".")
        units = int(digits[0] + digits[2].ljust(self.scale, "0"))
        return exact(-units if text.startswith("-") else units, self.scale)

    def show(self, value: Decimal) -> str:
        return f"{value:f}"

    def _check(self, given: str, value: Decimal) -> None:
        if self.low is not None:
            # The contract has no minus sign where no negative number is allowed, not even for zero.
            minus = given.startswith("-") and not self.low.startswith("-")
            limit = Decimal(self.low)
            if minus or value < limit or (self.above is not None and value == limit):
                how = "at least" if self.above is None else "more than"
                raise refusal("minimum", f"must be {how} {self.low}")
        if self.high is not None:
            limit = Decimal(self.high)
            if value > limit or (self.below is not None and value == limit):
                how = "at most" if self.below is None else "less than"
                raise refusal("maximum", f"must be {how} {self.high}")


class Money(ExactNumber):
    """An amount of money: a decimal with two digits after the point."""

    def __init__(
        self,
        *,
        min: str | None = None,
        max: str | None = None,
        above: str | None = None,
        below: str | None = None,
    ) -> None:
        super().__init__(15, 2, min=min, max=max, above=above, below=below)


def parse_number(text: str) -> float | None:
    if not JSON_NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value + 0.0 if math.isfinite(value) else None


def shown(value: float) -> str:
    """`5`, not `5.0`."""
    return str(int(value)) if value == int(value) else str(value)
