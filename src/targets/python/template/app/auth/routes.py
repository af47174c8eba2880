"""Register, log in, log out."""

from typing import Annotated, Any, Protocol
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from sqlalchemy.orm import Session

from app import clock
from app.auth.account import account_of
from app.auth.accounts import add_account, open_session
from app.auth.cookie import set_cookie
from app.auth.credentials import read_login, read_new_account
from app.auth.failures import count_attempt, forget_failures
from app.auth.passwords import hash_password, verify_password
from app.auth.tables import AccountRow, SessionRow
from app.auth.unauthenticated import unauthenticated
from app.caller import EVERYONE
from app.dependencies import Around, CurrentCaller, JsonAccepted, count_stranger
from app.http.body import JsonBody
from app.http.query import NoQuery

entry_router = APIRouter(
    prefix="/api/auth", tags=["accounts"], dependencies=[JsonAccepted, Depends(count_stranger)]
)
session_router = APIRouter(prefix="/api/auth", tags=["accounts"])


class Signing(Protocol):
    """What signs tokens."""

    def sign(self, session: UUID, account: UUID, issued_at: int) -> str: ...


@entry_router.post("/register", status_code=201)
def register(
    request: Request, around: Around, body: JsonBody, _: Annotated[None, NoQuery]
) -> Response:
    now = clock.now()
    given = read_new_account(body, around.registry.account)
    password_hash = hash_password(given.password)

    def work(session: Session) -> tuple[AccountRow, UUID]:
        row = add_account(around.write(session, EVERYONE), given, password_hash)
        return row, open_session(session, row.id, now)

    row, session = around.database.write(work)
    return _sign_in(request, row, session, 201)


@entry_router.post("/login")
def login(
    request: Request, around: Around, body: JsonBody, _: Annotated[None, NoQuery]
) -> Response:
    now = clock.now()
    given = read_login(body)
    count_attempt(around.database, given.email, now)
    with around.database.read() as reading:
        row = reading.scalar(sa.select(AccountRow).where(AccountRow.email == given.email))
    right = verify_password(row.password_hash if row else None, given.password)
    if row is None or not right:
        raise unauthenticated("The e-mail address or the password is wrong.")
    account = row

    def work(session: Session) -> UUID:
        forget_failures(session, given.email)
        return open_session(session, account.id, now)

    return _sign_in(request, account, around.database.write(work), 200)


@session_router.post("/logout", status_code=204)
def logout(
    request: Request,
    around: Around,
    caller: CurrentCaller,
    _: Annotated[None, JsonAccepted],
    __: Annotated[None, NoQuery],
) -> Response:
    ended = sa.delete(SessionRow).where(SessionRow.id == caller.session_id)
    around.database.write(lambda session: session.execute(ended))
    response = Response(status_code=204)
    set_cookie(request, response)
    return response


@session_router.get("/me")
def me(
    around: Around,
    caller: CurrentCaller,
    _: Annotated[None, JsonAccepted],
    __: Annotated[None, NoQuery],
) -> dict[str, Any]:
    with around.database.read() as session:
        row = session.get(AccountRow, caller.account_id)
    if row is None:
        raise unauthenticated()
    return account_of(row)


def _sign_in(request: Request, row: AccountRow, session: UUID, status: int) -> Response:
    tokens: Signing = request.app.state.surroundings.identity.tokens
    token = tokens.sign(session, row.id, int(clock.now().timestamp()))
    response = JSONResponse({"account": account_of(row), "token": token}, status)
    set_cookie(request, response, token)
    return response
