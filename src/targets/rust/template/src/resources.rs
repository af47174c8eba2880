//! All resources of the service.

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;

use crate::fields::PatternError;
use crate::records::AnyResource;
use crate::surroundings::Surroundings;

/// A migration, in the words of each database.
pub struct MigrationFile {
    pub version: i64,
    pub name: &'static str,
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

/// Migrations, in order.
pub const MIGRATIONS: &[MigrationFile] = &[];

/// The resources, in the order of the requirements.
pub struct Resources {}

impl Resources {
    pub fn new() -> Result<Self, PatternError> {
        Ok(Self {})
    }

    pub fn all(&self) -> Vec<Arc<dyn AnyResource>> {
        Vec::new()
    }

    pub fn router(self, _around: &Arc<Surroundings>) -> OpenApiRouter {
        OpenApiRouter::new()
    }
}
