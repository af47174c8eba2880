"""Reads the bodies of registration, log-in and members."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import PydanticCustomError

from app.fields.issues import MOST, Issue, segment
from app.fields.schema import read_properties
from app.fields.text import Email
from app.http.problems import validation_failed
from app.records.resource import AnyResource

SHORTEST: Final = 8
LONGEST: Final = 128


@dataclass(frozen=True, slots=True)
class Login:
    """An e-mail address in lower case, and a password."""

    email: str
    password: str


@dataclass(frozen=True, slots=True)
class NewAccount(Login):
    """`record` has the properties of the account's record, where there is one."""

    roles: list[str]
    record: dict[str, Any]


def read_login(given: Any) -> Login:
    """Of a wrong password, no more is said than that it is wrong."""
    issues: list[Issue] = []
    source = _object(given, ("email", "password"), issues)
    login = Login(_text(source, "email", issues).lower(), _text(source, "password", issues))
    _refuse(issues)
    return login


def read_new_account(
    given: Any, resource: AnyResource | None, roles: Sequence[str] | None = None
) -> NewAccount:
    """The body of a registration or, with `roles`, of a new member."""
    issues: list[Issue] = []
    own = ["email", "password", *(["roles"] if roles is not None else [])]
    names = {str(f.alias) for f in resource.body.model_fields.values()} if resource else set()
    source = _object(given, [*own, *names], issues)
    password = _text(source, "password", issues)
    _check_length(password, issues)
    email = _email(source.get("email"), issues)
    granted = ["owner"] if roles is None else _roles(source, roles, issues)
    record: dict[str, Any] = {}
    if resource is not None:
        record, faults = read_properties(
            resource.body, {name: value for name, value in source.items() if name in names}
        )
        issues += faults
    _refuse(issues)
    return NewAccount(email, password, granted, record)


def read_role_change(given: Any, roles: Sequence[str]) -> list[str]:
    issues: list[Issue] = []
    changed = _roles(_object(given, ("roles",), issues), roles, issues)
    _refuse(issues)
    return changed


def _roles(source: dict[str, Any], known: Sequence[str], issues: list[Issue]) -> list[str]:
    value = source.get("roles")
    if "roles" not in source:
        _fault(issues, "/roles", "required", "is required")
        return []
    if not isinstance(value, list):
        _fault(issues, "/roles", "type", "must be a list")
        return []
    if not value:
        _fault(issues, "/roles", "too-short", "must name at least one role")
    if len(value) > len(known):
        _fault(issues, "/roles", "too-long", "must name each role once")
    roles = value[: len(known)]
    for at, role in enumerate(roles):
        if role not in known:
            _fault(issues, f"/roles/{at}", "enum", f"must be one of: {', '.join(known)}")
        if roles.index(role) < at:
            _fault(issues, f"/roles/{at}", "duplicate", "is there already")
    return sorted(map(str, roles))


def _email(value: Any, issues: list[Issue]) -> str:
    if value is None:
        _fault(issues, "/email", "required", "is required")
        return ""
    try:
        return Email().read(value).lower()
    except PydanticCustomError as error:
        _fault(issues, "/email", error.type, error.message())
        return ""


def _text(source: dict[str, Any], name: str, issues: list[Issue]) -> str:
    value = source.get(name)
    if isinstance(value, str):
        return value
    if value is None:
        _fault(issues, segment(name), "required", "is required")
    else:
        _fault(issues, segment(name), "type", "must be text")
    return ""


def _check_length(password: str, issues: list[Issue]) -> None:
    blamed = any(issue.get("pointer") == "/password" for issue in issues)
    if len(password) < SHORTEST and not blamed:
        message = f"must have at least {SHORTEST} characters"
        _fault(issues, "/password", "too-short", message)
    if len(password) > LONGEST:
        _fault(issues, "/password", "too-long", f"must have at most {LONGEST} characters")


def _object(given: Any, known: Sequence[str], issues: list[Issue]) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise validation_failed([{"pointer": "", "code": "type", "message": "must be an object"}])
    for name in given:
        if name not in known:
            _fault(issues, segment(name), "unknown-property", "is not known")
    return given


def _fault(issues: list[Issue], pointer: str, code: str, message: str) -> None:
    issues.append({"pointer": pointer, "code": code, "message": message})


def _refuse(issues: list[Issue]) -> None:
    if issues:
        raise validation_failed(issues[:MOST])
