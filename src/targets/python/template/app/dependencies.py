"""What endpoints ask FastAPI for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Protocol
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from app import clock
from app.caller import EVERYONE, Caller
from app.config import Config
from app.database.engine import Database
from app.fields.text import Id
from app.http.negotiation import require_json_accepted
from app.http.problems import not_found
from app.http.rate_limit import RateLimit
from app.records.access import scope_of
from app.records.context import Write
from app.records.cursor import Cursors
from app.records.registry import Registry
from app.records.resource import AnyResource, Operation, Scope


class Identity(Protocol):
    """How a service knows its callers."""

    def authenticate(self, request: Request) -> Caller:
        """Raises a problem 401."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the service works with; one for each application."""

    service: str
    page_size: int
    config: Config
    database: Database
    registry: Registry
    rate_limit: RateLimit
    identity: Identity | None
    cursors: Cursors

    def write(self, session: Session, caller: Caller) -> Write:
        return Write(session, self.registry, self.service, caller, clock.now())


def surroundings(request: Request) -> Surroundings:
    around: Surroundings = request.app.state.surroundings
    return around


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


async def caller_of(request: Request) -> Caller:
    """Finds out who sends a request, and whether it has sent too many."""
    around = surroundings(request)
    if around.identity is None:
        around.rate_limit.count(address_of(request))
        return EVERYONE
    authenticate = around.identity.authenticate
    try:
        # Asking a file is less work than handing the question to a thread.
        if around.database.is_file:
            caller = authenticate(request)
        else:
            caller = await run_in_threadpool(authenticate, request)
    except Exception:
        around.rate_limit.count(address_of(request))
        raise
    around.rate_limit.count(str(caller.account_id))
    return caller


async def count_stranger(request: Request) -> None:
    """For the paths that are open to everyone."""
    surroundings(request).rate_limit.count(address_of(request))


@dataclass(frozen=True, slots=True)
class Access:
    """A caller who may do an operation, and with which records."""

    around: Surroundings
    caller: Caller
    scope: Scope


async def _around(request: Request) -> Surroundings:
    return surroundings(request)


Around = Annotated[Surroundings, Depends(_around)]
CurrentCaller = Annotated[Caller, Depends(caller_of)]
JsonAccepted = Depends(require_json_accepted)


def may(resource: AnyResource, operation: Operation) -> Callable[..., object]:
    """A dependency that lets in who may do the operation, before the body is read."""

    async def access(request: Request) -> Access:
        # One dependency, not one for each step: FastAPI's way from one to the next costs more.
        caller = await caller_of(request)
        await require_json_accepted(request)
        return Access(surroundings(request), caller, scope_of(resource, operation, caller))

    return access


def record_id(id: str) -> UUID:
    """The id in the path. Raises a problem 404 if it can't be one."""
    key = Id().parse(id)
    if key is None:
        raise not_found()
    return key


async def _record_id(request: Request) -> UUID:
    return record_id(request.path_params["id"])


RecordId = Annotated[UUID, Depends(_record_id)]
