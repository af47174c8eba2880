"""What all models have in common."""

import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.database.types import PlainJson, PlainText, UtcDateTime

Date = dt.date
DateTime = dt.datetime
Json = Any
__all__ = ["UUID", "Base", "Date", "DateTime", "Decimal", "Json", "Link", "Record"]


class Base(DeclarativeBase):
    """Which columns hold which Python types."""

    type_annotation_map = {  # noqa: RUF012
        str: PlainText,
        int: sa.BigInteger(),
        float: sa.Double(),
        dt.datetime: UtcDateTime(),
        UUID: sa.Uuid(),
        Any: PlainJson(),
        list[Any]: PlainJson(),
    }


class Record(Base):
    """A row of a resource. Every key begins with the tenant."""

    __abstract__ = True

    tenant_id: Mapped[UUID] = mapped_column("_tenant", primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_by: Mapped[UUID] = mapped_column("_created_by")
    version: Mapped[int] = mapped_column("_version")
    created_at: Mapped[DateTime]
    updated_at: Mapped[DateTime]


class Link(Base):
    """A pair of a reference to many."""

    __abstract__ = True

    tenant_id: Mapped[UUID] = mapped_column("_tenant", primary_key=True)
    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    target_id: Mapped[UUID] = mapped_column(primary_key=True)
