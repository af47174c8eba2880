"""What the service does besides its resources."""

from fastapi.testclient import TestClient

from app.config import ConfigError, read_config
from tests.samples import PUBLIC, ROLES, SAMPLES
from tests.support import (
    CONTRACT,
    Caller,
    assert_problem,
    forged_cursors,
    new_account,
    register,
    signed_in,
)


def test_serves_its_contract(client: TestClient) -> None:
    assert client.get("/openapi.json").json() == CONTRACT
    page = client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "//" not in page.text.replace("<!--", "")


def test_is_alive_and_ready(client: TestClient) -> None:
    for path in ("/health/live", "/health/ready"):
        assert client.get(path).json() == {"status": "ok"}
    assert "http_requests_total{" in client.get("/metrics").text


def test_names_every_fault_of_its_environment() -> None:
    try:
        read_config({"PORT": "70000", "JWT_SECRET": "short", "LOG_LEVEL": "loud"}, "service", 1)
    except ConfigError as error:
        named = [fault.split()[0] for fault in error.faults]
        assert named == ["PORT", "JWT_SECRET", "LOG_LEVEL"]
    else:
        raise AssertionError


def test_answers_with_its_headers(client: TestClient) -> None:
    answer = client.get("/api/no-such-things")
    assert_problem(answer, 404 if PUBLIC else 401, "not-found" if PUBLIC else "unauthenticated")
    for name in ("x-content-type-options", "content-security-policy", "x-request-id"):
        assert name in answer.headers


def test_tells_every_write(owner: Caller) -> None:
    name = next((name for name, one in SAMPLES.items() if not one.account), None)
    if name is None:
        return
    record = owner.create(name)
    cursor, subjects = "", []
    for _ in range(100):
        page = owner.get(f"/events?limit=100{cursor}").json()
        subjects += [event["subject"] for event in page["items"]]
        cursor = f"&cursor={page['nextCursor']}"
        if not page["items"]:
            break
    assert record["id"] in subjects


def test_takes_no_cursor_that_it_has_not_given(owner: Caller) -> None:
    given = owner.get("/events").json()["nextCursor"]
    asked = [("/events", cursor) for cursor in forged_cursors(given, "events")]
    if ROLES:
        forged = [given, *forged_cursors(given, "members")]
        asked += [("/api/auth/members", cursor) for cursor in forged]
    for path, cursor in asked:
        assert_problem(owner.get(f"{path}?cursor={cursor}"), 400, "invalid-parameter")


def test_takes_a_hundred_parameters_and_drops_none(client: TestClient) -> None:
    for query in ("&" * 150 + "x=1", "&".join(f"x{number}=1" for number in range(101))):
        answer = client.get(f"/health/live?{query}")
        assert_problem(answer, 400, "malformed-request")


def test_logs_in_and_out(client: TestClient) -> None:
    if PUBLIC:
        return
    account = new_account()
    client.post("/api/auth/register", json=account)
    login = {"email": account["email"].upper(), "password": account["password"]}
    answer = client.post("/api/auth/login", json=login)
    member = signed_in(client, answer)
    assert member.get("/api/auth/me").json()["email"] == account["email"]
    wrong = client.post("/api/auth/login", json={**login, "password": "something else"})
    assert_problem(wrong, 401, "unauthenticated")
    assert member.send("POST", "/api/auth/logout").status_code == 204
    assert_problem(member.get("/api/auth/me"), 401, "unauthenticated")


def test_shows_nothing_to_another_tenant(client: TestClient, owner: Caller) -> None:
    if PUBLIC:
        return
    other = register(client)
    for name, sample in SAMPLES.items():
        if sample.account:
            continue
        record = owner.create(name)
        assert_problem(other.get(f"{sample.path}/{record['id']}"), 404, "not-found")
        assert other.get(sample.path).json()["items"] == []
