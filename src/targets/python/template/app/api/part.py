"""Parts of the contract, as plain data."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import unquote

Part = Mapping[str, Any]
LONGEST_CHAIN: Final = 32


def look_up(document: Any, pointer: str) -> Any:
    """What a JSON pointer (RFC 6901), percent-encoded or not, leads to; None if to nothing."""
    node = document
    for segment in pointer.split("/")[1:]:
        key = unquote(segment).replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        elif isinstance(node, dict) and key in node:
            node = node[key]
        else:
            return None
    return node


def follow(document: Part, given: Any) -> Part:
    """Follows references to the part itself; an empty part if they lead to none."""
    value = given
    for _ in range(LONGEST_CHAIN):
        if not isinstance(value, dict):
            break
        reference = value.get("$ref")
        if not isinstance(reference, str):
            return value
        value = look_up(document, reference[1:])
    return {}


def part_of(value: Any) -> Part:
    """The value if it is a part, else an empty one."""
    return value if isinstance(value, dict) else {}


def entries_of(value: Any) -> Iterable[tuple[str, Any]]:
    """The entries of a part that holds others by name; none if there is no such part."""
    return part_of(value).items()
