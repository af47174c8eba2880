"""What callers accept."""

import re

from fastapi import Request

from app.http.problems import Problem

JSON = {"*/*", "application/*", "application/json", "application/problem+json"}


async def require_json_accepted(request: Request) -> None:
    """Raises a problem 406 if `Accept` admits no JSON."""
    accept = ",".join(request.headers.getlist("accept"))
    if accept in ("", "*/*", "application/json") and "accept" not in request.headers:
        return
    if not any(_admits(part) for part in accept[:4000].split(",")):
        raise Problem("not-acceptable", "Answers are application/json.")


def _admits(part: str) -> bool:
    name, *parameters = (text.strip().lower() for text in part.split(";"))
    return name in JSON and not any(re.fullmatch(r"q=0(\.0*)?", one) for one in parameters)
