"""The secret that signs tokens, where none is configured."""

import secrets

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.database.engine import Database
from app.database.tables import Setting

NAME = "jwt-secret"


def stored_secret(database: Database) -> str:
    """Made by the first instance that starts, kept in the database for all."""

    def work(session: Session) -> str:
        if session.get_bind().dialect.name != "sqlite":
            session.execute(sa.text("lock table _setting in exclusive mode"))
        setting = session.get(Setting, NAME)
        if setting is None:
            setting = Setting(name=NAME, value=secrets.token_urlsafe(48))
            session.add(setting)
        return setting.value

    return database.write(work)
