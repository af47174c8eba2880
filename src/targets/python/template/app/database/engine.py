"""One of the two databases, and transactions on it."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from app.config import Config

T = TypeVar("T")

ATTEMPTS = 10
RETRYABLE = {"40001", "40P01"}
"""Serialization failure, deadlock."""
WRITES = {"writes": True}
ALONE = {"alone": True}


class Database:
    """Sessions that read, and sessions that write."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        in_memory = isinstance(engine.pool, StaticPool)
        self.is_file = self.is_sqlite and not in_memory
        """A file is in reach of the process, and has readers beside its writer: it answers at once."""
        # SQLite has one writer: waiting for a lock of our own is fair, waiting for SQLite's is not.
        lock: AbstractContextManager[Any] = threading.RLock() if self.is_sqlite else nullcontext()
        self._writing = lock
        self._reading: AbstractContextManager[Any] = lock if in_memory else nullcontext()
        self._writer = engine.execution_options(**WRITES)
        alone: dict[str, Any] = ALONE if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._asker = engine.execution_options(**alone)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the database, and changes nothing."""
        with self._reading, Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def ask(self) -> Iterator[sa.Connection]:
        """A connection for one statement that reads: it needs no transaction around it."""
        with self._reading, self._asker.connect() as connection:
            yield connection

    def write(self, work: Callable[[Session], T]) -> T:
        """Runs `work` in a transaction that writes; again, if the database asks for that."""
        for attempt in range(1, ATTEMPTS):
            try:
                return self._write(work)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in RETRYABLE:
                    raise
                time.sleep(random.random() * 2**attempt * 0.005)
        return self._write(work)

    def _write(self, work: Callable[[Session], T]) -> T:
        with (
            self._writing,
            Session(self._writer, expire_on_commit=False, autoflush=False) as session,
            session.begin(),
        ):
            return work(session)

    def close(self) -> None:
        self.engine.dispose()


def open_database(config: Config) -> Database:
    """Opens the database that the configuration names."""
    return Database(make_engine(config.database_url, config.database_file))


def make_engine(url: str | None, file: str) -> sa.Engine:
    """An engine for PostgreSQL by its URL, else for a file of SQLite (`:memory:` too)."""
    return _sqlite(file) if url is None else _postgres(url)


def is_unavailable(error: BaseException) -> bool:
    """True if the error says that the database can't be reached or is too busy."""
    if isinstance(error, PoolTimeout):
        return True
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return str(state).startswith(("08", "53", "57P"))
    return error.connection_invalidated or isinstance(error, OperationalError)


def _postgres(url: str) -> sa.Engine:
    address = sa.make_url(url).set(drivername="postgresql+psycopg")
    options = "-c timezone=UTC -c statement_timeout=30000"
    return sa.create_engine(
        address,
        pool_size=10,
        max_overflow=5,
        pool_timeout=10,
        pool_pre_ping=True,
        connect_args={"options": options, "connect_timeout": 5},
    )


def _sqlite(file: str) -> sa.Engine:
    if file == ":memory:":
        engine = sa.create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    else:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        address = sa.URL.create("sqlite", database=file)
        engine = sa.create_engine(
            address, pool_size=20, max_overflow=30, connect_args={"check_same_thread": False}
        )

    @sa.event.listens_for(engine, "connect")
    def configure(connection: Any, _: object) -> None:
        # Transactions are begun below, and not by the driver.
        connection.isolation_level = None
        for pragma in (
            "journal_mode = wal",
            "synchronous = normal",
            "foreign_keys = on",
            "busy_timeout = 5000",
        ):
            connection.execute(f"pragma {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        options = connection.get_execution_options()
        if options.get("writes"):
            # One that takes the write lock only later may find that it has read old data.
            connection.exec_driver_sql("begin immediate")
        elif not options.get("alone"):
            # It takes no lock yet, and can't fail: no need for what SQLAlchemy does around it.
            connection.connection.cursor().execute("begin")

    return engine
