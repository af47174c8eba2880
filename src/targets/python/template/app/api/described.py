"""Operations, and what the contract says of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.api.operation import ApiOperation, Perform
from app.api.parameters import Parameter, describe_parameter
from app.api.part import Part, entries_of, follow, part_of
from app.api.schemas import Schemas
from app.api.security import schemes_of


@dataclass(frozen=True, slots=True)
class Described:
    """An operation, and what the contract says of it."""

    name: str
    """Such as `GET /pets/{petId}`."""
    method: str
    path: str
    parameters: Sequence[Parameter]
    request_body: Part
    responses: Part
    answer_types: Sequence[str]
    """The media types of all answers."""
    security: Any
    perform: Perform


def describe_operations(
    document: Part, operations: Sequence[ApiOperation], schemas: Schemas
) -> Iterator[Described]:
    """Looks operations up in the contract. Raises if it has no such operation."""
    paths = part_of(document.get("paths"))
    for operation in operations:
        name = f"{operation.method} {operation.path}"
        item = follow(document, paths.get(operation.path))
        part = follow(document, item.get(operation.method.lower()))
        if not part:
            message = f"The contract has no operation {name}"
            raise LookupError(message)
        security = part.get("security", document.get("security"))
        types = [
            kind
            for _, response in entries_of(part.get("responses"))
            for kind in part_of(follow(document, response).get("content"))
        ]
        yield Described(
            name=name,
            method=operation.method,
            path=operation.path,
            parameters=[
                *_parameters(document, item, part, schemas),
                *_keys_in_query(document, security),
            ],
            request_body=follow(document, part.get("requestBody")),
            responses=part_of(part.get("responses")),
            answer_types=list(dict.fromkeys(types)),
            security=security,
            perform=operation.perform,
        )


def _parameters(
    document: Part, item: Part, operation: Part, schemas: Schemas
) -> Sequence[Parameter]:
    """Those of the path and those of the operation, which win."""
    parameters: dict[tuple[str, str], Parameter] = {}
    for listed in (item.get("parameters"), operation.get("parameters")):
        for given in listed if isinstance(listed, list) else []:
            described = describe_parameter(follow(document, given), schemas)
            if described:
                parameters[described.place, described.name] = described
    return list(parameters.values())


def _keys_in_query(document: Part, security: Any) -> Iterator[Parameter]:
    """Keys that are shown in the query are parameters that no list names."""
    schemes = schemes_of(document)
    for requirement in security or ():
        for name, _ in entries_of(requirement):
            scheme = follow(document, schemes.get(name))
            if scheme.get("type") == "apiKey" and scheme.get("in") == "query":
                yield Parameter(
                    name=str(scheme.get("name")),
                    place="query",
                    required=False,
                    style="form",
                    explode=True,
                    schema={},
                    json=False,
                    shape="one",
                )
