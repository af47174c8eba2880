"""The routes by which the owner manages the accounts of his tenant."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from app.auth.account import account_of
from app.auth.accounts import add_account, change_roles
from app.auth.credentials import read_new_account, read_role_change
from app.auth.passwords import hash_password
from app.auth.tables import AccountRow, SessionRow
from app.caller import Caller
from app.dependencies import Around, CurrentCaller, JsonAccepted, RecordId
from app.http.body import JsonBody
from app.http.problems import Problem, not_found
from app.http.query import NoQuery, QueryParameters, only
from app.records.conflicts import conflicts
from app.records.list_query import read_limit
from app.records.remove import remove_record
from app.records.store import lock


async def _owner(caller: CurrentCaller, _: Annotated[None, JsonAccepted]) -> Caller:
    """Raises a problem 403."""
    if not caller.is_owner:
        raise Problem("forbidden", "Only the owner may do this.")
    return caller


Owner = Annotated[Caller, Depends(_owner)]


def member_router(roles: Sequence[str]) -> APIRouter:
    router = APIRouter(prefix="/api/auth/members", tags=["accounts"])
    router.add_api_route("", list_members, methods=["GET"])
    router.add_api_route("/{id}", remove_member, methods=["DELETE"], status_code=204)

    @router.post("", status_code=201)
    def add_member(
        around: Around, owner: Owner, body: JsonBody, _: Annotated[None, NoQuery]
    ) -> dict[str, Any]:
        given = read_new_account(body, around.registry.account, roles)
        password_hash = hash_password(given.password)
        row = around.database.write(
            lambda session: add_account(
                around.write(session, owner), given, password_hash, owner.tenant_id
            )
        )
        return account_of(row)

    @router.patch("/{id}")
    def change_member(
        around: Around,
        owner: Owner,
        body: JsonBody,
        _: Annotated[None, NoQuery],
        id: RecordId,
    ) -> dict[str, Any]:
        changed = read_role_change(body, roles)

        def work(session: Session) -> dict[str, Any]:
            row = _lock_member(session, owner, id)
            change_roles(around.write(session, owner), row, changed)
            return account_of(row)

        return around.database.write(work)

    return router


def list_members(around: Around, owner: Owner, query: QueryParameters) -> dict[str, Any]:
    only(query, "limit", "cursor")
    limit = read_limit(query, around.page_size)
    cursor = query.get("cursor")
    wanted = sa.select(AccountRow).where(AccountRow.tenant_id == owner.tenant_id)
    if cursor is not None:
        wanted = wanted.where(AccountRow.id > UUID(around.cursors.decode(cursor, "members")[0]))
    with around.database.read() as session:
        rows = session.scalars(wanted.order_by(AccountRow.id).limit(limit + 1)).all()
    shown = rows[:limit]
    more = len(rows) > limit
    following = around.cursors.encode([str(shown[-1].id)], "members") if more else None
    return {"items": [account_of(row) for row in shown], "nextCursor": following}


def remove_member(
    around: Around,
    owner: Owner,
    _: Annotated[None, NoQuery],
    id: RecordId,
) -> Response:
    resource = around.registry.account

    def work(session: Session) -> None:
        row = _lock_member(session, owner, id)
        if resource is not None:
            record = lock(session, resource, owner.tenant_id, row.id)
            if record is not None:
                remove_record(resource, around.write(session, owner), record)
        session.execute(sa.delete(SessionRow).where(SessionRow.account_id == row.id))
        session.delete(row)

    with conflicts(resource, "delete") if resource else nullcontext():
        around.database.write(work)
    return Response(status_code=204)


def _lock_member(session: Session, owner: Caller, key: UUID) -> AccountRow:
    """The member in the path, locked. Raises a problem 409 for the owner himself."""
    query = sa.select(AccountRow).where(
        AccountRow.id == key, AccountRow.tenant_id == owner.tenant_id
    )
    row = session.scalar(query.with_for_update())
    if row is None:
        raise not_found()
    if "owner" in row.roles:
        raise Problem("conflict", "The owner can be neither changed nor removed.")
    return row
