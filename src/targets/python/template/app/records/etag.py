"""Strong validators of versions of records."""

from pathlib import Path

from app.http.problems import Problem

MIGRATIONS = len(list(Path(__file__).resolve().parents[2].glob("migrations/versions/*.py")))
"""Each migration may change how records are shown, without a new version of them."""


def etag_of(version: int) -> str:
    """`"1-3"`"""
    return f'"{MIGRATIONS}-{version}"'


def matches(header: str, etag: str, *, weak: bool = False) -> bool:
    """True if a list of entity tags has the given one or is `*`."""
    tags = {part.strip() for part in header.split(",")}
    return "*" in tags or etag in tags or (weak and f"W/{etag}" in tags)


def require_match(header: str | None, version: int) -> None:
    """Raises a problem 412 unless `If-Match` is absent or names the current version."""
    etag = etag_of(version)
    if header is not None and not matches(header, etag):
        detail = "The record has changed since: read it again."
        raise Problem("precondition-failed", detail, headers={"etag": etag})
