"""What is wrong with a part of a request."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NotRequired, TypedDict

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

MOST: Final = 50


class Issue(TypedDict):
    """`pointer` into the body, or the name of a `parameter`."""

    pointer: NotRequired[str]
    parameter: NotRequired[str]
    code: str
    rule: NotRequired[str]
    message: str


def refusal(code: str, message: str) -> PydanticCustomError:
    """An error of a value, to raise while it is validated."""
    return PydanticCustomError(code, "{message}", {"message": message})


def refusals(errors: Iterable[tuple[int, PydanticCustomError]]) -> ValidationError:
    """Errors of elements of a list."""
    details = [InitErrorDetails(type=error, loc=(at,), input=None) for at, error in errors]
    return ValidationError.from_exception_data("list", details)


def segment(name: str) -> str:
    """A property name as a segment of a JSON pointer."""
    return "/" + name[:100].replace("~", "~0").replace("/", "~1")


def pointer_to(location: Sequence[int | str]) -> str:
    return "".join(segment(str(part)) for part in location)


def issues_of(error: ValidationError) -> list[Issue]:
    """What Pydantic found, in the words of the service."""
    return [_issue(details) for details in error.errors(include_url=False, include_input=False)]


def _issue(details: Any) -> Issue:
    code, message = _KNOWN.get(details["type"], (details["type"], details["msg"]))
    return {"pointer": pointer_to(details["loc"]), "code": code, "message": message}


_KNOWN: Final = {
    "missing": ("required", "is required"),
    "extra_forbidden": ("unknown-property", "is not known"),
}
