"""What every resource does."""

import json
from typing import Any

import pytest

from tests.samples import SAMPLES
from tests.support import (
    Caller,
    Sample,
    assert_conforms,
    assert_problem,
    assert_refused,
    forged_cursors,
)

MADE = [pytest.param(name, one, id=name) for name, one in SAMPLES.items() if not one.account]
MANY = [
    pytest.param(name, one, id=name)
    for name, one in SAMPLES.items()
    if not (one.account or one.few)
]


@pytest.mark.parametrize(("name", "sample"), MADE)
def test_creates_and_reads(owner: Caller, name: str, sample: Sample) -> None:
    record = owner.create(name)
    answer = owner.get(f"{sample.path}/{record['id']}")
    assert answer.json() == record
    assert_conforms(sample.schema, record)
    etag = answer.headers["etag"]
    again = owner.get(f"{sample.path}/{record['id']}", if_none_match=etag)
    assert again.status_code == 304


@pytest.mark.parametrize(("name", "sample"), MADE)
def test_lists(owner: Caller, name: str, sample: Sample) -> None:
    record = owner.create(name)
    page = owner.get(f"{sample.path}?limit=1").json()
    assert [one["id"] for one in page["items"]] == [record["id"]]
    assert_problem(owner.get(f"{sample.path}?surprise=1"), 400, "invalid-parameter")
    assert_problem(owner.get(f"{sample.path}?cursor=surprise"), 400, "invalid-parameter")


@pytest.mark.parametrize(("name", "sample"), MANY)
def test_takes_no_cursor_that_it_has_not_given(owner: Caller, name: str, sample: Sample) -> None:
    for _ in range(2):
        owner.create(name)
    given = owner.get(f"{sample.path}?limit=1").json()["nextCursor"]
    assert owner.get(f"{sample.path}?limit=1&cursor={given}").status_code == 200
    for cursor in forged_cursors(given):
        answer = owner.get(f"{sample.path}?cursor={cursor}")
        assert_problem(answer, 400, "invalid-parameter")


@pytest.mark.parametrize(("name", "sample"), MADE)
def test_reads_plain_json_in_utf_8_only(owner: Caller, name: str, sample: Sample) -> None:
    content = json.dumps(owner.resolved(sample.new())).encode()
    right = {**owner.headers, "content-type": 'application/json; charset="UTF-8"'}
    refused = (
        {"content-type": "application/json; charset=utf-16"},
        {"content-type": "application/json;charset=iso-8859-1"},
        {"content-encoding": "gzip"},
    )
    for headers in refused:
        answer = owner.client.post(sample.path, content=content, headers={**right, **headers})
        assert_problem(answer, 415, "unsupported-media-type")
    headers = {**right, "content-encoding": "identity"}
    assert owner.client.post(sample.path, content=content, headers=headers).status_code == 201


@pytest.mark.parametrize(("name", "sample"), MADE)
def test_writes_only_the_version_that_is_known(owner: Caller, name: str, sample: Sample) -> None:
    path = f"{sample.path}/{owner.create(name)['id']}"
    etag = owner.get(path).headers["etag"]
    assert owner.patch(path, {}, if_match=etag).status_code == 200
    assert_problem(owner.patch(path, {}, if_match=etag), 412, "precondition-failed")


@pytest.mark.parametrize(("name", "sample"), MADE)
def test_creates_once_for_a_key(owner: Caller, name: str, sample: Sample) -> None:
    body = owner.resolved(sample.new())
    first = owner.post(sample.path, body, idempotency_key="once")
    second = owner.post(sample.path, body, idempotency_key="once")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert second.headers["idempotency-replayed"] == "true"
    assert owner.delete(f"{sample.path}/{first.json()['id']}").status_code in (204, 409)


@pytest.mark.parametrize(("name", "sample"), MADE)
def test_refuses_what_is_no_record(owner: Caller, name: str, sample: Sample) -> None:
    bodies: tuple[Any, ...] = ([], "text", 1, True)
    for body in bodies:
        assert_refused(owner.post(sample.path, body), "", "type")
    given: dict[str, Any] = {"surpriseSurprise": 1}
    assert_refused(owner.post(sample.path, given), "/surpriseSurprise", "unknown-property")
    broken = owner.client.post(
        sample.path,
        content=b'{"a":',
        headers={**owner.headers, "content-type": "application/json"},
    )
    assert_problem(broken, 400, "malformed-request")
    missing = "00000000-0000-7000-8000-000000000000"
    assert_problem(owner.get(f"{sample.path}/{missing}"), 404, "not-found")


@pytest.mark.parametrize(("name", "sample"), MADE)
def test_does_not_create_by_put(owner: Caller, name: str, sample: Sample) -> None:
    missing = "00000000-0000-7000-8000-000000000000"
    assert_problem(owner.send("PUT", f"{sample.path}/{missing}", {}), 404, "not-found")
