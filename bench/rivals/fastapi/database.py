"""The tables, and sessions on them."""

import datetime as dt
import os
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Cents(sa.TypeDecorator[Decimal]):
    """Money-like decimals as whole numbers: SQLite has no exact ones."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _: Any) -> int | None:
        return None if value is None else int(value * 100)

    def process_result_value(self, value: int | None, _: Any) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "_account"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[uuid.UUID]
    email: Mapped[str]
    password_hash: Mapped[str]
    roles: Mapped[list[str]] = mapped_column(sa.JSON)
    created_at: Mapped[dt.datetime]


class LogIn(Base):
    __tablename__ = "_session"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    account_id: Mapped[uuid.UUID]
    expires_at: Mapped[dt.datetime]


class Event(Base):
    __tablename__ = "_event"
    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[uuid.UUID]
    tenant_id: Mapped[uuid.UUID]
    type: Mapped[str]
    subject: Mapped[uuid.UUID]
    time: Mapped[dt.datetime]
    data: Mapped[str]


class Owned:
    """What every record has."""

    tenant_id: Mapped[uuid.UUID] = mapped_column("_tenant", primary_key=True)
    created_by: Mapped[uuid.UUID] = mapped_column("_created_by")
    version: Mapped[int] = mapped_column("_version")
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime]


class Project(Owned, Base):
    __tablename__ = "project"
    name: Mapped[str]
    code: Mapped[str]


class Task(Owned, Base):
    __tablename__ = "task"
    title: Mapped[str]
    description: Mapped[str | None]
    kind: Mapped[str]
    priority: Mapped[int | None]
    estimate: Mapped[Decimal | None] = mapped_column(Cents)
    due_date: Mapped[dt.date | None]
    project_id: Mapped[uuid.UUID]


class Database:
    """Many readers, one writer at a time."""

    def __init__(self, file: str) -> None:
        engine = sa.create_engine(
            f"sqlite:///{file}",
            pool_size=20,
            max_overflow=30,
            connect_args={"check_same_thread": False},
        )
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._lock = threading.Lock()

        @sa.event.listens_for(engine, "connect")
        def configure(connection: Any, _: object) -> None:
            connection.isolation_level = None
            for pragma in ("journal_mode = wal", "synchronous = normal", "foreign_keys = on"):
                connection.execute(f"pragma {pragma}")

        @sa.event.listens_for(engine, "begin")
        def begin(connection: sa.Connection) -> None:
            writes = connection.get_execution_options().get("writes")
            connection.exec_driver_sql("begin immediate" if writes else "begin")

    def read(self) -> Session:
        return Session(self._engine, expire_on_commit=False)

    @contextmanager
    def write(self) -> Iterator[Session]:
        with self._lock, Session(self._writer, expire_on_commit=False) as session:
            with session.begin():
                yield session


def publish(session: Session, record: Owned, kind: str, data: str) -> None:
    event = {
        "id": uuid7(),
        "tenant_id": record.tenant_id,
        "type": kind,
        "subject": record.id,
        "time": record.updated_at,
        "data": data,
    }
    session.execute(sa.insert(Event), event)


def now() -> dt.datetime:
    """In UTC, as SQLite keeps it; to milliseconds."""
    moment = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def uuid7() -> uuid.UUID:
    """RFC 9562: 48 bits of time, the rest random."""
    random = int.from_bytes(os.urandom(10))
    value = (time.time_ns() // 1_000_000) << 80 | random
    value = value & ~(0xF << 76) | 7 << 76
    return uuid.UUID(int=value & ~(0x3 << 62) | 2 << 62)
