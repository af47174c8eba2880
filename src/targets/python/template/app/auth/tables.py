"""The tables of accounts: names that begin with `_` can't be those of a resource."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import UUID, Base, DateTime


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
