"""The four operations that the bench measures."""

import base64
import datetime as dt
import json
import uuid
from decimal import Decimal
from typing import Annotated, Literal

import sqlalchemy as sa
from accounts import Caller, Known
from database import Project, Task, now, publish, uuid7
from fastapi import APIRouter, Header, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, field_validator
from pydantic.alias_generators import to_camel
from sqlalchemy.orm import Session

router = APIRouter(prefix="/api/tasks")

Moment = Annotated[
    dt.datetime, PlainSerializer(lambda value: f"{value.isoformat(timespec='milliseconds')}Z")
]
Estimate = Annotated[Decimal, Field(ge=0, max_digits=8, decimal_places=2)]
Two = Annotated[Decimal, PlainSerializer(lambda value: f"{value:.2f}")]


class Model(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel, extra="forbid", from_attributes=True, populate_by_name=True
    )


class NewTask(Model):
    title: str = Field(min_length=1, max_length=120)
    description: str | None = Field(None, max_length=10_000)
    kind: Literal["bug", "feature", "chore"]
    priority: int | None = Field(3, ge=1, le=5)
    estimate: Estimate | None = None
    due_date: dt.date | None = None
    project_id: uuid.UUID

    @field_validator("title")
    @classmethod
    def has_words(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("must not be blank")
        return value


class Changes(NewTask):
    title: str = Field("", min_length=1, max_length=120)
    kind: Literal["bug", "feature", "chore"] = "bug"
    project_id: uuid.UUID = uuid.UUID(int=0)


class Shown(Model):
    id: uuid.UUID
    title: str
    description: str | None
    kind: str
    priority: int | None
    estimate: Two | None
    due_date: dt.date | None
    project_id: uuid.UUID
    created_at: Moment
    updated_at: Moment


def shown(task: Task) -> str:
    return Shown.model_validate(task).model_dump_json(by_alias=True)


def answer(body: str, status: int = 200, **headers: str) -> Response:
    return Response(body, status, headers, "application/json")


@router.get("")
def page(
    request: Request,
    caller: Known,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> Response:
    query = sa.select(Task).where(Task.tenant_id == caller.tenant_id)
    if cursor is not None:
        created_at, key = position(cursor)
        query = query.where(
            Task.created_at <= created_at,
            sa.or_(
                Task.created_at < created_at, sa.and_(Task.created_at == created_at, Task.id < key)
            ),
        )
    query = query.order_by(Task.created_at.desc(), Task.id.desc()).limit(limit + 1)
    with request.app.state.database.read() as session:
        tasks = session.scalars(query).all()
    items = ",".join(shown(task) for task in tasks[:limit])
    last = tasks[limit - 1] if len(tasks) > limit else None
    next_cursor = last and place(last)
    return answer(f'{{"items":[{items}],"nextCursor":{json.dumps(next_cursor)}}}')


@router.get("/{id}")
def get(
    request: Request, caller: Known, id: uuid.UUID, if_none_match: Annotated[str, Header()] = ""
) -> Response:
    with request.app.state.database.read() as session:
        task = found(session, caller, id)
    etag = f'"{task.version}"'
    if if_none_match == etag:
        return Response(status_code=304, headers={"etag": etag})
    return answer(shown(task), etag=etag)


@router.post("")
def create(request: Request, caller: Known, body: NewTask) -> Response:
    moment = now()
    task = Task(
        tenant_id=caller.tenant_id,
        created_by=caller.account_id,
        version=1,
        id=uuid7(),
        created_at=moment,
        updated_at=moment,
        **body.model_dump(),
    )
    with request.app.state.database.write() as session:
        require_project(session, caller, task.project_id)
        session.add(task)
        session.flush()
        data = shown(task)
        publish(session, task, "workshop.task.created", data)
    return answer(data, 201, etag='"1"', location=f"/api/tasks/{task.id}")


@router.patch("/{id}")
def patch(
    request: Request,
    caller: Known,
    id: uuid.UUID,
    body: Changes,
    if_match: Annotated[str | None, Header()] = None,
) -> Response:
    with request.app.state.database.write() as session:
        task = found(session, caller, id)
        if if_match is not None and if_match != f'"{task.version}"':
            raise HTTPException(412, "It has changed")
        changes = body.model_dump(exclude_unset=True)
        if changes.get("project_id", task.project_id) != task.project_id:
            require_project(session, caller, body.project_id)
        for name, value in changes.items():
            setattr(task, name, value)
        task.version += 1
        task.updated_at = now()
        session.flush()
        data = shown(task)
        publish(session, task, "workshop.task.updated", data)
    return answer(data, etag=f'"{task.version}"')


def found(session: Session, caller: Caller, key: uuid.UUID) -> Task:
    task = session.get(Task, (caller.tenant_id, key))
    if task is None:
        raise HTTPException(404, "Not found")
    return task


def require_project(session: Session, caller: Caller, key: uuid.UUID) -> None:
    query = sa.select(Project.id).where(Project.tenant_id == caller.tenant_id, Project.id == key)
    if session.scalar(query) is None:
        raise HTTPException(422, "There is no such project")


def place(task: Task) -> str:
    parts = json.dumps([task.created_at.isoformat(), str(task.id)])
    return base64.urlsafe_b64encode(parts.encode()).decode()


def position(cursor: str) -> tuple[dt.datetime, uuid.UUID]:
    try:
        created_at, key = json.loads(base64.urlsafe_b64decode(cursor))
        return dt.datetime.fromisoformat(created_at), uuid.UUID(key)
    except (ValueError, TypeError):
        raise HTTPException(400, "The cursor is damaged") from None
