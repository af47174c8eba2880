//! Logs as JSON lines on stdout.

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// The line that says where the service is comes whatever the level.
pub const LISTENING: &str = "listening";

/// Sends the logs of the service to stdout, and of libraries what is a warning at least.
pub fn set_up_logs(level: &str) {
    let own = match level {
        "fatal" | "error" => LevelFilter::ERROR,
        "warn" => LevelFilter::WARN,
        "debug" => LevelFilter::DEBUG,
        "trace" => LevelFilter::TRACE,
        "silent" => LevelFilter::OFF,
        _ => LevelFilter::INFO,
    };
    let filter = Targets::new()
        .with_default(own.min(LevelFilter::WARN))
        .with_target(env!("CARGO_CRATE_NAME"), own)
        .with_target(LISTENING, LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_current_span(true)
        .with_span_list(false);
    // A second set-up in the same process, as tests do it, changes nothing.
    let _ = tracing_subscriber::registry().with(lines).with(filter).try_init();
}
