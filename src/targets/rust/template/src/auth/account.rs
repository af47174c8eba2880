//! An account.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::database::{Column, Row, Value};

/// The columns of [`Account::read`].
pub const COLUMNS: &str = "id, tenant_id, email, roles";

/// An account as answers show it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    pub id: Uuid,
    #[schema(format = Email)]
    pub email: String,
    /// Sorted.
    pub roles: Vec<String>,
    pub tenant_id: Uuid,
}

impl Account {
    pub fn read(row: &Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: row.id(0)?,
            tenant_id: row.id(1)?,
            email: row.text(2)?,
            roles: read_roles(row, 3)?,
        })
    }

    pub fn is_owner(&self) -> bool {
        self.roles.iter().any(|role| role == "owner")
    }
}

/// Roles are kept as a list in JSON.
pub fn read_roles(row: &Row, at: usize) -> sqlx::Result<Vec<String>> {
    let mut roles = match row.value(at, Column::Json)? {
        Value::Json(json) => serde_json::from_value(json).unwrap_or_default(),
        _ => Vec::new(),
    };
    roles.sort();
    Ok(roles)
}
