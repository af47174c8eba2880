"""The routes that every resource has."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Response

from app import clock
from app.dependencies import Access, RecordId, may
from app.http.body import JsonBody
from app.http.problems import not_found
from app.http.query import NoQuery, QueryParameters
from app.records.access import is_visible, require_own_account, scope_of, visible
from app.records.change import change_record
from app.records.create import create_record
from app.records.etag import etag_of, matches, require_match
from app.records.idempotency import IdempotentRequest, Reply, idempotency_key, once
from app.records.list_page import Reach, page_of
from app.records.list_query import read_list_query
from app.records.registry import Incoming
from app.records.remove import remove_record
from app.records.resource import AnyResource, Resource
from app.records.store import find, lock

JSON = "application/json; charset=utf-8"
PRIVATE = "private, no-cache"
OneHeader = Annotated[str | None, Header()]


def resource_router(resource: AnyResource) -> APIRouter:
    """List, read, create, replace, patch and delete; accounts are made and removed elsewhere."""
    router = APIRouter(prefix=resource.path, tags=[resource.plural])
    add_read_routes(router, resource)
    add_change_routes(router, resource)
    if resource.account is None:
        add_create_route(router, resource)
        add_delete_route(router, resource)
    return router


def add_read_routes(router: APIRouter, resource: AnyResource) -> None:
    Reader = Annotated[Access, Depends(may(resource, "read"))]  # noqa: N806

    @router.get("")
    def list_records(access: Reader, query: QueryParameters) -> Response:
        asked = read_list_query(resource, query, access.around.page_size)
        with access.around.database.read() as session:
            reach = Reach(access.caller, access.scope)
            page = page_of(session, resource, asked, reach, access.around.cursors)
        return Response(page, media_type=JSON)

    @router.get("/{id}")
    def get_record(
        access: Reader,
        _: Annotated[None, NoQuery],
        id: RecordId,
        if_none_match: OneHeader = None,
    ) -> Response:
        with access.around.database.read() as session:
            found = find(session, resource, access.caller.tenant_id, id)
            record = visible(found, access.caller, access.scope)
            headers = {"etag": etag_of(record.version), "cache-control": PRIVATE}
            if if_none_match is not None and matches(if_none_match, headers["etag"], weak=True):
                return Response(status_code=304, headers=headers)
            body = resource.answer.of(record).to_json()
        return Response(body, headers=headers, media_type=JSON)


def add_nested_route(router: APIRouter, parent: AnyResource, incoming: Incoming) -> None:
    """The list of the records that refer to one."""
    child, reference = incoming.child, incoming.reference
    Reader = Annotated[Access, Depends(may(child, "read"))]  # noqa: N806

    @router.get(f"{parent.path}/{{id}}/{incoming.path}", tags=[child.plural])
    def list_children(access: Reader, id: RecordId, query: QueryParameters) -> Response:
        caller = access.caller
        with access.around.database.read() as session:
            found = find(session, parent, caller.tenant_id, id)
            # Whoever sees only his own records of the parent does not learn of others' by these.
            if found is None or (
                found.created_by != caller.account_id
                and not is_visible(found, caller, scope_of(parent, "read", caller))
            ):
                raise not_found()
            asked = read_list_query(child, query, access.around.page_size)
            reach = Reach(caller, access.scope, (reference, id))
            page = page_of(session, child, asked, reach, access.around.cursors)
        return Response(page, media_type=JSON)


def add_create_route(router: APIRouter, resource: AnyResource) -> None:
    Creator = Annotated[Access, Depends(may(resource, "create"))]  # noqa: N806
    Key = Annotated[str | None, Depends(idempotency_key)]  # noqa: N806

    @router.post("", status_code=201)
    def create(access: Creator, body: JsonBody, _: Annotated[None, NoQuery], key: Key) -> Response:
        def read() -> dict[str, Any]:
            return resource.body.whole(body, resource.read_only)

        def work(session: Any, values: dict[str, Any]) -> Reply:
            write = access.around.write(session, access.caller)
            record, shown = create_record(resource, write, values)
            headers = {
                "location": f"{resource.path}/{record.id}",
                "etag": etag_of(record.version),
                "cache-control": PRIVATE,
                "content-type": JSON,
            }
            return Reply(201, headers, shown)

        database = access.around.database
        if key is None:
            values = read()
            return database.write(lambda session: work(session, values)).response()
        request = IdempotentRequest(key, access.caller, resource.path, body, clock.now())
        # What is wrong with the body is an answer that is kept, too.
        return database.write(
            lambda session: once(session, request, lambda: work(session, read()))
        ).response()


def add_change_routes(router: APIRouter, resource: AnyResource) -> None:
    Changer = Annotated[Access, Depends(may(resource, "update"))]  # noqa: N806

    @router.put("/{id}")
    def replace(
        access: Changer,
        body: JsonBody,
        _: Annotated[None, NoQuery],
        id: RecordId,
        if_match: OneHeader = None,
    ) -> Response:
        return _change(
            resource, access, id, if_match, lambda _: resource.body.whole(body, resource.read_only)
        )

    @router.patch("/{id}")
    def patch(
        access: Changer,
        body: JsonBody,
        _: Annotated[None, NoQuery],
        id: RecordId,
        if_match: OneHeader = None,
    ) -> Response:
        def read(record: Any) -> dict[str, Any]:
            before = {name: getattr(record, key) for name, key in resource.free_json.items()}
            return resource.body.patch(body, before, resource.read_only)

        return _change(resource, access, id, if_match, read)


def add_delete_route(router: APIRouter, resource: AnyResource) -> None:
    Remover = Annotated[Access, Depends(may(resource, "delete"))]  # noqa: N806

    @router.delete("/{id}", status_code=204)
    def delete(
        access: Remover,
        _: Annotated[None, NoQuery],
        id: RecordId,
        if_match: OneHeader = None,
    ) -> Response:
        def work(session: Any) -> None:
            record = _lock(resource, access, session, id, if_match)
            remove_record(resource, access.around.write(session, access.caller), record)

        access.around.database.write(work)
        return Response(status_code=204)


def _change(
    resource: Resource[Any],
    access: Access,
    key: UUID,
    if_match: str | None,
    read: Callable[[Any], dict[str, Any]],
) -> Response:
    def work(session: Any) -> Response:
        record = _lock(resource, access, session, key, if_match)
        write = access.around.write(session, access.caller)
        shown = change_record(resource, write, record, read(record))
        headers = {"etag": etag_of(record.version), "cache-control": PRIVATE}
        return Response(shown, headers=headers, media_type=JSON)

    return access.around.database.write(work)


def _lock(
    resource: Resource[Any], access: Access, session: Any, key: UUID, if_match: str | None
) -> Any:
    """The record to write, if the caller may and it is what he thinks it is."""
    found = lock(session, resource, access.caller.tenant_id, key)
    record = visible(found, access.caller, access.scope)
    require_own_account(resource, record, access.caller)
    require_match(if_match, record.version)
    return record
