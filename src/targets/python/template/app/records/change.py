"""Changes records."""

from collections.abc import Mapping
from typing import Any

from app.http.problems import validation_failed
from app.records.checks import broken_guard, broken_rules, transition_of
from app.records.conflicts import conflicts
from app.records.context import Write
from app.records.publish import publish
from app.records.references import missing_references
from app.records.resource import Resource
from app.records.several import broken_among, suspects_of


def change_record(
    resource: Resource[Any], write: Write, record: Any, body: Mapping[str, Any]
) -> str:
    """Writes the next version of a locked record with the properties of a checked body.

    Gives the record as answers show it.
    """
    previous = resource.snapshot(record)
    lifecycle = resource.lifecycle
    suspects = suspects_of(resource, write, "update", record, body)
    for name, value in body.items():
        # A state that is not given stays.
        if value is None and lifecycle and name == lifecycle.attribute:
            continue
        if value != getattr(record, name):
            setattr(record, name, value)
    check = write.check(record, previous)
    transition = transition_of(resource, check)
    broken = [
        *missing_references(resource, write, record, previous),
        *broken_guard(resource, transition, check),
        *broken_rules(resource, "update", check),
    ]
    if broken:
        raise validation_failed(broken)
    save(resource, write, record)
    broken_now = broken_among(suspects)
    if broken_now:
        raise validation_failed(broken_now)
    return publish(resource, write, "updated", record, transition)


def save(resource: Resource[Any], write: Write, record: Any) -> None:
    """Writes a record that has changed."""
    record.version += 1
    record.updated_at = write.now
    with conflicts(resource, "write"):
        write.session.flush()
