"""What a schema can't tell Schemathesis about a service."""

import json

import schemathesis
from schemathesis.specs.openapi.checks import positive_data_acceptance

# Codes of errors[] that depend on what is kept, not on the shape of a request (SP-2.3).
MEANINGS = {"rule", "duplicate", "missing-reference"}

sent_keys = set()


@schemathesis.hook
def before_call(context, case, kwargs):
    """Valid requests that name a state nobody has seen would all be refused: they say nothing about the rest."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    case.query.pop("cursor", None)
    case.headers.pop("If-Match", None)
    key = (case.operation.label, case.headers.get("Idempotency-Key"))
    if key in sent_keys:
        case.headers.pop("Idempotency-Key", None)
    sent_keys.add(key)


@schemathesis.check
def valid_data_acceptance(ctx, response, case):
    """`positive_data_acceptance`, but for refusals for a reason that no schema can state."""
    if _is_about_meaning(response, case):
        return None
    return positive_data_acceptance(ctx, response, case)


def _is_about_meaning(response, case):
    try:
        problem = json.loads(response.content)
    except ValueError:
        return False
    if not isinstance(problem, dict):
        return False
    if response.status_code == 400:
        return _sorts_both_ways(case)
    errors = problem.get("errors") or []
    if problem.get("type") == "urn:problem:idempotency-mismatch":
        return response.status_code == 422
    return (
        response.status_code == 422
        and bool(errors)
        and all(error.get("code") in MEANINGS or _limits_text(error, case) for error in errors)
    )


def _limits_text(error, case):
    """A decimal is a text in JSON: a schema can say how it is written, but not how large it may be (SP-1.5)."""
    name = str(error.get("pointer", ""))[1:]
    value = case.body.get(name) if isinstance(case.body, dict) else None
    return error.get("code") in {"minimum", "maximum"} and isinstance(value, str)


def _sorts_both_ways(case):
    """`name,-name`: each is one of a choice, and they differ."""
    sort = case.query.get("sort")
    if isinstance(sort, str):
        sort = sort.split(",")
    if not isinstance(sort, list):
        return False
    names = [str(one).removeprefix("-") for one in sort]
    return len(set(names)) < len(names)
