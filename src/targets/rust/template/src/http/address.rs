//! Where a request comes from, if a proxy that is trusted says so.

use std::net::IpAddr;

use axum::http::HeaderMap;
use axum::http::header::HOST;

use crate::config::Trust;

/// What is known of a client before it says who it is.
#[derive(Clone, Debug)]
pub struct Client {
    pub address: IpAddr,
    pub scheme: &'static str,
    /// The host that it knows the service by.
    pub host: String,
}

/// What the `X-Forwarded` headers say counts as far as they can be trusted.
pub fn believe_proxies(peer: IpAddr, headers: &HeaderMap, trust: &Trust) -> Client {
    let host = first(headers, HOST.as_str()).unwrap_or_default();
    let mut client = Client { address: peer, scheme: "http", host };
    if !trust.includes(peer, 0) {
        return client;
    }
    let hops = all(headers, "x-forwarded-for");
    for (hop, address) in hops.iter().rev().filter_map(|text| text.parse().ok()).enumerate() {
        client.address = address;
        if !trust.includes(address, hop + 1) {
            break;
        }
    }
    match first(headers, "x-forwarded-proto").as_deref() {
        Some("https") => client.scheme = "https",
        Some("http") => client.scheme = "http",
        _ => {}
    }
    if let Some(host) = first(headers, "x-forwarded-host") {
        client.host = host;
    }
    client
}

fn all(headers: &HeaderMap, name: &str) -> Vec<String> {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let parts = values.flat_map(|text| text.split(',')).map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn first(headers: &HeaderMap, name: &str) -> Option<String> {
    all(headers, name).into_iter().next()
}
