"""Events are written in the transaction of the change that they tell of, and read from here."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import clock
from app.database.base import Base
from app.database.tables import Event
from app.ids import uuid7

if TYPE_CHECKING:
    from app.records.context import Write

KEPT = dt.timedelta(days=7)
# Into the table, not as an object: nothing has to be known of it afterwards.
INSERT = sa.insert(Base.metadata.tables[Event.__tablename__])
XID: sa.ColumnElement[Any] = sa.literal_column("_event.transaction_id")


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """A CloudEvent as JSON, and its place in the order of all."""

    position: list[str | None]
    json: str


def append(write: "Write", kind: str, subject: UUID, data: str) -> None:
    """`data` is the record as JSON."""
    event = {
        "id": uuid7(),
        "tenant_id": write.caller.tenant_id,
        "type": kind,
        "subject": subject,
        "time": write.now,
        "data": data,
    }
    write.session.execute(INSERT, event)


def read_events(
    session: Session, service: str, tenant: UUID | None, after: Sequence[Any] | None, limit: int
) -> list[StoredEvent]:
    """Events of a tenant (None: of all) after a position, oldest first."""
    query = sa.select(Event).limit(limit)
    if tenant is not None:
        query = query.where(Event.tenant_id == tenant)
    if session.get_bind().dialect.name == "sqlite":
        if after is not None:
            query = query.where(Event.sequence > int(after[0]))
        rows = session.scalars(query.order_by(Event.sequence)).all()
        return [_stored(service, row, [str(row.sequence), "0"]) for row in rows]
    # Numbers are given before transactions end: what is still under way, and all that began after
    # it, has to wait, or a reader would pass it by.
    settled = sa.text("transaction_id < pg_snapshot_xmin(pg_current_snapshot())")
    ordered = query.add_columns(sa.cast(XID, sa.Text)).where(settled).order_by(XID, Event.sequence)
    if after is not None:
        position = {"xid": str(after[1]), "sequence": int(after[0])}
        beyond = "(transaction_id, sequence) > (cast(:xid as xid8), cast(:sequence as bigint))"
        ordered = ordered.where(sa.text(beyond).bindparams(**position))
    return [
        _stored(service, row, [str(row.sequence), xid]) for row, xid in session.execute(ordered)
    ]


def is_settled(session: Session, tenant: UUID) -> bool:
    """False while events of a tenant that have been committed wait for other transactions."""
    if session.get_bind().dialect.name == "sqlite":
        return True
    waiting = sa.text("transaction_id >= pg_snapshot_xmin(pg_current_snapshot())")
    query = sa.select(Event.id).where(Event.tenant_id == tenant, waiting).limit(1)
    return session.scalar(query) is None


def forget_events(session: Session, now: dt.datetime) -> None:
    """Forgets events that are older than a week."""
    session.execute(sa.delete(Event).where(Event.time < now - KEPT))


def _stored(service: str, row: Event, position: list[str | None]) -> StoredEvent:
    attributes = json.dumps(
        {
            "specversion": "1.0",
            "id": str(row.id),
            "source": f"/{service}",
            "type": row.type,
            "subject": str(row.subject),
            "time": clock.rfc3339(row.time),
            "datacontenttype": "application/json",
            "tenantid": str(row.tenant_id),
        },
        separators=(",", ":"),
    )
    return StoredEvent(position, f'{attributes[:-1]},"data":{row.data}}}')
