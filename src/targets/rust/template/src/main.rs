//! Runs the service: see [`service::run`]. `--healthy` asks a running one whether it is ready.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--healthy") {
        return service::operation::ask_health(std::env::vars());
    }
    service::run(std::env::vars()).await
}
