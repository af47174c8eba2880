"""Migrations go up and down, and make what the models say."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from app.database import migrations
from app.database.base import Base
from app.database.engine import Database, make_engine
from app.database.schema import prepare_schema
from app.database.tables import Setting

ROOT = Path(__file__).parents[1]


def test_migrations_go_up_and_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(tmp_path / "service.db")
    monkeypatch.setenv("DATABASE_FILE", file)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    config = Config(str(ROOT / "alembic.ini"))
    engine = make_engine(None, file)
    for _ in range(2):
        command.upgrade(config, "head")
        tables = set(sa.inspect(engine).get_table_names())
        assert {table.name for table in Base.metadata.tables.values()} <= tables
        command.check(config)
        command.downgrade(config, "base")
        assert sa.inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_alembic_is_asked_only_where_a_migration_has_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(make_engine(None, str(tmp_path / "service.db")))
    prepare_schema(database)
    asked: list[Database] = []
    monkeypatch.setattr(migrations, "migrate", asked.append)
    prepare_schema(database)
    assert asked == []
    ran = Setting.name.startswith("migration ")
    database.write(lambda session: session.execute(sa.update(Setting).where(ran).values(value="")))
    prepare_schema(database)
    assert asked == [database]
    database.close()
