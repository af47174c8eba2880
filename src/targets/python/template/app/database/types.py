"""Columns that keep the same values on both databases."""

import datetime as dt
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.decimals import exact, units_of

PlainText = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Text that is compared and sorted by code point on both."""


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment in UTC; SQLite knows no time zones."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.replace(tzinfo=None)

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.replace(tzinfo=dt.UTC)


class ExactDecimal(TypeDecorator[Decimal]):
    """An exact decimal. SQLite has none: there it is a whole number of units, or, from 19 digits
    on, text of one length that sorts as the numbers do (negative ones as nines' complement)."""

    impl = sa.Numeric
    cache_ok = True

    def __init__(self, precision: int, scale: int) -> None:
        super().__init__(precision, scale)
        self.precision = precision
        self.scale = scale

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "sqlite":
            return dialect.type_descriptor(sa.Numeric(self.precision, self.scale))
        return dialect.type_descriptor(sa.BigInteger() if self._fits else sa.Text())

    @property
    def _fits(self) -> bool:
        return self.precision <= 18

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        units = units_of(value, self.scale)
        if self._fits:
            return units
        nines = 10**self.precision - 1
        return f"-{nines + units:0{self.precision}}" if units < 0 else f"0{units:0{self.precision}}"

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        if value is None or dialect.name != "sqlite":
            return value  # type: ignore[no-any-return]
        units = int(value) if self._fits else self._units(value)
        return exact(units, self.scale)

    def _units(self, text: str) -> int:
        units = int(text[1:])
        return units - (10**self.precision - 1) if text.startswith("-") else units


class PlainJson(TypeDecorator[Any]):
    """JSON as text; a missing value is NULL, not the JSON `null`."""

    impl = sa.JSON(none_as_null=True)
    cache_ok = True
