"""The answer to strangers."""

from app.http.problems import Problem


def unauthenticated(detail: str = "Log in first.") -> Problem:
    """The same whatever is missing or wrong."""
    return Problem("unauthenticated", detail, headers={"www-authenticate": "Bearer"})
