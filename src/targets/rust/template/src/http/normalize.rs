//! Addresses as they are routed.

use axum::http::Uri;
use axum::http::uri::PathAndQuery;

/// Letters, digits and `-._~` mean the same whether they are escaped or not (RFC 3986, 6.2.2.2).
pub fn normalize(uri: &mut Uri) {
    let path = uri.path();
    if !path.contains('%') {
        return;
    }
    let mut plain = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        plain.push_str(before);
        let code = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code.map(char::from).filter(|one| is_unreserved(*one)) {
            Some(character) => {
                plain.push(character);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                plain.push('%');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    if let Some(query) = uri.query() {
        plain.push('?');
        plain.push_str(query);
    }
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = PathAndQuery::try_from(plain).ok().or(parts.path_and_query);
    if let Ok(normal) = Uri::from_parts(parts) {
        *uri = normal;
    }
}

fn is_unreserved(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~".contains(character)
}
