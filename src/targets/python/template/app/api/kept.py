"""Operations that keep records in the database, in the shape that the contract gives them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy.orm import Session

from app import clock
from app.api.kept_records import KeptRecord, KeptRecords
from app.api.operation import Answer, Call, Perform
from app.fields.issues import segment
from app.http.problems import Problem, not_found, validation_failed
from app.ids import uuid7


@dataclass(frozen=True, slots=True)
class Supplied:
    """A value that the service fills in where a request leaves it out."""

    property: str
    source: Literal["null", "value", "created", "updated"]
    value: Any = None
    date: bool = False
    """A date rather than a time."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How an operation shows records: within which properties, and with which parameters."""

    status: int
    answers: bool
    """False: the answer has no body."""
    answer_in: str | None = None
    request_in: str | None = None
    count: str | None = None
    limit: str | None = None
    offset: str | None = None
    page: str | None = None
    page_size: int | None = None
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """What is kept, and how records are told apart."""

    name: str
    key: str
    """The property that stands in the path of a single record."""
    key_from: Literal["caller", "integer", "uuid"]
    supplied: Sequence[Supplied] = ()

    def list(self, keeping: Keeping) -> Perform:
        def perform(call: Call) -> Answer[Any]:
            query = call.query
            limit = query.get(keeping.limit or "", keeping.page_size)
            page, start = query.get(keeping.page or ""), query.get(keeping.offset or "")
            if start is None:
                start = 0 if page is None else (page - 1) * (limit or 0)
            if limit is None and start > 0:
                limit = 2**53 - 1
            filters = {name: query[name] for name in keeping.filters if name in query}
            with call.database.read() as session:
                records, count = self._records.select(session, filters, limit, max(0, start))
            if keeping.answer_in is None:
                return Answer(keeping.status, records)
            counted = {} if keeping.count is None else {keeping.count: count}
            return Answer(keeping.status, {keeping.answer_in: records, **counted})

        return perform

    def create(self, keeping: Keeping) -> Perform:
        def perform(call: Call) -> Answer[Any]:
            given = _record_in(call.body, keeping)

            def make(session: Session) -> KeptRecord:
                key = self._new_key(session, given)
                record = {self.key: key, **self._filled({**given, self.key: key}, None)}
                if not self._records.add(session, str(key), record):
                    raise _taken(self.key, keeping)
                return record

            made = call.database.write(make)
            path = call.raw.scope["raw_path"].decode("latin-1")
            location = {"location": f"{path}/{quote(str(made[self.key]), safe='')}"}
            return _shown(made, keeping, location if keeping.status == 201 else {})

        return perform

    def read(self, keeping: Keeping) -> Perform:
        def perform(call: Call) -> Answer[Any]:
            with call.database.read() as session:
                record = self._records.find(session, _key_in(call))
            if record is None:
                raise not_found()
            return _shown(record, keeping)

        return perform

    def replace(self, keeping: Keeping) -> Perform:
        return self._change(keeping, lambda before, given: self._filled(given, before))

    def update(self, keeping: Keeping) -> Perform:
        """A JSON merge patch (RFC 7396), but that null is a value where the contract allows it."""
        return self._change(
            keeping, lambda before, given: {**before, **given, **self._times(before)}
        )

    def delete(self, keeping: Keeping) -> Perform:
        def perform(call: Call) -> Answer[Any]:
            def remove(session: Session) -> KeptRecord:
                record = self._records.lock(session, _key_in(call))
                if record is None:
                    raise not_found()
                self._records.remove(session, _key_in(call))
                return record

            return _shown(call.database.write(remove), keeping)

        return perform

    def _change(
        self, keeping: Keeping, following: Callable[[KeptRecord, KeptRecord], KeptRecord]
    ) -> Perform:
        def perform(call: Call) -> Answer[Any]:
            given = _record_in(call.body, keeping)

            def change(session: Session) -> KeptRecord:
                before = self._records.lock(session, _key_in(call))
                if before is None:
                    raise not_found()
                key = before[self.key]
                if given.get(self.key, key) != key:
                    raise _fixed(self.key, keeping)
                record = {**following(before, given), self.key: key}
                self._records.put(session, _key_in(call), record)
                return record

            return _shown(call.database.write(change), keeping)

        return perform

    def _new_key(self, session: Session, given: KeptRecord) -> Any:
        if self.key_from == "caller":
            return given[self.key]
        if self.key_from == "integer":
            return self._records.next_number(session)
        return str(uuid7())

    def _filled(self, given: KeptRecord, before: KeptRecord | None) -> KeptRecord:
        """What a request gives, and what it leaves out."""
        record, now = dict(given), clock.now()
        for one in self.supplied:
            if one.property not in given or one.source in ("created", "updated"):
                record[one.property] = _supply(one, before, now)
        return record

    def _times(self, before: KeptRecord) -> KeptRecord:
        now = clock.now()
        times = (one for one in self.supplied if one.source in ("created", "updated"))
        return {one.property: _supply(one, before, now) for one in times}

    @property
    def _records(self) -> KeptRecords:
        return KeptRecords(self.name)


def _supply(one: Supplied, before: KeptRecord | None, now: dt.datetime) -> Any:
    if one.source == "null":
        return None
    if one.source == "value":
        return one.value
    if one.source == "created" and before is not None:
        return before[one.property]
    return now.date().isoformat() if one.date else clock.rfc3339(now)


def _key_in(call: Call) -> str:
    """The parameter of the path; the contract has checked it."""
    return str(next(iter(call.path.values())))


def _record_in(body: Any, keeping: Keeping) -> KeptRecord:
    record = body
    if keeping.request_in is not None:
        record = body.get(keeping.request_in) if isinstance(body, dict) else None
    return record if isinstance(record, dict) else {}


def _shown(
    record: KeptRecord, keeping: Keeping, headers: Mapping[str, str] | None = None
) -> Answer[Any]:
    if not keeping.answers:
        return Answer(keeping.status, headers=headers)
    body = record if keeping.answer_in is None else {keeping.answer_in: record}
    return Answer(keeping.status, body, headers)


def _pointer_to(key: str, keeping: Keeping) -> str:
    return ("" if keeping.request_in is None else segment(keeping.request_in)) + segment(key)


def _taken(key: str, keeping: Keeping) -> Problem:
    return Problem(
        "conflict",
        f"There is a record with this {key} already.",
        errors=[{"pointer": _pointer_to(key, keeping), "code": "duplicate", "message": "is taken"}],
    )


def _fixed(key: str, keeping: Keeping) -> Problem:
    message = "must be that of the path"
    pointer = _pointer_to(key, keeping)
    return validation_failed([{"pointer": pointer, "code": "read-only", "message": message}])
