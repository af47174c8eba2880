"""Records as they are kept: JSON, in the shape that the contract gives them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.database.base import Base
from app.database.tables import Setting

KeptRecord = dict[str, Any]


class KeptRow(Base):
    """A record of a collection, in the order in which they were made."""

    __tablename__ = "_record"

    sequence: Mapped[int] = mapped_column(
        sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True
    )
    collection: Mapped[str]
    key: Mapped[str]
    record: Mapped[str]
    """JSON."""


class KeptRecords:
    """The records of one collection."""

    def __init__(self, collection: str) -> None:
        self._collection = collection

    def select(
        self, session: Session, filters: Mapping[str, Any], limit: int | None, offset: int
    ) -> tuple[Sequence[KeptRecord], int]:
        """Those whose properties have these values: a part of them, and how many there are."""
        sqlite = session.get_bind().dialect.name == "sqlite"
        wanted = [KeptRow.collection == self._collection]
        wanted += [_equals(name, value, sqlite=sqlite) for name, value in filters.items()]
        query = sa.select(KeptRow.record).where(*wanted).order_by(KeptRow.sequence)
        if limit is not None:
            query = query.limit(limit).offset(offset)
        count = session.scalar(sa.select(sa.func.count()).select_from(KeptRow).where(*wanted))
        return _read(session.scalars(query)), count or 0

    def find(self, session: Session, key: str) -> KeptRecord | None:
        query = sa.select(KeptRow.record).where(*self._is(key))
        return next(iter(_read(session.scalars(query))), None)

    def add(self, session: Session, key: str, record: KeptRecord) -> bool:
        """False if there is one with this key."""
        # Two who take one key at once: the constraint lets one of them through.
        try:
            with session.begin_nested():
                session.execute(
                    sa.insert(KeptRow).values(
                        collection=self._collection, key=key, record=_text(record)
                    )
                )
        except sa.exc.IntegrityError:
            return False
        return True

    def put(self, session: Session, key: str, record: KeptRecord) -> None:
        session.execute(sa.update(KeptRow).where(*self._is(key)).values(record=_text(record)))

    def remove(self, session: Session, key: str) -> None:
        session.execute(sa.delete(KeptRow).where(*self._is(key)))

    def lock(self, session: Session, key: str) -> KeptRecord | None:
        """Reads a record that will be changed: until the transaction ends, nobody else can."""
        query = sa.select(KeptRow.record).where(*self._is(key)).with_for_update()
        return next(iter(_read(session.scalars(query))), None)

    def next_number(self, session: Session) -> int:
        """A number that no record of the collection has had."""
        name = f"next {self._collection}"
        table = Setting.__table__
        upsert = sa.text(
            f"insert into {table} (name, value) values (:name, '1') on conflict (name) do update "  # noqa: S608
            f"set value = cast(cast({table}.value as bigint) + 1 as text) returning value"
        )
        return int(session.execute(upsert, {"name": name}).scalar_one())

    def _is(self, key: str) -> tuple[sa.ColumnElement[bool], ...]:
        return KeptRow.collection == self._collection, KeptRow.key == key


def _equals(name: str, value: Any, *, sqlite: bool) -> sa.ColumnElement[bool]:
    """A property of the JSON that is kept has this value."""
    record = KeptRow.record
    if not sqlite:
        wanted = sa.cast(sa.cast(json.dumps(value), sa.Text), JSONB)
        return sa.cast(record, JSONB).op("->", return_type=JSONB())(name) == wanted
    path = f"$.{json.dumps(name, ensure_ascii=False)}"
    if isinstance(value, bool):
        return sa.func.json_type(record, path, type_=sa.Text()) == str(value).lower()
    return sa.func.json_extract(record, path, type_=sa.Text()).op("=")(sa.literal(value))


def _read(texts: Iterable[str]) -> list[KeptRecord]:
    return [json.loads(text) for text in texts]


def _text(record: KeptRecord) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
