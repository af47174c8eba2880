//! The service: `service` says what distinguishes it from any other, `resources` has what it keeps,
//! and everything else is how it does so.

pub mod application;
pub mod auth;
pub mod caller;
pub mod clock;
pub mod config;
pub mod database;
pub mod events;
pub mod fields;
pub mod http;
pub mod operation;
pub mod records;
pub mod resources;
pub mod rules;
pub mod server;
pub mod service;
pub mod surroundings;

pub use application::run;
