"""Deletes records."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.fields.issues import Issue
from app.http.problems import Problem
from app.records.change import save
from app.records.checks import broken_rules
from app.records.conflicts import conflicts
from app.records.context import Write
from app.records.publish import publish
from app.records.registry import Incoming
from app.records.resource import Resource
from app.records.several import broken_among, own_suspects, suspects_of
from app.records.store import lock, referring


def remove_record(
    resource: Resource[Any], write: Write, record: Any, removed: set[UUID] | None = None
) -> None:
    """Deletes a locked record. Records that refer to it stop that, are deleted too, or lose the
    reference, as their field says. Raises a problem 409 if a rule or a reference is against it."""
    incoming = write.registry.incoming(resource)
    first = removed is None
    removed = set() if removed is None else removed
    removed.add(record.id)
    _refuse(
        [
            *broken_rules(resource, "delete", write.check(record, record)),
            *broken_among(own_suspects(resource, write, "delete", record)),
        ]
    )
    # What it counts for is looked at when it is gone.
    suspects = suspects_of(resource, write, "delete", record, removed=removed)
    if first and any(one.reference.on_delete == "cascade" for one in incoming):
        _defer_foreign_keys(write)
    for one in incoming:
        _release(write, record, one, removed)
    # Before the row is gone: its links go with it.
    publish_after = resource.snapshot(record)
    with conflicts(resource, "delete"):
        write.session.delete(record)
        write.session.flush()
    _refuse(broken_among(suspects))
    publish(resource, write, "deleted", publish_after)


def _refuse(broken: list[Issue]) -> None:
    if broken:
        raise Problem("conflict", "A rule forbids to delete this record.", errors=broken)


def _release(write: Write, record: Any, incoming: Incoming, removed: set[UUID]) -> None:
    """Deals with the records that refer to one by one field."""
    child, reference = incoming.child, incoming.reference
    tenant = write.caller.tenant_id
    for key in referring(write.session, incoming, tenant, record.id, removed):
        if key in removed:
            continue
        if reference.on_delete == "restrict":
            raise Problem("referenced", f"{child.plural} still refer to this record.")
        other = lock(write.session, child, tenant, key)
        if other is None:
            continue
        if reference.on_delete == "cascade":
            remove_record(child, write, other, removed)
            continue
        before = getattr(other, reference.attribute)
        left = [one for one in before if one != record.id] if reference.link else None
        setattr(other, reference.attribute, left)
        save(child, write, other)
        publish(child, write, "updated", other)


def _defer_foreign_keys(write: Write) -> None:
    """Lets foreign keys be broken until the end: for records that refer to each other."""
    is_sqlite = write.session.get_bind().dialect.name == "sqlite"
    statement = "pragma defer_foreign_keys = on" if is_sqlite else "set constraints all deferred"
    write.session.execute(sa.text(statement))
