"""What a read or a write happens in."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.caller import Caller
from app.records.read import Reader
from app.records.registry import Registry
from app.records.resource import Check, R


@dataclass(frozen=True, slots=True)
class Write:
    """A transaction that writes. The time is taken once a request."""

    session: Session
    registry: Registry
    service: str
    caller: Caller
    now: dt.datetime

    def check(self, record: R, previous: R | None) -> Check[R]:
        """What the rules of a record see of the write."""
        read = Reader(self.session, self.caller.tenant_id)
        return Check(record, previous, self.caller, self.now, read)
