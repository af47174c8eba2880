"""The schema at start: Alembic is loaded only where a migration has something to do."""

import hashlib
from pathlib import Path

import sqlalchemy as sa

from app.database.engine import Database
from app.database.tables import Setting

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ROOT / "migrations" / "versions"


class MigrationError(Exception):
    """A database that this program can't work with."""


def prepare_schema(database: Database) -> None:
    """Brings the schema up to date. Raises a MigrationError."""
    if _is_current(database):
        return
    from app.database.migrations import migrate  # noqa: PLC0415 -- a third of the time to start

    migrate(database)


def name_of(revision: str) -> str:
    """Under which name the checksum of a migration that ran is kept."""
    return f"migration {revision}"


def checksum(path: str | Path) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def _is_current(database: Database) -> bool:
    """True if the migrations that ran are those of this program, as their files are now."""
    with database.read() as session:
        if not sa.inspect(session.connection()).has_table(Setting.__tablename__):
            return False
        ran = sa.select(Setting.value).where(Setting.name.startswith(name_of("")))
        return sorted(session.scalars(ran)) == sorted(map(checksum, VERSIONS.glob("*.py")))
