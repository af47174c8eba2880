"""The list of events, oldest first. Its cursor never ends, so that a reader can poll."""

import json
import time
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from app.caller import Caller
from app.dependencies import Around, CurrentCaller, JsonAccepted, Surroundings
from app.events.outbox import is_settled, read_events
from app.http.problems import Problem
from app.http.query import QueryParameters, only
from app.records.list_query import read_limit

router = APIRouter(tags=["events"])

PAGE_SIZE = 100
PATIENCE = 1.0
"""How long a reader waits for the events that it has just made, in seconds."""
START: list[str | None] = ["0", "0"]
"""Before all events."""


async def require_owner(caller: CurrentCaller, _: Annotated[None, JsonAccepted]) -> None:
    """Raises a problem 403."""
    if not caller.is_owner:
        raise Problem("forbidden", "Only the owner may read the events.")


@router.get("/events", dependencies=[Depends(require_owner)])
def list_events(around: Around, caller: CurrentCaller, query: QueryParameters) -> Response:
    only(query, "limit", "cursor")
    limit = read_limit(query, PAGE_SIZE)
    cursor = query.get("cursor")
    after = START if cursor is None else around.cursors.decode(cursor, "events")
    _settle(around, caller)
    with around.database.read() as session:
        events = read_events(session, around.service, caller.tenant_id, after, limit)
    following = around.cursors.encode(events[-1].position if events else after, "events")
    items = ",".join(event.json for event in events)
    page = f'{{"items":[{items}],"nextCursor":{json.dumps(following)}}}'
    return Response(page, media_type="application/json; charset=utf-8")


def _settle(around: Surroundings, caller: Caller) -> None:
    """Whoever has written something finds its event: others' transactions mostly end in a moment."""
    patient_until = time.monotonic() + PATIENCE
    while time.monotonic() < patient_until:
        with around.database.read() as session:
            if is_settled(session, caller.tenant_id):
                return
        time.sleep(0.02)
