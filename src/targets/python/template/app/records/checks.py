"""Rules and lifecycles."""

from typing import Any

from app.fields.issues import Issue, segment
from app.http.problems import Problem
from app.records.resource import Check, Occasion, Resource, Transition


def broken_rules(resource: Resource[Any], on: Occasion, check: Check[Any]) -> list[Issue]:
    """The rules over one record that a write violates."""
    return [
        {
            "pointer": "" if rule.property is None else segment(rule.property),
            "code": "rule",
            "rule": rule.id,
            "message": rule.message,
        }
        for rule in resource.rules
        if rule.several is None and on in rule.on and rule.holds(check) is False
    ]


def wrong_initial_state(resource: Resource[Any], record: object) -> list[Issue]:
    """A new record must be in the initial state."""
    lifecycle = resource.lifecycle
    if lifecycle is None or getattr(record, lifecycle.attribute) == lifecycle.initial:
        return []
    pointer = segment(resource.json_name(lifecycle.attribute))
    message = f"a new record must be {lifecycle.initial}"
    return [{"pointer": pointer, "code": "enum", "message": message}]


def transition_of(resource: Resource[Any], check: Check[Any]) -> Transition[Any] | None:
    """The transition that a write takes, if it changes the state.

    Raises a problem 409 if there is none, and 403 if it is not for the caller.
    """
    lifecycle = resource.lifecycle
    if lifecycle is None or check.previous is None:
        return None
    source = getattr(check.previous, lifecycle.attribute)
    target = getattr(check.record, lifecycle.attribute)
    if source == target:
        return None
    possible = [step for step in lifecycle.transitions if source in step.source]
    ways = [step for step in possible if step.target == target]
    if not ways:
        states = list(dict.fromkeys(step.target for step in possible))
        raise _impossible(resource, lifecycle.attribute, source, states)
    allowed = [
        step for step in ways if not step.roles or any(map(check.caller.has_role, step.roles))
    ]
    if not allowed:
        detail = f"Your role may not take a record from {source} to {target}."
        raise Problem("forbidden", detail)
    holding = (step for step in allowed if not step.guard or step.guard(check) is not False)
    return next(holding, allowed[0])


def broken_guard(
    resource: Resource[Any], transition: Transition[Any] | None, check: Check[Any]
) -> list[Issue]:
    """The guard of a transition, if it does not hold."""
    lifecycle = resource.lifecycle
    if lifecycle is None or transition is None or transition.guard is None:
        return []
    if transition.guard(check) is not False:
        return []
    return [
        {
            "pointer": segment(resource.json_name(lifecycle.attribute)),
            "code": "rule",
            "rule": transition.id,
            "message": f"the record is not ready for {transition.name}",
        }
    ]


def _impossible(resource: Resource[Any], attribute: str, source: str, states: list[str]) -> Problem:
    detail = (
        f"From {source} only these states are possible: {', '.join(states)}."
        if states
        else f"{source} is a final state."
    )
    pointer = segment(resource.json_name(attribute))
    issue: Issue = {"pointer": pointer, "code": "invalid", "message": detail}
    return Problem("invalid-transition", detail, errors=[issue])
