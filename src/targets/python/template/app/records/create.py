"""Makes records."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.fields.schema import kind_of
from app.fields.values import IdSet
from app.http.problems import validation_failed
from app.ids import uuid7
from app.records.checks import broken_rules, wrong_initial_state
from app.records.conflicts import conflicts
from app.records.context import Write
from app.records.publish import publish
from app.records.references import missing_references
from app.records.resource import Resource
from app.records.several import broken_among, suspects_of


def create_record(
    resource: Resource[Any],
    write: Write,
    body: Mapping[str, Any],
    key: UUID | None = None,
    fixed: Mapping[str, Any] | None = None,
) -> tuple[Any, str]:
    """Makes a record of a checked body; gives it, and as answers show it.

    `key` and `fixed` are given where the record is that of an account.
    """
    record = resource.model()
    record.tenant_id, record.created_by = write.caller.tenant_id, write.caller.account_id
    record.id = key or uuid7()
    record.version = 1
    record.created_at = record.updated_at = write.now
    given = {**body, **(fixed or {})}
    for name, field in resource.fields.items():
        value = given.get(name)
        if value is None and resource.lifecycle and name == resource.lifecycle.attribute:
            value = resource.lifecycle.initial
        elif value is None and name not in resource.writable and not field.is_required():
            value = field.get_default(call_default_factory=True)
        if value is None and isinstance(kind_of(field), IdSet):
            value = []
        setattr(record, name, value)
    check = write.check(record, None)
    broken = [
        *wrong_initial_state(resource, record),
        *missing_references(resource, write, record),
        *broken_rules(resource, "create", check),
    ]
    if broken:
        raise validation_failed(broken)
    suspects = suspects_of(resource, write, "create", record)
    with conflicts(resource, "write"):
        write.session.add(record)
        write.session.flush()
    broken_now = broken_among(suspects)
    if broken_now:
        raise validation_failed(broken_now)
    return record, publish(resource, write, "created", record)
