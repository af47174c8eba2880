"""What tests are written with: callers, samples of records, and judgements of answers."""

import base64
import hashlib
import itertools
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

Values = Mapping[str, Any]
CONTRACT = json.loads((Path(__file__).parents[1] / "openapi.json").read_text("utf-8"))
PASSWORD = "correct horse battery"
_numbers = itertools.count(1)
_made: defaultdict[str, Iterator[int]] = defaultdict(itertools.count)


@dataclass(frozen=True)
class Ref:
    """Stands for the id of some record of a resource; of accounts, the first is the caller's own."""

    to: str
    number: int = 1


@dataclass(frozen=True)
class Sample:
    """A record that can be made."""

    path: str
    schema: str
    """Its name in the contract."""
    record: Values
    vary: Mapping[str, Callable[[int], Any]] = field(default_factory=dict)
    """Properties that must differ from record to record."""
    states: Mapping[str, tuple[Values, ...]] = field(default_factory=dict)
    """The changes that take a new record to each state."""
    account: bool = False
    few: bool = False
    """A tenant has room for one of them only."""

    def new(self, given: Values | None = None) -> dict[str, Any]:
        number = next(_made[self.path])
        varied = {name: make(number) for name, make in self.vary.items()}
        return {**self.record, **varied, **(given or {})}


class Caller:
    """Sends requests, as somebody who is logged in or as nobody."""

    def __init__(self, client: TestClient, token: str | None = None, id: str = "") -> None:
        self.client = client
        self.id = id
        self.headers = {} if token is None else {"authorization": f"Bearer {token}"}

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        given: dict[str, Any] = {} if body is None else {"json": self.resolved(body)}
        return self.client.request(method, path, headers={**self.headers, **named}, **given)

    def get(self, path: str, **headers: str) -> Any:
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        return self.send("POST", path, body, **headers)

    def patch(self, path: str, body: Any, **headers: str) -> Any:
        return self.send("PATCH", path, body, **headers)

    def delete(self, path: str, **headers: str) -> Any:
        return self.send("DELETE", path, **headers)

    def create(self, name: str, given: Values | None = None, maker: "Caller | None" = None) -> Any:
        """Makes a record of a sample; `maker` sends the request."""
        sample = samples()[name]
        body = self.resolved(sample.new(given))
        answer = (maker or self).post(sample.path, body)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def in_state(self, name: str, state: str, maker: "Caller | None" = None) -> Any:
        """Makes a record and takes it to a state."""
        sample = samples()[name]
        record = self.create(name, maker=maker)
        for change in sample.states.get(state, ()):
            answer = self.patch(f"{sample.path}/{record['id']}", change)
            assert answer.status_code == 200, answer.text
            record = answer.json()
        return record

    def join(self, role: str) -> "Caller":
        """Adds an account with a role to the owner's tenant, and logs it in."""
        account = new_account()
        added = self.post("/api/auth/members", {**account, "roles": [role]})
        assert added.status_code == 201, added.text
        login = {"email": account["email"], "password": PASSWORD}
        return signed_in(self.client, self.client.post("/api/auth/login", json=login))

    def resolved(self, value: Any) -> Any:
        if isinstance(value, Ref):
            return self._id_of(value)
        if isinstance(value, dict):
            return {name: self.resolved(item) for name, item in value.items()}
        return [self.resolved(item) for item in value] if isinstance(value, list) else value

    def _id_of(self, ref: Ref) -> str:
        if not samples()[ref.to].account:
            return str(self.create(ref.to)["id"])
        return self.id if ref.number == 1 else self.join(roles()[0]).id


def one_of(*values: Any) -> Callable[[int], Any]:
    """One of a few values after the other."""
    return lambda number: values[number % len(values)]


def new_account() -> dict[str, Any]:
    own = next((one for one in samples().values() if one.account), None)
    email = f"account{next(_numbers)}@example.com"
    return {**(own.new() if own else {}), "email": email, "password": PASSWORD}


def register(client: TestClient) -> Caller:
    """Registers an account, the owner of a tenant of its own."""
    return signed_in(client, client.post("/api/auth/register", json=new_account()))


def signed_in(client: TestClient, answer: Any) -> Caller:
    assert answer.status_code in (200, 201), answer.text
    # Whoever sends a token needs no cookie.
    client.cookies.clear()
    body = answer.json()
    return Caller(client, body["token"], body["account"]["id"])


def forged_cursors(given: str, purpose: str = "") -> list[str]:
    """Positions that the service has not given, below the signature of one and sums of their own."""
    raw = base64.urlsafe_b64decode(given + "=" * (-len(given) % 4))
    forged = []
    for position in (b'[{},"x"]', b"[]", b"{}", b"5", b"null", b'["0","x"]'):
        checksum = hashlib.sha256(purpose.encode() + b"\n" + position)
        signs = (raw[:16], checksum.digest()[:16], checksum.hexdigest()[:16].encode())
        forged += [base64.urlsafe_b64encode(sign + position) for sign in signs]
    return [cursor.decode().rstrip("=") for cursor in forged]


def assert_problem(answer: Any, status: int, code: str) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"urn:problem:{code}"


def assert_refused(answer: Any, pointer: str, code: str) -> None:
    assert_problem(answer, 422, "validation-failed")
    found = [(one["pointer"], one["code"]) for one in answer.json()["errors"]]
    assert (pointer, code) in found, answer.text


def assert_rule(answer: Any, rule: str, status: int = 422) -> None:
    assert answer.status_code == status, answer.text
    assert rule in [one.get("rule") for one in answer.json()["errors"]], answer.text


def assert_conforms(schema: str, value: Any) -> None:
    """The value is what the contract says."""
    document = {**CONTRACT, "$ref": f"#/components/schemas/{schema}"}
    errors = [error.message for error in Draft202012Validator(document).iter_errors(value)]
    assert errors == []


def samples() -> Mapping[str, Sample]:
    from tests.samples import SAMPLES  # noqa: PLC0415 -- it is made of what is here

    return SAMPLES


def roles() -> tuple[str, ...]:
    from tests.samples import ROLES  # noqa: PLC0415

    return ROLES
