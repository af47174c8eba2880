"""Other records, for rules that read several."""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.database.base import Link, Record

M = TypeVar("M", bound=Record)
Condition = sa.ColumnElement[bool]

OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


def fits(column: Any, comparison: str, value: Any) -> Condition:
    """A comparison in the database. A missing value fits nothing."""
    if value is None:
        return sa.false()
    condition: Condition = OPERATORS[comparison](column, value)
    return condition


def refers(model: type[Record], link: type[Link], target: UUID) -> Condition:
    """The records with a reference to `target` among many."""
    sources = sa.select(link.source_id).where(
        link.tenant_id == model.tenant_id, link.target_id == target
    )
    return model.id.in_(sources)


class Reader:
    """Reads records of the tenant, as the transaction of a write sees them."""

    def __init__(self, session: Session, tenant: UUID) -> None:
        self._session = session
        self._tenant = tenant

    def one(self, model: type[M], key: UUID | None) -> M | None:
        """The record that a reference names."""
        return None if key is None else self._session.get(model, (self._tenant, key))

    def list(self, model: type[M], *conditions: Condition) -> Sequence[M]:
        """All records that fit."""
        query = sa.select(model).where(model.tenant_id == self._tenant, *conditions)
        fresh = query.execution_options(populate_existing=True)
        return self._session.scalars(fresh).all()

    def count(self, model: type[M], *conditions: Condition) -> int:
        query = sa.select(sa.func.count()).select_from(model)
        found = self._session.scalar(query.where(model.tenant_id == self._tenant, *conditions))
        return found or 0
