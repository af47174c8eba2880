//! Reads `multipart/form-data` (RFC 7578) of bodies that have arrived.

use axum::body::Bytes;

use crate::http::Problem;

const MOST: usize = 1000;

/// A part of a form.
pub struct FormPart {
    pub name: String,
    /// There for files.
    pub file_name: Option<String>,
    pub content_type: Option<String>,
    pub bytes: Bytes,
}

/// Fails with 400.
pub fn read_multipart(content_type: &str, body: &Bytes) -> Result<Vec<FormPart>, Problem> {
    let malformed = || Problem::malformed("The body is not valid multipart/form-data.");
    let boundary = parameter(content_type, "boundary").filter(|one| (1..=70).contains(&one.len()));
    let delimiter = format!("\r\n--{}", boundary.ok_or_else(malformed)?).into_bytes();
    let mut parts = Vec::new();
    // The first delimiter may stand at the very beginning.
    let mut at = match body.strip_prefix(delimiter.get(2..).unwrap_or_default()) {
        Some(_) => delimiter.len() - 2,
        None => find(body, &delimiter, 0).ok_or_else(malformed)? + delimiter.len(),
    };
    loop {
        let rest = body.get(at..).unwrap_or_default();
        if rest.starts_with(b"--") {
            return Ok(parts);
        }
        if !rest.starts_with(b"\r\n") || parts.len() == MOST {
            return Err(malformed());
        }
        // A part without headers begins with the empty line at once.
        let head_end = find(body, b"\r\n\r\n", at).ok_or_else(malformed)?;
        let end = find(body, &delimiter, head_end + 2).ok_or_else(malformed)?;
        let head = body.get(at..head_end).unwrap_or_default();
        let start = (head_end + 4).min(end);
        parts.push(read_part(head, body.slice(start..end)).ok_or_else(malformed)?);
        at = end + delimiter.len();
    }
}

fn read_part(head: &[u8], bytes: Bytes) -> Option<FormPart> {
    let head = str::from_utf8(head).ok()?;
    let header = |wanted: &str| {
        head.split("\r\n").find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.trim().eq_ignore_ascii_case(wanted).then(|| value.trim())
        })
    };
    let disposition = header("content-disposition")?;
    let kind = disposition.split(';').next()?.trim();
    if !kind.eq_ignore_ascii_case("form-data") {
        return None;
    }
    Some(FormPart {
        name: parameter(disposition, "name")?,
        file_name: parameter(disposition, "filename"),
        content_type: header("content-type").map(str::to_owned),
        bytes,
    })
}

/// `name` of `form-data; name="a"; filename="b"`; quotes in it are `%22`, as browsers send them.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, after)) = rest.split_once(';') {
        let (name, value) = after.split_once('=')?;
        let (value, after) = match value.trim_start().strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => value.split_at(value.find(';').unwrap_or(value.len())),
        };
        if name.trim().eq_ignore_ascii_case(wanted) {
            return Some(
                value.trim().replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"),
            );
        }
        rest = after;
    }
    None
}

fn find(body: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let rest = body.get(from..)?;
    rest.windows(wanted.len()).position(|window| window == wanted).map(|place| place + from)
}
