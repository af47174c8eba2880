"""What is particular about a resource, as data."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from pydantic.fields import FieldInfo

from app.caller import Caller
from app.database.base import Link, Record
from app.fields.schema import Answer, Body, json_name, kind_of
from app.fields.values import FreeJson
from app.records.read import Reader

Operation = Literal["read", "create", "update", "delete"]
Occasion = Literal["create", "update", "delete"]
Scope = Literal["all", "own"]
Grants = Mapping[str, Scope]
"""Roles that may do an operation, with all records or with their own only."""
Truth = bool | None
"""True, false, or unknown: a comparison with a missing value."""
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Several:
    """How a rule over several records can break."""

    members: tuple[tuple[str, str], ...] = ()
    """Resources whose records count for it, and the attribute by which they refer to its record:
    their writes can break it."""
    turns: bool = False
    """It counts other records of its own kind: their writers take turns."""
    lenient: bool = False
    """It can ask for members, which a new record cannot have: it is not checked on create, and a
    write that leaves it broken as it was is fine."""


@dataclass(frozen=True, slots=True)
class Check(Generic[R]):
    """What a rule sees. `previous` is the record before the write; on create there is none."""

    record: R
    previous: R | None
    caller: Caller
    now: dt.datetime
    read: Reader
    """Other records, for rules over several."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[R]):
    """A statement that must hold for a record whenever it is written."""

    id: str
    on: tuple[Occasion, ...]
    message: str
    holds: Callable[[Check[R]], Truth]
    """Unknown is not a violation."""
    property: str | None = None
    """The property to blame, by its JSON name."""
    several: Several | None = None
    """There for a rule that reads other records: it is checked once the write is done."""


@dataclass(frozen=True, slots=True)
class Transition(Generic[R]):
    """An allowed step between states."""

    id: str
    name: str
    source: tuple[str, ...]
    target: str
    roles: tuple[str, ...] = ()
    """Roles that may take it; none: all that may update."""
    guard: Callable[[Check[R]], Truth] | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle(Generic[R]):
    """The states of a resource: every step that is not listed is refused."""

    attribute: str
    initial: str
    transitions: tuple[Transition[R], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to one record of another resource, or to many."""

    attribute: str
    to: str
    """Name of the resource."""
    role: str
    """Its name in paths: `reviewer`."""
    link: type[Link] | None = None
    """The table of pairs of a reference to many."""
    on_delete: Literal["restrict", "cascade", "clear"] = "restrict"


@dataclass(frozen=True, slots=True)
class EventTypes:
    """Types of the events of a resource, where they are not the usual ones."""

    created: tuple[str, ...] | None = None
    updated: tuple[str, ...] | None = None
    deleted: tuple[str, ...] | None = None
    transitions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Resource(Generic[R]):
    """A kind of record that the service keeps."""

    name: str
    """Singular, such as `order-line`."""
    plural: str
    """Its path: `/api/order-lines`."""
    model: type[R]
    body: type[Body]
    answer: type[Answer]
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Attributes that are unique within a tenant, by the name of their index."""
    references: tuple[Reference, ...] = ()
    rules: tuple[Rule[R], ...] = ()
    lifecycle: Lifecycle[R] | None = None
    access: Mapping[Operation, Grants] = field(default_factory=dict)
    """Operations that are not open to every member of the tenant."""
    events: EventTypes = EventTypes()
    account: Mapping[str, Literal["email", "role"]] | None = None
    """Where its records are the accounts: the attributes that show something of the account."""

    @property
    def path(self) -> str:
        return f"/api/{self.plural}"

    @cached_property
    def fields(self) -> dict[str, FieldInfo]:
        """All fields by attribute: those of answers, and those that are only in requests."""
        shown = {
            name: info
            for name, info in self.answer.model_fields.items()
            if name not in ("id", "created_at", "updated_at")
        }
        return {**shown, **self.body.model_fields}

    @cached_property
    def read_only(self) -> frozenset[str]:
        """JSON names that answers show and requests can't set."""
        return frozenset(
            str(info.alias) for name, info in self.fields.items() if name not in self.writable
        )

    @cached_property
    def writable(self) -> frozenset[str]:
        return frozenset(self.body.model_fields)

    @cached_property
    def nullable(self) -> frozenset[str]:
        """Attributes that may be missing."""
        columns = self.model.__table__.columns
        required = {
            self.model.__mapper__.get_property_by_column(one).key
            for one in columns
            if not one.nullable
        }
        return frozenset(name for name in self.fields if name not in required)

    @cached_property
    def free_json(self) -> dict[str, str]:
        """Attributes of free JSON by JSON name: a patch reaches into them."""
        return {
            str(info.alias): name
            for name, info in self.fields.items()
            if isinstance(kind_of(info), FreeJson)
        }

    @cached_property
    def links(self) -> tuple[Reference, ...]:
        return tuple(reference for reference in self.references if reference.link)

    def json_name(self, attribute: str) -> str:
        info = self.fields.get(attribute)
        return json_name(attribute) if info is None else str(info.alias)

    def snapshot(self, record: R) -> R:
        """The record as it is now, apart from any session."""
        copy: Any = self.model()
        for name in self.fields:
            value = getattr(record, name)
            setattr(copy, name, list(value) if self._is_link(name) else value)
        copy.id, copy.created_at, copy.updated_at = record.id, record.created_at, record.updated_at
        copy.tenant_id, copy.created_by, copy.version = (
            record.tenant_id,
            record.created_by,
            record.version,
        )
        return copy  # type: ignore[no-any-return]

    def _is_link(self, name: str) -> bool:
        return any(link.attribute == name for link in self.links)


AnyResource = Resource[Any]
AnyRule = Rule[Any]
