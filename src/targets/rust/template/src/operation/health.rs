//! Asks a running service whether it is ready, for containers that have nothing else to ask with.

use std::process::ExitCode;
use std::time::Duration;

use ureq::Agent;

use crate::config::Config;

const TIMEOUT: Duration = Duration::from_secs(2);

/// Succeeds if the service on this machine answers that it is ready.
pub fn ask_health(environment: impl IntoIterator<Item = (String, String)>) -> ExitCode {
    let port = Config::read(environment).map_or(3000, |config| config.port);
    let agent: Agent = Agent::config_builder().timeout_global(Some(TIMEOUT)).build().into();
    match agent.get(format!("http://127.0.0.1:{port}/health/ready")).call() {
        Ok(_) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
