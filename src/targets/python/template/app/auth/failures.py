"""Counts failures to log in."""

import datetime as dt
import math

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.auth.tables import LoginFailure
from app.database.engine import Database
from app.http.problems import Problem
from app.ids import uuid7

MOST = 10
PERIOD = dt.timedelta(minutes=15)


def count_attempt(database: Database, email: str, now: dt.datetime) -> None:
    """Counts an attempt as a failure, until it turns out to be none: attempts at the same time
    can't outrun the limit. Raises a problem 429 after too many."""

    def work(session: Session) -> list[dt.datetime]:
        if session.get_bind().dialect.name != "sqlite":
            key = sa.func.hashtext(email)
            session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))
        session.execute(sa.delete(LoginFailure).where(LoginFailure.failed_at < now - PERIOD))
        failures = list(
            session.scalars(
                sa.select(LoginFailure.failed_at)
                .where(LoginFailure.email == email)
                .order_by(LoginFailure.failed_at)
            )
        )
        if len(failures) < MOST:
            session.add(LoginFailure(id=uuid7(), email=email, failed_at=now))
        return failures

    failures = database.write(work)
    if len(failures) < MOST:
        return
    wait = (failures[0] + PERIOD - now).total_seconds()
    raise Problem(
        "too-many-requests",
        "Too many failed attempts to log in.",
        headers={"retry-after": str(max(1, math.ceil(wait)))},
    )


def forget_failures(session: Session, email: str) -> None:
    """After a success the count starts anew."""
    session.execute(sa.delete(LoginFailure).where(LoginFailure.email == email))
