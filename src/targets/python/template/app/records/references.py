"""References to other records."""

from typing import Any
from uuid import UUID

from app.fields.issues import MOST, Issue, segment
from app.records.context import Write
from app.records.resource import Resource
from app.records.store import existing


def missing_references(
    resource: Resource[Any], write: Write, record: object, previous: object = None
) -> list[Issue]:
    """References that name no record of the tenant; those that `previous` had are there."""
    missing: list[Issue] = []
    for reference in resource.references:
        given = _ids(getattr(record, reference.attribute))
        known = set() if previous is None else set(_ids(getattr(previous, reference.attribute)))
        asked = [key for key in given if key not in known]
        if not asked:
            continue
        target = write.registry.resource(reference.to)
        there = existing(write.session, target, write.caller.tenant_id, asked)
        pointer = segment(resource.json_name(reference.attribute))
        message = f"there is no such record among {target.plural}"
        missing += [
            {
                "pointer": pointer + (segment(str(at)) if reference.link else ""),
                "code": "missing-reference",
                "message": message,
            }
            for at, key in enumerate(given)
            if key not in known and key not in there
        ]
    return missing[:MOST]


def _ids(value: Any) -> list[UUID]:
    if value is None:
        return []
    return [value] if isinstance(value, UUID) else list(value)
