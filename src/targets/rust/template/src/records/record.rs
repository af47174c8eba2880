//! A record, as the service keeps it and as answers show it.

use serde::Serialize;
use uuid::Uuid;

use crate::clock::Moment;

/// The fields of an entity, and what the service knows about every record.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record<E> {
    pub id: Uuid,
    #[serde(flatten)]
    pub data: E,
    pub created_at: Moment,
    pub updated_at: Moment,
    #[serde(skip)]
    pub tenant_id: Uuid,
    /// The account that made it.
    #[serde(skip)]
    pub created_by: Uuid,
    #[serde(skip)]
    pub version: i64,
}
