//! What the service does with records, whatever they are.

mod access;
mod body;
mod change;
mod checks;
mod conflicts;
mod create;
mod cursor;
mod definition;
mod entity;
mod etag;
mod handlers;
mod idempotency;
mod links;
mod list_page;
mod list_query;
mod publish;
mod reader;
mod record;
mod references;
mod registry;
mod remove;
mod resource;
mod schema;
mod several;
mod store;
mod write;

pub use access::{Access, Create, CurrentCaller, Delete, Read, Stranger, Update};
pub use body::{read_properties, unknown_properties};
pub use change::save;
pub use conflicts::conflict;
pub use create::{Preset, create_record};
pub use cursor::Cursors;
pub use definition::Definition;
pub use entity::{
    AccountPart, Asked, Check, Condition, Entity, EventTypes, Grant, Grants, Key, Lifecycle,
    Occasion, OnDelete, Reference, Rule, Schemas, Several, Transition,
};
pub use handlers::{change, create, list, list_children, patch, read, remove, replace};
pub use idempotency::IdempotencyKey;
pub use publish::{Happening, publish};
pub use reader::{Reader, fits, refers};
pub use record::Record;
pub use registry::{AnyResource, Registry};
pub use resource::Resource;
pub use schema::{CreateBody, ListParameters, Page, PatchBody, ReplaceBody, Shown};
pub use store::{find, lock};
pub use write::Write;
