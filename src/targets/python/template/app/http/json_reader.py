"""Reads JSON that is well-formed, moderate and unambiguous, and refuses any other."""

import json
import re
from typing import Any, Final

from app.fields.numbers import SAFE
from app.http.problems import malformed

DEEPEST: Final = 32
TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
ESCAPED: Final = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


def read_json(body: bytes) -> Any:
    """Raises a problem 400."""
    if not body:
        raise malformed("The body is empty.")
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise malformed("The body is not valid UTF-8.") from None
    _check_depth(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_constant,
        )
    except (ValueError, RecursionError):
        raise malformed("The body is not valid JSON.") from None
    if ESCAPED.search(text):
        _check_text(value)
    return value


def _check_depth(text: str) -> None:
    depth = 0
    for match in TOKEN.finditer(text):
        if match[0] in ("[", "{"):
            depth += 1
            if depth > DEEPEST:
                raise malformed(f"The body is nested deeper than {DEEPEST}.")
        elif match[0] in ("]", "}"):
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise malformed("The body holds a name twice.")
    if "__proto__" in members:
        raise malformed("The body holds the name __proto__.")
    return members


def _number(text: str) -> int | float:
    """As every JSON reader has it: in double precision, whole where it is whole."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) <= SAFE else value


def _constant(name: str) -> Any:
    raise ValueError(name)


def _check_text(value: Any) -> None:
    if isinstance(value, str):
        if "\0" in value:
            raise malformed("The body holds U+0000.")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise malformed("The body holds half of a surrogate pair.") from None
    elif isinstance(value, dict):
        for name, member in value.items():
            _check_text(name)
            _check_text(member)
    elif isinstance(value, list):
        for item in value:
            _check_text(item)
