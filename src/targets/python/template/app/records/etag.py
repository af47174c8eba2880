"""Strong validators of versions of records."""

from app.http.problems import Problem


def etag_of(version: int) -> str:
    return f'"{version}"'


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
