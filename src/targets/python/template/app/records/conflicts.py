"""Constraints that the database finds violated become problems."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.exc import IntegrityError

from app.fields.issues import Issue, segment
from app.http.problems import Problem
from app.records.resource import Resource


@dataclass(frozen=True, slots=True)
class Violation:
    """Name of the index, or its columns where the database tells those."""

    kind: Literal["unique", "foreign-key"]
    constraint: str | None = None
    columns: tuple[str, ...] = ()


@contextmanager
def conflicts(resource: Resource[Any], doing: Literal["write", "delete"]) -> Iterator[None]:
    """Raises problems 409 and 422 for what the database refuses."""
    try:
        yield
    except IntegrityError as error:
        violation = _violation(error.orig)
        if violation is None:
            raise
        if violation.kind == "unique":
            raise _duplicate(resource, _key(resource, violation)) from None
        if doing == "delete":
            raise Problem("referenced", "Other records still refer to this one.") from None
        # The record that was found a moment ago has been deleted since.
        raise Problem(
            "validation-failed",
            "A record that this one refers to is gone.",
            errors=_missing(resource, violation.constraint),
        ) from None


def _violation(error: Any) -> Violation | None:
    """PostgreSQL names the constraint; SQLite the columns, or an index over expressions."""
    state = getattr(error, "sqlstate", None)
    if state is not None:
        kinds: dict[str, Literal["unique", "foreign-key"]] = {
            "23505": "unique",
            "23503": "foreign-key",
        }
        kind = kinds.get(state)
        return Violation(kind, error.diag.constraint_name) if kind else None
    message = str(error)
    if message.startswith("FOREIGN KEY"):
        return Violation("foreign-key")
    match = re.fullmatch(r"UNIQUE constraint failed: (.+)", message)
    if not match:
        return None
    index = re.fullmatch(r"index '(.+)'", match[1])
    if index:
        return Violation("unique", index[1])
    columns = tuple(part.partition(".")[2] for part in match[1].split(", "))
    return Violation("unique", columns=columns)


def _key(resource: Resource[Any], violation: Violation) -> tuple[str, ...]:
    if violation.constraint is not None:
        return resource.keys.get(violation.constraint, ())
    columns = set(violation.columns) - {"_tenant"}
    for key in resource.keys.values():
        if {getattr(resource.model, name).property.columns[0].name for name in key} == columns:
            return key
    return ()


def _duplicate(resource: Resource[Any], key: tuple[str, ...]) -> Problem:
    names = [resource.json_name(attribute) for attribute in key]
    together = ", ".join(names)
    message = "is taken" if len(names) == 1 else f"the combination of {together} is taken"
    errors: list[Issue] = [
        {"pointer": segment(name), "code": "duplicate", "message": message} for name in names
    ]
    return Problem("conflict", f"There is a record with this {together} already.", errors=errors)


def _missing(resource: Resource[Any], constraint: str | None) -> list[Issue]:
    named = [
        reference
        for reference in resource.references
        if constraint is not None and constraint.endswith(f"_{reference.attribute}_fkey")
    ]
    return [
        {
            "pointer": segment(resource.json_name(reference.attribute)),
            "code": "missing-reference",
            "message": "there is no such record",
        }
        for reference in (named or list(resource.references))[:1]
    ]
