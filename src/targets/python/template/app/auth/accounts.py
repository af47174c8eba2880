"""Accounts and their sessions. Where accounts have a record of a resource, it comes with them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app import clock
from app.auth.credentials import NewAccount
from app.auth.tables import AccountRow, SessionRow
from app.auth.tokens import SESSION_SECONDS
from app.caller import NIL, Caller
from app.fields.schema import kind_of
from app.http.problems import Problem
from app.ids import uuid7
from app.records.change import save
from app.records.context import Write
from app.records.create import create_record
from app.records.publish import publish
from app.records.resource import AnyResource
from app.records.store import lock

CALLER = (
    sa.select(AccountRow.id, AccountRow.tenant_id, AccountRow.roles)
    .join(SessionRow, SessionRow.account_id == AccountRow.id)
    .where(SessionRow.id == sa.bindparam("key"), SessionRow.expires_at > sa.bindparam("now"))
)


def caller_in(connection: sa.Connection, key: UUID) -> Caller | None:
    """Who is logged in; looked up for each request, so that new roles and logouts apply at once."""
    row = connection.execute(CALLER, {"key": key, "now": clock.now()}).one_or_none()
    return None if row is None else Caller(row.id, row.tenant_id, key, tuple(row.roles))


def add_account(
    write: Write, given: NewAccount, password_hash: str, tenant: UUID | None = None
) -> AccountRow:
    """Raises a problem 409 if the e-mail address is taken."""
    session = write.session
    row = AccountRow(
        id=uuid7(),
        tenant_id=tenant or uuid7(),
        email=given.email,
        password_hash=password_hash,
        roles=given.roles,
        created_at=write.now,
    )
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    insert: Any = (sqlite if is_sqlite else postgresql).insert(AccountRow)
    columns = ("id", "tenant_id", "email", "password_hash", "roles", "created_at")
    values = {name: getattr(row, name) for name in columns}
    added = insert.values(**values).on_conflict_do_nothing().returning(AccountRow.id)
    if session.scalar(added) is None:
        raise _email_taken()
    resource = write.registry.account
    if resource is not None:
        caller = Caller(row.id, row.tenant_id, NIL, tuple(row.roles))
        own = Write(session, write.registry, write.service, caller, write.now)
        shown = _shown(resource, row.email, row.roles)
        create_record(resource, own, given.record, row.id, shown)
    return row


def open_session(session: Session, account: UUID, now: dt.datetime) -> UUID:
    """Starts a session; its id goes into a token."""
    key = uuid7()
    expires = now + dt.timedelta(seconds=SESSION_SECONDS)
    session.execute(sa.delete(SessionRow).where(SessionRow.expires_at < now))
    session.add(SessionRow(id=key, account_id=account, expires_at=expires))
    session.flush()
    return key


def change_roles(write: Write, row: AccountRow, roles: list[str]) -> None:
    """Changes the roles of an account, and what its record shows of them."""
    row.roles = roles
    write.session.flush()
    resource = write.registry.account
    if resource is None:
        return
    record = lock(write.session, resource, row.tenant_id, row.id)
    if record is None:
        return
    for name, value in _shown(resource, row.email, roles).items():
        setattr(record, name, value)
    save(resource, write, record)
    publish(resource, write, "updated", record)


def _shown(resource: AnyResource, email: str, roles: Sequence[str]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for attribute, what in (resource.account or {}).items():
        if what == "email":
            shown[attribute] = email
        else:
            kind = kind_of(resource.fields[attribute])
            known = (role for role in roles if kind is None or kind.parse(role) is not None)
            shown[attribute] = next(known, None)
    return shown


def _email_taken() -> Problem:
    return Problem(
        "conflict",
        "There is an account with this e-mail address already.",
        errors=[{"pointer": "/email", "code": "duplicate", "message": "is taken"}],
    )
