//! Sends spans to an OpenTelemetry collector: OTLP over HTTP, as JSON.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use percent_encoding::percent_decode_str;
use serde_json::{Value as Json, json};
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;
use ureq::Agent;
use uuid::Uuid;

use super::trace::Trace;
use crate::config::Otlp;

const INTERVAL: Duration = Duration::from_secs(2);
const TIMEOUT: Duration = Duration::from_secs(5);
const MOST: usize = 2048;
const SERVER: u8 = 2;
const FAILED: u8 = 2;

/// Collects finished requests; what can't be sent is dropped.
pub struct SpanExporter(Sender<Json>);

impl SpanExporter {
    /// Sends until the exporter is dropped; the task ends when the last spans are sent.
    pub fn start(config: Otlp) -> (Self, JoinHandle<()>) {
        let (sender, receiver) = mpsc::channel(MOST);
        (Self(sender), tokio::spawn(send(config, receiver)))
    }

    pub fn add(&self, trace: &Trace, method: &str, route: &str, status: u16, elapsed: Duration) {
        if !trace.sampled {
            return;
        }
        let end = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut span = json!({
            "traceId": trace.trace_id,
            "spanId": format!("{:016x}", Uuid::now_v7().as_u64_pair().1),
            "name": format!("{method} {route}"),
            "kind": SERVER,
            "startTimeUnixNano": end.saturating_sub(elapsed).as_nanos().to_string(),
            "endTimeUnixNano": end.as_nanos().to_string(),
            "attributes": [
                attribute("http.request.method", method),
                attribute("http.route", route),
                { "key": "http.response.status_code", "value": { "intValue": status } },
            ],
        });
        if let Some(object) = span.as_object_mut() {
            if let Some(parent) = &trace.parent_id {
                object.insert("parentSpanId".to_owned(), json!(parent));
            }
            if status >= 500 {
                object.insert("status".to_owned(), json!({ "code": FAILED }));
            }
        }
        // A collector that is slow must not harm the service.
        let _ = self.0.try_send(span);
    }
}

async fn send(config: Otlp, mut spans: Receiver<Json>) {
    let agent: Agent = Agent::config_builder().timeout_global(Some(TIMEOUT)).build().into();
    let mut batch = Vec::new();
    while spans.recv_many(&mut batch, MOST).await > 0 {
        let body = document(&config.service_name, &std::mem::take(&mut batch));
        let (agent, config) = (agent.clone(), config.clone());
        // Neither must one that is away: what it does not take is lost.
        let _ = tokio::task::spawn_blocking(move || post(&agent, &config, &body)).await;
        if !spans.is_closed() {
            tokio::time::sleep(INTERVAL).await;
        }
    }
}

fn post(agent: &Agent, config: &Otlp, body: &str) -> Result<(), ureq::Error> {
    let url = format!("{}/v1/traces", config.endpoint.trim_end_matches('/'));
    let mut request = agent.post(url).content_type("application/json");
    for (name, value) in config.headers.split(',').filter_map(|pair| pair.split_once('=')) {
        let value = percent_decode_str(value.trim()).decode_utf8_lossy().into_owned();
        request = request.header(name.trim(), value);
    }
    request.send(body).map(drop)
}

fn document(service: &str, spans: &[Json]) -> String {
    let resource = json!({ "attributes": [attribute("service.name", service)] });
    let scope = json!({ "scope": { "name": service }, "spans": spans });
    json!({ "resourceSpans": [{ "resource": resource, "scopeSpans": [scope] }] }).to_string()
}

fn attribute(key: &str, value: &str) -> Json {
    json!({ "key": key, "value": { "stringValue": value } })
}
