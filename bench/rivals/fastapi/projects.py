"""Tasks need projects to refer to; nothing here is measured."""

from typing import Annotated

from accounts import Known
from database import Project, now, uuid7
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

router = APIRouter(prefix="/api/projects")


class NewProject(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(min_length=1, max_length=80)]
    code: Annotated[str, Field(min_length=1, max_length=20)]


@router.post("", status_code=201)
def create(request: Request, caller: Known, body: NewProject) -> dict[str, object]:
    moment = now()
    project = Project(
        tenant_id=caller.tenant_id,
        created_by=caller.account_id,
        version=1,
        id=uuid7(),
        created_at=moment,
        updated_at=moment,
        **body.model_dump(),
    )
    with request.app.state.database.write() as session:
        session.add(project)
    return {"id": project.id, **body.model_dump(), "createdAt": moment, "updatedAt": moment}
