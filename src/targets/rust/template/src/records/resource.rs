//! What the handlers of a resource work with.

use std::sync::Arc;

use axum::extract::FromRef;

use super::definition::Definition;
use super::entity::Entity;
use crate::surroundings::Surroundings;

/// A definition, and the service around it.
pub struct Resource<E> {
    pub definition: Arc<Definition<E>>,
    pub around: Arc<Surroundings>,
}

impl<E: Entity> Resource<E> {
    pub fn new(definition: Arc<Definition<E>>, around: Arc<Surroundings>) -> Self {
        Self { definition, around }
    }
}

impl<E> Clone for Resource<E> {
    fn clone(&self) -> Self {
        Self { definition: Arc::clone(&self.definition), around: Arc::clone(&self.around) }
    }
}

impl<E> FromRef<Resource<E>> for Arc<Surroundings> {
    fn from_ref(resource: &Resource<E>) -> Self {
        Arc::clone(&resource.around)
    }
}
