//! What operators ask for: health, metrics, logs, traces, the page of the API.

mod health;
mod log;
mod metrics;
mod retention;
mod routes;
mod spans;
mod trace;

pub use health::ask_health;
pub use log::set_up_logs;
pub use metrics::Metrics;
pub use retention::clean_up;
pub use routes::{CONTRACT, Health, router};
pub use spans::SpanExporter;
pub use trace::Trace;
