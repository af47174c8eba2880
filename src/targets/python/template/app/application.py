"""Puts the service together."""

import logging
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp

from app.config import Config, ConfigError, read_config
from app.database.engine import open_database
from app.database.schema import MigrationError, prepare_schema
from app.database.secret import stored_secret
from app.dependencies import Surroundings
from app.events import routes as events
from app.events.sink import Sink
from app.http.failures import handle_failures
from app.http.middleware import RequestFrame
from app.http.paths import Paths
from app.http.rate_limit import RateLimit
from app.identity import make_identity
from app.operation import routes as operation
from app.operation.log import set_up_logs
from app.operation.metrics import Metrics
from app.operation.retention import Retention
from app.operation.spans import SpanExporter
from app.records.cursor import Cursors
from app.records.registry import Registry
from app.records.resource import AnyResource
from app.records.routes import add_nested_route

log = logging.getLogger("app")


@dataclass(frozen=True, slots=True)
class Service:
    """What distinguishes this service from any other."""

    name: str
    resources: Sequence[AnyResource]
    routers: Sequence[APIRouter]
    """Those of the resources, and of accounts where there are any."""
    page_size: int
    """How many records a page has if the caller does not say."""
    rate_limit_per_minute: int
    api: ASGIApp | None = None
    """The operations of a contract that was given."""


def create_app(service: Service) -> FastAPI:
    """The application. What is wrong with the environment is said at once, and ends the process."""
    config = _configure(service)
    registry = Registry(service.resources)
    metrics = Metrics()
    exporter = SpanExporter(config.otlp_endpoint, service.name) if config.otlp_endpoint else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        database = open_database(config)
        try:
            prepare_schema(database)
        except MigrationError as error:
            log.critical("can not start", extra={"faults": [str(error)]})
            raise
        app.state.surroundings = Surroundings(
            service=service.name,
            page_size=service.page_size,
            config=config,
            database=database,
            registry=registry,
            rate_limit=RateLimit(config.rate_limit_per_minute),
            identity=make_identity(database, config),
            cursors=Cursors(stored_secret(database, "cursor-secret")),
        )
        helpers: list[Retention | Sink | SpanExporter] = [Retention(database)]
        if config.event_sink_url:
            helpers.append(Sink(database, service.name, config.event_sink_url))
        if exporter:
            helpers.append(exporter)
        for helper in helpers:
            helper.start()
        yield
        for helper in helpers:
            helper.close()
        database.close()

    # The contract and its page are served from a file: see app.operation.routes.
    app = FastAPI(
        title=service.name,
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.config = config
    app.state.metrics = metrics
    app.add_middleware(RequestFrame, config=config, metrics=metrics, exporter=exporter)
    routers = [operation.router, *service.routers, _nested_routes(registry)]
    if service.api is None:
        routers.append(events.router)
    else:
        # It takes what no other route does.
        app.router.default = service.api
    for router in routers:
        app.include_router(router)
    handle_failures(app, Paths(routers))
    return app


def _nested_routes(registry: Registry) -> APIRouter:
    """The lists of the records that refer to one."""
    router = APIRouter()
    for resource in registry.resources:
        for incoming in registry.incoming(resource):
            add_nested_route(router, resource, incoming)
    return router


def _configure(service: Service) -> Config:
    try:
        config = read_config(os.environ, service.name, service.rate_limit_per_minute)
    except ConfigError as error:
        set_up_logs("info")
        log.critical("can not start", extra={"faults": error.faults})
        sys.exit(1)
    set_up_logs(config.log_level)
    return config
