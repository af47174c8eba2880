"""The service in the process of the tests, on a database in memory.

With TEST_DATABASE_URL it is a new schema of that PostgreSQL database, which is dropped at the end.
"""

import datetime as dt
import os
import secrets
from collections.abc import Iterator
from typing import Literal

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from app import clock
from app.database.engine import make_engine
from tests.samples import PUBLIC
from tests.support import Caller, register

SCHEMA = f"test_{secrets.token_hex(6)}"
BEGIN = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="session", autouse=True)
def _time() -> Iterator[None]:
    """All tests take place on one morning: what they say about days stays true."""
    now = clock.now
    since = now()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: BEGIN + (now() - since))
        yield


def _scope(fixture_name: str, config: pytest.Config) -> Literal["session", "function"]:
    """Where nobody has a tenant of his own, each test has a database of its own."""
    return "function" if PUBLIC else "session"


@pytest.fixture(scope=_scope)
def client() -> Iterator[TestClient]:
    url = os.environ.get("TEST_DATABASE_URL")
    os.environ.update(RATE_LIMIT_PER_MINUTE="1000000", LOG_LEVEL="silent")
    os.environ.pop("DATABASE_URL", None)
    os.environ["DATABASE_FILE"] = ":memory:"
    if url:
        _run(url, f"create schema {SCHEMA}")
        os.environ["DATABASE_URL"] = f"{url}?options=-csearch_path%3D{SCHEMA}"
    from main import app  # noqa: PLC0415 -- it reads the environment

    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
    if url:
        _run(url, f"drop schema {SCHEMA} cascade")


@pytest.fixture
def owner(client: TestClient) -> Caller:
    """The owner of a tenant of his own; in a public service, anybody."""
    return Caller(client) if PUBLIC else register(client)


def _run(url: str, statement: str) -> None:
    engine = make_engine(url, "")
    with engine.begin() as connection:
        connection.execute(sa.text(statement))
    engine.dispose()
