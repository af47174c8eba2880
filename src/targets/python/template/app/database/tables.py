"""The service's own tables: names that begin with `_` can't be those of a resource."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import UserDefinedType

from app.database.base import UUID, Base, DateTime


class TransactionId(UserDefinedType[int]):
    """`xid8` of PostgreSQL; SQLite, which has one writer, needs none."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "xid8"


class Setting(Base):
    """A value that the service keeps for itself."""

    __tablename__ = "_setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class KeptAnswer(Base):
    """What the first request with an idempotency key was answered."""

    __tablename__ = "_idempotency"

    scope: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    answer: Mapped[str | None]
    created_at: Mapped[DateTime]


class Event(Base):
    """An event that waits to be read or sent."""

    __tablename__ = "_event"

    sequence: Mapped[int] = mapped_column(
        sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True
    )
    id: Mapped[UUID]
    tenant_id: Mapped[UUID]
    type: Mapped[str]
    subject: Mapped[UUID]
    time: Mapped[DateTime]
    data: Mapped[str]
    """The record as JSON."""


class AccountRow(Base):
    """An account of a tenant."""

    __tablename__ = "_account"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    email: Mapped[str] = mapped_column(unique=True)
    """In lower case."""
    password_hash: Mapped[str]
    roles: Mapped[list[Any]]
    created_at: Mapped[DateTime]


class SessionRow(Base):
    """A log-in; its id is in the token."""

    __tablename__ = "_session"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(sa.ForeignKey("_account.id", ondelete="CASCADE"))
    expires_at: Mapped[DateTime]


class LoginFailure(Base):
    """An attempt to log in that failed, or has not succeeded yet."""

    __tablename__ = "_login_failure"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str]
    failed_at: Mapped[DateTime]
