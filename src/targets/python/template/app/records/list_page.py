"""Pages of records."""

import json
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.caller import Caller
from app.fields.text import Id
from app.records.cursor import Cursors
from app.records.list_query import Filter, ListQuery, Sort, searched_attributes
from app.records.resource import AnyResource, Reference, Scope

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Reach:
    """Which records a list is of: those that the caller may see, and that refer to `parent`."""

    caller: Caller
    scope: Scope
    parent: tuple[Reference, UUID] | None = None


def page_of(
    session: Session,
    resource: AnyResource,
    asked: ListQuery,
    reach: Reach,
    cursors: Cursors,
) -> str:
    """A page as JSON: `{items, nextCursor}`. Its cost does not grow with its distance."""
    model = resource.model
    purpose = _purpose(resource, asked, reach.parent)
    query = _listing(resource, asked.sort).where(model.tenant_id == reach.caller.tenant_id)
    if reach.scope == "own":
        query = query.where(model.created_by == reach.caller.account_id)
    if reach.parent is not None:
        query = query.where(_refers(model, *reach.parent))
    for one in asked.filters:
        query = query.where(_condition(resource, one))
    if asked.q is not None:
        query = query.where(_contains(session, resource, asked.q))
    if asked.cursor is not None:
        after = _position(asked.sort, cursors.decode(asked.cursor, purpose))
        query = query.where(_is_after(model, asked.sort, after))
    # One more than asked for tells whether there is another page.
    rows = _rows(session, resource, query.limit(asked.limit + 1))
    shown = rows[: asked.limit]
    items = ",".join(resource.answer.holding(row).to_json() for row in shown)
    more = len(rows) > asked.limit
    cursor = cursors.encode(_place(shown[-1], asked.sort), purpose) if more else None
    return f'{{"items":[{items}],"nextCursor":{json.dumps(cursor)}}}'


@lru_cache(maxsize=256)
def _listing(resource: AnyResource, sort: tuple[Sort, ...]) -> sa.Select[Any]:
    """All records, sorted. Columns are enough, where they hold all that answers show: a page of
    objects takes as long again."""
    model = resource.model
    columns = [getattr(model, name) for name in resource.answer.model_fields]
    selected = sa.select(model) if resource.links else sa.select(*columns)
    return selected.order_by(*_order(model, sort))


def _rows(session: Session, resource: AnyResource, query: sa.Select[Any]) -> list[dict[str, Any]]:
    """What answers show of the records, by attribute."""
    if resource.links:
        return [resource.answer.values(record) for record in session.scalars(query)]
    return [dict(row) for row in session.execute(query).mappings()]


def _purpose(resource: AnyResource, asked: ListQuery, parent: tuple[Reference, UUID] | None) -> str:
    """What a cursor is good for: this list, sorted and filtered in this way."""
    return json.dumps(
        [
            resource.path,
            None if parent is None else [parent[0].attribute, str(parent[1])],
            [[one.listed.name, one.descending] for one in asked.sort],
            [
                [one.listed.name, one.operator, [str(v) for v in one.values]]
                for one in asked.filters
            ],
            asked.q,
        ]
    )


def _refers(model: Any, reference: Reference, target: UUID) -> Condition:
    if reference.link is None:
        column: Condition = getattr(model, reference.attribute) == target
        return column
    return _linked(model, reference, target)


def _linked(model: Any, reference: Reference, target: UUID) -> Condition:
    link: Any = reference.link
    pairs = sa.select(link.source_id).where(
        link.tenant_id == model.tenant_id, link.source_id == model.id, link.target_id == target
    )
    return pairs.exists()


def _condition(resource: AnyResource, asked: Filter) -> Condition:
    model, name = resource.model, asked.listed.attribute
    if asked.operator == "contains":
        link = next(one for one in resource.links if one.attribute == name)
        return _linked(model, link, asked.values[0])
    column = getattr(model, name)
    if asked.operator == "null":
        return column.is_(None) if asked.values[0] else column.is_not(None)  # type: ignore[no-any-return]
    if asked.operator == "in":
        return column.in_(asked.values)  # type: ignore[no-any-return]
    return getattr(operator, asked.operator)(column, asked.values[0])  # type: ignore[no-any-return]


def _contains(session: Session, resource: AnyResource, text: str) -> Condition:
    """Ignores ASCII case, as databases do; no character has a special meaning."""
    lower = "".join(letter.lower() if letter.isascii() else letter for letter in text)
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    place = sa.func.instr if is_sqlite else sa.func.strpos
    columns = [getattr(resource.model, name) for name in searched_attributes(resource)]
    return sa.or_(*(place(sa.func.lower(column), lower) > 0 for column in columns))


def _keys(model: Any, sort: Sequence[Sort]) -> list[tuple[Any, bool, bool]]:
    """Columns, whether they descend, whether they may be missing. `id` breaks ties in the direction
    of the last property, so that one index serves both."""
    keys = [
        (getattr(model, one.listed.attribute), one.descending, one.listed.nullable) for one in sort
    ]
    return [*keys, (model.id, sort[-1].descending, False)]


def _order(model: Any, sort: Sequence[Sort]) -> list[Any]:
    """Missing values come last in either direction."""
    order = []
    for column, descending, nullable in _keys(model, sort):
        directed = column.desc() if descending else column.asc()
        order.append(directed.nulls_last() if nullable else directed)
    return order


def _is_after(model: Any, sort: Sequence[Sort], after: Sequence[Any]) -> Condition:
    """Greater in the first property, or equal in it and greater in the next …"""
    keys = _keys(model, sort)
    alternatives = []
    for at, (key, value) in enumerate(zip(keys, after, strict=True)):
        equal = [
            column.is_(None) if given is None else column == _typed(column, given)
            for (column, _, _), given in zip(keys[:at], after[:at], strict=True)
        ]
        alternatives.append(sa.and_(*equal, _beyond(*key, value)))
    column, descending, nullable = keys[0]
    if nullable:
        return sa.or_(*alternatives)
    # It follows from the rest, but only so the database finds the place in an index.
    first = _typed(column, after[0])
    bound = column <= first if descending else column >= first
    return sa.and_(bound, sa.or_(*alternatives))


def _beyond(column: Any, descending: bool, nullable: bool, value: Any) -> Condition:
    if value is None:
        return sa.false()
    given = _typed(column, value)
    greater: Condition = column < given if descending else column > given
    return sa.or_(greater, column.is_(None)) if nullable else greater


def _typed(column: Any, value: Any) -> Any:
    """A value as the column holds it: SQLAlchemy compares nothing with a plain True or False."""
    return sa.literal(value, column.type)


def _place(row: dict[str, Any], sort: Sequence[Sort]) -> list[str | None]:
    """Where a page ended, as text."""
    place: list[str | None] = []
    for one in sort:
        value = row[one.listed.attribute]
        place.append(None if value is None else _text(one.listed.kind.show(value)))
    return [*place, str(row["id"])]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _position(sort: Sequence[Sort], place: Sequence[Any]) -> list[Any]:
    kinds = [*(one.listed.kind for one in sort), Id()]
    return [
        None if text is None else kind.parse(text) for kind, text in zip(kinds, place, strict=True)
    ]
