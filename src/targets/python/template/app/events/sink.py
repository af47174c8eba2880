"""Posts the events of all tenants to a URL, in order and each at least once."""

import json
import logging
import threading
import urllib.request

import sqlalchemy as sa

from app.database.engine import Database
from app.database.tables import Setting
from app.events.outbox import read_events

log = logging.getLogger("app")

POLL = 0.5
LONGEST_WAIT = 60.0
BATCH = 100
LOCK = 5_016_820_413
POSITION = "event-sink-position"
HEADERS = {"content-type": "application/cloudevents+json; charset=utf-8"}


class Sink:
    """A thread that delivers; how far it is stands in the database."""

    def __init__(self, database: Database, service: str, url: str) -> None:
        self._database = database
        self._service = service
        self._url = url
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        """A failure is tried again, later and later."""
        wait = POLL
        while not self._stop.is_set():
            try:
                sent = self._post_batch()
            except Exception as error:
                log.warning("event sink does not take events", exc_info=error, extra={"wait": wait})
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                wait = POLL
                if sent == BATCH:
                    continue
            self._stop.wait(wait)

    def _post_batch(self) -> int:
        """Of several instances on one PostgreSQL one posts at a time: the lock holds meanwhile."""
        if self._database.is_sqlite:
            return self._post()
        with self._database.engine.begin() as connection:
            mine = connection.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(LOCK)))
            return self._post() if mine else 0

    def _post(self) -> int:
        with self._database.read() as session:
            stored = session.get(Setting, POSITION)
            after = None if stored is None else json.loads(stored.value)
            events = read_events(session, self._service, None, after, BATCH)
        for event in events:
            if self._stop.is_set():
                break
            request = urllib.request.Request(self._url, event.json.encode(), HEADERS)  # noqa: S310
            with urllib.request.urlopen(request, timeout=20):  # noqa: S310
                pass
            self._keep(json.dumps(event.position))
        return len(events)

    def _keep(self, position: str) -> None:
        setting = Setting(name=POSITION, value=position)
        self._database.write(lambda session: session.merge(setting))
