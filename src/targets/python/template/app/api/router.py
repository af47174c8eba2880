"""Finds operations by the path of a request."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar
from urllib.parse import unquote_to_bytes

T = TypeVar("T")
PARAMETER: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What was added, and the parameters in the path."""

    value: T
    parameters: Mapping[str, str]


@dataclass(slots=True)
class _Node(Generic[T]):
    literals: dict[str, "_Node[T]"] = field(default_factory=dict)
    templates: dict[tuple[str, ...], "_Node[T]"] = field(default_factory=dict)
    """Segments such as `{name}.{format}` by the texts around the parameters."""
    ends: dict[str, tuple[T, list[str]]] = field(default_factory=dict)
    """By method; paths that end here may give their parameters different names."""


class Router(Generic[T]):
    """Text wins over parameters, wherever both fit."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, method: str, path: str, value: T) -> None:
        """Adds a path as OpenAPI writes it; what is there already stays."""
        node = self._root
        for segment in path.split("/")[1:]:
            texts = tuple(_decoded(text) or text for text in PARAMETER.split(segment)[::2])
            if len(texts) == 1:
                node = node.literals.setdefault(texts[0], _Node())
                continue
            if texts not in node.templates:
                templates = [*node.templates.items(), (texts, _Node[T]())]
                # Those with more text around them first.
                templates.sort(key=lambda one: -len("".join(one[0])) - len(one[0]))
                node.templates = dict(templates)
            node = node.templates[texts]
        node.ends.setdefault(method, (value, PARAMETER.findall(path)))

    def find(self, path: str) -> dict[str, Found[T]]:
        """What a path leads to, by method; nothing if to nowhere. The path is as it stands in the
        request."""
        segments: list[str] = []
        for segment in path.split("/")[1:]:
            text = _decoded(segment)
            if text is None:
                return {}
            segments.append(text)
        values: list[str] = []
        ends = _search(self._root, segments, 0, values) or {}
        return {
            method: Found(value, dict(zip(names, values, strict=True)))
            for method, (value, names) in ends.items()
        }


def _search(
    node: _Node[T], segments: list[str], index: int, values: list[str]
) -> dict[str, tuple[T, list[str]]] | None:
    if index == len(segments):
        return node.ends or None
    segment = segments[index]
    following = node.literals.get(segment)
    found = following and _search(following, segments, index + 1, values)
    if found:
        return found
    for texts, below in node.templates.items():
        given = _values_in(texts, segment)
        if given is None:
            continue
        values.extend(given)
        found = _search(below, segments, index + 1, values)
        if found:
            return found
        del values[len(values) - len(given) :]
    return None


def _values_in(texts: tuple[str, ...], segment: str) -> list[str] | None:
    """What stands at the parameters of a segment, each at least one character."""
    first, *rest = texts
    if not segment.startswith(first):
        return None
    values: list[str] = []
    at = len(first)
    for number, text in enumerate(rest, 1):
        if number < len(rest):
            end = segment.find(text, at + 1)
        else:
            end = len(segment) - len(text) if segment.endswith(text) else -1
        if end <= at:
            return None
        values.append(segment[at:end])
        at = end + len(text)
    return values


def _decoded(text: str) -> str | None:
    """None if it is no UTF-8."""
    try:
        return unquote_to_bytes(text).decode()
    except UnicodeDecodeError:
        return None
