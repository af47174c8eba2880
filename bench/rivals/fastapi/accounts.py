"""Registering is all that the bench needs of accounts; every other request looks its caller up."""

import datetime as dt
import secrets
import uuid
from dataclasses import dataclass
from typing import Annotated

import jwt
import sqlalchemy as sa
from argon2 import PasswordHasher
from database import Account, Database, LogIn, now, uuid7
from fastapi import APIRouter, Depends, Header, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

TWELVE_HOURS = dt.timedelta(hours=12)
KEY = secrets.token_bytes(32)
router = APIRouter()
hasher = PasswordHasher()


class Credentials(BaseModel):
    model_config = ConfigDict(extra="forbid")
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=254)
    password: str = Field(min_length=8, max_length=128)


@dataclass(frozen=True, slots=True)
class Caller:
    account_id: uuid.UUID
    tenant_id: uuid.UUID
    roles: list[str]


@router.post("/api/auth/register", status_code=201)
def register(request: Request, body: Credentials) -> dict[str, object]:
    database: Database = request.app.state.database
    moment = now()
    account = Account(
        id=uuid7(),
        tenant_id=uuid7(),
        email=body.email,
        password_hash=hasher.hash(body.password),
        roles=["owner"],
        created_at=moment,
    )
    login = LogIn(id=uuid7(), account_id=account.id, expires_at=moment + TWELVE_HOURS)
    with database.write() as session:
        session.add(account)
        session.flush()
        session.add(login)
    claims = {
        "sid": str(login.id),
        "sub": str(account.id),
        "exp": dt.datetime.now(dt.UTC) + TWELVE_HOURS,
    }
    return {"account": {"id": account.id}, "token": jwt.encode(claims, KEY, algorithm="HS256")}


def authenticate(request: Request, authorization: Annotated[str, Header()] = "") -> Caller:
    """Checks the token and looks its session up."""
    try:
        claims = jwt.decode(authorization.removeprefix("Bearer "), KEY, algorithms=["HS256"])
    except jwt.PyJWTError:
        raise HTTPException(401, "Log in first.") from None
    query = (
        sa.select(Account.id, Account.tenant_id, Account.roles)
        .join(LogIn, LogIn.account_id == Account.id)
        .where(LogIn.id == uuid.UUID(claims["sid"]), LogIn.expires_at > now())
    )
    with request.app.state.database.read() as session:
        row = session.execute(query).first()
    if row is None:
        raise HTTPException(401, "Log in first.")
    return Caller(row.id, row.tenant_id, row.roles)


Known = Annotated[Caller, Depends(authenticate)]
