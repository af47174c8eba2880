"""What a read or a write happens in."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.caller import Caller
from app.records.registry import Registry


@dataclass(frozen=True, slots=True)
class Write:
    """A transaction that writes. The time is taken once a request."""

    session: Session
    registry: Registry
    service: str
    caller: Caller
    now: dt.datetime
