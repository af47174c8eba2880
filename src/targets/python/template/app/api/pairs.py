"""Queries and forms as pairs of names and values, in order."""

from typing import Final

from app.http.problems import invalid_parameter, malformed
from app.http.query import decode

Pairs = list[tuple[str, str]]
MOST: Final = 1000


def pairs_of(text: str) -> Pairs:
    """Raises a problem 400 for text that is not form-encoded, and for too many parts."""
    parts = text.split("&", MOST)
    if len(parts) > MOST:
        raise malformed("There are too many parameters.")
    pairs: Pairs = []
    for part in parts:
        if part == "":
            continue
        name, _, value = (decode(piece) for piece in part.partition("="))
        if "\0" in value:
            raise invalid_parameter(name, "holds U+0000")
        pairs.append((name, value))
    return pairs


def once(pairs: Pairs) -> dict[str, str]:
    """Raises a problem 400 for a name that is there twice."""
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            raise invalid_parameter(name, "is repeated")
        values[name] = value
    return values
