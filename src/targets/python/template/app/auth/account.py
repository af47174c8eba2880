"""An account as answers show it."""

from typing import Any

from app.auth.tables import AccountRow


def account_of(row: AccountRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "email": row.email,
        "roles": sorted(row.roles),
        "tenantId": str(row.tenant_id),
    }
