"""Texts that hold several values, in the styles of OpenAPI."""

from collections.abc import Sequence
from typing import Literal

Shape = Literal["one", "list", "object"]
"""What a parameter is by its schema."""
RawValue = str | list[str] | dict[str, str]
"""What a parameter holds before it has a type."""


def read_path_value(
    name: str, style: str, explode: bool, shape: Shape, text: str
) -> RawValue | None:
    """Reads a value of the styles simple, label and matrix; None if it is not of that style."""
    if style == "label":
        if not text.startswith("."):
            return None
        return split(text[1:], shape, "." if explode else ",", explode)
    if style != "matrix":
        return split(text, shape, ",", explode)
    if not text.startswith(";"):
        return None
    parts = text[1:].split(";")
    if shape == "object" and explode:
        return _pairs(parts)
    if not all(part.startswith(f"{name}=") for part in parts):
        return None
    values = [part[len(name) + 1 :] for part in parts]
    if shape == "list" and explode:
        return values
    return split(values[0], shape, ",", False) if len(values) == 1 else None  # noqa: FBT003


def split(text: str, shape: Shape, separator: str, explode: bool) -> RawValue | None:
    """A value whose parts stand between separators; of an object either `a,1,b,2` or `a=1,b=2`."""
    if shape == "one":
        return text
    parts = text.split(separator) if text else []
    if shape == "list":
        return parts
    if explode:
        return _pairs(parts)
    return None if len(parts) % 2 else dict(zip(parts[::2], parts[1::2], strict=True))


def _pairs(parts: Sequence[str]) -> dict[str, str] | None:
    if not all("=" in part for part in parts):
        return None
    return {name: value for name, _, value in (part.partition("=") for part in parts)}
