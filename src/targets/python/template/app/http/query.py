"""Reads the queries of requests."""

from typing import Annotated
from urllib.parse import unquote_to_bytes

from fastapi import Depends, Request

from app.http.problems import invalid_parameter, malformed

Query = dict[str, str]
MOST = 100


async def read_query(request: Request) -> Query:
    """The parameters, each of which occurs once. Raises a problem 400."""
    query: Query = {}
    text = request.scope["query_string"].decode("latin-1")
    parts = text.split("&", MOST)
    if len(parts) > MOST:
        raise malformed("The query has too many parameters.")
    for part in parts:
        if part == "":
            continue
        name, _, value = (decode(piece) for piece in part.partition("="))
        if name in query:
            raise invalid_parameter(name, "is repeated")
        if "\0" in value:
            raise invalid_parameter(name, "holds U+0000")
        query[name] = value
    return query


QueryParameters = Annotated[Query, Depends(read_query)]


async def refuse_query(request: Request) -> None:
    """Only lists take parameters. Raises a problem 400."""
    for name in await read_query(request) if request.scope["query_string"] else ():
        raise invalid_parameter(name, "is not known")


NoQuery = Depends(refuse_query)


def only(query: Query, *known: str) -> None:
    """Raises a problem 400 for any other parameter."""
    for name in query:
        if name not in known:
            raise invalid_parameter(name, "is not known")


def decode(text: str) -> str:
    """Text that is form-encoded. Raises a problem 400."""
    bad = malformed("The query is not valid percent-encoded UTF-8.")
    raw = text.replace("+", " ")
    # Python leaves a percent sign that is not followed by two digits as it is.
    if raw.count("%") and any(not _is_escape(rest) for rest in raw.split("%")[1:]):
        raise bad
    try:
        return unquote_to_bytes(raw.encode("latin-1")).decode()
    except UnicodeDecodeError:
        raise bad from None


def _is_escape(rest: str) -> bool:
    return len(rest) >= 2 and all(digit in "0123456789abcdefABCDEF" for digit in rest[:2])
