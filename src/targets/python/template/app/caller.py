"""Who sends a request."""

from dataclasses import dataclass
from uuid import UUID

NIL = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Caller:
    """An account and its roles. In a public service all callers are one."""

    account_id: UUID
    tenant_id: UUID
    session_id: UUID
    roles: tuple[str, ...]

    @property
    def is_owner(self) -> bool:
        return "owner" in self.roles

    def has_role(self, role: str) -> bool:
        """The owner of a tenant has every role."""
        return role in self.roles or self.is_owner


EVERYONE = Caller(account_id=NIL, tenant_id=NIL, session_id=NIL, roles=("owner",))
"""The caller of a public service: it may do everything, and there is one tenant."""
