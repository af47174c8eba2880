"""Kinds of text."""

import re
from typing import Any, ClassVar, Final
from uuid import UUID

from app.fields.issues import refusal
from app.fields.kind import Kind

# White space is the same in all languages of a contract: Python's own class is wider.
SPACE: Final = r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
FILLED: Final = re.compile(rf"[^{SPACE}]")
# RFC 5321 without quoted names and literal addresses.
ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
LABEL: Final = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
EMAIL: Final = re.compile(rf"(?=[^@]{{1,64}}@){ATOM}(\.{ATOM})*@{LABEL}(\.{LABEL})+")
# RFC 3986: what is not of its characters is percent-encoded.
URL_TEXT: Final = r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"
URL: Final = re.compile(rf"https?://(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9]){URL_TEXT}(?:#{URL_TEXT})?")
PHONE: Final = re.compile(r"[ +\-.()/]*([0-9][ +\-.()/]*){5,}")
UUID_TEXT: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE | re.ASCII
)


class Text(Kind):
    """Text of many lines. It can be searched, not sorted by."""

    listed = False
    searchable = True
    longest: ClassVar[int] = 10_000
    shortest: ClassVar[int] = 0
    form: ClassVar[re.Pattern[str] | None] = None
    form_name: ClassVar[str] = ""

    def __init__(
        self,
        *,
        filled: bool = False,
        min_length: int = 0,
        max_length: int | None = None,
        pattern: str | None = None,
        shown: str | None = None,
    ) -> None:
        self.filled = filled
        self.min_length = max(min_length, self.shortest)
        self.max_length = self.longest if max_length is None else max_length
        self.pattern = None if pattern is None else re.compile(pattern)
        self.shown = shown or pattern

    def read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise refusal("type", "must be text")
        if self.filled and not FILLED.search(value):
            raise refusal("required", "must hold a character that is not white space")
        # Lengths first, so that patterns only see values of bounded length.
        if len(value) > self.max_length:
            raise refusal("too-long", f"must have at most {self.max_length} characters")
        if len(value) < self.min_length:
            raise refusal("too-short", f"must have at least {self.min_length} characters")
        if self.form and not self.form.fullmatch(value):
            raise refusal("format", f"must be {self.form_name}")
        if self.pattern and not self.pattern.search(value):
            raise refusal("pattern", f"must match {self.shown}")
        return value

    def parse(self, text: str) -> str | None:
        return text


class Line(Text):
    """One line of text."""

    listed = True
    longest = 255


class Email(Line):
    longest = 254
    form = EMAIL
    form_name = "an e-mail address"


class Url(Line):
    longest = 2048
    form = URL
    form_name = "an http or https URL"


class Phone(Line):
    shortest = 5
    longest = 32
    form = PHONE
    form_name = "a phone number"


class Choice(Kind):
    """One of a few values."""

    def __init__(self, *values: str) -> None:
        self.values = values

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.values:
            raise refusal("enum", f"must be one of: {', '.join(self.values)}")
        return value

    def parse(self, text: str) -> str | None:
        return text if text in self.values else None


class Id(Kind):
    """A UUID; also the id of another record."""

    def read(self, value: Any) -> UUID:
        if not isinstance(value, str):
            raise refusal("type", "must be text")
        read = self.parse(value)
        if read is None:
            raise refusal("format", "must be a UUID")
        return read

    def parse(self, text: str) -> UUID | None:
        return UUID(text) if UUID_TEXT.fullmatch(text) else None

    def show(self, value: UUID) -> str:
        return str(value)
