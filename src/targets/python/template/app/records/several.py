"""Rules over several records."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.fields.issues import Issue, segment
from app.records.context import Write
from app.records.resource import Check, Occasion, Resource, Rule
from app.records.store import lock


@dataclass(frozen=True, slots=True)
class Suspect:
    """A rule that a write may break."""

    rule: Rule[Any]
    property: str | None
    """The property to blame, in the record that is written."""
    check: Check[Any]
    broken: bool
    """It is broken already, and need not be better after."""


def suspects_of(
    resource: Resource[Any],
    write: Write,
    on: Occasion,
    record: Any,
    values: Mapping[str, Any] | None = None,
    *,
    removed: Collection[UUID] = (),
) -> list[Suspect]:
    """The rules over several records that a write may break: those of its resource, and those of
    the records that it refers to. To be asked before the write: `record` is as it was, `values` are
    what it will have. Whoever else could break them waits until the transaction ends."""
    suspects = [] if on == "delete" else own_suspects(resource, write, on, record)
    for watcher in write.registry.watchers(resource):
        keys = {
            *_ids(getattr(record, watcher.attribute)),
            *_ids((values or {}).get(watcher.attribute)),
        }
        pointer = resource.json_name(watcher.attribute)
        for key in sorted(keys - set(removed)):
            owner = lock(write.session, watcher.resource, write.caller.tenant_id, key)
            if owner is None:
                continue
            check = write.check(owner, owner)
            broken = _is_broken(watcher.rule, check)
            suspects.append(Suspect(watcher.rule, pointer, check, broken))
    return suspects


def own_suspects(resource: Resource[Any], write: Write, on: Occasion, record: Any) -> list[Suspect]:
    """Those of the resource alone."""
    suspects = []
    for rule in resource.rules:
        several = rule.several
        if several is None or on not in rule.on or (several.lenient and on == "create"):
            continue
        if several.turns:
            _take_turns(write, resource)
        previous = resource.snapshot(record) if on == "update" else None
        broken = previous is not None and _is_broken(rule, write.check(previous, previous))
        check = write.check(record, previous)
        suspects.append(Suspect(rule, rule.property, check, broken))
    return suspects


def broken_among(suspects: Sequence[Suspect]) -> list[Issue]:
    """Those that do not hold once the write is done."""
    return [
        {
            "pointer": "" if one.property is None else segment(one.property),
            "code": "rule",
            "rule": one.rule.id,
            "message": one.rule.message,
        }
        for one in suspects
        if not one.broken and one.rule.holds(one.check) is False
    ]


def _is_broken(rule: Rule[Any], check: Check[Any]) -> bool:
    lenient = rule.several is not None and rule.several.lenient
    return lenient and rule.holds(check) is False


def _take_turns(write: Write, resource: Resource[Any]) -> None:
    """Waits for others who write records of the tenant. SQLite has one writer at a time."""
    if write.session.get_bind().dialect.name == "sqlite":
        return
    turn = f"{write.caller.tenant_id} {resource.path}"
    lock_key = sa.func.hashtextextended(turn, 0)
    write.session.execute(sa.select(sa.func.pg_advisory_xact_lock(lock_key)))


def _ids(value: Any) -> list[UUID]:
    if value is None:
        return []
    return [value] if isinstance(value, UUID) else list(value)
