//! Origins of web addresses.

use axum::http::Uri;

/// `https://example.com:8443` of any address below it; none if it is no web address.
pub fn origin_of(url: &str) -> Option<String> {
    // A fragment never leaves the browser, but may stand in a setting.
    let uri: Uri = url.split('#').next()?.parse().ok()?;
    let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"))?;
    let host = uri.host().filter(|host| !host.is_empty())?.to_ascii_lowercase();
    let usual = if scheme == "http" { 80 } else { 443 };
    let port = uri.port_u16().filter(|port| *port != usual);
    Some(
        port.map_or_else(
            || format!("{scheme}://{host}"),
            |port| format!("{scheme}://{host}:{port}"),
        ),
    )
}
