"""Media types, as the contract and requests name them."""

import re
from collections.abc import Collection
from typing import Final

JSON: Final = re.compile(r"[^/]+/(?:json|.*\+json)")
NO_WEIGHT: Final = re.compile(r";\s*q=0(?:\.0*)?\s*(?:;|$)")


def plain(kind: str) -> str:
    """The type without its parameters."""
    return kind.partition(";")[0].strip().lower()


def best_match(given: str, described: Collection[str]) -> str | None:
    """The described media type that a given one is of: itself, else its kind, else any."""
    kind = plain(given)
    for wanted in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        for name in described:
            if plain(name) == wanted:
                return name
    return None


def is_json(kind: str) -> bool:
    return JSON.fullmatch(plain(kind)) is not None


def is_accepted(accept: str | None, kinds: Collection[str]) -> bool:
    """Does `Accept` admit one of these types, or the problem documents of any operation?"""
    if accept is None or not kinds:
        return True
    return any(_admits(part, kinds) for part in accept[:4000].split(","))


def _admits(part: str, kinds: Collection[str]) -> bool:
    wanted = plain(part)
    if NO_WEIGHT.search(part):
        return False
    if wanted in ("*/*", "application/problem+json"):
        return True
    group = wanted.partition("/")[0]
    for offered in map(plain, kinds):
        if offered in (wanted, "*/*"):
            return True
        if wanted == f"{group}/*" and offered.startswith(f"{group}/"):
            return True
    return False
