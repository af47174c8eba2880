//! Counts requests and their durations, in the format of Prometheus.

use std::time::Duration;

use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder};

const BUCKETS: [f64; 13] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
const LABELS: [&str; 3] = ["method", "route", "status"];
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// Requests by method, route and status.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    durations: HistogramVec,
}

impl Metrics {
    pub fn new() -> prometheus::Result<Self> {
        let registry = Registry::new();
        let requests =
            IntCounterVec::new(Opts::new("http_requests_total", "Requests answered."), &LABELS)?;
        let help = "Time from the request to its answer.";
        let options =
            HistogramOpts::new("http_request_duration_seconds", help).buckets(BUCKETS.to_vec());
        let durations = HistogramVec::new(options, &LABELS)?;
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(durations.clone()))?;
        Ok(Self { registry, requests, durations })
    }

    pub fn observe(&self, method: &str, route: &str, status: u16, elapsed: Duration) {
        let method = if METHODS.contains(&method) { method } else { "OTHER" };
        let status = status.to_string();
        let labels = [method, route, &status];
        self.requests.with_label_values(&labels).inc();
        self.durations.with_label_values(&labels).observe(elapsed.as_secs_f64());
    }

    /// The text exposition format 0.0.4.
    pub fn expose(&self) -> prometheus::Result<String> {
        TextEncoder::new().encode_to_string(&self.registry.gather())
    }
}
