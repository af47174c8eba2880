"""Answers to requests with an `Idempotency-Key`."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from fastapi import Request, Response
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.caller import Caller
from app.database.tables import KeptAnswer
from app.http.problems import Problem, invalid_parameter

KEPT = dt.timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a request that makes a record."""

    status: int
    headers: dict[str, str]
    body: str

    def response(self) -> Response:
        return Response(self.body, self.status, self.headers)


@dataclass(frozen=True, slots=True)
class IdempotentRequest:
    """What makes two requests the same."""

    key: str
    caller: Caller
    path: str
    body: Any
    now: dt.datetime

    @property
    def scope(self) -> str:
        return f"{self.caller.tenant_id} {self.caller.account_id} {self.path}"

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(json.dumps(self.body).encode()).hexdigest()


async def idempotency_key(request: Request) -> str | None:
    """Raises a problem 400."""
    keys = request.headers.getlist("idempotency-key")
    if not keys:
        return None
    if not re.fullmatch(r"[!-~]{1,255}", keys[0]) or len(keys) > 1:
        raise invalid_parameter("Idempotency-Key", "must be 1 to 255 visible ASCII characters")
    return keys[0]


def once(session: Session, request: IdempotentRequest, work: Callable[[], Reply]) -> Reply:
    """Does `work` once for a key: whoever comes with the same key gets the first one's answer.

    The key is taken in the transaction of the work, so that of two at once the second waits.
    """
    own = (KeptAnswer.scope == request.scope, KeptAnswer.key == request.key)
    expired = KeptAnswer.created_at < request.now - KEPT
    session.execute(sa.delete(KeptAnswer).where(*own, expired))
    if not _take(session, request):
        return _replay(session.scalar(sa.select(KeptAnswer).where(*own)), request.fingerprint)
    reply = _attempt(session, work)
    answer = json.dumps([reply.status, reply.headers, reply.body])
    session.execute(sa.update(KeptAnswer).where(*own).values(answer=answer))
    return reply


def _take(session: Session, request: IdempotentRequest) -> bool:
    insert: Any = _insert(session)(KeptAnswer)
    statement = insert.values(
        scope=request.scope,
        key=request.key,
        fingerprint=request.fingerprint,
        created_at=request.now,
    )
    taken = statement.on_conflict_do_nothing().returning(KeptAnswer.key)
    return session.scalar(taken) is not None


def _insert(session: Session) -> Any:
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert if is_sqlite else postgresql.insert


def _attempt(session: Session, work: Callable[[], Reply]) -> Reply:
    """A refusal is an answer too: what was written before it is undone, the key is kept."""
    try:
        with session.begin_nested():
            return work()
    except Problem as problem:
        if problem.status >= 500:
            raise
        response = problem.response()
        headers = {**problem.headers, "content-type": "application/problem+json"}
        return Reply(problem.status, headers, bytes(response.body).decode())


def _replay(kept: KeptAnswer | None, fingerprint: str) -> Reply:
    if kept is None or kept.answer is None:
        raise Problem("unavailable", "The first request is still under way.")
    if kept.fingerprint != fingerprint:
        raise Problem("idempotency-mismatch", "This key came with another body before.")
    status, headers, body = json.loads(kept.answer)
    return Reply(status, {**headers, "idempotency-replayed": "true"}, body)
