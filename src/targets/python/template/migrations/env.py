"""Where migrations run: on the connection of the service that starts, else on one of their own."""

import os

import sqlalchemy as sa
from alembic import context

from app.config import read_config
from app.database.base import Base
from app.database.engine import make_engine
from app.database.migrations import migrating, remember
from app.resources import resources
from app.service import service

assert resources is not None  # noqa: S101 -- the import registers the models for --autogenerate


def is_ours(_: object, name: str | None, kind: str, *__: object) -> bool:
    """False for what no requirement speaks of (any more): --autogenerate leaves it alone."""
    if name is None:
        return True
    if kind == "column":
        return not name.startswith("_retired_")
    return not (kind == "table" and name.startswith("_"))


def run(connection: sa.Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        include_object=is_ours,
        on_version_apply=remember,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
elif context.is_offline_mode():
    message = "Offline mode is not supported: migrations look at the database."
    raise SystemExit(message)
else:
    config = read_config(os.environ, service.name, service.rate_limit_per_minute)
    engine = make_engine(config.database_url, config.database_file)
    with migrating(engine) as own:
        run(own)
    engine.dispose()
