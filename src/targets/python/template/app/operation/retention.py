"""Deletes what has had its time: events and kept answers."""

import logging
import threading

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import clock
from app.database.engine import Database
from app.database.tables import KeptAnswer
from app.events.outbox import forget_events
from app.records.idempotency import KEPT

log = logging.getLogger("app")

HOUR = 3600.0


class Retention:
    """A thread that cleans up now and every hour. A failure is tried again an hour later."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while True:
            try:
                self._database.write(forget_old)
            except Exception as error:
                log.warning("can not clean up", exc_info=error)
            if self._stop.wait(HOUR):
                return


def forget_old(session: Session) -> None:
    now = clock.now()
    forget_events(session, now)
    session.execute(sa.delete(KeptAnswer).where(KeptAnswer.created_at < now - KEPT))
