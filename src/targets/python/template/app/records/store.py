"""Reads the rows of a resource. Every query is limited to a tenant."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.records.registry import Incoming
from app.records.resource import AnyResource, Resource

BATCH = 500
"""Databases limit the number of parameters of a statement."""


def find(session: Session, resource: Resource[Any], tenant: UUID, key: UUID) -> Any | None:
    return session.get(resource.model, (tenant, key))


def lock(session: Session, resource: Resource[Any], tenant: UUID, key: UUID) -> Any | None:
    """Reads a record that will be changed: until the transaction ends, nobody else can."""
    return session.get(resource.model, (tenant, key), with_for_update=True, populate_existing=True)


def existing(
    session: Session, resource: Resource[Any], tenant: UUID, ids: Sequence[UUID]
) -> set[UUID]:
    """Those of `ids` that are ids of records."""
    there: set[UUID] = set()
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        there.update(session.scalars(_among(resource), {"tenant": tenant, "ids": some}))
    return there


@cache
def _among(resource: AnyResource) -> sa.Select[Any]:
    """One statement for each table: to put it together takes longer than to run it."""
    model = resource.model
    return sa.select(model.id).where(
        model.tenant_id == sa.bindparam("tenant"),
        model.id.in_(sa.bindparam("ids", expanding=True)),
    )


def referring(
    session: Session, incoming: Incoming, tenant: UUID, target: UUID, known: Collection[UUID]
) -> Sequence[UUID]:
    """The ids of the records that refer to one. Where one is enough to say no, only so many that
    one is not among the `known` ones."""
    reference, model = incoming.reference, incoming.child.model
    if reference.link is not None:
        link = reference.link
        query = sa.select(link.source_id).where(link.tenant_id == tenant, link.target_id == target)
        query = query.order_by(link.source_id)
    else:
        query = sa.select(model.id).where(
            model.tenant_id == tenant, getattr(model, reference.attribute) == target
        )
        query = query.order_by(model.id)
    if reference.on_delete == "restrict":
        query = query.limit(len(known) + 1)
    return session.scalars(query).all()
