"""What the service does besides the operations of its contract."""

import pytest
from fastapi.testclient import TestClient

from app.config import ConfigError, read_config
from tests.support import CONTRACT, assert_problem


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
    with pytest.raises(ConfigError) as raised:
        read_config({"PORT": "70000", "LOG_LEVEL": "loud"}, "service", 1)
    assert [fault.split()[0] for fault in raised.value.faults] == ["PORT", "LOG_LEVEL"]


def test_answers_what_is_not_there_with_its_headers(client: TestClient) -> None:
    answer = client.get("/no/such/path/as/this/one")
    assert_problem(answer, 404, "not-found")
    for name in ("x-content-type-options", "content-security-policy", "x-request-id"):
        assert name in answer.headers
