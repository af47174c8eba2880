"""Finds out who sends a request: by its bearer token, else by its cookie."""

import re
from collections.abc import Sequence

from fastapi import APIRouter, Request

from app.auth.accounts import caller_in
from app.auth.cookie import cookie_token, require_own_origin
from app.auth.members import member_router
from app.auth.routes import entry_router, session_router
from app.auth.tokens import Tokens
from app.auth.unauthenticated import unauthenticated
from app.caller import Caller
from app.config import Config
from app.database.engine import Database
from app.database.secret import stored_secret

BEARER = re.compile(r"bearer +(\S+) *", re.IGNORECASE)


class Accounts:
    """Callers log in. Without roles every account is alone in its tenant."""

    def __init__(self, database: Database, config: Config) -> None:
        self.tokens = Tokens(config.jwt_secret or stored_secret(database, "jwt-secret"))
        self._database = database
        self._config = config

    def authenticate(self, request: Request) -> Caller:
        bearer = _bearer_token(request)
        token = cookie_token(request) if bearer is None else bearer
        key = None if token is None else self.tokens.session(token)
        if key is None:
            raise unauthenticated()
        with self._database.ask() as connection:
            caller = caller_in(connection, key)
        if caller is None:
            raise unauthenticated()
        if bearer is None:
            require_own_origin(request, self._config)
        return caller


def account_routers(roles: Sequence[str]) -> list[APIRouter]:
    routers = [entry_router, session_router]
    return [*routers, member_router(roles)] if roles else routers


def _bearer_token(request: Request) -> str | None:
    authorization = request.headers.get("authorization")
    if authorization is None:
        return None
    # Any other scheme is no token of ours, and no reason to fall back on the cookie.
    match = BEARER.fullmatch(authorization)
    return match[1] if match else ""
