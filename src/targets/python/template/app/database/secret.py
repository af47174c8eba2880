"""Secrets of the service that nobody configures."""

import secrets

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.database.engine import Database
from app.database.tables import Setting


def stored_secret(database: Database, name: str) -> str:
    """Made by the first instance that starts, kept in the database for all."""

    def work(session: Session) -> str:
        if session.get_bind().dialect.name != "sqlite":
            session.execute(sa.text("lock table _setting in exclusive mode"))
        setting = session.get(Setting, name)
        if setting is None:
            setting = Setting(name=name, value=secrets.token_urlsafe(48))
            session.add(setting)
        return setting.value

    return database.write(work)
