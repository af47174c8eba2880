"""How this service knows its callers: they log in."""

from app.auth.identity import Accounts
from app.config import Config
from app.database.engine import Database
from app.dependencies import Identity


def make_identity(database: Database, config: Config) -> Identity | None:
    return Accounts(database, config)
