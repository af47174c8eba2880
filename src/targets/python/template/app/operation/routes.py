"""Health, metrics, the contract and its page."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, Request, Response

from app.dependencies import Around
from app.http.problems import Problem
from app.http.query import NoQuery

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = ROOT / "openapi.json"
DOCS = Path(__file__).parent / "docs"
SWAGGER = files("fastapi_offline") / "static"
"""Swagger UI as a package: no other host is asked for it."""
DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'"
)

router = APIRouter(dependencies=[NoQuery])


@router.get("/health/live")
async def live() -> dict[str, str]:
    """The process runs."""
    return {"status": "ok"}


@router.get("/health/ready")
def ready(around: Around) -> dict[str, str]:
    """The database answers, and migrations are done."""
    try:
        with around.database.read() as session:
            session.execute(sa.select(1))
    except Exception:
        raise Problem("unavailable", "The database does not answer.") from None
    return {"status": "ok"}


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    text: str = request.app.state.metrics.expose()
    return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")


@router.get("/openapi.json")
async def contract() -> Response:
    """The contract, byte for byte."""
    return Response(CONTRACT.read_bytes(), media_type="application/json; charset=utf-8")


@router.get("/docs")
async def docs() -> Response:
    return _page(DOCS / "docs.html", "text/html")


@router.get("/docs/docs.js")
async def docs_script() -> Response:
    return _page(DOCS / "docs.js", "text/javascript")


@router.get("/docs/swagger-ui.js")
async def swagger_script() -> Response:
    return _page(SWAGGER / "swagger-ui-bundle.js", "text/javascript")


@router.get("/docs/swagger-ui.css")
async def swagger_style() -> Response:
    return _page(SWAGGER / "swagger-ui.css", "text/css")


def _page(file: Any, kind: str) -> Response:
    headers = {"content-security-policy": DOCS_POLICY}
    return Response(file.read_bytes(), headers=headers, media_type=f"{kind}; charset=utf-8")
