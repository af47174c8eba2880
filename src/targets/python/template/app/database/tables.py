"""The service's own tables: names that begin with `_` can't be those of a resource."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.database.base import UUID, Base, DateTime


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
