"""The kinds of values that fields hold.

A kind stands in the annotation of a field, `due: Annotated[Date | None, Day()]`: it reads values of
requests, shows values in answers, and reads values of filters.
"""

from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Kind:
    """What is common to all kinds."""

    listed: ClassVar[bool] = True
    """Whether lists can be sorted and filtered by it."""
    ordered: ClassVar[bool] = False
    """Whether greater and smaller mean something."""
    searchable: ClassVar[bool] = False
    """Whether `q` looks into it."""

    def read(self, value: Any) -> Any:
        """Checks a value of a JSON body. Raises a refusal."""
        raise NotImplementedError

    def parse(self, text: str) -> Any:
        """Reads a value of a query; None if it is no such value."""
        raise NotImplementedError

    def show(self, value: Any) -> Any:
        """The value as JSON has it."""
        return value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.show, when_used="unless-none"
            )
            if type(self).show is not Kind.show
            else None,
        )
