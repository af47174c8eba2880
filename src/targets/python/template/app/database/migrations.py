"""Migrations at start: what `alembic upgrade head` does, and nothing if there is nothing to do."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.database.engine import Database

ROOT = Path(__file__).resolve().parents[2]
LOCK = 5_016_820_412


class MigrationError(Exception):
    """A database that this program can't work with."""


def migrate(database: Database) -> None:
    """Brings the schema up to date, under a lock; refuses a database newer than the program."""
    config = AlembicConfig(str(ROOT / "alembic.ini"))
    script = ScriptDirectory.from_config(config)
    with database.engine.execution_options(writes=True).begin() as connection:
        if not database.is_sqlite:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        current = MigrationContext.configure(connection).get_current_heads()
        known = {revision.revision for revision in script.walk_revisions()}
        unknown = sorted(set(current) - known)
        if unknown:
            names = ", ".join(unknown)
            raise MigrationError(f"The database is newer than this program: it has {names}.")
        if set(current) != set(script.get_heads()):
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
