"""Appends the events of a write to the outbox."""

from typing import Any, Literal

from app.events.outbox import append
from app.records.context import Write
from app.records.resource import Resource, Transition


def publish(
    resource: Resource[Any],
    write: Write,
    on: Literal["created", "updated", "deleted"],
    record: Any,
    transition: Transition[Any] | None = None,
) -> str:
    """In the transaction of the write, with the record as answers show it; gives that, as JSON."""
    events, lifecycle = resource.events, resource.lifecycle
    stated: tuple[str, ...] | None = getattr(events, on)
    types = list((f"{resource.name}.{on}",) if stated is None else stated)
    if transition and lifecycle:
        name = resource.json_name(lifecycle.attribute)
        usual = (f"{resource.name}.{name}.{transition.name}",)
        types += events.transitions.get(transition.name, usual)
    data = resource.answer.of(record).to_json()
    for kind in types:
        append(write, f"{write.service}.{kind}", record.id, data)
    return data
