"""Who may do what."""

from typing import Any

from app.caller import Caller
from app.database.base import Record
from app.http.problems import Problem, not_found
from app.records.resource import Operation, Resource, Scope


def scope_of(resource: Resource[Any], operation: Operation, caller: Caller) -> Scope:
    """How far a caller may go. Raises a problem 403 if he has no role that may do it."""
    grants = resource.access.get(operation)
    if grants is None or caller.is_owner:
        return "all"
    scopes = {grants[role] for role in caller.roles if role in grants}
    if "all" in scopes:
        return "all"
    if "own" in scopes:
        return "own"
    raise Problem("forbidden", f"Your role may not {operation} {resource.plural}.")


def is_visible(record: Record, caller: Caller, scope: Scope) -> bool:
    return scope == "all" or record.created_by == caller.account_id


def require_own_account(resource: Resource[Any], record: Record, caller: Caller) -> None:
    """Unless a permission says otherwise, a member may change his own record only."""
    if resource.account is None or caller.is_owner or record.id == caller.account_id:
        return
    if "update" not in resource.access:
        raise Problem("forbidden", "Only the owner may change the records of others.")


def visible(record: Record | None, caller: Caller, scope: Scope) -> Any:
    """Raises a problem 404 for a record that is not there or not the caller's business."""
    if record is None or not is_visible(record, caller, scope):
        raise not_found()
    return record
