"""Operations of the contract, and what the code of one gets and gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request

from app.database.engine import Database
from app.fields.issues import Issue
from app.http.problems import Problem, validation_failed

BodyT_co = TypeVar("BodyT_co", covariant=True)


class Model(BaseModel):
    """An object of the contract. What may be left out is None where it was."""

    model_config = ConfigDict(
        defer_build=True,
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
        arbitrary_types_allowed=True,
    )


class ApiRequest(Model):
    """What a handler gets: the parts of a request that the contract describes, checked against it."""

    caller: Any
    """Who sends it, as `app/handlers/authenticate.py` says; None where nobody has to log in."""
    database: Database
    """Where to keep things."""
    raw: Request
    """The request as it came."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[BodyT_co]):
    """What a handler answers; it is checked against the contract before it is sent."""

    status: int
    body: BodyT_co = None  # type: ignore[assignment]
    headers: Mapping[str, str] | None = None
    media_type: str | None = None
    """Where the contract knows several: which one the body is."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request, its parts as JSON has them."""

    path: Mapping[str, Any]
    query: Mapping[str, Any]
    headers: Mapping[str, Any]
    cookies: Mapping[str, Any]
    body: Any
    caller: Any
    database: Database
    raw: Request


Perform = Callable[[Call], Answer[Any]]


@dataclass(frozen=True, slots=True)
class ApiOperation:
    """One operation of the contract, and the code that performs it."""

    method: str
    path: str
    """As the contract writes it, such as `/pets/{petId}`."""
    perform: Perform


RequestT = TypeVar("RequestT", bound=ApiRequest)


def handled(kind: type[RequestT], handler: Callable[[RequestT], Answer[Any]]) -> Perform:
    """Has a handler get its own kind of request."""

    def perform(call: Call) -> Answer[Any]:
        try:
            request = kind(
                **{name: getattr(call, name) for name in kind.model_fields if name in PARTS}
            )
        except ValidationError:
            # A schema may admit what no type can hold, such as 1e300 where a whole number stands.
            raise validation_failed([UNFIT]) from None
        return handler(request)

    return perform


UNFIT: Final[Issue] = {"pointer": "", "code": "invalid", "message": "can't be read"}
PARTS: Final = frozenset(Call.__slots__)


def not_written() -> NoReturn:
    """What a handler answers until it is written. Raises a problem 501."""
    raise Problem("not-implemented", "This is described in the contract, and not written yet.")
