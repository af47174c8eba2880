"""Migrations: what `alembic upgrade head` does, under a lock."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext, MigrationInfo
from alembic.script import Script, ScriptDirectory
from sqlalchemy.exc import DBAPIError

from app.database.engine import Database
from app.database.schema import ROOT, MigrationError, checksum, name_of
from app.database.tables import Setting

LOCK = 5_016_820_412


def migrate(database: Database) -> None:
    """Brings the schema up to date, under a lock; refuses a database newer than the program, and
    one whose migrations have been edited since."""
    config = AlembicConfig(str(ROOT / "alembic.ini"))
    script = ScriptDirectory.from_config(config)
    with migrating(database.engine) as connection:
        if not database.is_sqlite:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        current = MigrationContext.configure(connection).get_current_heads()
        known = {revision.revision for revision in script.walk_revisions()}
        unknown = sorted(set(current) - known)
        if unknown:
            names = ", ".join(unknown)
            raise MigrationError(f"The database is newer than this program: it has {names}.")
        if current:
            _refuse_edited(connection, script)
        if set(current) != set(script.get_heads()):
            config.attributes["connection"] = connection
            _upgrade(config)


@contextmanager
def migrating(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction for migrations. SQLite makes a table anew to change it: what refers to it must
    not mind in between, but must fit in the end."""
    with engine.execution_options(writes=True).connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            _check_keys(connection, "off")
        try:
            with connection.begin():
                yield connection
                if is_sqlite:
                    broken = connection.exec_driver_sql("pragma foreign_key_check").first()
                    if broken is not None:
                        raise MigrationError(f"A record of {broken[0]} refers to none.")
        finally:
            if is_sqlite:
                _check_keys(connection, "on")


def remember(
    ctx: MigrationContext, step: MigrationInfo, heads: Collection[Any], run_args: Mapping[str, Any]
) -> None:
    """What the file of a migration said when it ran: Alembic calls this after each of them."""
    connection, script = ctx.connection, step.up_revision
    if connection is None or not isinstance(script, Script):
        return
    if not sa.inspect(connection).has_table(Setting.__tablename__):
        return
    name = name_of(script.revision)
    connection.execute(sa.delete(Setting).where(Setting.name == name))
    if step.is_upgrade:
        connection.execute(sa.insert(Setting).values(name=name, value=checksum(script.path)))


def _check_keys(connection: sa.Connection, value: str) -> None:
    """Outside of any transaction: inside, SQLite takes no notice."""
    connection.connection.cursor().execute(f"pragma foreign_keys = {value}")


def _upgrade(config: AlembicConfig) -> None:
    try:
        command.upgrade(config, "head")
    except DBAPIError as error:
        # A migration asks first whether the records can follow: SQLite tells the answer as a check.
        reason = str(error.orig).removeprefix("CHECK constraint failed: ").splitlines()[0]
        raise MigrationError(f"A migration failed, and changed nothing: {reason}") from error


def _refuse_edited(connection: sa.Connection, script: ScriptDirectory) -> None:
    kept = dict(
        connection.execute(
            sa.select(Setting.name, Setting.value).where(Setting.name.startswith(name_of("")))
        )
        .tuples()
        .all()
    )
    for revision in script.walk_revisions():
        ran = kept.get(name_of(revision.revision))
        if ran is not None and ran != checksum(revision.path):
            raise MigrationError(
                f"Migration {revision.revision} was edited after this database ran it: "
                "put the change into a new migration."
            )
