"""What the schemas of all resources have in common."""

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo

from app.database.base import Record
from app.fields.issues import MOST, Issue, issues_of, segment
from app.fields.kind import Kind
from app.fields.text import Id
from app.fields.times import Moment
from app.http.problems import validation_failed

MANAGED = ("id", "createdAt", "updatedAt")


def json_name(name: str) -> str:
    """`due_date` → `dueDate`"""
    first, *rest = name.strip("_").split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def kind_of(field: FieldInfo) -> Kind | None:
    """The kind in the annotation of a field."""
    return next((item for item in field.metadata if isinstance(item, Kind)), None)


class Answer(BaseModel):
    """A record as answers show it."""

    model_config = ConfigDict(alias_generator=json_name, populate_by_name=True)

    @classmethod
    def of(cls, record: Record) -> "Answer":
        return cls.holding(cls.values(record))

    @classmethod
    def values(cls, record: Record) -> dict[str, Any]:
        """What it shows of a record, by attribute."""
        return {name: getattr(record, name) for name in cls.model_fields}

    @classmethod
    def holding(cls, values: dict[str, Any]) -> "Answer":
        """What is in the database has been checked before it came there."""
        return cls.model_construct(None, **values)

    def to_json(self) -> str:
        return self.model_dump_json(by_alias=True)


Identity = Annotated[UUID, Id()]
Time = Annotated[dt.datetime, Moment()]


class Body(BaseModel):
    """What a request says about a record: every property that it may set."""

    model_config = ConfigDict(alias_generator=json_name, extra="forbid")

    @classmethod
    def whole(cls, given: object, read_only: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Reads the body of a create or a replace: what is not given has its default."""
        source = _object(given)
        issues = _unknown(cls, source, read_only)
        values, faults = read_properties(cls, source)
        _refuse(issues + faults)
        return {name: values[name] for name in cls.model_fields}

    @classmethod
    def patch(
        cls, given: object, before: dict[str, Any], read_only: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        """Reads a JSON merge patch (RFC 7396): the properties that it names, as they will be.

        `before` has the free JSON of the record, the only values that a patch can reach into.
        """
        source = _object(given)
        merged = {name: _merged(before.get(name), value) for name, value in source.items()}
        issues = _unknown(cls, source, read_only)
        values, faults = read_properties(cls, merged)
        _refuse(issues + [fault for fault in faults if _names(source, fault)])
        by_alias = {field.alias: name for name, field in cls.model_fields.items()}
        return {by_alias[name]: values[by_alias[name]] for name in source}


def read_properties(
    schema: type[Body], source: dict[str, Any]
) -> tuple[dict[str, Any], list[Issue]]:
    """The values of the properties that are right, and what is wrong with the others."""
    known = {field.alias for field in schema.model_fields.values()}
    # A property that is null is one that is not given.
    given = {name: value for name, value in source.items() if name in known and value is not None}
    try:
        return dict(schema.model_validate(given)), []
    except ValidationError as error:
        faults = issues_of(error)
    wrong = {fault["pointer"].split("/")[1] for fault in faults if "pointer" in fault}
    right = {
        name: field
        for name, field in schema.model_fields.items()
        if segment(str(field.alias))[1:] not in wrong
    }
    values: dict[str, Any] = {}
    for name, field in right.items():
        kind = kind_of(field)
        if field.alias in given and kind is not None:
            values[name] = kind.read(given[str(field.alias)])
        else:
            values[name] = field.get_default(call_default_factory=True)
    return values, faults


def _object(given: object) -> dict[str, Any]:
    if isinstance(given, dict):
        return given
    raise validation_failed([{"pointer": "", "code": "type", "message": "must be an object"}])


def _unknown(schema: type[Body], source: dict[str, Any], read_only: frozenset[str]) -> list[Issue]:
    known = {field.alias for field in schema.model_fields.values()}
    return [
        {"pointer": segment(name), "code": "read-only", "message": "is set by the service"}
        if name in read_only or name in MANAGED
        else {"pointer": segment(name), "code": "unknown-property", "message": "is not known"}
        for name in source
        if name not in known
    ]


def _refuse(issues: list[Issue]) -> None:
    if issues:
        raise validation_failed(issues[:MOST])


def _names(source: dict[str, Any], fault: Issue) -> bool:
    return any(
        fault.get("pointer") == segment(name)
        or fault.get("pointer", "").startswith(segment(name) + "/")
        for name in source
    )


def _merged(before: Any, patch: Any) -> Any:
    """Only free JSON has objects inside: a patch of one changes the members that it names."""
    if not isinstance(patch, dict):
        return patch
    result = dict(before) if isinstance(before, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = _merged(result.get(name), value)
    return result
